#!/bin/bash
# Makes releases. bash, git, GNU coreutils, util-linux. What a program prints begins with `| `, so that
# no output can pass for a line of ours; the line `failed …` is the last and says why.
#
# A release is done when `RELEASE.done` is there, which is written last; one that is not done is removed
# and made anew, so this may be cut off anywhere. Calls of `make_release` follow.
: "${share_program:?}" "${status_unreachable:?}" "${status_missing:?}" "${status_build:?}" "${status_disk_full:?}" "${status_no_git:?}" "${status_other:?}"

set -u
PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin
export PATH
umask 022
files=$PWD
# Set anew before each call of make_release.
build=()
shared=()
full=/run/drover/code-full
release=
export GIT_TERMINAL_PROMPT=0 GIT_ASKPASS='' GIT_ALLOW_PROTOCOL=file:http:https:ssh
export GIT_SSH_COMMAND='ssh -o BatchMode=yes -o ConnectTimeout=30 -o ServerAliveInterval=15'
say() { printf '%s\n' "$*"; }

# Shows what a command prints, without empty lines: one is added for output that ends without a line feed.
# A child that it leaves behind keeps its output open: that is not waited for.
shown() {
  exec 6> >(exec sed -u -e '/^$/d' -e "/No space left on device/w $full" -e 's/^/| /')
  reader=$!
  "$@" </dev/null >&6 2>&1 6>&-
  shown_status=$?
  printf '\n' >&6
  exec 6>&-
  # shellcheck disable=SC2034
  for tick in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do
    kill -0 "$reader" 2>/dev/null || break
    sleep 0.05
  done
  kill "$reader" 2>/dev/null
  return "$shown_status"
}
is_full() {
  [ ! -s "$full" ] || return 0
  left=$(df -k --output=avail -- "$releases" 2>/dev/null | tail -n 1) && [ "${left:-9999}" -lt 1024 ]
}
# $1 status, then why.
fail() {
  status=$1
  shift
  if is_full; then
    status="$status_disk_full"
    set -- "$name: the disk that holds $releases is full"
  fi
  [ -z "$release" ] || rm -rf -- "$release" "$release.done.new"
  rm -f -- "$full"
  say "failed $*"
  exit "$status"
}

need_git() {
  ! command -v git >/dev/null || return 0
  say "git is not installed here: installing it"
  command -v apt-get >/dev/null || fail "$status_no_git" "git is not installed, and there is no apt-get to install it with"
  install_git || { shown apt-get -q update && install_git; } || fail "$status_no_git" "git is not installed, and apt-get could not install it"
}
install_git() {
  DEBIAN_FRONTEND=noninteractive shown apt-get -q -o DPkg::Lock::Timeout=300 install -y --no-install-recommends git ca-certificates
}

in_repository() { git --git-dir="$repository" -c core.hooksPath=/dev/null "$@"; }
has_commit() { in_repository cat-file -e "$1^{commit}" 2>/dev/null; }
hold_commit() { has_commit "$commit" && in_repository update-ref "$held" "$commit"; }
# What a git that was killed leaves would stop the next one; the lock of the machine is ours.
open_repository() {
  [ ! -d "$repository" ] || chown root:root "$repository"
  shown git -c init.defaultBranch=main init --quiet --bare --template= "$repository" || fail "$status_other" "$name: $repository cannot be made"
  find "$repository" -name '*.lock' -type f -delete
  find "$repository/objects/pack" -name 'tmp_*' -type f -delete
  in_repository config core.fsync all
  in_repository config fetch.unpackLimit 1
  in_repository config maintenance.auto false
  in_repository config gc.auto 0
  in_repository config http.lowSpeedLimit 1
  in_repository config http.lowSpeedTime 60
}
fetch() { shown in_repository fetch --quiet --no-tags --no-recurse-submodules --no-write-fetch-head "$@"; }
get_commit() {
  open_repository
  if [ "$via" = push ]; then receive_commit; else clone_commit; fi
}
receive_commit() {
  if [ "$bundle" = - ]; then
    hold_commit || fail "$status_missing" "$name: commit $commit was here and is not here any more: run the operation again"
    return
  fi
  fetch "$files/$bundle" "+$held:$held" || fail "$status_other" "$name: the commits that were sent cannot be taken in"
  rm -f -- "$files/$bundle"
}
clone_commit() {
  for pause in 3 10 0; do
    fetch "$url" "+$commit:$held" && return
    # A server that gives no commit by its id may have it below a branch or tag.
    if fetch "$url" '+refs/heads/*:refs/heads/*' '+refs/tags/*:refs/tags/*'; then
      hold_commit && return
      fail "$status_missing" "$name: commit $commit is not in $url"
    fi
    ! is_full || break
    [ "$pause" -eq 0 ] || {
      say "$name: trying again in $pause s"
      sleep "$pause"
    }
  done
  fail "$status_unreachable" "$name: $url cannot be read from here"
}

# Runs a program in the release as its owner, with an environment of its own.
as_owner() (
  cd -- "$release" && exec setpriv --reuid "$owner" --regid "$group" --init-groups -- \
    env -i HOME="$home" USER="$owner" LOGNAME="$owner" SHELL=/bin/bash PATH="$PATH" LANG=C.UTF-8 \
    GIT_TERMINAL_PROMPT=0 GIT_ASKPASS= \
    DROVER_CODE="$name" DROVER_COMMIT="$commit" DROVER_REVISION="$revision" DROVER_PATH="$path" "$@"
)
find_owner() {
  entry=$(getent passwd -- "$owner") || fail "$status_other" "$name: there is no user \"$owner\" on the machine: a role of the baseline can make it"
  getent group -- "$group" >/dev/null || fail "$status_other" "$name: there is no group \"$group\" on the machine: a role of the baseline can make it"
  home=$(printf '%s' "$entry" | cut -d : -f 6)
  [ ! -d "$home" ] || return 0
  # Tools want to keep something there.
  home=$releases/home
  # shellcheck disable=SC2174
  mkdir -p -m 0700 -- "$home" && chown "$owner:$group" "$home"
}
# Its objects are those of the repository beside it, so a release costs little more than its files.
check_out() {
  # shellcheck disable=SC2016
  mkdir -- "$release" && chown "$owner:$group" "$release" &&
    shown as_owner git -c init.defaultBranch=main init --quiet --template= . &&
    as_owner sh -c 'mkdir -p .git/objects/info && printf "%s\n" "$1" >.git/objects/info/alternates' sh "$repository/objects" &&
    as_owner git config remote.origin.url "$url" &&
    shown as_owner git -c core.hooksPath=/dev/null -c advice.detachedHead=false checkout --quiet --detach "$commit" ||
    fail "$status_other" "$name: commit $commit cannot be checked out"
}
share() {
  as_owner bash -c "$share_program" bash "$path.shared" "$1"
}
link_shared() {
  [ "${#shared[@]}" -gt 0 ] || return 0
  [ -d "$path.shared" ] || { mkdir -- "$path.shared" && chown "$owner:$group" "$path.shared"; } || fail "$status_other" "$name: $path.shared cannot be made"
  for each in "${shared[@]}"; do
    shown share "$each" || fail "$status_other" "$name: \"$each\" cannot be shared"
  done
}
run_builds() {
  for each in ${build[@]+"${build[@]}"}; do
    say "$name: build: $each"
    started=$SECONDS
    shown as_owner bash -c "$each"
    built=$?
    [ "$built" -eq 0 ] || fail "$status_build" "$name: build: \"$each\" exited with $built"
    say "$name: that took $((SECONDS - started)) s"
  done
}

# Of the arrays shared and build, and: name path url via commit release owner group bundle revision.
make_release() {
  name=$1 path=$2 url=$3 via=$4 commit=$5 release=$6 owner=$7 group=$8 bundle=$9 revision=${10}
  releases=$path.releases
  repository=$releases/git
  held=refs/drover/$commit
  if [ -f "$release.done" ] && [ -d "$release" ]; then
    say "$name: $release is there"
    return
  fi
  mkdir -p -- /run/drover "$releases" || fail "$status_other" "$name: $releases cannot be made"
  rm -f -- "$full"
  find_owner
  need_git
  rm -rf -- "$release" "$release.done" "$release.done.new"
  say "$name: getting commit $commit"
  get_commit
  say "$name: making $release"
  check_out
  link_shared
  run_builds
  printf '%s\n' "$commit" >"$release.done.new" && sync -f -- "$release" && mv -T -f -- "$release.done.new" "$release.done" && sync -- "$releases" ||
    fail "$status_other" "$name: $release cannot be finished"
  say "$name: $release is done"
}
