#!/bin/bash
# Two runs may look at the same moment, so what is decided is decided under a lock of the folder. A
# unit that is ending still has its folder.
: "${base:?}" "${dir:?}" "${unit:?}" "${run:?}" "${key:?}"

exec 8>>"$base/starting" && flock -w 60 8 || exit 1
text() { [ ! -f "$dir/$1" ] || head -c 300 "$dir/$1" | tr '\n' ' ' | sed 's/ *$//'; }
[ "$(text run)" != "$run" ] || answer ours "$run"
state=$(systemctl show -p ActiveState --value "$unit") && [ -n "$state" ] || exit 1
case $state in
  inactive | failed) ;;
  *)
    [ "$(text key)" != "$key" ] || answer ours "$(text run)"
    answer other "$(text holder)"
    ;;
esac
