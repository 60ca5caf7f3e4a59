/** Where certificates are on a machine. */
export const certificatePlaces = {
  letsencrypt: '/etc/letsencrypt',
  /** What is in use, whatever it comes from: `fullchain.pem` and `privkey.pem`, links through `current`. */
  served: '/etc/drover/tls',
  /** Link to the folder of the certificate in use: one rename switches certificate and key. */
  current: '/etc/drover/tls/current',
  /** Certificates that no ACME server gave: a folder for each, named for its content. */
  own: '/etc/drover/tls/own',
  /** Seconds since 1970, name and URL of each authorization that failed, one a line. */
  failures: '/var/lib/drover/certificates/failures',
  /** The order that is being placed, with the key of its certificate: beside what is captured, never in it. */
  keptOrder: '/var/lib/drover/certificates/kept-order.json',
  hook: '/etc/letsencrypt/renewal-hooks/deploy/drover-nginx',
  /** What Debian's timer for renewals is told beside. */
  timerSettings: '/etc/systemd/system/certbot.service.d/drover.conf',
  /** All CAs that the machine trusts by itself. */
  authorities: '/etc/ssl/certs/ca-certificates.crt',
  webroot: '/var/www/acme',
} as const

/** What is captured and restored; all else below /etc/letsencrypt is the machine's. */
export const lineageFolders = ['accounts', 'archive', 'live', 'renewal'] as const

/** Begins each line of a unit that is for us. */
export const certificateMark = 'drover-certificate'

/** The first line of a site that the role nginx_site made. */
export const siteMark = '# Written by Drover, role nginx_site'
