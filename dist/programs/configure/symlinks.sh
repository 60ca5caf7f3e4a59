#!/bin/bash
# Symbolic links in a transaction: `link TARGET TO - - SEEN` and `unlink TARGET - - - SEEN`, where SEEN
# is `to:` and what the look read, or - for nothing. The old link is no file that would have to be kept:
# the script itself says where it led.

is_there() { [ -e "$1" ] || [ -L "$1" ]; }
# Validators see the new link in place of the old one, as they see new files.
prepare_link() {
  [ -e "$3" ] || {
    echo "$2 would lead to $3, which is not there"
    return 1
  }
  [ "$has_validations" != yes ] || { mkdir -p -- "$tx/new${2%/*}" && ln -s -f -T -- "$3" "$tx/new$2"; }
}
recheck_link() {
  if [ "$6" = - ]; then
    ! is_there "$2" || {
      echo "$2 was not there when Drover looked, and is there now"
      return 1
    }
  else
    [ -L "$2" ] && [ "$(readlink -- "$2")" = "${6#to:}" ] || {
      echo "$2 is not the link that Drover saw any more"
      return 1
    }
  fi
}
stage_link() {
  ln -s -T -- "$3" "$(beside "$2")" && to_flush+=("${2%/*}/")
}
# The old link stays beside its place: it can return when the disk is full.
keep_link() { [ "$6" = - ] || ln -P -f -- "$2" "$(beside "$2").old" 2>/dev/null || :; }
# Links go back before files: what they led to stays whole as long as they lead there. A staged link that
# is still beside its target was not swapped.
revert_link() {
  case $1 in link | unlink) ;; *) return 0 ;; esac
  point "$revert_point"
  revert_point=revert-next
  staged=$(beside "$2")
  if [ "$1" = link ] && [ -L "$staged" ]; then
    rm -f -- "$staged" "$staged.old"
  elif [ "$6" = - ]; then
    [ ! -L "$2" ] || rm -f -- "$2"
  elif [ -L "$2" ] && [ "$(readlink -- "$2")" = "${6#to:}" ]; then
    rm -f -- "$staged.old"
  elif [ -L "$staged.old" ]; then
    mv -T -f -- "$staged.old" "$2"
  else
    ln -s -f -T -- "${6#to:}" "$staged.back" && mv -T -f -- "$staged.back" "$2"
  fi
}
