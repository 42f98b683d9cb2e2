// A sitting: what is on the table, when steps come back, and that undo leaves no trace.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { allGrades, grades } from '#domain/study/grade.ts'
import { buildQueue, type Queue } from '#domain/study/queue.ts'
import { defaultParameters, type Grade, type Schedule } from '#domain/study/schedule.ts'
import {
  answered,
  current,
  nextStepAt,
  remaining,
  setAside,
  startSession,
  undone,
  type Session,
} from '#domain/study/session.ts'
import { tashkent } from '#support/calendarZones.ts'
import { answerWith } from '#support/deckAnswers.ts'
import { breakfast } from '#support/deckHistory.ts'
import { inReview, inStep, today } from '#support/deckSchedules.ts'

const minute = 60_000

function queueOf(newCardIds: readonly string[], schedules: readonly Schedule[] = []): Queue {
  return buildQueue({
    newCardIds,
    schedules,
    entriesToday: [],
    cardsPerDay: 50,
    newCardsPerDay: 50,
    dueOrder: 'dueDay',
    mix: 'dueFirst',
    day: today,
    now: breakfast,
  })
}

function sitting(newCardIds: readonly string[], schedules: readonly Schedule[] = []): Session {
  const schedulesByCard = new Map(schedules.map((schedule) => [schedule.cardId, schedule]))
  return startSession(queueOf(newCardIds, schedules), schedulesByCard, breakfast)
}

/** Grades the card on the table. */
function graded(session: Session, grade: Grade, now: number, entryId = `${now}-${session.answers.length}`): Session {
  const card = current(session, now)
  if (card === null) throw new Error('The sitting is over')
  const before = session.schedules.get(card.cardId) ?? null
  const { after } = answerWith({ id: entryId, cardId: card.cardId, grade }, before, now, defaultParameters, tashkent)
  return answered(session, { cardId: card.cardId, schedule: after, entryId }, now)
}

/** `good again · 5m good`: the cards that are shown while grading so, the last one being what is shown at the end. */
function shownWhile(session: Session, notation: string): readonly string[] {
  let now = breakfast
  let state = session
  const shown: string[] = [current(state, now)?.cardId ?? '–']
  for (const word of notation.split(' ').filter((each) => each !== '·')) {
    const wait = /^(\d+)m$/.exec(word)?.[1]
    if (wait !== undefined) {
      now += Number(wait) * minute
      continue
    }
    const grade = Object.entries(grades).find(([name]) => name === word)?.[1]
    if (grade === undefined) throw new Error(`Not a grade: ${word}`)
    state = graded(state, grade, now)
    shown.push(current(state, now)?.cardId ?? '–')
  }
  return shown
}

describe('the order of a sitting', () => {
  test.each([
    ['good good good', ['a', 'b', 'c', '–'], 'cards that graduate are gone'],
    ['again good good', ['a', 'b', 'c', 'a'], 'a failed card comes back at the end, ahead of its time'],
    ['again · 11m good', ['a', 'b', 'a'], 'or as soon as its step is over'],
    ['again good good good', ['a', 'b', 'c', 'a', '–'], 'and then the sitting is over'],
    ['again good good again again', ['a', 'b', 'c', 'a', 'a', 'a'], 'alone it comes at once'],
    ['good good again', ['a', 'b', 'c', 'c'], 'alone from the start'],
    ['again good again good', ['a', 'b', 'c', 'a', 'c'], 'two in steps take turns'],
    ['hard again good', ['a', 'b', 'c', 'b'], 'of two in steps the one that is over first'],
    ['again again good again again', ['a', 'b', 'c', 'a', 'b', 'a'], 'never the same one twice in a row'],
  ])('[N2] %s → %j (%s)', (notation, expected) => {
    expect(shownWhile(sitting(['a', 'b', 'c']), notation)).toEqual(expected)
  })

  test('steps, due and new cards are told apart', () => {
    const session = sitting(['new'], [inReview('due'), inStep('step', -1), inStep('later', 5)])
    expect(current(session, breakfast)).toEqual({ cardId: 'step', turn: 'step' })
    expect(remaining(session)).toEqual({ steps: 2, due: 1, new: 1 })
    expect(remaining(graded(session, 3, breakfast))).toEqual({ steps: 1, due: 1, new: 1 })
  })

  test('[N1] nothing reshuffles under the thumb: a step that ends does not push the card away that is being read', () => {
    const session = sitting(['a', 'b'], [inStep('step', 5)])
    expect(current(session, breakfast)?.cardId).toBe('a')
    expect(current(session, breakfast + 30 * minute)?.cardId).toBe('a')
    expect(current(graded(session, 3, breakfast + 30 * minute), breakfast + 30 * minute)?.cardId).toBe('step')
  })

  test('[N2] a sitting that is opened only to wait is over, says until when, and goes on then', () => {
    const session = sitting([], [inStep('step', 45)])
    expect(current(session, breakfast)).toBeNull()
    expect(nextStepAt(session)).toBe(breakfast + 45 * minute)
    expect(current(session, breakfast + 24 * minute)).toBeNull()
    expect(current(session, breakfast + 25 * minute)).toEqual({ cardId: 'step', turn: 'step' })
    const after = graded(session, 3, breakfast + 25 * minute)
    expect(current(after, breakfast + 25 * minute)).toBeNull()
    expect(nextStepAt(after)).toBeNull()
  })

  test('an empty queue is over at once', () => {
    const session = sitting([])
    expect(current(session, breakfast)).toBeNull()
    expect(remaining(session)).toEqual({ steps: 0, due: 0, new: 0 })
  })
})

describe('undo', () => {
  test('[N4] brings the card back with the schedule that it had', () => {
    const session = sitting(['new'], [inReview('due')])
    const after = graded(session, 1, breakfast, 'entry')
    const back = undone(after, { entryId: 'entry', cardId: 'due', restored: inReview('due') })
    expect(current(back, breakfast + 60 * minute)).toEqual({ cardId: 'due', turn: 'due' })
    expect(back).toEqual(session)
  })

  test('[N4] of a card that was asked after waiting brings back that very card', () => {
    const session = sitting([], [inStep('one', 45), inStep('two', 80)])
    const now = breakfast + 30 * minute
    const back = undone(graded(session, 3, now, 'entry'), {
      entryId: 'entry',
      cardId: 'one',
      restored: inStep('one', 45),
    })
    expect(current(back, breakfast + 90 * minute)?.cardId).toBe('one')
  })

  test('[N4] of an answer from an earlier sitting lays its card on top', () => {
    const session = sitting(['a', 'b'], [])
    const back = undone(session, { entryId: 'earlier', cardId: 'old', restored: inReview('old') })
    expect(current(back, breakfast)).toEqual({ cardId: 'old', turn: 'due' })
    expect(back.schedules.get('old')).toEqual(inReview('old'))
    expect(current(graded(back, 3, breakfast), breakfast)?.cardId).toBe('a')
    expect(remaining(back)).toEqual({ steps: 0, due: 1, new: 2 })
  })

  test('of an answer from an earlier sitting takes its card out of the steps', () => {
    const session = sitting(['a'], [inStep('old', 5)])
    const back = undone(session, { entryId: 'earlier', cardId: 'old', restored: null })
    expect(current(back, breakfast)).toEqual({ cardId: 'old', turn: 'new' })
    expect(remaining(back)).toEqual({ steps: 0, due: 0, new: 2 })
  })
})

describe('a card that is set aside', () => {
  test('leaves the table to the next one, and its schedule alone', () => {
    const session = sitting(['a', 'b'], [inReview('due')])
    const without = setAside(session, 'due', breakfast)
    expect(current(without, breakfast)?.cardId).toBe('a')
    expect(remaining(without)).toEqual({ steps: 0, due: 0, new: 2 })
    expect(without.schedules).toEqual(session.schedules)
  })

  test('is gone from the upcoming ones and from the steps, while the one on the table stays', () => {
    const session = sitting(['a', 'b'], [inStep('step', 5)])
    const without = setAside(setAside(session, 'b', breakfast), 'step', breakfast)
    expect(current(without, breakfast)?.cardId).toBe('a')
    expect(remaining(without)).toEqual({ steps: 0, due: 0, new: 1 })
  })
})

describe('laws', () => {
  const ids = ['a', 'b', 'c', 'd', 'e', 'f']
  const start = fc
    .record({
      fresh: fc.subarray(ids.slice(0, 3)),
      schedules: fc.tuple(
        ...ids.slice(3).map((id) =>
          fc.option(
            fc.oneof(
              fc.constant(inReview(id)),
              fc.integer({ min: -30, max: 60 }).map((minutes) => inStep(id, minutes)),
            ),
          ),
        ),
      ),
    })
    .map(({ fresh, schedules }) =>
      sitting(
        fresh,
        schedules.filter((schedule) => schedule !== null),
      ),
    )
  const steps = fc.array(
    fc.record({ grade: fc.constantFrom(...allGrades), minutes: fc.integer({ min: 0, max: 30 }) }),
    { maxLength: 15 },
  )

  function play(
    session: Session,
    list: readonly { grade: Grade; minutes: number }[],
  ): { states: Session[]; times: number[] } {
    const states = [session]
    const times = [breakfast]
    let now = breakfast
    for (const { grade, minutes } of list) {
      now += minutes * minute
      const state = states.at(-1) ?? session
      if (current(state, now) === null) continue
      states.push(graded(state, grade, now))
      times.push(now)
    }
    return { states, times }
  }

  /** The same sitting with the card laid on the table that is asked now: what undo comes back to after a wait. */
  function asking(session: Session, cardId: string): Session {
    if (session.table.shown !== null) return session
    return {
      ...session,
      table: {
        ...session.table,
        shown: { cardId, turn: 'step' },
        steps: session.table.steps.filter((step) => step.cardId !== cardId),
      },
    }
  }

  test('[N4] undo ∘ answer = identity, however many are undone', () => {
    fc.assert(
      fc.property(start, steps, (session, list) => {
        const { states } = play(session, list)
        let state = states.at(-1) ?? session
        for (const earlier of states.slice(0, -1).toReversed()) {
          const last = state.answers.at(-1)
          if (last === undefined) throw new Error('Nothing to undo')
          state = undone(state, { entryId: last.entryId, cardId: last.cardId, restored: last.before })
          const { table, schedules } = asking(earlier, last.cardId)
          expect(state.table).toEqual(table)
          expect(state.schedules).toEqual(schedules)
          expect(state.answers.map((answer) => answer.entryId)).toEqual(earlier.answers.map((answer) => answer.entryId))
        }
      }),
      { numRuns: 300 },
    )
  })

  test('[N3] the same card never comes twice in a row while another could', () => {
    fc.assert(
      fc.property(start, steps, (session, list) => {
        const { states, times } = play(session, list)
        states.forEach((state, index) => {
          const now = times[index] ?? breakfast
          const shown = current(state, now)
          if (shown === null || shown.cardId !== state.table.lastCardId) return
          const others = state.table.steps.filter(
            (step) => step.dueAt <= now + 20 * minute && step.cardId !== shown.cardId,
          )
          expect([...others, ...state.table.upcoming]).toEqual([])
        })
      }),
      { numRuns: 300 },
    )
  })

  function cardsOf({ table }: Session): readonly string[] {
    const cards = [...(table.shown === null ? [] : [table.shown]), ...table.upcoming, ...table.steps]
    return cards.map((card) => card.cardId)
  }

  test('[N5] no card is lost and none is there twice', () => {
    fc.assert(
      fc.property(start, steps, (session, list) => {
        const atStart = cardsOf(session)
        for (const state of play(session, list).states) {
          const there = cardsOf(state)
          expect(new Set(there).size).toBe(there.length)
          // What is not on the table any more has been answered and comes on another day.
          const gone = atStart.filter((cardId) => !there.includes(cardId))
          expect(gone.filter((cardId) => (state.schedules.get(cardId)?.dueDay ?? 0) <= today)).toEqual([])
        }
      }),
    )
  })
})
