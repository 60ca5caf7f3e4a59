import type { Command } from '../../base/command.js'
import { programCommand } from '../../programs/program.js'
import { certificatePlaces } from './places.js'

/** The certificate that a machine serves with, and its chain; whatever it comes from. */
export const servedCertificateFile = `${certificatePlaces.served}/fullchain.pem`

/** Prints that file, or nothing when there is none. It is public; the key is not looked at. */
export const servedCertificateCommand: Command = programCommand('certificates/print-served.sh', {
  args: [servedCertificateFile],
})
