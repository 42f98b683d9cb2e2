// The words of the glossary: no card has a form that it refuses. Code and links are not prose and are not looked at.
import type { RefusedForm } from './glossary.ts'
import { findInProse, type Problem } from './problem.ts'
import type { SourceCard } from './sourceCard.ts'

export function lintWords(card: SourceCard, refused: readonly RefusedForm[]): Problem[] {
  return refused
    .filter(({ subjects }) => subjects === null || subjects.includes(card.subject))
    .flatMap(({ language, pattern, expected }) =>
      findInProse(card.faces[language].prose, pattern, `${language}: expected "${expected}", found "$"`),
    )
}
