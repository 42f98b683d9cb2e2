// The order in which cards are introduced: first those that answer an interview question of the documents, since that is
// what will be asked; then by subject, from junior to senior, and as the documents ask for them.
import { levels, type CardHead } from './card.ts'

interface IntroducedCard extends CardHead {
  readonly covers: readonly string[]
}

/** Where an item stands in the documents (smaller comes first), and whether it is an interview question. */
export interface ItemPlace {
  readonly rank: number
  readonly isQuestion: boolean
}
export type ItemPlaces = ReadonlyMap<string, ItemPlace>

/** The cards in order: interview questions, subjects as given, levels upwards, the first covered item, and last the id. */
export function introductionOrder<Card extends IntroducedCard>(
  cards: readonly Card[],
  subjects: readonly string[],
  places: ItemPlaces,
): Card[] {
  const keys = new Map(cards.map((card) => [card, introductionKeys(card, subjects, places)]))
  return cards.toSorted((a, b) => compareKeys(keys.get(a) ?? [], keys.get(b) ?? []) || (a.id < b.id ? -1 : 1))
}

function introductionKeys(card: IntroducedCard, subjects: readonly string[], places: ItemPlaces): number[] {
  const covered = card.covers.map((id) => places.get(id.replace(/#.*$/, '')))
  const ranks = covered.map((place) => place?.rank ?? Number.MAX_SAFE_INTEGER)
  const isAsked = covered.some((place) => place?.isQuestion === true)
  // A card that no document asks for comes after those that one does.
  return [
    isAsked ? 0 : 1,
    subjects.indexOf(card.subject),
    levels.indexOf(card.level),
    Math.min(Number.MAX_SAFE_INTEGER, ...ranks),
  ]
}

function compareKeys(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((key, index) => key !== b[index])
  return at === -1 ? 0 : (a[at] ?? 0) - (b[at] ?? 0)
}
