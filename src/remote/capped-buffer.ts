/** Keeps the first bytes of a stream, up to a cap, and remembers whether there were more. */
export class CappedBuffer {
  readonly #chunks: Buffer[] = []
  readonly #cap: number
  #size = 0
  truncated = false

  constructor(cap: number) {
    this.#cap = cap
  }

  push(chunk: Buffer): void {
    const room = this.#cap - this.#size
    if (chunk.length > room) this.truncated = true
    if (room <= 0) return
    const kept = chunk.subarray(0, room)
    this.#chunks.push(kept)
    this.#size += kept.length
  }

  bytes(): Buffer {
    return Buffer.concat(this.#chunks)
  }
}
