// How many cards each subject has, by level.
import type { CardHead, Level } from './card.ts'

export interface CardCounts {
  readonly total: number
  readonly byLevel: Readonly<Record<Level, number>>
  /** How many of them have been answered at least once. */
  readonly started: number
}

export function countCards(cards: readonly CardHead[], started: ReadonlySet<string>): CardCounts {
  const count = (level: Level): number => cards.filter((card) => card.level === level).length
  return {
    total: cards.length,
    byLevel: { junior: count('junior'), middle: count('middle'), senior: count('senior') },
    started: cards.filter((card) => started.has(card.id)).length,
  }
}

/** The counts of each subject that has cards, by its id. */
export function countCardsBySubject(
  cards: readonly CardHead[],
  started: ReadonlySet<string>,
): ReadonlyMap<string, CardCounts> {
  const cardsBySubject = Map.groupBy(cards, (card) => card.subject)
  return new Map([...cardsBySubject].map(([subject, own]) => [subject, countCards(own, started)]))
}
