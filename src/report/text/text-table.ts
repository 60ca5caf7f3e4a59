/** One cell: the text decides the width, `paint` only how it looks. */
export interface Cell {
  readonly text: string
  readonly paint?: (text: string) => string
}

/** Rows in aligned columns, two spaces apart; the last column is not padded. */
export function renderTable(rows: readonly (readonly Cell[])[]): readonly string[] {
  const columns = Math.max(0, ...rows.map((row) => row.length))
  const widths = Array.from({ length: columns }, (_, column) =>
    Math.max(0, ...rows.map((row) => row[column]?.text.length ?? 0)),
  )
  return rows.map((row) =>
    row
      .map((cell, column) => {
        const painted = cell.paint === undefined ? cell.text : cell.paint(cell.text)
        const isLast = column === row.length - 1
        return isLast ? painted : painted + ' '.repeat((widths[column] ?? 0) - cell.text.length)
      })
      .join('  ')
      .trimEnd(),
  )
}
