// The order in which cards are introduced, as a table and as a law: it does not depend on the order of reading.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { levels, type Level } from '#domain/deck/card.ts'
import { introductionOrder } from '#domain/deck/introduction.ts'

const subjects = ['os', 'network', 'go']
const itemRank = new Map([
  ['000/late', 1],
  ['000/early', 0],
  ['001/next', 2],
])

function card(id: string, subject: string, level: Level, covers: readonly string[] = []) {
  return { id, subject, level, covers, kind: 'concept' as const }
}

const ordered = [
  card('z-os', 'os', 'senior'),
  card('b', 'network', 'junior', ['001/next', '000/early']),
  card('a', 'network', 'junior', ['000/late#part']),
  card('d', 'network', 'junior', ['001/next']),
  card('e', 'network', 'junior', ['001/next']),
  card('c', 'network', 'junior'),
  card('f', 'network', 'middle', ['000/early']),
  card('g', 'network', 'senior', ['000/early']),
  card('h', 'go', 'junior', ['000/early']),
]

test('[K7] subjects, then levels, then the first covered item, then ids', () => {
  expect(introductionOrder(ordered.toReversed(), subjects, itemRank).map(({ id }) => id)).toEqual([
    'z-os',
    'b',
    'a',
    'd',
    'e',
    'c',
    'f',
    'g',
    'h',
  ])
})

test('[K7] the order of reading does not matter', () => {
  fc.assert(
    fc.property(fc.shuffledSubarray(ordered, { minLength: ordered.length }), (cards) => {
      expect(introductionOrder(cards, subjects, itemRank)).toEqual(ordered)
    }),
  )
})

test('[K7] levels rise within a subject', () => {
  const ranks = introductionOrder(ordered, subjects, itemRank)
    .filter(({ subject }) => subject === 'network')
    .map(({ level }) => levels.indexOf(level))
  expect(ranks).toEqual(ranks.toSorted((a, b) => a - b))
})
