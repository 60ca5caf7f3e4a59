#!/bin/bash
# The worker: everything up to the moment at which the machine waits for the
# confirmation. It runs in a session of its own, so that all it started can be
# ended at once. Its exit status says where it failed: 10 before any target
# changed, 11 from the first swap on.
#
# Each file is `OP TARGET OWNER GROUP MODE SEEN`; OP is put or remove, SEEN the
# SHA-256 of what the look saw, - for nothing, ? for what is replaced whatever it is.
# Links: see symlinks.sh.
: "${place_library:?}" "${place_current:?}" "${place_token:?}" "${place_recover_unit:?}" "${seconds_validation:?}" "${seconds_watch:?}" "${seconds_follow_up:?}"

prepare_file() {
  if [ "$1" = link ]; then
    prepare_link "$@"
    return
  fi
  [ "$1" = put ] || return 0
  chown -- "$3:$4" "$tx/new$2" && chmod -- "$5" "$tx/new$2" || {
    echo "$2 cannot have this owner, group or mode"
    return 1
  }
}
# A folder of the staged tree lies over the real one while validating: it must look the same.
prepare_folder() {
  real=${1#"$tx/new"}
  if [ -d "$real" ]; then
    chown --reference="$real" -- "$1" && chmod --reference="$real" -- "$1"
  else chmod 0755 -- "$1"; fi
}
prepare() {
  point prepare
  each_file prepare_file || return 1
  # Only a validator sees the folders.
  [ "$has_validations" = yes ] && [ -d "$tx/new" ] || return 0
  find "$tx/new" -mindepth 1 -type d | while IFS= read -r folder; do prepare_folder "$folder" || exit 1; done
}

recheck_file() {
  case $1 in link | unlink)
    recheck_link "$@"
    return
    ;;
  esac
  case $6 in
    '?') ;;
    -) [ ! -e "$2" ] || {
      echo "$2 was not there when Drover looked, and is there now"
      return 1
    } ;;
    *) [ "$(sha256sum <"$2" | cut -c 1-64)" = "$6" ] || {
      echo "$2 is not what Drover saw any more"
      return 1
    } ;;
  esac
}
recheck() {
  [ "$seen_generation" = '?' ] || [ "$(generation)" = "$seen_generation" ] ||
    {
      echo 'another run has changed the machine since Drover looked'
      return 1
    }
  each_file recheck_file
}

existing_folder() {
  case $1 in put) ;; link) [ -n "${2%/*}" ] || return 0 ;; *) return 0 ;; esac
  folder=${2%/*}
  while [ ! -d "$folder/" ]; do folder=${folder%/*}; done
  printf '%s\n' "${folder:-/}"
}
is_covered() {
  for outer in $mounted; do case "$1/" in "$outer"/*) return 0 ;; esac done
  return 1
}
# The staged tree over the real one, in a mount namespace that nobody else sees.
validate_inside() {
  set -f
  IFS='
'
  mounted=
  for folder in $(each_file existing_folder | sort -u); do
    case $folder in "$place_library" | /etc/drover) continue ;; esac
    is_covered "$folder" && continue
    [ "$folder" != / ] || return 125
    mount -t overlay -o "ro,lowerdir=$tx/new$folder:$folder" drover "$folder" || return 125
    mounted="$mounted
$folder"
  done
  set +f
  unset IFS
  validations
}
validate() {
  point validate
  unshare --mount --propagation private true || return 125
  # shellcheck disable=SC2016
  unshare --mount --propagation private bash -c 'id=$1; tx=$2; . "$tx/script.sh"; validate_inside' drover "$id" "$tx"
}
validation() {
  limited "$seconds_validation" sh -c "$1"
  validated=$?
  [ "$validated" -eq 0 ] && return 0
  echo "\"$1\" exited with $validated"
  return 1
}

make_folder() {
  [ -d "$1/" ] && return 0
  make_folder "${1%/*}" "$2" "$3" || return 1
  mkdir -m 0755 -- "$1" && chown -- "$2:$3" "$1" && printf '%s\n' "$1" >>"$tx/made"
}
stage_file() {
  case $1 in put) set -- "$@" "$3" "$4" ;; link) set -- "$@" root root ;; *) return 0 ;; esac
  make_folder "${2%/*}" "$7" "$8" || {
    echo "$2 cannot be put there"
    return 1
  }
  staged=$(beside "$2")
  for stale in "${2%/*}"/.drover-*-"${2##*/}"; do ! is_there "$stale" || rm -f -- "$stale"; done
  if [ "$1" = link ]; then
    stage_link "$@" || {
      echo "$2 cannot be put there"
      return 1
    }
    return
  fi
  cp -p -- "$tx/new$2" "$staged" || {
    echo "$2 cannot be put there"
    return 1
  }
  to_flush+=("$staged")
}
stage() {
  point stage
  to_flush=()
  each_file stage_file && flush_all
}

keep_file() {
  case $1 in link | unlink)
    keep_link "$@"
    return
    ;;
  esac
  [ -e "$2" ] || return 0
  [ -d "$tx/old${2%/*}/" ] || mkdir -p -- "$tx/old${2%/*}/" || return 1
  ln -f -- "$2" "$tx/old$2" 2>/dev/null && return 0
  # On another file system the old inode stays beside its place too: it can return when that disk is full.
  cp -a -- "$2" "$tx/old$2" && { ln -f -- "$2" "$(beside "$2").old" 2>/dev/null || :; }
}
keep() {
  point keep
  each_file keep_file && sync -f "$tx"
}

# From here on the machine itself undoes what nobody confirms: the supervisor, or the watch if that
# is dead, or the unit at boot if the machine went down.
arm() {
  point arm
  is_alive "$(cat "$tx/supervisor")" || {
    echo 'the supervisor is gone'
    return 1
  }
  if has_systemd; then install_recovery || return 1; fi
  ln -s -f -T -- "$tx" "$place_current.new" && mv -T -f -- "$place_current.new" "$place_current" && sync -f "$place_library" || return 1
  has_systemd || {
    echo 'systemd does not run here: only the next run would undo a change that is cut off'
    return 0
  }
  # shellcheck disable=SC2016
  systemd-run --quiet --collect --unit="drover-watch-$id" --on-active="$seconds_watch" --timer-property=AccuracySec=100ms \
    /bin/bash -c 'id=$1; tx=$2; . "$tx/script.sh"; watch' drover "$id" "$tx"
}
install_recovery() {
  cmp -s "$tx/recover.service" "$place_recover_unit" && return 0
  cp -- "$tx/recover.service" "$place_recover_unit.new" && chmod 0644 "$place_recover_unit.new" && mv -T -f -- "$place_recover_unit.new" "$place_recover_unit" &&
    mkdir -p /etc/systemd/system/sysinit.target.wants && ln -s -f -- "$place_recover_unit" /etc/systemd/system/sysinit.target.wants/drover-recover.service
}

# A zombie that lost the lock must not write: the token is read in the same shell as each swap.
swap_file() {
  IFS= read -r token <"$place_token" && [ "$token" = "$id" ] || {
    echo 'another run has taken the lock'
    return 1
  }
  point "$swap_point"
  swap_point=swap-next
  case $1 in link | unlink) point swap-link ;; esac
  if [ "$1" = remove ] || [ "$1" = unlink ]; then rm -f -- "$2"; else mv -T -f -- "$(beside "$2")" "$2"; fi
}
swap() {
  swap_point=swap
  each_file swap_file && flush_folders && point swapped
}

follow_up() {
  followed=$1
  shift
  point follow
  step "$followed" limited "$seconds_follow_up" "$@"
}
check() {
  point check
  step "check $1" check_patiently "$2"
}

work() {
  printf '%s\n' "$$" >"$tx/worker"
  step prepare prepare || return 10
  step recheck recheck || return 10
  in_place=no
  if [ "$has_validations" = yes ]; then
    step validate validate
    case $? in 0) ;; 125) in_place=yes ;; *) return 10 ;; esac
  fi
  step stage stage || return 10
  step keep keep || return 10
  step arm arm || return 10
  step swap swap || return 11
  if [ "$in_place" = yes ]; then step 'validate in place' validations || return 11; fi
  follow_ups || return 11
  checks || return 11
}
