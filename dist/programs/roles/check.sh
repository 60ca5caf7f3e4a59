#!/bin/bash
# Receives the archive and shows what the playbook would change; installs nothing, notes nothing, leaves nothing.
: "${status_not_there:?}"
. ./roles/playbook.sh

command -v ansible-playbook >/dev/null || exit "$status_not_there"
umask 077
folder=$(mktemp -d) && trap 'rm -rf -- "$folder"' EXIT && tar -x -f - -C "$folder" && cd "$folder" || exit
run_playbook --check --diff </dev/null
