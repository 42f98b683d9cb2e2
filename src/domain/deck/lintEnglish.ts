// The letters of written English: Latin ones, and the straight quotes and apostrophes of a keyboard.
import { findInProse, type Problem } from './problem.ts'
import type { SourceCard } from './sourceCard.ts'

const rules: readonly (readonly [RegExp, string])[] = [
  [/\p{L}*\p{Script=Cyrillic}\p{L}*/u, 'expected Latin letters, found Cyrillic in "$"'],
  [/\S*[“”‘’«»„]\S*/u, 'expected straight quotes and apostrophes, found $'],
]

export function lintEnglish(card: SourceCard): Problem[] {
  const { prose } = card.faces.en
  return rules.flatMap(([pattern, message]) => findInProse(prose, pattern, `en: ${message}`))
}
