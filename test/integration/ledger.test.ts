import { describeLedger } from '../contract/ledger-contract.js'
import { makeHttpPlace, makePathPlace } from '../support/ledger-place.js'

describeLedger('on a path', makePathPlace)
describeLedger('over HTTP', makeHttpPlace)
describeLedger('over HTTP with a token', () => makeHttpPlace({ token: 'canary-3f9a1c' }))
