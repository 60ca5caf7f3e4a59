import { machineName } from '../schema/schema.js'
import { quoted } from './shown.js'

/** Why a text cannot be the DNS name of a machine (RFC 1035, 2.3.4; RFC 1123, 2.1), and a hint. */
export function dnsNameFault(name: string): { readonly what: string; readonly hint: string } | undefined {
  if (name.length > 253) {
    return { what: `it has ${name.length} characters`, hint: 'make it at most 253 characters long' }
  }
  const labels = name.split('.')
  const long = labels.find((label) => label.length > 63)
  if (long !== undefined) {
    return {
      what: `its part ${quoted(long)} has ${long.length} characters`,
      hint: 'make each part between dots at most 63 characters long',
    }
  }
  const bad = labels.find((label) => !machineName.test(label))
  if (bad !== undefined) {
    return {
      what: `its part ${quoted(bad)} is not of a-z, 0-9 and "-"`,
      hint: 'make each part between dots of a-z, 0-9 and "-", with no "-" at either end',
    }
  }
  // A resolver could not distinguish such a name from an address.
  if (/^\d+$/.test(labels.at(-1) ?? '')) {
    return { what: 'its last part is a number', hint: 'end it with the name of a zone, as in "example.org"' }
  }
  return undefined
}
