import { createServer } from 'node:net'
import { expect, test } from 'vitest'
import { sshAnswers } from './ssh-answers.js'

test.each([
  ['SSH-2.0-OpenSSH_9.2\r\n', true],
  ['HTTP/1.1 400 Bad Request\r\n', false],
  ['', false],
])('a port that greets with %j answers as SSH: %s', async (greeting, expected) => {
  const server = createServer((socket) => socket.end(greeting))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' ? (address?.port ?? 0) : 0
  expect(await sshAnswers({ address: '127.0.0.1', port })).toBe(expected)
  await new Promise((resolve) => server.close(resolve))
  expect(await sshAnswers({ address: '127.0.0.1', port })).toBe(false)
})
