import type { CertificateData, OutcomeData } from '../base/outcome-data.js'

/** What an operation said of the machine's certificate, whichever operation it was. */
export function certificateOf(data: OutcomeData | undefined): CertificateData | undefined {
  return data !== undefined && 'certificate' in data ? data.certificate : undefined
}
