#!/bin/sh
# Defines `generation`, which prints a word that is another one after each transaction, and while one is not
# decided. It starts a program only while a change is not decided.
: "${place_current:?}" "${place_last:?}"

generation() {
  undecided=
  [ ! -L "$place_current" ] || undecided=$(readlink "$place_current")
  decided=
  [ ! -f "$place_last" ] || IFS= read -r decided <"$place_last"
  printf '%s %s' "$undecided" "$decided"
}
