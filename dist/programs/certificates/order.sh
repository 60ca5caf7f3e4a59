#!/bin/bash
# Installs what certbot needs, orders with order.py in the current folder, and serves what came.
# `packages` are words; `webroot` is empty for a challenge that needs none, `ca` where the system's CAs do.
: "${place_letsencrypt:?}" "${packages:?}" "${lineage:?}" "${webroot?}" "${ca?}"
. ./certificates/prelude.sh
. ./certificates/serve-functions.sh
. ./certificates/hook.sh

lacking=
for package in $packages; do
  [ "$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null)" = installed ] || lacking="$lacking $package"
done
if [ -n "$lacking" ]; then
  tell installing "$lacking"
  export DEBIAN_FRONTEND=noninteractive
  apt-get -q -o DPkg::Lock::Timeout=300 update
  # shellcheck disable=SC2086
  apt-get -q -o DPkg::Lock::Timeout=300 install -y --no-install-recommends $lacking || {
    tell uninstallable "$lacking"
    exit 1
  }
fi
if [ -n "$ca" ]; then
  [ -r "$ca" ] || {
    tell lacks-ca
    exit 1
  }
  export REQUESTS_CA_BUNDLE="$ca" AWS_CA_BUNDLE="$place_authorities"
fi
[ -z "$webroot" ] || install -d -m 0755 "$webroot" || give_up 'the webroot cannot be made'
tell ordering
python3 "$PWD/order.py" || exit 1
install_hook "$ca"
serve "$place_letsencrypt/live/$lineage"
