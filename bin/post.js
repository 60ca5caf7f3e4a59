import { startPost } from '../dist/index.js'

await startPost()
