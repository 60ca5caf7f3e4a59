#!/bin/bash
# Runs the playbook that was sent along on the machine itself, in the folder where it was unpacked
# (playbook.yml, inventory, roles/ …), and then notes which roles the machine has: all that are
# wanted, not only those that ran. Prints the lines of the callback `drover`, and what apt says.
# `roles` is `ROLE DIGEST`, a line each.
: "${place_baseline:?}" "${roles?}"
. ./roles/install-ansible.sh
. ./roles/playbook.sh

# shellcheck disable=SC2119
run_playbook || exit
printf %s "$roles" >"$place_baseline.new" && sync "$place_baseline.new" && mv -T -f "$place_baseline.new" "$place_baseline"
