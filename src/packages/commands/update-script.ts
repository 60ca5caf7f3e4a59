import { places } from '../../transaction/places.js'
import { aptScript } from './apt.js'

export interface UpdateRequest {
  readonly securityOnly: boolean
  /** Only says what it would do. */
  readonly isDryRun: boolean
}

/** Begins each line that is for us; all others are what the programs say. */
export const mark = 'drover-update'

/**
 * What was installed before an update that did not end by itself: the next one tells what both did.
 */
const beforePlace = `${places.library}/update-before`

/**
 * bash that upgrades packages and tells it as `drover-update WORD …` lines: `step NAME`, `done STATUS NAME`,
 * `waiting WHO`, `would|changed NAME BEFORE AFTER` (`-` for none), `left NAME BEFORE AFTER WHY`, `repaired NAME`,
 * `needs-reboot WHY`, `failed WHY`, and at last `end`. Can be cut off at any moment and run again.
 */
export function updateScript({ securityOnly, isDryRun }: UpdateRequest): string {
  return String.raw`set -u
LC_ALL=C.UTF-8; PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin; export LC_ALL PATH
only=${securityOnly ? 'security' : 'all'}
work=$(mktemp -d${isDryRun ? '' : ' -p "$PWD"'}) && trap 'rm -rf -- "$work"' EXIT || exit 1
tell() { printf '${mark} %s\n' "$*"; }
# Told as it comes. Not by a pipe: a daemon that a package starts would keep it open.
step() {
  name=$1; shift
  tell step "$name"
  : >"$work/output"
  "$@" >>"$work/output" 2>&1 </dev/null &
  pid=$!
  tail -n +1 -s 0.2 -f --pid="$pid" "$work/output"
  wait "$pid"
  status=$?
  [ -z "$(tail -c 1 "$work/output")" ] || echo
  tell "done" "$status" "$name"
  [ "$status" -eq 0 ] || why=$(first_error "$work/output")
  return "$status"
}
give_up() { tell failed "${'$'}{why:-$1}"; finish 1; }
finish() { tell end; exit "$1"; }
tell_each() { while IFS= read -r line; do tell "$1" "$line"; done; }
# Of packages that are there before and after, that have come, and that were broken.
tell_changes() {
  list_packages >"$work/after"
  join -a 1 -a 2 -e - -o 0,1.2,1.3,2.2,2.3 ${beforePlace} "$work/after" >"$work/both"
  awk '$2 != $4 { print $1, $2, $4 }' "$work/both" | tell_each changed
  awk '$3 != "-" && $3 !~ /^.i/ && $5 ~ /^.i/ { print $1 }' "$work/both" | tell_each repaired
  rm -f ${beforePlace}
}
tell_reboot() {
  if [ -e /run/reboot-required ] || [ -e /var/run/reboot-required ]; then
    tell needs-reboot "$(sort -u /run/reboot-required.pkgs 2>/dev/null | tr '\n' ' ' | sed 's/ $//')"
    return
  fi
  running=$(uname -r)
  # In a container the running kernel is not the machine's.
  [ -e "/boot/vmlinuz-$running" ] || return 0
  flavour=$(printf '%s\n' "$running" | sed -E 's/^[0-9][^-]*(-[0-9][^-]*)?-?//')
  newest=$(ls /boot | sed -n 's/^vmlinuz-//p' | grep -E -- "^[0-9][^-]*(-[0-9][^-]*)?-?$flavour\$" | sort -V | tail -n 1)
  [ "${'$'}{newest:-$running}" = "$running" ] || tell needs-reboot "kernel $newest"
}
${aptScript}
can_update || { tell unknown-manager; finish 1; }
[ "$only" = all ] || prefer_security
why=
${isDryRun ? dryRun : realRun}`
}

const dryRun = `
refresh_aside || give_up 'the lists of packages could not be refreshed'
plan_upgrade >"$work/plan" || give_up 'the upgrade could not be planned'
tell_each would <"$work/plan"
plan_left >"$work/left"
cut -d ' ' -f 1 "$work/plan" >"$work/planned"
while read -r name rest; do grep -qxF -- "$name" "$work/planned" || tell left "$name $rest"; done <"$work/left"
tell_reboot
finish 0
`

/** What was half done is repaired before and after: the new lists may have what the repair needs. */
const realRun = String.raw`
[ -s ${beforePlace} ] || { list_packages >${beforePlace}.new && sync -- ${beforePlace}.new && mv -f -- ${beforePlace}.new ${beforePlace}; } || give_up 'the packages cannot be listed'
repair || give_up 'the packages of an earlier run could not be finished'
refresh || { tell_changes; give_up 'the lists of packages could not be refreshed'; }
repair_dependencies
upgraded=0
plan_upgrade >"$work/plan" || upgraded=$?
[ ! -s "$work/plan" ] || upgrade || upgraded=$?
failure=$why
tell_changes
plan_left | tell_each left
tell_reboot
why=$failure
[ "$upgraded" -eq 0 ] || give_up 'the packages could not be upgraded'
is_whole || give_up "packages are not whole: $(dpkg --audit 2>&1 | tr '\n' ' ' | head -c 300)"
finish 0
`
