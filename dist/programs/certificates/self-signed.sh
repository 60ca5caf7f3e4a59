#!/bin/bash
# Makes key and certificate on the machine; the key never leaves it.
: "${folder:?}" "${new_key:?}" "${days:?}" "${common_name:?}" "${alternative_names:?}"
. ./certificates/prelude.sh
. ./certificates/serve-functions.sh
. ./certificates/own-functions.sh

command -v openssl >/dev/null || {
  tell uninstallable openssl
  exit 1
}
umask 077
said=$(openssl req -x509 -newkey "${new_key[@]}" -nodes -days "$days" -subj "/CN=$common_name" \
  -addext "subjectAltName=$alternative_names" -keyout privkey.pem -out fullchain.pem 2>&1) ||
  give_up "openssl could not make it: $(printf '%s' "$said" | one_line)"
keep_own "$folder"
serve "$folder"
drop_others "$folder"
