// The day's queue: order, limit, and that leaving in the middle and coming back changes nothing.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { allGrades } from '#domain/study/grade.ts'
import type { LogEntry } from '#domain/study/log.ts'
import { dueOrders, mixes } from '#domain/study/order.ts'
import { buildQueue, type QueueInput } from '#domain/study/queue.ts'
import { defaultParameters, type Schedule } from '#domain/study/schedule.ts'
import { tashkent } from '#support/calendarZones.ts'
import { answerWith } from '#support/deckAnswers.ts'
import { breakfast } from '#support/deckHistory.ts'
import { inReview, inStep, today } from '#support/deckSchedules.ts'

const quiet: QueueInput = {
  newCardIds: [],
  schedules: [],
  entriesToday: [],
  cardsPerDay: 20,
  newCardsPerDay: 20,
  dueOrder: 'dueDay',
  mix: 'dueFirst',
  day: today,
  now: breakfast,
}

function entryFor(cardId: string, index = 0): LogEntry {
  return answerWith({ id: `${cardId}-${index}`, cardId, grade: 3 }, null, breakfast - 1000, defaultParameters, tashkent)
    .entry
}

describe('order', () => {
  test('[Q1] steps that are over, then due cards, then new ones', () => {
    const queue = buildQueue({
      ...quiet,
      newCardIds: ['n1', 'n2'],
      schedules: [inReview('d1'), inStep('s1', -1), inReview('d2', today - 3), inStep('s2', -5, 'relearning')],
    })
    expect(queue.cards).toEqual(['s2', 's1', 'd2', 'd1', 'n1', 'n2'])
    expect(queue).toMatchObject({ dueCount: 4, newCount: 2, answeredCount: 0, waitingDueCount: 0 })
  })

  test('[Q1] within a due day the most stable first', () => {
    const schedules = [inReview('weak', today, 2), inReview('strong', today, 90), inReview('old', today - 1, 1)]
    expect(buildQueue({ ...quiet, schedules }).cards).toEqual(['old', 'strong', 'weak'])
  })

  test('[Q1] new cards keep the order of introduction', () => {
    expect(buildQueue({ ...quiet, newCardIds: ['z', 'a', 'm'] }).cards).toEqual(['z', 'a', 'm'])
  })

  test('[Q2] what is due tomorrow is not asked today, at any hour of the day', () => {
    const schedules = [inReview('tomorrow', today + 1), inReview('today', today)]
    for (const now of [breakfast - 4 * 3_600_000, breakfast, breakfast + 19 * 3_600_000]) {
      expect(buildQueue({ ...quiet, schedules, now }).cards).toEqual(['today'])
    }
  })

  test('a step that is not over waits beside the queue', () => {
    const schedules = [inStep('later', 7), inStep('soon', 3), inReview('due')]
    const queue = buildQueue({ ...quiet, schedules })
    expect(queue.cards).toEqual(['due'])
    expect(queue.laterSteps).toEqual([
      { cardId: 'soon', dueAt: breakfast + 180_000 },
      { cardId: 'later', dueAt: breakfast + 420_000 },
    ])
  })

  test('a step that was begun before the clock was set back is over', () => {
    const yearAhead = 365 * 24 * 60
    const step = inStep('step', yearAhead)
    expect(buildQueue({ ...quiet, schedules: [{ ...step, lastAt: step.dueAt - 600_000 }] }).cards).toEqual(['step'])
  })
})

describe('limit', () => {
  test('[Q3] counts the different cards answered today', () => {
    const entriesToday = [entryFor('a'), entryFor('a', 1), entryFor('b')]
    const queue = buildQueue({ ...quiet, cardsPerDay: 3, entriesToday, newCardIds: ['n1', 'n2'] })
    expect(queue.answeredCount).toBe(2)
    expect(queue.cards).toEqual(['n1'])
  })

  test('[L3] does not count what was undone or practised', () => {
    const entriesToday: LogEntry[] = [
      { ...entryFor('a'), undone: true },
      { ...entryFor('b'), mode: 'practice' },
    ]
    expect(buildQueue({ ...quiet, cardsPerDay: 1, entriesToday, newCardIds: ['n1'] })).toMatchObject({
      cards: ['n1'],
      answeredCount: 0,
    })
  })

  test('[Q3] lets a card that failed today come back when the day is full', () => {
    const queue = buildQueue({
      ...quiet,
      cardsPerDay: 1,
      entriesToday: [entryFor('failed')],
      schedules: [inStep('failed', -1), inReview('due')],
      newCardIds: ['n1'],
    })
    expect(queue.cards).toEqual(['failed'])
    expect(queue.waitingDueCount).toBe(1)
  })

  test('[Q3] says how many due cards wait, and takes no new ones before them', () => {
    const schedules = ['a', 'b', 'c', 'd', 'e'].map((cardId) => inReview(cardId))
    const queue = buildQueue({ ...quiet, cardsPerDay: 3, schedules, newCardIds: ['n1'] })
    expect(queue).toMatchObject({ cards: ['a', 'b', 'c'], dueCount: 3, newCount: 0, waitingDueCount: 2 })
  })

  test('that was lowered below what is done leaves nothing', () => {
    const entriesToday = [entryFor('a'), entryFor('b')]
    expect(buildQueue({ ...quiet, cardsPerDay: 1, entriesToday, newCardIds: ['n1'] }).cards).toEqual([])
  })
})

test('[Q6] a retired card is not asked, and takes no room', () => {
  const queue = buildQueue({
    ...quiet,
    cardsPerDay: 2,
    schedules: [inReview('retired'), inReview('due')],
    newCardIds: ['gone', 'n1'],
    isOffered: (cardId) => cardId !== 'retired' && cardId !== 'gone',
  })
  expect(queue.cards).toEqual(['due', 'n1'])
  expect(queue.waitingDueCount).toBe(0)
})

describe('laws', () => {
  const ids = Array.from({ length: 30 }, (_, index) => `card-${index}`)
  const cardId = fc.constantFrom(...ids)
  const schedule = fc.oneof(
    fc
      .tuple(cardId, fc.integer({ min: -20, max: 5 }), fc.double({ min: 0.1, max: 100, noNaN: true }))
      .map(([id, late, stability]) => inReview(id, today + late, stability)),
    fc
      .tuple(cardId, fc.integer({ min: -4, max: 4 }), fc.constantFrom('learning' as const, 'relearning' as const))
      .map(([id, minutes, state]) => inStep(id, minutes, state)),
  )
  const input: fc.Arbitrary<QueueInput> = fc.record({
    newCardIds: fc.array(cardId, { maxLength: 30 }),
    schedules: fc.array(schedule, { maxLength: 30 }),
    entriesToday: fc.array(
      cardId.map((id) => entryFor(id)),
      { maxLength: 10 },
    ),
    cardsPerDay: fc.integer({ min: 1, max: 25 }),
    newCardsPerDay: fc.integer({ min: 0, max: 25 }),
    dueOrder: fc.constantFrom(...dueOrders),
    mix: fc.constantFrom(...mixes),
    day: fc.constant(today),
    now: fc.constant(breakfast),
  })

  test('[Q4] no card is there twice, whatever comes in twice', () => {
    fc.assert(
      fc.property(input, (given) => {
        const queue = buildQueue(given)
        const all = [...queue.cards, ...queue.laterSteps.map((step) => step.cardId)]
        expect(new Set(all).size).toBe(all.length)
      }),
    )
  })

  test('[Q3] the day never holds more cards than its limit, but for those already answered', () => {
    fc.assert(
      fc.property(input, (given) => {
        const queue = buildQueue(given)
        const answered = new Set(given.entriesToday.map((entry) => entry.cardId))
        const fresh = [...queue.cards, ...queue.laterSteps.map((step) => step.cardId)].filter((id) => !answered.has(id))
        expect(fresh.length).toBeLessThanOrEqual(Math.max(0, given.cardsPerDay - queue.answeredCount))
        expect(queue.cards).toHaveLength(queue.dueCount + queue.newCount)
      }),
    )
  })

  test('the order in which storage gives the schedules does not matter', () => {
    fc.assert(
      fc.property(input, (given) => {
        const unique = [...new Map(given.schedules.map((each) => [each.cardId, each])).values()]
        const one = buildQueue({ ...given, schedules: unique })
        expect(buildQueue({ ...given, schedules: unique.toReversed() })).toEqual(one)
      }),
    )
  })

  test('[Q5] a second visit goes on where the first one stopped', () => {
    fc.assert(
      fc.property(
        input,
        fc.nat(25),
        fc.array(fc.constantFrom(...allGrades.slice(2)), { minLength: 1 }),
        (given, count, chosen) => {
          const first = buildQueue({ ...given, entriesToday: [] })
          const schedules = new Map<string, Schedule>(given.schedules.map((each) => [each.cardId, each]))
          const entries: LogEntry[] = []
          first.cards.slice(0, count).forEach((id, index) => {
            // Good and Easy graduate a card from its only step.
            const grade = chosen[index % chosen.length] ?? 3
            const answer = answerWith(
              { id: `${index}`, cardId: id, grade },
              schedules.get(id) ?? null,
              breakfast,
              defaultParameters,
              tashkent,
            )
            entries.push(answer.entry)
            schedules.set(id, answer.after)
          })
          const second = buildQueue({
            ...given,
            schedules: [...schedules.values()],
            newCardIds: given.newCardIds.filter((id) => !schedules.has(id)),
            entriesToday: entries,
          })
          expect(second.cards).toEqual(first.cards.slice(count))
          expect(second.laterSteps).toEqual(first.laterSteps)
          expect(second.waitingDueCount).toBe(first.waitingDueCount)
        },
      ),
    )
  })
})
