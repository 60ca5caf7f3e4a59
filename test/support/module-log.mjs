import { appendFileSync } from 'node:fs'
import { registerHooks } from 'node:module'

// For NODE_OPTIONS: writes the address of each module that the process loads to DROVER_TEST_MODULE_LOG.
const file = process.env.DROVER_TEST_MODULE_LOG
registerHooks({
  load: (url, context, next) => {
    appendFileSync(file, `${url}\n`)
    return next(url, context)
  },
})
