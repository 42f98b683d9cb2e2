// The order in which cards are introduced, as a table and as a law: it does not depend on the order of reading.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { levels, type Level } from '#domain/deck/card.ts'
import { introductionOrder } from '#domain/deck/introduction.ts'

const subjects = ['os', 'network', 'go']
const places = new Map([
  ['000/late', { rank: 1, isQuestion: false }],
  ['000/early', { rank: 0, isQuestion: false }],
  ['001/next', { rank: 2, isQuestion: false }],
  ['002/asked', { rank: 3, isQuestion: true }],
])

function card(id: string, subject: string, level: Level, covers: readonly string[] = []) {
  return { id, subject, level, covers, kind: 'concept' as const }
}

const ordered = [
  card('y', 'go', 'senior', ['000/late', '002/asked']),
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

test('[K7] interview questions, then subjects, then levels, then the first covered item, then ids', () => {
  expect(introductionOrder(ordered.toReversed(), subjects, places).map(({ id }) => id)).toEqual([
    'y',
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
      expect(introductionOrder(cards, subjects, places)).toEqual(ordered)
    }),
  )
})

test('[K7] levels rise within a subject', () => {
  const ranks = introductionOrder(ordered, subjects, places)
    .filter(({ subject }) => subject === 'network')
    .map(({ level }) => levels.indexOf(level))
  expect(ranks).toEqual(ranks.toSorted((a, b) => a - b))
})
