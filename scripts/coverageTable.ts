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

/** How many questions have a card, and how much waits for one. */
export function coverageWords({ inventory, counts }: Coverage, pending: readonly string[]): string {
  const questions = counts.filter((count) => count.kind === 'question')
  const units = questions.reduce((sum, count) => sum + count.units, 0)
  const covered = questions.reduce((sum, count) => sum + count.covered, 0)
  const pendingIds = new Set(pending)
  const isPending = (id: string) => pendingIds.has(id)
  const items = inventory.items.filter((item) => isPending(item.id) || item.parts.some((part) => isPending(part.id)))
  const parts = items.flatMap((item) => item.parts.filter((part) => isPending(item.id) || isPending(part.id)))
  return [
    `questions: ${covered} of ${units} covered`,
    `pending: ${items.length} items with ${parts.length} parts`,
  ].join('\n')
}
