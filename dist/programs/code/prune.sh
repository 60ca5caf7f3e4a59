#!/bin/bash
# Takes away versions that nobody needs, and prints `removed PATH` for each; `busy` when another run is at work.
# Arguments: `code PATH` and `artifact FOLDER PATH`, as many as there are.
#
# Under the lock of the machine, or not at all: a release that is not done then belongs to nobody. The
# mark that says that it is done goes first.
: "${place_lock:?}" "${place_undo:?}" "${place_transactions:?}" "${versions_kept:?}"

set -u
LC_ALL=C
PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin
export LC_ALL PATH
mkdir -p /run/drover && exec 9>>"$place_lock" && flock -n 9 || {
  echo busy
  exit 0
}
is_needed() { [ "$1" -ef "$2" ] || grep -qsF "\"$1\"" "$place_undo/"*/undo.json "$place_transactions/"*/undo.json; }
# $1 the path in use, then versions, newest first: prints those that may go.
old_versions() {
  used=$1
  shift
  spare=0
  for version; do
    ! is_needed "$version" "$used" || continue
    spare=$((spare + 1))
    [ "$spare" -le "$versions_kept" ] || printf '%s\n' "$version"
  done
}
newest_first() { ls -t -d -- "$@" 2>/dev/null; }
prune_code() {
  releases=$1.releases
  [ -d "$releases" ] || return 0
  mapfile -t versions < <(newest_first "$releases"/*.done | sed 's/\.done$//')
  while IFS= read -r old; do
    rm -f -- "$old.done"
    rm -rf -- "$old"
    echo "removed $old"
  done \
    < <(old_versions "$1" ${versions[@]+"${versions[@]}"})
  for half in "$releases"/????????????-????????; do
    [ ! -d "$half" ] || [ -f "$half.done" ] || [ "$half" -ef "$1" ] || {
      rm -rf -- "$half"
      echo "removed $half"
    }
  done
  [ -d "$releases/git" ] && command -v git >/dev/null || return 0
  git --git-dir="$releases/git" for-each-ref --format='%(refname) %(objectname)' refs/drover/ | while read -r ref commit; do
    set -- "$releases/${commit:0:12}"-*
    [ -e "$1" ] || git --git-dir="$releases/git" update-ref -d "$ref"
  done
  git --git-dir="$releases/git" -c gc.auto=6700 -c gc.autoDetach=false gc --auto --quiet
}
# $1 the folder, $2 the path in use.
prune_artifact() {
  [ -d "$1" ] || return 0
  mapfile -t versions < <(newest_first "$1"/* | grep -E '/[0-9a-f]{64}$')
  while IFS= read -r old; do
    rm -f -- "$old"
    echo "removed $old"
  done \
    < <(old_versions "$2" ${versions[@]+"${versions[@]}"})
}
while [ $# -gt 0 ]; do
  case $1 in
    code)
      prune_code "$2"
      shift 2
      ;;
    artifact)
      prune_artifact "$2" "$3"
      shift 3
      ;;
  esac
done
