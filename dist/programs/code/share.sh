#!/bin/bash
# Run in a release: what lives on lies beside the releases. The first release that has something there gives it; a
# name without a dot that nobody has yet is a folder, one with a dot is left to who writes the file.
# $1 folder of what is shared, $2 path in the release.

shared=$1/$2
own=$2
is_there() { [ -e "$1" ] || [ -L "$1" ]; }
case $2 in */*) mkdir -p -- "${shared%/*}" "${own%/*}" || exit 1 ;; esac
if is_there "$own"; then
  if is_there "$shared"; then rm -rf -- "$own"; else mv -T -- "$own" "$shared"; fi || exit 1
elif ! is_there "$shared"; then
  case ${own##*/} in *.*) ;; *) mkdir -- "$shared" || exit 1 ;; esac
fi
ln -s -T -- "$shared" "$own"
