/** The first and the last lines of what a step printed: a validator says first what is wrong, our script last. */
export function stepTail(detail = ''): string {
  const lines = detail.split('\n').filter((line) => line.trim() !== '')
  const shown = lines.length > 3 ? [...lines.slice(0, 2), ...lines.slice(-1)] : lines
  const why = shown.map((line) => line.slice(0, 200)).join('; ')
  return why === '' ? '' : `: ${why}`
}
