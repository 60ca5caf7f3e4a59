/** Whether a token may be sent to a URL. Everyone on the way can read plain HTTP, but a request to this computer never leaves it. */
export function isSafeForToken(url: string): boolean {
  if (!URL.canParse(url)) return false
  const { protocol, hostname } = new URL(url)
  if (protocol === 'https:') return true
  return protocol === 'http:' && ['127.0.0.1', '[::1]', 'localhost'].includes(hostname)
}
