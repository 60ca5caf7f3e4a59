#!/bin/sh
# Defines `waiting_sites`: prints `LINK PLAIN TLS` of each site of ours that could serve TLS and does not.
: "${site_mark:?}"

waiting_sites() {
  for tls in /etc/nginx/sites-available/*.tls; do
    [ -f "$tls" ] && IFS= read -r first <"$tls" && [ "$first" = "$site_mark" ] || continue
    plain=${tls%.tls}
    whole=1
    # shellcheck disable=SC2013
    for file in $(sed -n 's/^ *ssl_certificate\(_key\)\{0,1\} \(.*\);$/\2/p' "$tls"); do [ -e "$file" ] || whole=; done
    [ -n "$whole" ] || continue
    for link in /etc/nginx/sites-enabled/* /etc/nginx/conf.d/*; do
      [ ! -L "$link" ] || [ "$(readlink "$link")" != "$plain" ] || printf '%s %s %s\n' "$link" "$plain" "$tls"
    done
  done
}
