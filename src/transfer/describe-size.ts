const units = ['bytes', 'KiB', 'MiB', 'GiB', 'TiB'] as const

/** `812 bytes`, `1.5 MiB`. */
export function describeSize(bytes: number): string {
  const power = bytes < 1024 ? 0 : Math.min(units.length - 1, Math.floor(Math.log2(bytes) / 10))
  const value = bytes / 1024 ** power
  return `${power === 0 ? value : value.toFixed(1)} ${units[power]}`
}
