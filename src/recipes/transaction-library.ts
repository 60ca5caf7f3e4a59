import { pendingPath, stampEnvPath, stampPath } from './look.js'

/**
 * The fixed part of the script that changes a machine; POSIX sh, GNU coreutils
 * and util-linux. It prints `ID step NAME`, `ID done NAME STATUS`, `ID end
 * OUTCOME`, and between them what commands say, each line behind `| ` so that no
 * command can speak in the script's name. ID is random for each attempt.
 *
 * 1. prepare: owners and modes of the staged tree
 * 2. recheck: every target is what the look saw
 * 3. validate: in a private mount namespace where the staged tree lies over the
 *    real one, so that a validator sees all new files in place while no target
 *    has changed; where the kernel refuses that (status 125), after the swap
 * 4. stage: each file beside its target, flushed to disk
 * 5. swap: each by rename(2); what has to follow is written down first, so that
 *    a run that is cut off here is finished by the next one
 * 6. what follows; when that fails the old files return, and what follows runs
 *    once more for them
 * 7. stamp
 */
export const transactionLibrary = String.raw`
LC_ALL=C; PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin; export LC_ALL PATH
keep_going=no
say() { printf '%s %s\n' "$id" "$*" 2>/dev/null || :; }
beside() { printf '%s/.drover-%s-%s' "$(dirname -- "$1")" "$id" "$(basename -- "$1")"; }
limited() { limit=$1; shift; timeout -k 5 "$limit" "$@" 9>&-; }
step() {
  name=$1; shift
  say "step $name"
  "$@" >"$tx/output" 2>&1 </dev/null
  status=$?
  { head -c 16384 "$tx/output" | sed 's/^/| /'; [ -z "$(tail -c 1 "$tx/output")" ] || echo; } 2>/dev/null || :
  say "done $name $status"
  return "$status"
}

prepare_file() { chown -- "$2:$3" "$tx/new$1" && chmod -- "$4" "$tx/new$1"; }
prepare_folder() {
  real=$(printf '%s\n' "$1" | cut -c "$(( $(printf %s "$tx/new" | wc -c) + 1 ))-")
  if [ -d "$real" ]; then chown --reference="$real" -- "$1" && chmod --reference="$real" -- "$1"
  else chmod 0755 -- "$1"; fi
}
prepare() {
  each_file prepare_file || return 1
  [ -d "$tx/new" ] || return 0
  find "$tx/new" -mindepth 1 -type d | while IFS= read -r folder; do prepare_folder "$folder" || exit 1; done
}

recheck_file() {
  if [ "$5" = - ]; then
    [ ! -e "$1" ] || { echo "$1 was not there when Drover looked, and is there now"; return 1; }
  else
    [ "$(sha256sum <"$1" | cut -c 1-64)" = "$5" ] || { echo "$1 is not what Drover saw any more"; return 1; }
  fi
}
recheck() { each_file recheck_file; }

existing_folder() { folder=$(dirname -- "$1"); while [ ! -d "$folder" ]; do folder=$(dirname -- "$folder"); done; printf '%s\n' "$folder"; }
is_covered() {
  for outer in $mounted; do case "$1/" in "$outer"/*) return 0;; esac; done
  return 1
}
validate_inside() {
  set -f; IFS='
'
  mounted=
  for folder in $(each_file existing_folder | sort -u); do
    is_covered "$folder" && continue
    [ "$folder" != / ] || return 125
    mount -t overlay -o "ro,lowerdir=$tx/new$folder:$folder" drover "$folder" || return 125
    mounted="$mounted
$folder"
  done
  set +f; unset IFS
  validations
}
validate() {
  unshare --mount --propagation private true || return 125
  unshare --mount --propagation private sh -c 'id=$1; tx=$2; . "$tx/library.sh"; . "$tx/plan.sh"; validate_inside' drover "$id" "$tx"
}
validation() {
  limited 120 sh -c "$1"
  validated=$?
  [ "$validated" -eq 0 ] && return 0
  echo "\"$1\" exited with $validated"
  return 1
}

make_folder() {
  [ -d "$1" ] && return 0
  make_folder "$(dirname -- "$1")" "$2" "$3" || return 1
  mkdir -m 0755 -- "$1" && chown -- "$2:$3" "$1" && printf '%s\n' "$1" >>"$tx/made"
}
stage_file() {
  make_folder "$(dirname -- "$1")" "$2" "$3" || return 1
  rm -f -- "$(dirname -- "$1")"/.drover-*-"$(basename -- "$1")"
  staged=$(beside "$1")
  cp -p -- "$tx/new$1" "$staged" && sync -- "$staged"
}
stage() { each_file stage_file; }

keep_file() {
  [ -e "$1" ] || return 0
  mkdir -p -- "$tx/old$(dirname -- "$1")" || return 1
  ln -- "$1" "$tx/old$1" 2>/dev/null || cp -a -- "$1" "$tx/old$1"
}
swap_file() { mv -T -f -- "$(beside "$1")" "$1"; }
flush_folder() { sync -- "$(dirname -- "$1")"; }
swap() {
  each_file keep_file && install_text pending ${pendingPath} 0600 || return 1
  each_file swap_file && each_file flush_folder
}
install_text() {
  mkdir -p -- "$(dirname -- "$2")" && cp -- "$tx/$1" "$2.drover" && chmod -- "$3" "$2.drover" &&
    sync -- "$2.drover" && mv -T -f -- "$2.drover" "$2"
}

# A staged file that is still beside its target was not swapped.
revert_file() {
  staged=$(beside "$1")
  if [ -e "$staged" ]; then rm -f -- "$staged"
  elif [ -e "$tx/old$1" ]; then cp -a -- "$tx/old$1" "$staged" && mv -T -f -- "$staged" "$1"
  elif [ "$5" = - ]; then rm -f -- "$1"
  fi
}
unstage_file() { rm -f -- "$(beside "$1")"; }
remove_made() { [ ! -f "$tx/made" ] || tac "$tx/made" | while IFS= read -r folder; do rmdir -- "$folder" 2>/dev/null; done; }
revert() { each_file revert_file && each_file flush_folder && remove_made && rm -f ${pendingPath}; }
unstage() { each_file unstage_file; remove_made; }

follow_up() {
  name=$1; shift
  step "$name" limited 300 "$@"
  followed=$?
  [ "$followed" -eq 0 ] || [ "$keep_going" = yes ]
}
roll_back() {
  step revert revert || { say 'end failed revert'; return 1; }
  if [ "$1" = follow ]; then keep_going=yes; follow_ups; fi
  say "end rolled-back $1"
  return 1
}
write_stamp() {
  install_text stamp.env ${stampEnvPath} 0644 && install_text stamp.json ${stampPath} 0644 && chmod 0755 /etc/drover && rm -f ${pendingPath}
}

transact() {
  step prepare prepare || { say 'end failed prepare'; return 1; }
  step recheck recheck || { say 'end failed recheck'; return 1; }
  in_place=no
  if [ "$has_validations" = yes ]; then
    step validate validate
    case $? in
      0) ;;
      125) in_place=yes ;;
      *) say 'end failed validate'; return 1 ;;
    esac
  fi
  step stage stage || { unstage; say 'end failed stage'; return 1; }
  step swap swap || { roll_back swap; return 1; }
  if [ "$in_place" = yes ]; then step 'validate in place' validations || { roll_back validate; return 1; }; fi
  follow_ups || { roll_back follow; return 1; }
  step stamp write_stamp || { say 'end failed stamp'; return 1; }
  say 'end changed'
}
`
