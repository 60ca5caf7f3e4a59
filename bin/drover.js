#!/usr/bin/env node
import { startCli } from '../dist/index.js'

await startCli()
