// Which cards come first: the orders, that each keeps every card, and that what is random is the same each time one looks.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Level } from '#domain/deck/card.ts'
import { dueOrders, mixDueAndNew, mixes, newOrders, orderDue, orderNewCards } from '#domain/study/order.ts'
import { retrievability } from '#domain/study/schedule.ts'
import { inReview, today } from '#support/deckSchedules.ts'

const card = (id: string, subject: string, level: Level) => ({ id, subject, level })

describe('[Q1] new cards', () => {
  // As the deck has them: the interview question about SQL comes before everything else.
  const cards = [
    card('asked', 'sql', 'senior'),
    card('channel', 'go', 'middle'),
    card('slice', 'go', 'junior'),
    card('join', 'sql', 'junior'),
  ]
  const subjects = ['go', 'sql']

  test.each([
    ['deck', ['asked', 'channel', 'slice', 'join']],
    ['subject', ['slice', 'channel', 'join', 'asked']],
    ['level', ['slice', 'join', 'channel', 'asked']],
  ] as const)('%s: %j', (order, ids) => {
    expect(orderNewCards(cards, subjects, order)).toEqual(ids)
  })

  test('at random they are all there, and the same each time', () => {
    const many = Array.from({ length: 40 }, (_, index) => card(`c${index}`, 'go', 'junior'))
    const ids = orderNewCards(many, subjects, 'random')
    expect(ids).toEqual(orderNewCards(many, subjects, 'random'))
    expect(ids).not.toEqual(orderNewCards(many, subjects, 'deck'))
    expect(new Set(ids)).toEqual(new Set(many.map(({ id }) => id)))
    // A deck that grows changes nothing about the others.
    expect(orderNewCards(many.slice(0, 20), subjects, 'random')).toEqual(ids.filter((id) => Number(id.slice(1)) < 20))
  })

  test.each(newOrders)('%s keeps every card', (order) => {
    expect(orderNewCards(cards, subjects, order).toSorted()).toEqual(cards.map(({ id }) => id).toSorted())
  })
})

describe('[Q1] due cards', () => {
  const schedules = [
    // Ten days late after an interval of ten, two late after one, and due today.
    { ...inReview('stable', today - 10, 90), intervalDays: 10 },
    { ...inReview('weak', today - 2, 1), intervalDays: 1 },
    { ...inReview('today', today, 30), intervalDays: 30 },
  ]
  const idsBy = (order: (typeof dueOrders)[number]) => orderDue(schedules, order, today).map(({ cardId }) => cardId)

  test.each([
    ['dueDay', ['stable', 'weak', 'today']],
    ['stability', ['stable', 'today', 'weak']],
    ['overdueness', ['weak', 'stable', 'today']],
  ] as const)('%s: %j', (order, ids) => {
    expect(idsBy(order)).toEqual(ids)
  })

  test('retrievability: what is nearest to being forgotten first', () => {
    const chances = orderDue(schedules, 'retrievability', today).map((schedule) => retrievability(schedule, today))
    expect(chances).toEqual(chances.toSorted((one, other) => one - other))
    expect(new Set(chances).size).toBe(3)
  })

  test('at random: another order on another day, the same one within a day', () => {
    const many = Array.from({ length: 40 }, (_, index) => inReview(`c${index}`, today))
    expect(orderDue(many, 'random', today)).toEqual(orderDue(many.toReversed(), 'random', today))
    expect(orderDue(many, 'random', today)).not.toEqual(orderDue(many, 'random', today + 1))
  })

  test.each(dueOrders)('%s: of equal ones the most stable first, whatever order they come in', (order) => {
    const equal = [inReview('b', today, 5), inReview('a', today, 5), inReview('c', today, 50)]
    const sorted = orderDue(equal, order, today)
    expect(orderDue(equal.toReversed(), order, today)).toEqual(sorted)
    if (order === 'dueDay' || order === 'stability' || order === 'overdueness')
      expect(sorted.map(({ cardId }) => cardId)).toEqual(['c', 'a', 'b'])
  })
})

describe('[Q1] the mix', () => {
  const names = (prefix: string) => fc.nat(30).map((count) => Array.from({ length: count }, (_, n) => `${prefix}${n}`))

  test('keeps every card, and the order of each kind', () => {
    fc.assert(
      fc.property(names('d'), names('n'), fc.constantFrom(...mixes), fc.nat(50), (due, fresh, mix, place) => {
        const mixed = mixDueAndNew(due, fresh, mix, place)
        expect(mixed.filter((id) => id.startsWith('d'))).toEqual(due)
        expect(mixed.filter((id) => id.startsWith('n'))).toEqual(fresh)
        expect(mixed).toHaveLength(due.length + fresh.length)
      }),
    )
  })

  test('mixed: new cards lie among the others, not in one heap', () => {
    const due = Array.from({ length: 15 }, (_, n) => `d${n}`)
    const fresh = Array.from({ length: 5 }, (_, n) => `n${n}`)
    const places = mixDueAndNew(due, fresh, 'mixed', 0).flatMap((id, place) => (id.startsWith('n') ? [place] : []))
    const gaps = places.map((place, index) => place - (places[index - 1] ?? -1))
    expect(Math.max(...gaps)).toBeLessThanOrEqual(7)
    expect(places.at(-1)).toBeGreaterThan(12)
  })

  test('first or last as wished', () => {
    expect(mixDueAndNew(['d'], ['n'], 'dueFirst', 0)).toEqual(['d', 'n'])
    expect(mixDueAndNew(['d'], ['n'], 'newFirst', 0)).toEqual(['n', 'd'])
  })
})
