#!/bin/bash
# Puts a certificate that came from elsewhere: it lies with its key in the current folder.
: "${folder:?}"
. ./certificates/prelude.sh
. ./certificates/serve-functions.sh
. ./certificates/own-functions.sh

keep_own "$folder"
serve "$folder"
drop_others "$folder"
