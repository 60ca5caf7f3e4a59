import { startAction } from '../dist/index.js'

await startAction()
