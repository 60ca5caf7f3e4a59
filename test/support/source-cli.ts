// `drover` from its sources, as a process: for tests of what needs no build.
import { startCli } from '../../src/main.ts'

await startCli()
