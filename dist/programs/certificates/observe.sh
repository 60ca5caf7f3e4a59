#!/bin/sh
# What there is of certificates on a machine. Reads only.
: "${place_served:?}" "${place_current:?}" "${place_failures:?}" "${place_hook:?}"
. ./certificates/digest.sh
. ./certificates/waiting-sites.sh

set -u
LC_ALL=C
PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin
export LC_ALL PATH
b64() { base64 -w 0 <"$1" 2>/dev/null || true; }
for conf in "$place_letsencrypt/renewal/"*.conf; do
  [ -f "$conf" ] || continue
  name=${conf##*/}
  name=${name%.conf}
  live=$place_letsencrypt/live/$name
  whole=-
  [ ! -s "$live/privkey.pem" ] || [ ! -s "$live/chain.pem" ] || [ ! -s "$live/cert.pem" ] || whole=+
  printf 'lineage %s %s %s %s\n' "$whole" "$name" "$(b64 "$conf")" "$(b64 "$live/fullchain.pem")"
done
if [ -s "$place_served/fullchain.pem" ] && [ -s "$place_served/privkey.pem" ]; then
  printf 'served %s %s\n' "$(readlink -- "$place_current" || echo -)" "$(b64 "$place_served/fullchain.pem")"
fi
digest=$(lineage_digest)
[ -z "$digest" ] || printf 'digest %s\n' "$digest"
[ ! -f "$place_failures" ] || sed 's/^/failure /' "$place_failures"
grep -lsF -e '# managed by Certbot' /etc/nginx/sites-enabled/* /etc/nginx/conf.d/* | sed 's/^/rewritten /'
waiting_sites | sed 's/^/waiting /'
[ ! -x "$place_hook" ] || echo hook
printf 'now %s\nend\n' "$(date +%s)"
