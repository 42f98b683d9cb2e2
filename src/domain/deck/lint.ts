// Everything about a card that a machine can judge: it gathers the rules and runs them over one card or a whole deck. What
// a rule means stands in the file of that rule.
import { languages } from '#domain/language.ts'
import type { RefusedForm } from './glossary.ts'
import { lintEnglish } from './lintEnglish.ts'
import { lintNumbers } from './lintNumbers.ts'
import { lintQuestion } from './lintQuestion.ts'
import { lintRussian } from './lintRussian.ts'
import { lintShape } from './lintShape.ts'
import { lintUzbek } from './lintUzbek.ts'
import { lintWords } from './lintWords.ts'
import { inlinesToText } from './plainText.ts'
import type { Problem } from './problem.ts'
import type { SourceCard } from './sourceCard.ts'

/** A problem, and the file it is in. */
export interface PlacedProblem extends Problem {
  readonly path: string
}

const rules = [lintQuestion, lintShape, lintUzbek, lintRussian, lintEnglish, lintNumbers]

/** The problems of one card, by line; `refused` are the forms that the glossary refuses. */
export function lintCard(card: SourceCard, refused: readonly RefusedForm[]): Problem[] {
  const found = [...rules.flatMap((rule) => rule(card)), ...lintWords(card, refused)]
  return found.toSorted((a, b) => a.line - b.line)
}

/** The problems of all cards, and of questions that are asked twice. */
export function lintDeck(cards: readonly SourceCard[], refused: readonly RefusedForm[]): PlacedProblem[] {
  const own = cards.flatMap((card) => lintCard(card, refused).map((problem) => ({ path: card.path, ...problem })))
  return [...own, ...doubledQuestions(cards)]
}

function doubledQuestions(cards: readonly SourceCard[]): PlacedProblem[] {
  const pathsByQuestion = new Map<string, string>()
  return cards.flatMap((card) =>
    languages.flatMap((language) => {
      const { face, headingLines } = card.faces[language]
      const words =
        inlinesToText(face.question)
          .toLowerCase()
          .match(/[\p{L}\p{N}]+/gu) ?? []
      const key = `${language} ${words.join(' ')}`
      const other = pathsByQuestion.get(key)
      pathsByQuestion.set(key, other ?? card.path)
      if (other === undefined) return []
      return [
        { path: card.path, line: headingLines.question, message: `${language}: the question is also that of ${other}` },
      ]
    }),
  )
}
