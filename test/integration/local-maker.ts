import { makeLocalProvider } from '../../src/providers/local/local-provider.js'
import { realClock } from '../../src/system/real-clock.js'

// Launches one machine as a process of its own. Takes the provider's options and the launch request as JSON.
const [options = '', request = ''] = process.argv.slice(2)
const provider = makeLocalProvider({ ...JSON.parse(options), clock: realClock })
const seen = await provider.launch({ ...JSON.parse(request), onStep: () => undefined })
process.stdout.write(JSON.stringify(seen))
