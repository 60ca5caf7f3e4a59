#!/bin/sh
# The look: reads only, one process for each question and not for each file: on a machine with
# nothing to do, starting programs is most of what it costs.
# Fields end with NUL, so that no name can break the answer; the last field
# is END, so that an answer that was cut off is recognised.
#
# It is given `paths`, `links` (paths that are to be links), `pairs` (each such path, and where it will
# lead, on the next line) and `desired` (what `place_files` says when nothing is to be done).
: "${place_transactions:?}" "${place_files:?}" "${place_baseline:?}" "${place_stamp:?}" "${paths?}" "${links?}" "${pairs?}" "${desired?}"
. ./configure/generation.sh

set -u
LC_ALL=C
export LC_ALL
# First: what changes after it is known, is found by the recheck.
printf 'G\0'
generation
printf '\0'
set -- "$place_transactions/"*
if [ -n "$undecided" ] || [ -e "$1" ]; then printf 'U\0'; fi
set -f
IFS='
'
# A shell has read a short file before a program has started; but it asks for each byte.
read_short() {
  text=
  gap=
  [ -f "$1" ] || return 0
  while IFS= read -r line || [ -n "$line" ]; do
    text=$text$gap$line
    gap=$IFS
  done <"$1"
}
if [ "${#desired}" -le 4096 ]; then
  read_short "$place_files"
  managed=$text
elif [ -f "$place_files" ]; then
  managed=$(cat "$place_files")
else
  managed=
fi
# What was put below a path that is to be a link is looked for where that link will lead.
find_place() {
  place=$1
  asked=$1
  # shellcheck disable=SC2086
  set -- $pairs
  while [ "$#" -gt 1 ]; do
    case $asked in "$1"/*)
      place=$2${asked#"$1"}
      return
      ;;
    esac
    shift 2
  done
}
if [ "$managed" != "$desired" ]; then
  for line in $managed; do
    find_place "${line#link }"
    case $line in
      'link '*) links="$links$IFS$place" ;;
      *) paths="$paths$IFS$place" ;;
    esac
  done
  paths=$(printf '%s\n' "$paths" | sort -u)
fi
there=
plain=
raw=
for path in $links; do
  if [ -L "$path" ]; then
    raw="$raw$IFS$path"
    [ -e "$path" ] || printf '%s\0' D "$path"
  elif [ -e "$path" ]; then
    there="$there$IFS$path"
  fi
done
for path in $paths; do
  end=$path
  if [ -L "$path" ]; then
    real=$(readlink -m -- "$path")
    printf '%s\0' L "$path" "$real"
    # Only a loop leads to a link.
    [ ! -L "$real" ] || printf '%s\0' S "$path" 'loop of links' 0 - - 0
    end=$real
  fi
  if [ -e "$path" ]; then there="$there$IFS$end"; fi
  if [ -f "$path" ]; then plain="$plain$IFS$path"; fi
done
# One program for files and links: ends of links are asked for themselves, so none is followed.
format='S\0%n\0%F\0%a\0%U\0%G\0%s\0'
if [ -n "$raw" ]; then
  QUOTING_STYLE=literal
  export QUOTING_STYLE
  format="$format"'N\0%n\0%N\0'
fi
# shellcheck disable=SC2086
[ -z "$there$raw" ] || stat --printf "$format" -- $there $raw
if [ -n "$plain" ]; then
  printf 'H\0'
  # shellcheck disable=SC2086
  sha256sum -z -- $plain
  printf '\0'
fi
if [ -f "$place_baseline" ]; then
  read_short "$place_baseline"
  printf 'B\0%s\n\0' "$text"
fi
if [ -f "$place_stamp" ]; then
  read_short "$place_stamp"
  printf 'T\0%s\n\0' "$text"
fi
printf 'M\0%s\0' "$managed"
printf 'END\0'
