import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'

// A module of ssh2 that was compiled to CommonJS asks for these when it is loaded;
// in the ESM bundle of ncc they do not exist (vercel/ncc#749). Must be imported first.
const place = globalThis as { __filename?: string; __dirname?: string }
place.__filename ??= fileURLToPath(import.meta.url)
place.__dirname ??= dirname(place.__filename)
