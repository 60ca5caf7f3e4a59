#!/bin/bash
# Certificates that no ACME server gave.
: "${place_own:?}" "${place_served:?}"

install -d -m 0755 "$place_served" && install -d -m 0700 "$place_own" || give_up "$place_own cannot be made"
# $1 folder; `fullchain.pem` and `privkey.pem` are in the current one.
keep_own() {
  rm -rf -- "$1.new" && install -d -m 0700 "$1.new" && install -m 0644 fullchain.pem "$1.new/" && install -m 0600 privkey.pem "$1.new/" &&
    sync -f "$1.new" && rm -rf -- "$1" && mv -T -- "$1.new" "$1" || give_up "$1 cannot be written"
}
# All others, once nothing uses them.
drop_others() {
  for folder in "$place_own/"*; do [ "$folder" = "$1" ] || rm -rf -- "$folder"; done
}
