// Runs the SQL of a card on PGlite, which is PostgreSQL in WebAssembly, and shows its results as the cards do: one table for
// each statement that returns columns, numbers to the right, one empty line between tables, no row counts.
import { PGlite, types, type Results } from '@electric-sql/pglite'

const numberTypes = new Set<number>([
  types.INT2,
  types.INT4,
  types.INT8,
  types.FLOAT4,
  types.FLOAT8,
  types.NUMERIC,
  types.OID,
])

type Row = Record<string, unknown>

/** What the statements return; an error of the database is thrown as it comes. */
export async function runSql(code: string): Promise<string> {
  // Everything as PostgreSQL writes it, so that a card shows what psql would.
  const asText: Record<number, (value: string) => string> = {}
  for (const type of Object.values(types)) {
    if (typeof type === 'number') asText[type] = (value: string) => value
  }
  const database = new PGlite({ parsers: asText })
  try {
    await database.exec("SET timezone = 'UTC'")
    const results: readonly Results<Row>[] = await database.exec(code)
    return results
      .filter((result) => result.fields.length > 0)
      .map(resultToTable)
      .join('\n\n')
  } finally {
    await database.close()
  }
}

function resultToTable({ fields, rows }: Results<Row>): string {
  const columns = fields.map(({ name, dataTypeID }) => {
    const values = rows.map((row) => {
      const value = row[name]
      // As text, by the parsers above; NULL is shown as nothing, as psql shows it.
      return typeof value === 'string' ? value : ''
    })
    const width = Math.max(name.length, ...values.map((value) => value.length))
    return { name, values, width, isNumber: numberTypes.has(dataTypeID) }
  })
  const line = (cells: readonly string[]): string => ` ${cells.join(' | ')}`.trimEnd()
  return [
    line(columns.map(({ name, width }) => name.padEnd(width))),
    columns.map(({ width }) => '-'.repeat(width + 2)).join('+'),
    ...rows.map((_row, index) =>
      line(
        columns.map(({ values, width, isNumber }) => {
          const value = values[index] ?? ''
          return isNumber ? value.padStart(width) : value.padEnd(width)
        }),
      ),
    ),
  ].join('\n')
}
