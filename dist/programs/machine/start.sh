#!/bin/sh
# Starts Drover's program on the machine, whatever the login shell is; asks for one that is not there yet.
# Arguments: marker, id, bytes of the change, digest of the program, bytes of the program.
: "${place_program:?}" "${place_transactions:?}"

marker=$1 id=$2 bytes=$3 program=$place_program/$4 program_bytes=$5
umask 077
LC_ALL=C PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin
export LC_ALL PATH

say() { printf '%s %s %s\n' "$marker" "${#1}" "$1"; }
give_up() {
  say "{\"f\":\"end\",\"kind\":\"failed\",\"why\":\"$1\"}"
  [ -z "$2" ] || rm -rf -- "$2"
  exit 1
}
find_python() {
  for name in python3 /usr/libexec/platform-python; do
    python=$(command -v "$name") || continue
    "$python" -I -S -c 'import sys; sys.exit(sys.version_info < (3, 6))' && return 0
  done
  return 1
}
bring_program() {
  find_python || give_up no-python ''
  change=$place_transactions/$id
  if ! { mkdir -p -- "$change" "$place_program" && printf '%s\n' "$$" >"$change/supervisor" &&
    head -c "$bytes" >"$change/archive"; }; then
    give_up receive "$change"
  fi
  say '{"f":"program"}'
  incoming=$(mktemp -d "$place_program/incoming-XXXXXX") || give_up receive "$change"
  head -c "$program_bytes" | tar -x -f - -C "$incoming" && printf '%s\n' "$python" >"$incoming/python" &&
    "$python" -I -S "$incoming/main.py" settle && mv -T -- "$incoming" "$program" 2>/dev/null
  rm -rf -- "$incoming"
  # Another run may have brought it at the same time.
  [ -e "$program/python" ] || give_up receive "$change"
}

archive=
if ! { IFS= read -r python <"$program/python"; } 2>/dev/null; then
  bring_program
  archive=$change/archive
elif [ ! -x "$python" ]; then
  find_python || give_up no-python ''
fi
exec "$python" -I -S "$program/main.py" apply "$marker" "$bytes" ${archive:+"$archive"}
