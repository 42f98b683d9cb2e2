// The list of `npm run decks -- --similar`: each card with the questions most like its own, the likest pairs first.
import { inlinesToText } from '#domain/deck/plainText.ts'
import { similarCards } from '#domain/deck/similar.ts'
import type { SourceCard } from '#domain/deck/sourceCard.ts'

const othersShown = 3

export function similarTable(cards: readonly SourceCard[]): string {
  const likest = [...similarCards(cards, othersShown)].toSorted(
    ([, [one]], [, [other]]) => (other?.likeness ?? 0) - (one?.likeness ?? 0),
  )
  return likest
    .map(([card, others]) =>
      [titleOf(card), ...others.map(({ card: other, likeness }) => `  ${likeness.toFixed(2)}  ${titleOf(other)}`)].join(
        '\n',
      ),
    )
    .join('\n')
}

function titleOf({ subject, id, faces }: SourceCard): string {
  return `${subject}/${id}: ${inlinesToText(faces.en.face.question)}`
}
