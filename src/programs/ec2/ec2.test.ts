import { expect, test } from 'vitest'
import { makeProgramRoot, posixShells } from '../../../test/support/run-program.js'

test.each(posixShells)(
  '%s arms a timer that ends the machine in so many minutes, once for each instance',
  (shell) => {
    using root = makeProgramRoot()
    root.put('/etc/systemd/system/.here', '')
    root.put('/var/lib/cloud/.here', '')
    root.stub({ systemctl: '' })
    const arm = () => root.run('ec2/arm-expiry.sh', { shell, values: { minutes: 45 } }).code
    expect([arm(), arm()]).toEqual([0, 0])
    expect(root.read('/etc/systemd/system/drover-expiry.timer')).toContain('\nOnBootSec=45min\n')
    expect(root.read('/etc/systemd/system/drover-expiry.service')).toContain(
      '\nExecStart=/bin/systemctl poweroff\n',
    )
    expect(root.calls()).toEqual([
      'systemctl daemon-reload',
      'systemctl enable drover-expiry.timer',
      'systemctl start --no-block drover-expiry.timer',
    ])
  },
)
