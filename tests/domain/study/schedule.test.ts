// What an answer does to a card: steps, intervals, local days; and that ts-fsrs agrees wherever its days are ours.
import fc from 'fast-check'
import { createEmptyCard, fsrs, Rating, State, type Grade as FsrsGrade } from 'ts-fsrs'
import { describe, expect, test } from 'vitest'
import { dayOf, dayStart, fixedOffset } from '#domain/study/calendar.ts'
import { allGrades } from '#domain/study/grade.ts'
import { defaultParameters, nextSchedule, previewSchedules, retrievability } from '#domain/study/schedule.ts'
import type { Grade, Schedule, SchedulingParameters } from '#domain/study/schedule.ts'
import { isSchedule } from '#domain/study/storedSchedule.ts'
import { moment, tashkent, zoneCalendar } from '#support/calendarZones.ts'
import { breakfast, inWords, playHistory } from '#support/deckHistory.ts'

const dayMs = 86_400_000
const ankiSteps: SchedulingParameters = {
  ...defaultParameters,
  learningStepsMinutes: [1, 10],
  relearningStepsMinutes: [10],
}
const threeSteps: SchedulingParameters = {
  ...defaultParameters,
  learningStepsMinutes: [1, 10, 60],
  relearningStepsMinutes: [5, 20],
}
const noSteps: SchedulingParameters = { ...defaultParameters, learningStepsMinutes: [], relearningStepsMinutes: [] }
const parameterSets = {
  'one step': defaultParameters,
  '1m 10m': ankiSteps,
  '1m 10m 1h': threeSteps,
  'no steps': noSteps,
}

const grade = fc.constantFrom(...allGrades)
const parameters = fc.constantFrom(...Object.values(parameterSets))

function only(notation: string, set: SchedulingParameters = defaultParameters): Schedule {
  const last = playHistory(notation, set).at(-1)
  if (last === undefined) throw new Error('An empty history')
  return last
}

describe('steps and intervals', () => {
  const cases: readonly [keyof typeof parameterSets, string, string][] = [
    ['one step', 'again', 'learning 0/10m'],
    ['one step', 'hard', 'learning 0/15m'],
    ['one step', 'good', 'review 2d'],
    ['one step', 'easy', 'review 8d'],
    ['one step', 'again · again · good', 'review 1d'],
    ['one step', 'good · good', 'review 11d'],
    ['one step', 'good · good · again', 'relearning 0/10m'],
    ['one step', 'good · good · again · again', 'relearning 0/10m'],
    ['one step', 'good · good · again · hard', 'relearning 0/15m'],
    ['one step', 'good · good · again · good', 'review 2d'],
    ['1m 10m', 'good', 'learning 1/10m'],
    ['1m 10m', 'hard', 'learning 0/5.5m'],
    ['1m 10m', 'good · hard', 'learning 1/10m'],
    ['1m 10m', 'good · again', 'learning 0/1m'],
    ['1m 10m', 'good · good', 'review 2d'],
    ['1m 10m', 'good · easy', 'review 4d'],
    ['1m 10m 1h', 'good · good', 'learning 2/60m'],
    ['1m 10m 1h', 'good · good · hard', 'learning 2/60m'],
    ['1m 10m 1h', 'easy · again · hard', 'relearning 0/12.5m'],
    ['1m 10m 1h', 'easy · again · good', 'relearning 1/20m'],
    ['1m 10m 1h', 'easy · again · good · hard', 'relearning 1/20m'],
    ['no steps', 'again', 'review 1d'],
    ['no steps', 'easy · again', 'review 1d'],
  ]
  test.each(cases)('[S4] %s: %s → %s', (set, history, expected) => {
    expect(inWords(only(history, parameterSets[set]))).toBe(expected)
  })

  test.each(['hard', 'good', 'easy'])('[S4] %s keeps a card in review', (word) => {
    expect(only(`easy · ${word}`, threeSteps).state).toBe('review')
  })

  test('a step that is no longer there counts as the last one', () => {
    const later = only('good · good', threeSteps)
    const next = nextSchedule(
      later,
      { cardId: 'card', grade: 2, at: later.dueAt, day: later.dueDay },
      ankiSteps,
      tashkent,
    )
    expect(inWords(next)).toBe('learning 1/10m')
  })

  test('only forgetting a card in review is a lapse, and every answer is a repetition', () => {
    const histories = playHistory('again · good · 5d again · again · good · 3d good · 9d again', defaultParameters)
    expect(histories.map((schedule) => schedule.lapses)).toEqual([0, 0, 1, 1, 1, 1, 2])
    expect(histories.map((schedule) => schedule.repetitions)).toEqual([1, 2, 3, 4, 5, 6, 7])
  })
})

describe('local days', () => {
  test.each(['08:00', '13:00', '23:55'])('[S3] an answer at %s for a day is due from the next rollover', (time) => {
    const at = moment(`2026-11-20 ${time}+05:00`)
    const [first] = playHistory('good', { ...defaultParameters, desiredRetention: 0.95 }, tashkent, at)
    expect(first?.intervalDays).toBe(1)
    expect(first?.dueAt).toBe(moment('2026-11-21 04:00+05:00'))
  })

  test('[S3] an answer after midnight still belongs to the evening', () => {
    const [first] = playHistory('good', defaultParameters, tashkent, moment('2026-11-21 01:00+05:00'))
    expect(first?.dueAt).toBe(moment('2026-11-22 04:00+05:00'))
  })

  test('[S2] midnight in Greenwich is nothing: twenty minutes across it are the same day', () => {
    // ts-fsrs counts a day here, and the stability jumps from 8.30 to 13.49.
    const [, second] = playHistory('easy · 20m good', defaultParameters, tashkent, moment('2026-11-20 23:50Z'))
    expect(second?.stability).toBeCloseTo(8.2956, 4)
  })

  test('[S2] the rollover is everything: twenty minutes across it are a day', () => {
    const [, second] = playHistory('easy · 20m good', defaultParameters, tashkent, moment('2026-11-20 03:50+05:00'))
    expect(second?.stability).toBeGreaterThan(9)
  })

  test('a step that ends after the rollover is due on the next day', () => {
    const [first] = playHistory('again', defaultParameters, tashkent, moment('2026-11-20 03:55+05:00'))
    expect(first?.dueDay).toBe((first?.lastDay ?? 0) + 1)
  })

  test('[S7] a clock that was set back counts as the same day', () => {
    const before = only('good · good')
    const day = before.lastDay - 40
    const after = nextSchedule(
      before,
      { cardId: 'card', grade: 3, at: before.lastAt + 1, day },
      defaultParameters,
      tashkent,
    )
    const sameDay = nextSchedule(
      before,
      { cardId: 'card', grade: 3, at: before.lastAt + 1, day: before.lastDay },
      defaultParameters,
      tashkent,
    )
    expect(after.stability).toBe(sameDay.stability)
    expect(after.dueDay).toBe(day + after.intervalDays)
  })

  test('[S2] the hour of an answer changes nothing but the hour', () => {
    const hour = fc.integer({ min: 0, max: dayMs - 1 })
    const steps = fc.array(fc.record({ grade, days: fc.integer({ min: 0, max: 60 }), one: hour, other: hour }), {
      maxLength: 12,
    })
    const zones = fc.constantFrom(fixedOffset(300, 4), fixedOffset(180, 0), fixedOffset(-480, 12))
    fc.assert(
      fc.property(steps, zones, (answers, calendar) => {
        const memoryAt = (pick: 'one' | 'other'): unknown => {
          let previous: Schedule | null = null
          let day = 20_000
          for (const answer of answers) {
            day += answer.days
            const at = dayStart(day, calendar) + answer[pick]
            previous = nextSchedule(
              previous,
              { cardId: 'card', grade: answer.grade, at, day: dayOf(at, calendar) },
              noSteps,
              calendar,
            )
          }
          if (previous === null) return null
          const { lastAt: _hour, ...rest }: Schedule = previous
          return rest
        }
        expect(memoryAt('one')).toEqual(memoryAt('other'))
      }),
    )
  })

  test('[S3] a card in review is due from the first moment of its day, in a zone that changes its clocks too', () => {
    const berlin = zoneCalendar('Europe/Berlin', 4)
    const [first] = playHistory('easy', defaultParameters, berlin, moment('2026-03-25 21:00Z'))
    expect(first?.dueAt).toBe(moment('2026-04-02 02:00Z'))
  })
})

test('[S1] ts-fsrs agrees when every answer is given at noon in Greenwich', () => {
  const history = fc.array(fc.record({ grade, days: fc.integer({ min: 1, max: 400 }) }), {
    minLength: 1,
    maxLength: 15,
  })
  const noon = moment('2026-01-01 12:00Z')
  const utc = fixedOffset(0, 4)
  fc.assert(
    fc.property(
      history,
      fc.constantFrom(defaultParameters, ankiSteps),
      fc.double({ min: 0.7, max: 0.97, noNaN: true }),
      (answers, set, desiredRetention) => {
        const reference = fsrs({
          request_retention: desiredRetention,
          learning_steps: set.learningStepsMinutes.map((minutes) => `${minutes}m` as const),
          relearning_steps: set.relearningStepsMinutes.map((minutes) => `${minutes}m` as const),
        })
        const own: SchedulingParameters = { ...set, desiredRetention }
        let card = createEmptyCard(new Date(noon))
        let schedule: Schedule | null = null
        let at = noon
        for (const answer of answers) {
          // In steps the answer comes on the same day, else some days later.
          at += schedule !== null && schedule.state !== 'review' ? 60_000 : answer.days * dayMs
          card = reference.next(card, new Date(at), fsrsGrade(answer.grade)).card
          schedule = nextSchedule(schedule, { cardId: 'card', grade: answer.grade, at, day: dayOf(at, utc) }, own, utc)
          expect([schedule.stability, schedule.difficulty]).toEqual([card.stability, card.difficulty])
          // Its maximum is not kept for Good and Easy; ours is.
          expect(schedule.intervalDays).toBe(Math.min(card.scheduled_days, own.maximumIntervalDays))
          expect(schedule.state).toBe(State[card.state].toLowerCase())
          expect([schedule.lapses, schedule.repetitions]).toEqual([card.lapses, card.reps])
        }
      },
    ),
  )
})

function fsrsGrade(own: Grade): FsrsGrade {
  const all: Record<Grade, FsrsGrade> = { 1: Rating.Again, 2: Rating.Hard, 3: Rating.Good, 4: Rating.Easy }
  return all[own]
}

describe('laws', () => {
  const history = fc.array(fc.record({ grade, wait: fc.integer({ min: 0, max: 100 * dayMs }) }), { maxLength: 12 })
  const played = fc.tuple(history, parameters).map(([answers, set]) => {
    let previous: Schedule | null = null
    let at = breakfast
    for (const answer of answers) {
      at += answer.wait
      previous = nextSchedule(
        previous,
        { cardId: 'card', grade: answer.grade, at, day: dayOf(at, tashkent) },
        set,
        tashkent,
      )
    }
    const final: Schedule | null = previous
    return { schedule: final, at: at + dayMs, parameters: set }
  })

  test('[S6] a preview is what the answer gives', () => {
    fc.assert(
      fc.property(played, grade, ({ schedule, at, parameters: set }, chosen) => {
        const occasion = { cardId: 'card', at, day: dayOf(at, tashkent) }
        const preview = previewSchedules(schedule, occasion, set, tashkent)
        expect(preview[chosen]).toEqual(nextSchedule(schedule, { ...occasion, grade: chosen }, set, tashkent))
      }),
    )
  })

  test('[S5] a better grade never comes back sooner, and in review each is at least a day later', () => {
    fc.assert(
      fc.property(played, ({ schedule, at, parameters: set }) => {
        const preview = previewSchedules(schedule, { cardId: 'card', at, day: dayOf(at, tashkent) }, set, tashkent)
        const dues = allGrades.map((each) => preview[each].dueAt)
        expect(dues).toEqual(dues.toSorted((left, right) => left - right))
        if (schedule?.state !== 'review') return
        expect(preview[3].intervalDays).toBeGreaterThan(preview[2].intervalDays)
        expect(preview[4].intervalDays).toBeGreaterThan(preview[3].intervalDays)
      }),
    )
  })

  test('[S5] no interval is longer than the maximum', () => {
    fc.assert(
      fc.property(
        played,
        fc.integer({ min: 1, max: 30 }),
        grade,
        ({ schedule, at, parameters: set }, maximumIntervalDays, chosen) => {
          const answer = { cardId: 'card', grade: chosen, at, day: dayOf(at, tashkent) }
          const next = nextSchedule(schedule, answer, { ...set, maximumIntervalDays }, tashkent)
          expect(next.intervalDays).toBeLessThanOrEqual(maximumIntervalDays)
        },
      ),
    )
  })

  test('every schedule can be gone on from after it was stored', () => {
    fc.assert(
      fc.property(played, ({ schedule }) => {
        fc.pre(schedule !== null)
        const stored: unknown = structuredClone(schedule)
        expect(isSchedule(stored)).toBe(true)
      }),
    )
  })
})

describe('retrievability', () => {
  test('is 1 on the day of the answer, falls with every day, and is the desired one after the stability', () => {
    const schedule = only('easy')
    const days = [0, 1, 4, 8, 30].map((elapsed) => retrievability(schedule, schedule.lastDay + elapsed))
    expect(days[0]).toBe(1)
    expect(days).toEqual(days.toSorted((left, right) => right - left))
    expect(retrievability({ ...schedule, stability: 8 }, schedule.lastDay + 8)).toBeCloseTo(0.9, 6)
  })

  test('[S7] a clock that was set back gives 1', () => {
    const schedule = only('easy')
    expect(retrievability(schedule, schedule.lastDay - 5)).toBe(1)
  })
})

test('17 weights of FSRS-4.5 are migrated', () => {
  const weights = [0.4, 0.6, 2.4, 5.8, 4.93, 0.94, 0.86, 0.01, 1.49, 0.14, 0.94, 2.18, 0.05, 0.34, 1.26, 0.29, 2.61]
  expect(inWords(only('good', { ...noSteps, weights }))).toBe('review 2d')
  // FSRS-4.5 has no same-day memory: an answer on the same day leaves the stability as it is.
  expect(only('good · 1h good', { ...noSteps, weights }).stability).toBe(2.4)
})
