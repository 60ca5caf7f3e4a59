#!/bin/bash
# The supervisor holds the lock, listens to the runner and decides how the
# transaction ends; the watch and the recovery do the same when it is gone.
# Everything that undoes is idempotent: it may be cut off and done again.
: "${place_library:?}" "${place_current:?}" "${place_transactions:?}" "${place_lock:?}" "${place_holder:?}" "${place_token:?}" "${seconds_heartbeat:?}" "${seconds_confirm:?}" "${seconds_follow_up:?}" "${seconds_last_follow_up:?}" "${undos_kept:?}"
. ./configure/list-undos.sh
. ./configure/recover-other.sh

# A staged file that is still beside its target was not swapped.
revert_file() {
  case $1 in link | unlink) return 0 ;; esac
  point "$revert_point"
  revert_point=revert-next
  staged=$(beside "$2")
  if [ "$1" = put ] && [ -e "$staged" ]; then
    rm -f -- "$staged" "$staged.old"
  elif [ "$staged.old" -ef "$2" ]; then
    rm -f -- "$staged.old"
  elif [ -e "$staged.old" ]; then
    mv -T -f -- "$staged.old" "$2"
  elif [ -e "$tx/old$2" ]; then
    is_old "$tx/old$2" "$2" || { put_old "$tx/old$2" "$staged.back" && mv -T -f -- "$staged.back" "$2"; }
  elif [ "$6" = - ] || [ "$6" = '?' ]; then
    rm -f -- "$2"
  fi
}
is_old() {
  [ "$1" -ef "$2" ] || { cmp -s -- "$1" "$2" && [ "$(stat -c %a:%u:%g -- "$1")" = "$(stat -c %a:%u:%g -- "$2")" ]; }
}
# The same inode where that can be: on a full disk a copy would not fit.
put_old() { ln -f -- "$1" "$2" 2>/dev/null || { cp -a -- "$1" "$2" && sync -- "$2"; }; }
unstage_file() {
  staged=$(beside "$2")
  if is_there "$staged" || is_there "$staged.old"; then rm -f -- "$staged" "$staged.old"; fi
}
remove_made() {
  [ ! -f "$tx/made" ] || tac "$tx/made" | while IFS= read -r folder; do rmdir -- "$folder" 2>/dev/null; done
  return 0
}
revert_files() {
  revert_point=revert
  each_file revert_link && each_file revert_file && flush_folders && remove_made && point reverted
}
unstage() {
  point unstage
  each_file unstage_file
  remove_made
}
is_current() { [ "$(readlink "$place_current" 2>/dev/null)" = "$tx" ]; }
# What follows runs again for the old files, best effort: a unit that is new has nothing to return to.
follow_back() { each_follow_up limited "$1" || :; }
each_follow_up() {
  follow_with="$*"
  # shellcheck disable=SC2329
  follow_up() {
    followed=$1
    shift
    # shellcheck disable=SC2086
    step "$followed" $follow_with "$@" || :
  }
  follow_ups
}
# The worker leads a session: what timeout(1) starts has a process group of its own.
end_worker() {
  leader=$(cat "$tx/worker" 2>/dev/null) || return 0
  is_alive "$leader" || return 0
  for entry in /proc/[0-9]*; do
    { read -r stat <"$entry/stat"; } 2>/dev/null || continue
    # shellcheck disable=SC2086
    set -- ${stat##*) }
    [ "$4" != "$leader" ] || kill -KILL "${entry##*/}" 2>/dev/null
  done
}
# Back to the old files, for the reason $1, with $2 seconds for each of what follows.
undo() {
  end_worker
  ended="rolled-back $1"
  if [ "$1" = before ] || ! is_current; then ended="failed $1"; fi
  if is_current; then
    step revert revert_files || {
      say 'end failed revert'
      return 1
    }
    [ "$1" = before ] || follow_back "$2"
  else
    unstage
  fi
  put_verdict "$id $ended"
  rm -f "$place_current"
  say "end $ended"
  disarm
  rm -rf -- "$tx"
}
disarm() {
  has_systemd && systemctl stop "drover-watch-$id.timer" 2>/dev/null
  return 0
}

# Before anybody hears that the change lasts: whoever undoes the last change then finds this one. The
# name begins with the second, or with the number after the newest one's: two changes may be made in
# one second, and clocks go back.
keep_undo() {
  mkdir -p "$place_undo"
  if [ -n "$undoes" ]; then
    rm -rf -- "${place_undo:?}/$undoes"
    return
  fi
  newest=$(list_undos | tail -n 1)
  newest=${newest%%-*}
  printf -v order '%(%s)T' -1
  [ "$order" -gt "${newest:-0}" ] || order=$((newest + 1))
  rm -rf -- "$tx/new"
  mv -T -- "$tx" "$place_undo/$order-$id"
}

# The removal of the link is the one moment at which a change begins to last.
commit() {
  point commit
  put_verdict "$id changed"
  rm -f "$place_current" && sync -f "$place_library"
  point committed
  each_file unstage_file
  keep_undo
  say 'end changed'
  disarm
  rm -rf -- "$tx"
  list_undos | head -n "-$undos_kept" | while IFS= read -r old; do rm -rf -- "${place_undo:?}/$old"; done
}

remove_stale() {
  for stale in "$place_transactions/"*; do
    [ "$stale" != "$tx" ] || continue
    ! is_alive "$(cat "$stale/supervisor" 2>/dev/null)" || continue
    (
      tx=$stale
      end_worker
    )
    [ ! -f "$stale/script.sh" ] || bash -c 'id=$1; tx=$2; . "$tx/script.sh"; unstage' drover "$(basename -- "$stale")" "$stale" 7>&- 9>&- </dev/null >/dev/null 2>&1
    rm -rf -- "$stale"
  done
}

take_lock() {
  until_second=$((SECONDS + $1))
  until flock -w 1 9; do
    holder=$(head -c 300 "$place_holder" 2>/dev/null | tr '\n' ' ')
    [ "$SECONDS" -lt "$until_second" ] || {
      say "busy $holder"
      return 1
    }
    say "waiting $holder"
    if IFS= read -r -t 0.01 event <&7; then [ "$event" != lost ] || return 1; fi
  done
  point lock
  put_text "$place_holder" "$2" && put_text "$place_token" "$id"
}

# $1 seconds to wait for the lock, $2 who we are.
supervise() {
  trap '' PIPE
  trap 'echo lost >&7' HUP TERM INT
  point receive
  mkfifo "$tx/events" && exec 7<>"$tx/events" 9>>"$place_lock" || {
    say 'end failed receive'
    return 1
  }
  {
    # shellcheck disable=SC2034
    while IFS= read -r -t "$seconds_heartbeat" beat; do :; done
    echo lost >&7
  } <&0 >/dev/null 2>&1 9>&- &
  listener=$!
  take_lock "$1" "$2" || {
    rm -rf -- "$tx"
    kill "$listener" 2>/dev/null
    return 75
  }
  recover_other
  remove_stale
  {
    # shellcheck disable=SC2016
    setsid -w bash -c 'id=$1; tx=$2; . "$tx/script.sh"; work' drover "$id" "$tx" </dev/null 9>&-
    echo "worker $?" >&7
  } 9>&- &
  attend
  kill "$listener" 2>/dev/null
}
attend() {
  while IFS= read -r event <&7; do
    case $event in
      'worker 0')
        point confirm
        say confirm
        {
          sleep "$seconds_confirm"
          echo unconfirmed >&7
        } </dev/null >/dev/null 2>&1 9>&- &
        ;;
      'worker 10')
        undo before "$seconds_last_follow_up"
        return
        ;;
      'worker 11')
        undo after "$seconds_follow_up"
        return
        ;;
      worker*)
        undo killed "$seconds_last_follow_up"
        return
        ;;
      "confirmed $id")
        commit
        return
        ;;
      lost)
        undo lost "$seconds_last_follow_up"
        return
        ;;
      unconfirmed)
        undo unconfirmed "$seconds_last_follow_up"
        return
        ;;
    esac
  done
}

# Started by the timer that was set before the swap. While the supervisor lives it holds the lock and
# decides; a supervisor that hangs is ended.
watch() {
  exec 9>>"$place_lock"
  if ! flock -w "$hard_limit" 9; then
    is_current && kill -KILL "$(cat "$tx/supervisor")" 2>/dev/null
    flock -w 10 9 || return 1
  fi
  is_current || return 0
  undo watch "$seconds_last_follow_up"
}

# At boot, before any service reads the files: nobody else is there to decide.
recover_at_boot() { revert_files && put_verdict "$id rolled-back boot" && rm -f "$place_current"; }
