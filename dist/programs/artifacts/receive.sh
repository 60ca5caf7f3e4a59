#!/bin/sh
# Takes in a version on standard input, and puts it there when it is whole.
# $1 folder of all versions, $2 path of this one, $3 its bytes, $4 its SHA-256, $5 OWNER:GROUP, $6 mode.
#
# The folder of Drover is for root only, but for whoever knows a name below "artifacts": what else lies
# there is closed by itself. A file that somebody left who is gone is taken away first.
: "${place_library:?}" "${status_disk_full:?}" "${status_differs:?}"
. ./artifacts/functions.sh

folder=$1
path=$2
bytes=$3
sha256=$4
mkdir -p -- "$folder" && chmod 0711 "$place_library" && chmod 0755 "$place_library/artifacts" "$folder" || exit 1
for stale in "$folder"/.incoming-*; do
  [ ! -e "$stale" ] || [ -d "/proc/${stale##*-}" ] || rm -f -- "$stale"
done
part=$folder/.incoming-$$
give_up() {
  rm -f -- "$part"
  echo "$2" >&2
  exit "$1"
}
room=$(df -B 1 --output=avail -- "$folder" | tail -n 1)
[ "$room" -gt "$bytes" ] || give_up "$status_disk_full" "it needs $bytes bytes and the disk has room for $room"
head -c "$bytes" >"$part" || give_up "$status_disk_full" 'it cannot be written'
case $(sha256sum -- "$part") in "$sha256 "*) ;; *) give_up "$status_differs" 'it did not arrive whole' ;; esac
dress "$part" "$5" "$6" || give_up 1 "it cannot have the owner $5 and the mode $6"
sync -- "$part" && mv -T -f -- "$part" "$path" && sync -- "$folder" || give_up 1 'it cannot be put there'
