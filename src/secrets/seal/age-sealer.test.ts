import { PassThrough } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { expect, test } from 'vitest'
import { InputError } from '../../base/errors.js'
import { Secret } from '../../base/secret.js'
import { makeAgeSealer } from './age-sealer.js'
import { checkRecipients, encryptStream } from './encrypt-stream.js'
import { makeIdentity } from './make-identity.js'

const one = await makeIdentity()
const two = await makeIdentity()
const plain = Buffer.from('what nobody may read')

const sealer = (...lines: readonly string[]) => makeAgeSealer(new Secret('DROVER_SEAL_KEY', lines.join('\n')))

async function problemsOf(...lines: readonly string[]): Promise<readonly string[]> {
  const error = await sealer(...lines).catch((thrown: unknown) => thrown)
  if (!(error instanceof InputError)) throw new Error('expected an InputError', { cause: error })
  expect(JSON.stringify(error.problems)).not.toContain('SECRET-KEY-1Q')
  return error.problems.map(({ message }) => message)
}

test('a sealer opens what it sealed, and the sealed bytes do not show it', async () => {
  const { seal, open } = await sealer(one.identity)
  const sealed = await seal(plain)
  expect(sealed.toString('latin1')).toMatch(/^age-encryption\.org\/v1\n/)
  expect(sealed.includes(plain)).toBe(false)
  expect(await open(sealed)).toEqual(plain)
})

test('a sealer seals to the first identity and opens with any', async () => {
  const both = await sealer(two.identity, one.identity)
  expect(both.recipients).toEqual([two.recipient, one.recipient])
  const old = await (await sealer(one.identity)).seal(plain)
  expect(await both.open(old)).toEqual(plain)
  const onlyOld = await sealer(one.identity)
  await expect(onlyOld.open(await both.seal(plain))).rejects.toMatchObject({ reason: 'invalid-ledger' })
})

test('a sealer takes the file that seal-key prints, with its comment', async () => {
  const { recipients } = await sealer(`# recipient: ${one.recipient}`, '', one.identity, '')
  expect(recipients).toEqual([one.recipient])
})

test('a sealer refuses a damaged file', async () => {
  const { seal, open } = await sealer(one.identity)
  const sealed = await seal(plain)
  sealed[sealed.length - 1] = (sealed.at(-1) ?? 0) ^ 1
  await expect(open(sealed)).rejects.toMatchObject({ reason: 'invalid-ledger' })
})

test('a sealer reports every line that is no identity, by its number and without quoting it', async () => {
  const flipped = one.identity.replace(/.$/, (last) => (last === 'Q' ? 'P' : 'Q'))
  expect(await problemsOf('AGE-SECRET-KEY-1QQ', one.identity, one.recipient)).toEqual([
    'secret "DROVER_SEAL_KEY": line 1 is no identity of age',
    'secret "DROVER_SEAL_KEY": line 3 is no identity of age',
  ])
  expect(await problemsOf(one.identity, flipped)).toEqual([
    'secret "DROVER_SEAL_KEY": line 2 is no identity of age',
  ])
  expect(await problemsOf('# nothing')).toEqual(['secret "DROVER_SEAL_KEY": holds no identity of age'])
})

test('an encrypted stream is encrypted to every recipient, chunk by chunk', async () => {
  const out = new PassThrough()
  const whole = buffer(out)
  const { into, done } = await encryptStream([one.recipient, two.recipient], out)
  const chunk = Buffer.alloc(100_000, 'x')
  for (let count = 0; count < 5; count += 1) into.write(chunk)
  into.end()
  await done
  for (const { identity } of [one, two]) {
    expect(await (await sealer(identity)).open(await whole)).toEqual(Buffer.alloc(500_000, 'x'))
  }
})

test('an encrypted stream fails for its writer when its reader fails', async () => {
  const out = new PassThrough()
  const { into, done } = await encryptStream([one.recipient], out)
  const broken = new Promise((resolve) => into.once('error', resolve))
  into.write(Buffer.alloc(100_000))
  const cause = new Error('the disk is full')
  out.destroy(cause)
  await expect(done).rejects.toBe(cause)
  await expect(broken).resolves.toBe(cause)
})

test('an encrypted stream refuses recipients that age does not know, and does not show an identity given in place of one', async () => {
  const error = await checkRecipients([one.recipient, 'age1nonsense', one.identity]).catch((e) => e)
  expect(error).toBeInstanceOf(InputError)
  expect(error.problems).toHaveLength(2)
  expect(JSON.stringify(error.problems)).not.toContain('AGE-SECRET-KEY-1Q')
  expect(JSON.stringify(error.problems)).not.toContain(one.identity)
})
