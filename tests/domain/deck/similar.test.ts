// Which questions read alike: the more rare words two of them share, the more.
import { expect, test } from 'vitest'
import { readCard } from '#domain/deck/readCard.ts'
import { similarCards } from '#domain/deck/similar.ts'
import { exampleText } from '#support/exampleCard.ts'

function asking(id: string, question: string) {
  const text = exampleText().replaceAll(/(?<=## question\n\n).*/g, question)
  return readCard(`decks/network/${id}.md`, text)
}

const cards = [
  asking('slices', 'How does append grow a slice?'),
  asking('append', 'How does append copy slices?'),
  asking('maps', 'How does a map grow?'),
  asking('tcp', 'What is a segment?'),
]

/** The ids of the cards that are most like this one. */
function likeTo(id: string, count = 3): readonly string[] {
  const [, others = []] = [...similarCards(cards, count)].find(([card]) => card.id === id) ?? []
  return others.map(({ card }) => card.id)
}

test('the likest comes first, whatever the endings, and a card is not like itself', () => {
  expect(likeTo('slices')).toEqual(['append', 'maps', 'tcp'])
  expect(likeTo('maps')[0]).toBe('slices')
  expect(likeTo('slices', 1)).toEqual(['append'])
})

test('likeness goes from 0 to 1', () => {
  const [same] = similarCards(
    [asking('one', 'What is a slice?'), asking('two', 'What is a slice?'), asking('three', 'Why?')],
    2,
  ).values()
  expect(same?.map(({ card, likeness }) => [card.id, Number(likeness.toFixed(9))])).toEqual([
    ['two', 1],
    ['three', 0],
  ])
})
