import { expect, test } from 'vitest'
import { useTransientBench } from '../support/transient-bench.ts'
import { runTransientOnce } from '../support/transient-runner.ts'

const bench = useTransientBench('t-link')
const { begin, work } = bench

const numbers = (last: number): readonly string[] =>
  Array.from({ length: last }, (_, index) => String(index + 1))

test('the output comes whole and in order, with its files, and the exit status is that of the work', async () => {
  const end = await runTransientOnce(
    work({
      script:
        'seq 200000; cat greeting; stat -c %a greeting; umask; echo "$HOME"; printf "ü without newline"; exit 7',
      files: [{ path: 'greeting', mode: 0o600, bytes: Buffer.from('hello\n') }],
    }),
  )
  expect(end).toMatchObject({ code: 7, isLinkLost: false })
  expect(end.lines).toEqual([...numbers(200_000), 'hello', '600', '0022', '/root', 'ü without newline'])
})

test('the work is not ended by bytes that are no text, by long lines or by silence', async () => {
  const end = await runTransientOnce(
    work({ script: `printf '\\377\\n'; head -c 50000 /dev/zero | tr '\\0' x; echo; sleep 15; echo done` }),
  )
  expect(end).toMatchObject({ code: 0, isLinkLost: false })
  expect(end.lines).toEqual(['\ufffd', 'x'.repeat(50_000), 'done'])
})

test('a connection that is cut again and again loses no output and repeats none', async () => {
  const before = bench.proxy.count()
  const run = begin({
    script: 'for i in $(seq 3000); do echo "$i"; [ $((i % 300)) -ne 0 ] || sleep 1; done; exit 3',
  })
  for (const line of ['300', '1200', '2100']) {
    await run.until(line)
    bench.proxy.cut()
  }
  expect(await run.ended).toMatchObject({ code: 3, isLinkLost: true, lines: numbers(3000) })
  expect(bench.proxy.count() - before).toBeGreaterThanOrEqual(4)
})

test('a connection that is silent is given up and opened again', async () => {
  const run = begin({ script: 'echo first; sleep 50; echo last', timeoutSeconds: 100 })
  await run.until('first')
  bench.proxy.silence()
  setTimeout(() => bench.proxy.open(), 40_000)
  expect(await run.ended).toMatchObject({ code: 0, isLinkLost: true, lines: ['first', 'last'] })
})

test('a transfer that is cut off leaves nothing, and is done again', async () => {
  const bytes = Buffer.alloc(12 * 1024 * 1024, 'sesame-1234 ')
  const before = bench.proxy.count()
  bench.proxy.cutAfter(6 * 1024 * 1024)
  const end = await runTransientOnce(
    work({ script: 'wc -c <large', files: [{ path: 'large', mode: 0o600, bytes }] }),
  )
  expect(end).toMatchObject({ code: 0, isLinkLost: true, lines: [String(bytes.length)] })
  expect(bench.proxy.count() - before).toBe(2)
  expect(await bench.flock.on('lo-1', 'ls -d /var/lib/drover/transient/code/incoming-* 2>/dev/null')).toBe('')
  expect(await bench.flock.on('lo-1', 'grep -rl sesame-1234 /var/lib/drover')).toBe('')
})
