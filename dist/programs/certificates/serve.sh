#!/bin/bash
# Makes what is there already the certificate in use.
: "${place_letsencrypt:?}" "${folder:?}" "${ca?}"
. ./certificates/prelude.sh
. ./certificates/serve-functions.sh
. ./certificates/hook.sh

case $folder in
  "$place_letsencrypt"/*)
    # What a restoration that was cut off left.
    rm -rf -- "$place_letsencrypt/.drover-restore"
    install_hook "$ca"
    ;;
esac
serve "$folder"
