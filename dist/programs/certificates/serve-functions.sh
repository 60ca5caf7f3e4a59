#!/bin/bash
# `serve FOLDER` makes the certificate in a folder the one in use, and switches the TLS of nginx's sites on that
# waited for it. nginx is asked first; what it refuses is taken back, links too.
: "${place_served:?}" "${place_current:?}"
. ./certificates/waiting-sites.sh

replace_link() { # $1 link, $2 where to
  rm -f -- "$3" && ln -s -- "$2" "$3" && mv -T -f -- "$3" "$1"
}
serve() {
  [ -s "$1/fullchain.pem" ] && [ -s "$1/privkey.pem" ] || give_up "$1 holds no certificate with its key"
  install -d -m 0755 "$place_served" || give_up "$place_served cannot be made"
  before=$(readlink -- "$place_current" 2>/dev/null)
  [ "$before" = "$1" ] || replace_link "$place_current" "$1" "$place_served/.new"
  for file in fullchain.pem privkey.pem; do
    [ "$(readlink "$place_served/"$file 2>/dev/null)" = "current/$file" ] ||
      replace_link "$place_served/"$file "current/$file" "$place_served/.new"
  done
  command -v nginx >/dev/null || {
    tell served "$1"
    return
  }
  switched=$(waiting_sites)
  while read -r link plain tls; do
    [ -z "$link" ] || replace_link "$link" "$tls" "$plain.drover-link"
  done <<<"$switched"
  if ! said=$(nginx -t 2>&1); then
    while read -r link plain tls; do
      [ -z "$link" ] || replace_link "$link" "$plain" "$plain.drover-link"
    done <<<"$switched"
    # Without TLS sites nobody reads the link: the certificate stays where it is for the next try.
    [ -z "$before" ] || [ "$before" = "$1" ] || replace_link "$place_current" "$before" "$place_served/.new"
    give_up "nginx refuses it, so nothing was switched: $(printf '%s' "$said" | grep -m 1 emerg || printf '%s' "$said" | one_line)"
  fi
  if systemctl is-active --quiet nginx.service; then
    said=$(systemctl reload nginx.service 2>&1) || give_up "nginx could not be reloaded: $(printf '%s' "$said" | one_line)"
  fi
  tell served "$1"
}
