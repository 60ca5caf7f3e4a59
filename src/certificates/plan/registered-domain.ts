import { getDomain } from 'tldts'

/** The part of a name that somebody registered: `example.co.uk` of `www.example.co.uk`. */
export type RegisteredDomain = (name: string) => string

/**
 * By the public suffix list with its private part, as Let's Encrypt counts; a name that the list does
 * not know a suffix of is its own.
 */
export const registeredDomain: RegisteredDomain = (name) =>
  getDomain(name, { allowPrivateDomains: true }) ?? name
