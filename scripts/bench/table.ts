export interface Row {
  readonly what: string
  readonly ms: number
  /** Said in place of the time. */
  readonly notMeasured?: string
}

/** A Markdown table; the ratio says how many times the first row each takes. */
export function renderTable(title: string, rows: readonly Row[]): string {
  const base = rows[0]?.ms ?? Number.NaN
  const line = ({ what, ms, notMeasured }: Row): string =>
    notMeasured === undefined
      ? `| ${what} | ${ms.toFixed(0)} ms | ${(ms / base).toFixed(2)} |`
      : `| ${what} | not measured: ${notMeasured.replaceAll(/\s*\n\s*|\|/g, ' ')} | |`
  return `\n| ${title} | median | ratio |\n| --- | ---: | ---: |\n${rows.map(line).join('\n')}\n`
}
