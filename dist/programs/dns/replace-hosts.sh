#!/bin/sh
# Puts standard input in the place of a file, if the file still has the digest that the new text was
# made from: prints `replaced`, or `stale`. Whoever reads the file sees the old or the new one.
# Holds a lock on the folder meanwhile, so that of two of us at once the second finds `stale`.
# $1 file, $2 SHA-256 of what was read, or `absent`.

set -eu
file=$1 expected=$2
target=$(readlink -f -- "$file")
exec 9<"$(dirname -- "$target")"
flock -w 20 9 || {
  echo "another process has held the lock for 20 s" >&2
  exit 90
}
actual=absent
if [ -e "$target" ]; then
  actual=$(sha256sum <"$target")
  actual=${actual%% *}
fi
if [ "$actual" != "$expected" ]; then
  echo stale
  exit 0
fi
new=$target.drover-new
rm -f -- "$new"
if [ "$actual" = absent ]; then
  (umask 022 && : >"$new")
else
  # Mode, owner and what else there is to a file; the bytes come next.
  cp -a -- "$target" "$new"
fi
cat >"$new"
sync -- "$new"
if mountpoint -q -- "$target"; then
  # In a container it is mostly mounted on its own: then rename says EBUSY.
  cat -- "$new" >"$target"
  rm -f -- "$new"
else
  mv -fT -- "$new" "$target"
fi
echo replaced
