// How many cards a subject has, by level and by how many were begun.
import { expect, test } from 'vitest'
import type { CardHead } from '#domain/deck/card.ts'
import { countCards, countCardsBySubject } from '#domain/deck/subjectCounts.ts'

const head = (id: string, subject: string, level: CardHead['level']): CardHead => ({
  id,
  subject,
  kind: 'concept',
  level,
})
const cards = [
  head('a', 'go', 'junior'),
  head('b', 'go', 'senior'),
  head('c', 'sql', 'middle'),
  head('d', 'go', 'junior'),
]

test('cards are counted by level, and those that were begun', () => {
  expect(countCards(cards, new Set(['a', 'gone']))).toEqual({
    total: 4,
    byLevel: { junior: 2, middle: 1, senior: 1 },
    started: 1,
  })
})

test('each subject has its own counts, and together they are the whole', () => {
  const counts = countCardsBySubject(cards, new Set(['c']))
  expect(counts.get('go')).toEqual({ total: 3, byLevel: { junior: 2, middle: 0, senior: 1 }, started: 0 })
  expect(counts.get('sql')).toEqual({ total: 1, byLevel: { junior: 0, middle: 1, senior: 0 }, started: 1 })
  expect([...counts.values()].reduce((sum, { total }) => sum + total, 0)).toBe(cards.length)
})
