// Fuzz: intervals are spread within the published range, and nothing else about a schedule changes.
import fc from 'fast-check'
import { get_fuzz_range } from 'ts-fsrs'
import { describe, expect, test } from 'vitest'
import { dayOf } from '#domain/study/calendar.ts'
import { allGrades, type Grade } from '#domain/study/grade.ts'
import { replay } from '#domain/study/replay.ts'
import { defaultParameters, nextSchedule, previewSchedules, type Schedule } from '#domain/study/schedule.ts'
import { seededFraction } from '#domain/study/seed.ts'
import { tashkent } from '#support/calendarZones.ts'
import { answerWith } from '#support/deckAnswers.ts'
import { breakfast } from '#support/deckHistory.ts'
import { inReview, today } from '#support/deckSchedules.ts'

const plain = defaultParameters
const fuzzed = { ...defaultParameters, fuzz: true }

function intervalsOf(
  schedule: Schedule | null,
  parameters: typeof plain,
  cardId = schedule?.cardId ?? 'card',
): readonly number[] {
  const preview = previewSchedules(schedule, { cardId, at: breakfast, day: today }, parameters, tashkent)
  return allGrades.map((grade) => preview[grade].intervalDays)
}

const reviewed = fc
  .record({
    cardId: fc.string({ minLength: 1, maxLength: 8 }),
    stability: fc.double({ min: 0.5, max: 400, noNaN: true }),
    late: fc.integer({ min: 0, max: 60 }),
  })
  .map(({ cardId, stability, late }) => {
    const schedule = inReview(cardId, today - late, stability)
    return {
      ...schedule,
      intervalDays: Math.max(1, Math.round(stability)),
      lastDay: today - late - Math.max(1, Math.round(stability)),
    }
  })

describe('[S8] fuzz', () => {
  test('leaves an interval in its range, and short ones as they are', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), (cardId) => {
        const [, , , easy = 0] = intervalsOf(null, fuzzed, cardId)
        const [, , , without = 0] = intervalsOf(null, plain, cardId)
        const { min_ivl: shortest, max_ivl: longest } = get_fuzz_range(without, 0, 36_500)
        expect(easy).toBeGreaterThanOrEqual(shortest)
        expect(easy).toBeLessThanOrEqual(longest)
        // Good on a new card is 2 days, which is too short to be spread.
        expect(intervalsOf(null, fuzzed, cardId)[2]).toBe(2)
      }),
    )
  })

  test('keeps the order of the grades and the maximum', () => {
    fc.assert(
      fc.property(reviewed, fc.integer({ min: 10, max: 500 }), (schedule, maximumIntervalDays) => {
        const [, hard = 0, good = 0, easy = 0] = intervalsOf(schedule, { ...fuzzed, maximumIntervalDays })
        expect(easy).toBeLessThanOrEqual(maximumIntervalDays)
        if (easy < maximumIntervalDays) {
          expect(good).toBeGreaterThan(hard)
          expect(easy).toBeGreaterThan(good)
        }
      }),
    )
  })

  test('gives cards that were begun together different days', () => {
    const easy = new Set(Array.from({ length: 50 }, (_, index) => intervalsOf(null, fuzzed, `card-${index}`)[3]))
    expect(easy.size).toBeGreaterThanOrEqual(4)
  })

  test('changes neither stability nor difficulty', () => {
    fc.assert(
      fc.property(reviewed, fc.constantFrom(...allGrades), (schedule, grade: Grade) => {
        const occasion = { cardId: schedule.cardId, at: breakfast, day: today, grade }
        const { stability, difficulty } = nextSchedule(schedule, occasion, fuzzed, tashkent)
        expect({ stability, difficulty }).toEqual({
          stability: nextSchedule(schedule, occasion, plain, tashkent).stability,
          difficulty: nextSchedule(schedule, occasion, plain, tashkent).difficulty,
        })
      }),
    )
  })

  test('[S6] [L1] the preview is what the answer gives at any second, and so does a replay', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...allGrades), { minLength: 1, maxLength: 12 }),
        fc.nat(59),
        (chosen, late) => {
          let schedule: Schedule | null = null
          let now = breakfast
          const entries = chosen.map((grade, index) => {
            const preview: Schedule = previewSchedules(
              schedule,
              { cardId: 'card', at: now, day: dayOf(now, tashkent) },
              fuzzed,
              tashkent,
            )[grade]
            const answer = answerWith(
              { id: `${index}`, cardId: 'card', grade },
              schedule,
              now + late * 1000,
              fuzzed,
              tashkent,
            )
            expect(answer.after.intervalDays).toBe(preview.intervalDays)
            schedule = answer.after
            now = Math.max(answer.after.dueAt, now + 3_600_000)
            return answer.entry
          })
          expect(replay(entries, fuzzed, tashkent).get('card')).toEqual(schedule)
        },
      ),
    )
  })
})

test('a seeded fraction lies from 0 to 1, and like texts are far apart', () => {
  const fractions = Array.from({ length: 1000 }, (_, index) => seededFraction(`card-${index} 3`))
  expect(Math.min(...fractions)).toBeGreaterThanOrEqual(0)
  expect(Math.max(...fractions)).toBeLessThan(1)
  const tenths = Map.groupBy(fractions, (fraction) => Math.floor(fraction * 10))
  for (const tenth of tenths.values()) expect(tenth.length).toBeGreaterThan(60)
  expect(tenths.size).toBe(10)
})
