import type { FollowUp } from '../base/follow-up.js'
import { programCommand } from '../programs/program.js'

/** `reload-or-restart`: a unit that is stopped is started, as somebody who asks for its new configuration expects. */
export function followUpArgv(followUp: FollowUp): readonly string[] {
  switch (followUp.kind) {
    case 'daemon-reload':
      return ['systemctl', 'daemon-reload']
    case 'reload':
      return systemctlAfresh('reload-or-restart', followUp.unit)
    case 'restart':
      return systemctlAfresh('restart', followUp.unit)
    case 'command':
      return ['sh', '-c', followUp.command]
  }
}

/** Also a unit that systemd would not start again so soon. */
function systemctlAfresh(verb: string, unit: string): readonly string[] {
  return programCommand('configure/systemctl-afresh.sh', { args: [verb, unit] }).argv
}
