import type { FollowUp } from '../base/follow-up.js'

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

/**
 * systemd refuses to start a unit that failed a few times in the last seconds
 * (systemd.unit(5), StartLimitBurst=). With the old files back it must start all
 * the same: it may be sshd.
 */
function systemctlAfresh(verb: string, unit: string): readonly string[] {
  const script = 'systemctl reset-failed "$2" 2>/dev/null; exec systemctl "$1" "$2"'
  return ['sh', '-c', script, 'drover', verb, unit]
}
