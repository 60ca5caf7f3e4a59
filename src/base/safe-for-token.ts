/** Whether a token may be sent to a URL. Over plain HTTP everyone on the way reads it; to this computer there is no way. */
export function isSafeForToken(url: string): boolean {
  if (!URL.canParse(url)) return false
  const { protocol, hostname } = new URL(url)
  if (protocol === 'https:') return true
  return protocol === 'http:' && ['127.0.0.1', '[::1]', 'localhost'].includes(hostname)
}
