// What a lint says: a line and a sentence; and the search through prose that most rules are.
import type { Prose } from './sourceCard.ts'

/** What is wrong on a 1-based line of a card file. */
export interface Problem {
  readonly line: number
  readonly message: string
}

/** One problem for each place in prose where the pattern is found; `$` in the message stands for what was found. */
export function findInProse(prose: readonly Prose[], pattern: RegExp, message: string): Problem[] {
  const everywhere = new RegExp(pattern, `${pattern.flags}g`)
  return prose.flatMap(({ line, text }) =>
    Array.from(text.matchAll(everywhere), ([found]) => ({ line, message: message.replace('$', () => found.trim()) })),
  )
}
