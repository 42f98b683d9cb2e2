// The log is the truth: whatever was answered and undone, in whatever order the entries come back, replaying them gives
// the schedules that stood.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dayStart, fixedOffset } from '#domain/study/calendar.ts'
import { standingEntries, type LogEntry } from '#domain/study/log.ts'
import { replay } from '#domain/study/replay.ts'
import { answeredAt } from '#domain/study/review.ts'
import { defaultParameters } from '#domain/study/schedule.ts'
import type { SchedulingParameters } from '#domain/study/schedule.ts'
import { tashkent, zoneCalendar } from '#support/calendarZones.ts'
import { answerWith, moves, playMoves } from '#support/deckAnswers.ts'
import { breakfast } from '#support/deckHistory.ts'

const parameters: SchedulingParameters = { ...defaultParameters, learningStepsMinutes: [1, 10] }
const retentions = [0.8, 0.9, 0.95]
const berlin = zoneCalendar('Europe/Berlin', 4)
const calendars = fc.constantFrom(tashkent, fixedOffset(180, 0), fixedOffset(-480, 12), berlin)

function shuffled(entries: readonly LogEntry[], seed: readonly number[]): readonly LogEntry[] {
  return entries
    .map((entry, index) => ({ entry, key: seed[index % seed.length] ?? 0 }))
    .toSorted((left, right) => left.key - right.key)
    .map(({ entry }) => entry)
}

describe('replay(log) = schedules', () => {
  const seed = fc.array(fc.integer(), { minLength: 1, maxLength: 30 })

  test('[L1] for any answers and undos, in any order, even where the clock was set back', () => {
    fc.assert(
      fc.property(moves, calendars, seed, (list, calendar, order) => {
        const { entries, schedulesByCard } = playMoves(list, () => parameters, calendar)
        expect(replay(shuffled(entries, order), parameters, calendar)).toEqual(schedulesByCard)
      }),
      { numRuns: 300 },
    )
  })

  test('[L2] when the desired retention was changed on the way: each entry keeps its own', () => {
    fc.assert(
      fc.property(moves, (list) => {
        const at = (index: number): SchedulingParameters => ({
          ...parameters,
          desiredRetention: retentions[index % retentions.length] ?? 0.9,
        })
        const { entries, schedulesByCard } = playMoves(list, at, tashkent)
        expect(replay(entries, parameters, tashkent)).toEqual(schedulesByCard)
      }),
    )
  })

  test('when other parameters were changed on the way: they are found for each entry', () => {
    fc.assert(
      fc.property(moves, (list) => {
        const sets = [parameters, { ...parameters, learningStepsMinutes: [] }]
        const at = (index: number): SchedulingParameters => sets[index % 2] ?? parameters
        const { entries, schedulesByCard } = playMoves(list, at, tashkent)
        const indexById = new Map(entries.map((entry) => [entry.id, Number(entry.id.split('-')[1])]))
        const replayed = replay(entries, (entry) => at(indexById.get(entry.id) ?? 0), tashkent)
        expect(replayed).toEqual(schedulesByCard)
      }),
    )
  })

  test('[L3] practice entries change nothing', () => {
    fc.assert(
      fc.property(moves, (list) => {
        const { entries, schedulesByCard } = playMoves(list, () => parameters, tashkent)
        const practised = entries.map((entry): LogEntry => ({
          ...entry,
          id: `p${entry.id}`,
          at: entry.at + 1,
          mode: 'practice',
        }))
        expect(replay([...practised, ...entries], parameters, tashkent)).toEqual(schedulesByCard)
      }),
    )
  })
})

test('[L2] moving to another zone moves the hour at which a day begins, and no day', () => {
  const denver = fixedOffset(-420, 6)
  fc.assert(
    fc.property(moves, (list) => {
      const { entries, schedulesByCard } = playMoves(list, () => parameters, tashkent)
      for (const [cardId, moved] of replay(entries, parameters, denver)) {
        const stood = schedulesByCard.get(cardId)
        expect(moved.stability).toBe(stood?.stability)
        expect(moved.intervalDays).toBe(stood?.intervalDays)
        expect(moved.lastDay).toBe(stood?.lastDay)
        if (moved.state !== 'review') continue
        expect(moved.dueDay).toBe(stood?.dueDay)
        expect(moved.dueAt).toBe(dayStart(moved.dueDay, denver))
      }
    }),
  )
})

describe('standing entries', () => {
  const { entry } = answerWith({ id: 'b', cardId: 'deadlock', grade: 3 }, null, breakfast, parameters, tashkent)
  const ids = (entries: readonly LogEntry[]): readonly string[] => standingEntries(entries).map(({ id }) => id)

  test('come by time, and by id where the time is the same', () => {
    expect(ids([entry, { ...entry, id: 'c', at: entry.at - 1 }, { ...entry, id: 'a' }])).toEqual(['c', 'a', 'b'])
  })

  test('[L3] leave out what was undone or practised', () => {
    expect(
      ids([
        { ...entry, id: 'u', undone: true },
        { ...entry, id: 'p', mode: 'practice' },
        { ...entry, mode: 'mock' },
      ]),
    ).toEqual(['b'])
  })
})

describe('an answer', () => {
  test('says in the log what its schedule was computed from', () => {
    const { entry, before, after } = answerWith(
      { id: 'one', cardId: 'deadlock', grade: 3 },
      null,
      breakfast,
      parameters,
      tashkent,
    )
    expect(before).toBeNull()
    expect(entry).toMatchObject({
      id: 'one',
      cardId: 'deadlock',
      grade: 3,
      at: breakfast,
      retention: 0.9,
      points: [1, 2],
    })
    expect([entry.at, entry.day, entry.model, entry.parametersHash]).toEqual([
      after.lastAt,
      after.lastDay,
      after.model,
      after.parametersHash,
    ])
  })

  test('[L4] is never written down before the one that it follows', () => {
    const first = answerWith({ id: 'one', cardId: 'deadlock', grade: 1 }, null, breakfast, parameters, tashkent)
    const second = answerWith(
      { id: 'two', cardId: 'deadlock', grade: 3 },
      first.after,
      breakfast - 90_000_000,
      parameters,
      tashkent,
    )
    expect(second.entry.at).toBe(first.entry.at + 1)
    // But its day is what the clock says.
    expect(second.entry.day).toBe(first.entry.day - 1)
  })

  test('has the time of the clock when the clock is right', () => {
    const first = answerWith({ id: 'one', cardId: 'deadlock', grade: 1 }, null, breakfast, parameters, tashkent)
    expect(answeredAt(first.after, breakfast + 5000)).toBe(breakfast + 5000)
    expect(answeredAt(null, breakfast)).toBe(breakfast)
  })
})
