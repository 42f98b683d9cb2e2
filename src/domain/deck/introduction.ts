// The order in which cards are introduced: by subject, then from junior to senior, then as the documents ask for them.
import { levels, type CardHead } from './card.ts'

interface IntroducedCard extends CardHead {
  readonly covers: readonly string[]
}

/** Where an item stands in the documents; smaller comes first. */
export type ItemRank = ReadonlyMap<string, number>

/** The cards in order: subjects as given, levels upwards, the first covered item, and last the id. */
export function introductionOrder<Card extends IntroducedCard>(
  cards: readonly Card[],
  subjects: readonly string[],
  itemRank: ItemRank,
): Card[] {
  const keys = new Map(cards.map((card) => [card, introductionKeys(card, subjects, itemRank)]))
  return cards.toSorted((a, b) => compareKeys(keys.get(a) ?? [], keys.get(b) ?? []) || (a.id < b.id ? -1 : 1))
}

function introductionKeys(card: IntroducedCard, subjects: readonly string[], itemRank: ItemRank): number[] {
  const ranks = card.covers.map((id) => itemRank.get(id.replace(/#.*$/, '')) ?? Number.MAX_SAFE_INTEGER)
  // A card that no document asks for comes after those that one does.
  return [subjects.indexOf(card.subject), levels.indexOf(card.level), Math.min(Number.MAX_SAFE_INTEGER, ...ranks)]
}

function compareKeys(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((key, index) => key !== b[index])
  return at === -1 ? 0 : (a[at] ?? 0) - (b[at] ?? 0)
}
