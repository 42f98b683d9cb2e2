// The counts of the coverage as text: a table for the terminal and two sentences.
import type { Coverage, CoverageCount } from '#domain/deck/coverage.ts'

const columns = ['document', 'kind', 'lines', 'items', 'parts', 'covered', 'pending'] as const

/** One row for each kind that a document has, and a last one with the sums. */
export function coverageTable(counts: readonly CoverageCount[]): string {
  const filled = counts.filter((count) => count.items > 0)
  const sum = (column: 'lines' | 'items' | 'parts' | 'covered' | 'pending') =>
    filled.reduce((total, count) => total + count[column], 0)
  const total = {
    document: 'all',
    kind: '',
    lines: sum('lines'),
    items: sum('items'),
    parts: sum('parts'),
    covered: sum('covered'),
    pending: sum('pending'),
  }
  const rows = [...filled, total].map((count) => columns.map((column) => String(count[column])))
  const widths = columns.map((column, index) => Math.max(column.length, ...rows.map((row) => row[index]?.length ?? 0)))
  const rule = widths.map((width) => '─'.repeat(width))
  return [columns, rule, ...rows.slice(0, -1), rule, ...rows.slice(-1)]
    .map((row) =>
      row.map((cell, index) => (index < 2 ? cell.padEnd(widths[index] ?? 0) : cell.padStart(widths[index] ?? 0))),
    )
    .map((row) => row.join('  ').trimEnd())
    .join('\n')
}

const owedKinds = [
  ['question', 'questions'],
  ['topic', 'topics'],
  ['practice', 'practice'],
] as const

/** How much of each kind that owes cards has them (a compound line counts by its parts), and how much waits for one. */
export function coverageWords({ inventory, counts }: Coverage, pending: readonly string[]): string {
  const covered = owedKinds.map(([kind, name]) => {
    const own = counts.filter((count) => count.kind === kind)
    const sum = (column: 'covered' | 'units') => own.reduce((total, count) => total + count[column], 0)
    return `${name}: ${sum('covered')} of ${sum('units')} covered`
  })
  const pendingIds = new Set(pending)
  const isPending = (id: string) => pendingIds.has(id)
  const items = inventory.items.filter((item) => isPending(item.id) || item.parts.some((part) => isPending(part.id)))
  const parts = items.flatMap((item) => item.parts.filter((part) => isPending(item.id) || isPending(part.id)))
  const waiting = items.length === 0 ? [] : [`pending: ${items.length} items with ${parts.length} parts`]
  return [...covered, ...waiting].join('\n')
}
