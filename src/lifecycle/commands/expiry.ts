import type { Command } from '../../base/command.js'

/** The units that power a machine off whose making is not completed; user data puts them there. */
const expiryUnit = 'drover-expiry'

const units = `${expiryUnit}.timer ${expiryUnit}.service`

/*
 * Takes the timer away and looks that it is gone, in systemd and on the disk: what a reboot would
 * read counts as much as what runs. Run again, it finds nothing and says the same.
 */
const script = `set -u
LC_ALL=C; export LC_ALL
systemctl disable --now ${expiryUnit}.timer >/dev/null 2>&1
systemctl stop ${units} >/dev/null 2>&1
for folder in /etc/systemd/system /run/systemd/system /usr/local/lib/systemd/system; do
  rm -rf "$folder/${expiryUnit}.timer" "$folder/${expiryUnit}.service" "$folder/${expiryUnit}.timer.d" "$folder/${expiryUnit}.service.d"
  rm -f "$folder"/*.wants/${expiryUnit}.timer "$folder"/*.wants/${expiryUnit}.service
done
systemctl daemon-reload || exit 1
systemctl reset-failed ${units} >/dev/null 2>&1
sync
for unit in ${units}; do
  printf '%s %s %s\\n' "$unit" "$(systemctl show --property=LoadState --value "$unit")" "$(systemctl show --property=ActiveState --value "$unit")"
done
`

export const disarmExpiryCommand: Command = { argv: ['sh', '-c', script] }

/** What of the timer is still there; empty when systemd knows neither unit and runs neither. */
export function parseDisarmed(answer: string): readonly string[] {
  const told = new Map(
    answer.split('\n').flatMap((line): readonly (readonly [string, string])[] => {
      const [, unit, state] = /^(\S+) (\S+ \S+)$/.exec(line.trim()) ?? []
      return unit === undefined || state === undefined ? [] : [[unit, state]]
    }),
  )
  return units.split(' ').flatMap((unit) => {
    const state = told.get(unit)
    if (state === 'not-found inactive') return []
    return [`${unit} is ${state === undefined ? 'not told of' : state.replace(' ', ' and ')}`]
  })
}
