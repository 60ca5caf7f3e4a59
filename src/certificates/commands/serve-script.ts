import { waitingSitesFunction } from './observe-certificates.js'
import { certificateMark, certificatePlaces } from './places.js'

/** What a unit says, beside what its programs say: `drover-certificate WORD REST`. */
export const prelude = String.raw`set -u
LC_ALL=C.UTF-8; PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin; export LC_ALL PATH
tell() { printf '${certificateMark} %s\n' "$*"; }
give_up() { tell failed "$*"; exit 1; }
one_line() { tr '\n' ' ' | head -c 600; }
`

/**
 * bash: `serve FOLDER` makes the certificate in a folder the one in use, and switches the TLS of nginx's sites on that
 * waited for it. nginx is asked first; what it refuses is taken back, links too.
 */
export const serveFunctions = `${waitingSitesFunction}
replace_link() { # $1 link, $2 where to
  rm -f -- "$3" && ln -s -- "$2" "$3" && mv -T -f -- "$3" "$1"
}
serve() {
  [ -s "$1/fullchain.pem" ] && [ -s "$1/privkey.pem" ] || give_up "$1 holds no certificate with its key"
  install -d -m 0755 ${certificatePlaces.served} || give_up '${certificatePlaces.served} cannot be made'
  before=$(readlink -- ${certificatePlaces.current} 2>/dev/null)
  [ "$before" = "$1" ] || replace_link ${certificatePlaces.current} "$1" ${certificatePlaces.served}/.new
  for file in fullchain.pem privkey.pem; do
    [ "$(readlink ${certificatePlaces.served}/$file 2>/dev/null)" = "current/$file" ] ||
      replace_link ${certificatePlaces.served}/$file "current/$file" ${certificatePlaces.served}/.new
  done
  command -v nginx >/dev/null || { tell served "$1"; return; }
  switched=$(waiting_sites)
  while read -r link plain tls; do
    [ -z "$link" ] || replace_link "$link" "$tls" "$plain.drover-link"
  done <<<"$switched"
  if ! said=$(nginx -t 2>&1); then
    while read -r link plain tls; do
      [ -z "$link" ] || replace_link "$link" "$plain" "$plain.drover-link"
    done <<<"$switched"
    # Without TLS sites nobody reads the link: the certificate stays where it is for the next try.
    [ -z "$before" ] || [ "$before" = "$1" ] || replace_link ${certificatePlaces.current} "$before" ${certificatePlaces.served}/.new
    give_up "nginx refuses it, so nothing was switched: $(printf '%s' "$said" | grep -m 1 emerg || printf '%s' "$said" | one_line)"
  fi
  if systemctl is-active --quiet nginx.service; then
    said=$(systemctl reload nginx.service 2>&1) || give_up "nginx could not be reloaded: $(printf '%s' "$said" | one_line)"
  fi
  tell served "$1"
}
`

/**
 * Environment in which certbot takes this CA for the ACME server. boto3 would take it for AWS as well, unless it is
 * told another one.
 */
export function caSettings(ca: string): string {
  return `REQUESTS_CA_BUNDLE=${ca} AWS_CA_BUNDLE=${certificatePlaces.authorities}`
}

/** bash: what Debian's timer does after a renewal. */
export const hookFunctions = String.raw`
write_file() { # $1 path, $2 mode; content on standard input
  install -d -m 0755 "${'$'}{1%/*}" && cat >"$1.drover" && chmod "$2" "$1.drover" && mv -f -- "$1.drover" "$1"
}
install_hook() { # $1 file with the CA of the ACME server, or nothing
  write_file ${certificatePlaces.hook} 0755 <<'HOOK' || give_up 'the hook for renewals cannot be written'
#!/bin/sh
# Written by Drover: nginx takes the renewed certificate.
command -v nginx >/dev/null && systemctl is-active --quiet nginx.service || exit 0
nginx -t -q && systemctl reload nginx.service
HOOK
  if [ -n "$1" ]; then
    printf '# Written by Drover\n[Service]\nEnvironment=%s\n' "${caSettings('$1')}" |
      write_file ${certificatePlaces.timerSettings} 0644 && systemctl daemon-reload
  elif [ -e ${certificatePlaces.timerSettings} ]; then
    rm -f ${certificatePlaces.timerSettings} && systemctl daemon-reload
  fi
}
`
