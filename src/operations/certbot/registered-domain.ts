/** The part of a name that somebody registered: `example.co.uk` of `www.example.co.uk`. */
export type RegisteredDomain = (name: string) => string

/**
 * STAND-IN until the public suffix list is here: the last two labels. A registered domain always ends with them,
 * so this counts more names together than the certificate authority does (all of `co.uk`), never fewer.
 */
export const lastTwoLabels: RegisteredDomain = (name) => name.split('.').slice(-2).join('.')
