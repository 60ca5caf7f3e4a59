import { expect, test } from 'vitest'
import { deriveHostKey } from './host-key.js'
import { renderUserData, type UserDataInput, userDataFault } from './user-data.js'

const hostKey = deriveHostKey(Buffer.alloc(32), 'token')
const input: UserDataInput = {
  machine: 'web-1',
  user: 'admin',
  authorizedKeys: ['ssh-ed25519 AAAA one', 'ssh-ed25519 AAAB "two"'],
  hostKey,
  makingMinutes: 45,
}
const configOf = (text: string): Record<string, unknown> => {
  const [first, ...rest] = text.split('\n')
  expect(first).toBe('#cloud-config')
  return JSON.parse(rest.join('\n')) as Record<string, unknown>
}

test('user data gives the machine its name, its host key and no other', () => {
  expect(configOf(renderUserData(input))).toMatchObject({
    hostname: 'web-1',
    ssh_deletekeys: true,
    ssh_keys: { ed25519_private: hostKey.privateKey, ed25519_public: `${hostKey.publicKey}\n` },
    ssh_pwauth: false,
  })
})

test('user data lets the user in with each key, and root in no other way', () => {
  expect(configOf(renderUserData(input))).toMatchObject({
    disable_root: true,
    users: [
      {
        name: 'admin',
        ssh_authorized_keys: ['ssh-ed25519 AAAA one', 'ssh-ed25519 AAAB "two"'],
        sudo: 'ALL=(ALL) NOPASSWD:ALL',
      },
    ],
  })
  const root = configOf(renderUserData({ ...input, user: 'root' }))
  expect(root).toMatchObject({ disable_root: false, users: [{ name: 'root' }] })
  expect(JSON.stringify(root)).not.toContain('NOPASSWD')
})

test('user data arms a timer that powers the machine off', () => {
  const { bootcmd } = configOf(renderUserData(input)) as { bootcmd: string[][] }
  const script = bootcmd[0]?.[2] ?? ''
  expect(script).toContain('/etc/systemd/system/drover-expiry.timer')
  expect(script).toMatch(/^minutes=45\n/)
  expect(script).toContain('ExecStart=/bin/systemctl poweroff')
  // Without it a first boot would wait for itself.
  expect(script).toContain('start --no-block drover-expiry.timer')
})

test('user data joins the cloud-config of the user as a second part that cannot replace ours', () => {
  const text = renderUserData({ ...input, extra: '#cloud-config\npackages: [jq]\n' })
  const boundary = /^Content-Type: multipart\/mixed; boundary="([^"]+)"$/m.exec(text)?.[1] ?? ''
  const parts = text.split(`--${boundary}`)
  expect(parts).toHaveLength(4)
  expect(parts[1]).toContain('"hostname": "web-1"')
  expect(parts[2]).toContain('packages: [jq]')
  expect(parts[2]).toContain('Merge-Type: dict(no_replace,recurse_list)+list(append)+str()')
  expect(parts[3]?.trim()).toBe('--')
})

test('user data is the same for the same input', () => {
  expect(renderUserData({ ...input })).toBe(renderUserData(input))
})

test.each([
  ['#cloud-config\npackages: []\n', undefined],
  ['packages: []\n', undefined],
  ['# a comment first\npackages: []\n', undefined],
  ['#!/bin/sh\n', 'is not cloud-config'],
  ['#include https://example.org/x\n', 'is not cloud-config'],
  ['Content-Type: multipart/mixed\n', 'is not cloud-config'],
  ['#cloud-config\n"merge_how": x\n', 'must not say how it is merged'],
  ['#cloud-config\nmerge_type: x\n', 'must not say how it is merged'],
  ['#cloud-config\n# drover-part-6d1f8c52\n', 'must not contain "drover-part-6d1f8c52"'],
])('the fault of the user data %j is %j', (text, expected) => {
  expect(userDataFault(text)).toBe(expected)
})
