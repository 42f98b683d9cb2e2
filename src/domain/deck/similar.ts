// Which questions of a deck read most alike, so that whoever writes cards can tell them apart before a learner mixes them up.
import { languages, type Language } from '#domain/language.ts'
import { inlinesToText } from './plainText.ts'
import type { SourceCard } from './sourceCard.ts'

export interface SimilarCard {
  readonly card: SourceCard
  /** The cosine of the two questions, from 0 (no word in common) to 1, averaged over the languages. */
  readonly likeness: number
}

type Vector = ReadonlyMap<string, number>

/**
 * For each card, the `count` cards whose questions are most like its own. Questions are compared as vectors of the
 * beginnings of their words weighed by tf–idf (Salton and Buckley 1988), since both Uzbek and Russian put much into endings.
 */
export function similarCards(
  cards: readonly SourceCard[],
  count: number,
): ReadonlyMap<SourceCard, readonly SimilarCard[]> {
  const vectors = languages.map((language) => questionVectors(cards, language))
  return new Map(
    cards.map((card, position) => {
      const likenesses = cards.map((other, otherPosition) => ({
        card: other,
        likeness:
          vectors.reduce((sum, own) => sum + cosine(own[position] ?? new Map(), own[otherPosition] ?? new Map()), 0) /
          languages.length,
      }))
      return [
        card,
        likenesses
          .filter((other) => other.card !== card)
          .toSorted(byLikeness)
          .slice(0, count),
      ]
    }),
  )
}

function byLikeness(one: SimilarCard, other: SimilarCard): number {
  return other.likeness - one.likeness || (one.card.id < other.card.id ? -1 : 1)
}

/** Vectors of length 1, in the order of the cards. */
function questionVectors(cards: readonly SourceCard[], language: Language): readonly Vector[] {
  const wordsByCard = cards.map((card) => questionWords(card, language))
  const cardsByWord = new Map<string, number>()
  for (const words of wordsByCard) {
    for (const word of new Set(words)) cardsByWord.set(word, (cardsByWord.get(word) ?? 0) + 1)
  }
  return wordsByCard.map((words) => {
    const weights = [...Map.groupBy(words, (word) => word)].map(
      ([word, same]) => [word, same.length * Math.log(cards.length / (cardsByWord.get(word) ?? 1))] as const,
    )
    const length = Math.hypot(...weights.map(([, weight]) => weight))
    return new Map(length === 0 ? [] : weights.map(([word, weight]) => [word, weight / length]))
  })
}

const stemLength = 5

function questionWords(card: SourceCard, language: Language): readonly string[] {
  const text = inlinesToText(card.faces[language].face.question).toLowerCase()
  return (text.match(/[\p{L}\p{N}ʻʼ]+/gu) ?? []).map((word) => word.slice(0, stemLength))
}

function cosine(one: Vector, other: Vector): number {
  return [...one].reduce((sum, [word, weight]) => sum + weight * (other.get(word) ?? 0), 0)
}
