interface Limit {
  /** What is waited for, as in `waited 20 s for WHAT`. */
  readonly what: string
  readonly seconds: number
}

/** A wait with a deadline: it rejects with the name of what it waited for, which is not stopped. */
export async function within<Value>(wait: Promise<Value>, { what, seconds }: Limit): Promise<Value> {
  let timer: NodeJS.Timeout | undefined
  const over = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`waited ${seconds} s for ${what}`)), seconds * 1000)
  })
  try {
    return await Promise.race([wait, over])
  } finally {
    clearTimeout(timer)
  }
}
