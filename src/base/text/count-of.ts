/** `1 file`, `3 files`; for other plurals `countOf(2, 'try', 'tries')`. */
export function countOf(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`
}
