#!/bin/sh
# Arguments: folder of the flock, name, id. `folder` and `id` are known after it.

folder="$1/$2"
lock "$1/.lock-$2" 120
[ -d "$folder" ] || fail "it does not exist"
id=$(cat "$folder/id")
[ "$id" = "$3" ] || fail "it has another id: \"$id\", not \"$3\""
