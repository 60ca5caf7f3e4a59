/** A configuration that keeps us from logging in again: one managed file gets another content. */
export interface CutCase {
  readonly name: string
  /** Source file in the layers. */
  readonly source: 'sshd' | 'firewall' | 'unit' | 'keys' | 'passwd'
  readonly content: (good: string) => string
}

const sshd = (...lines: readonly string[]): CutCase[] =>
  lines.map((line) => ({
    name: `sshd: ${line}`,
    source: 'sshd',
    content: () => `${line.replaceAll('; ', '\n')}\n`,
  }))

const table = (chain: string): string =>
  `flush ruleset\ntable inet cut {\n  chain c {\n    ${chain}\n  }\n}\n`
const firewall = (...chains: readonly string[]): CutCase[] =>
  chains.map((chain) => ({
    name: `firewall: ${chain}`,
    source: 'firewall',
    content: () => table(chain.replaceAll(' | ', '\n    ')),
  }))

const input = 'type filter hook input priority 0;'
const output = 'type filter hook output priority 0;'

const unit = (...lines: readonly string[]): CutCase[] =>
  lines.map((line) => ({
    name: `unit: ${line}`,
    source: 'unit',
    content: () => `[Service]\n${line.replaceAll('; ', '\n')}\n`,
  }))

/** Fifty ways to lock oneself out. */
export const cutCases: readonly CutCase[] = [
  ...sshd(
    'ListenAddress 127.0.0.1',
    'ListenAddress ::1',
    'AddressFamily inet6',
    'Port 2222',
    'Port 22022',
    'PermitRootLogin no',
    'PermitRootLogin forced-commands-only',
    'PubkeyAuthentication no',
    'AllowUsers nobody',
    'AllowUsers root@192.0.2.77',
    'AllowGroups games',
    'DenyUsers root',
    'DenyUsers *',
    'DenyGroups root',
    'AuthorizedKeysFile /nonexistent/%u',
    'AuthorizedKeysFile none',
    'AuthenticationMethods password',
    'AuthenticationMethods publickey,password',
    'KexAlgorithms diffie-hellman-group1-sha1',
    'Ciphers aes128-cbc',
    'HostKeyAlgorithms rsa-sha2-512',
    'PubkeyAcceptedAlgorithms rsa-sha2-512',
    'ForceCommand /bin/false',
    'MaxSessions 0',
    'NoSuchOption yes',
    'Match User root; PubkeyAuthentication no',
  ),
  ...firewall(
    `${input} policy drop;`,
    `${input} policy drop; | iif lo accept`,
    `${input} policy accept; | tcp dport 22 drop`,
    `${input} policy accept; | tcp dport 22 reject`,
    `${input} policy accept; | tcp dport 22 reject with tcp reset`,
    `${input} policy accept; | ip saddr 10.0.0.0/8 drop`,
    `${input} policy accept; | tcp flags syn / syn,ack drop`,
    `${input} policy accept; | ct state new drop`,
    `${input} policy drop; | ct state established,related accept`,
    `${output} policy drop;`,
    `${output} policy accept; | tcp sport 22 drop`,
    `${output} policy accept; | ip daddr 10.0.0.0/8 drop`,
    `${output} policy accept; | tcp flags syn,ack / syn,ack drop`,
    `${input} policy accept; | meta l4proto tcp drop`,
    `${input} policy accept; | iifname "host0" drop`,
  ),
  ...unit(
    'ExecStart=; ExecStart=/bin/false',
    'ExecStart=; ExecStart=/bin/sleep infinity; Type=exec',
    'ExecStartPre=/bin/false',
    'RootDirectory=/nonexistent',
    'PrivateNetwork=yes',
  ),
  { name: 'keys: none', source: 'keys', content: () => '# nobody\n' },
  {
    name: 'keys: another',
    source: 'keys',
    content: (good) => good.replace(/[A-Za-z0-9+/]{8}\s*$/, 'AAAAAAAA\n'),
  },
  { name: 'keys: only from elsewhere', source: 'keys', content: (good) => `from="192.0.2.1" ${good}` },
  {
    name: 'accounts: root may not log in',
    source: 'passwd',
    content: (good) => good.replace(/^(root:.*:)[^:]*$/m, '$1/usr/sbin/nologin'),
  },
]
