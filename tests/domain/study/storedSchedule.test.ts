// What is read back is looked at before anything is scheduled from it.
import { describe, expect, test } from 'vitest'
import { isSameSchedule, isSchedule } from '#domain/study/storedSchedule.ts'
import { inReview } from '#support/deckSchedules.ts'

describe('a stored schedule', () => {
  const schedule = inReview('card')
  const wrong: readonly [string, unknown][] = [
    ['nothing', null],
    ['a word', 'review'],
    ['an unknown state', { ...schedule, state: 'new' }],
    ['no due day', { ...schedule, dueDay: undefined }],
    ['a due day that is not a number', { ...schedule, dueDay: '20779' }],
    ['no stability', { ...schedule, stability: Number.NaN }],
    ['a stability of 0', { ...schedule, stability: 0 }],
    ['a difficulty of 11', { ...schedule, difficulty: 11 }],
    ['no model', { ...schedule, model: 6 }],
  ]
  test.each(wrong)('[W9] with %s is refused', (_what, value) => {
    expect(isSchedule(value)).toBe(false)
  })

  test('with a field that a later version has added is accepted', () => {
    expect(isSchedule({ ...schedule, suspended: true })).toBe(true)
  })

  test('is the same only when every field is', () => {
    expect(isSameSchedule(schedule, { ...schedule })).toBe(true)
    expect(isSameSchedule(null, null)).toBe(true)
    expect(isSameSchedule(schedule, null)).toBe(false)
    expect(isSameSchedule(schedule, { ...schedule, dueAt: schedule.dueAt + 1 })).toBe(false)
    expect(isSameSchedule(schedule, { ...schedule, state: 'learning' })).toBe(false)
    expect(isSameSchedule(schedule, { ...schedule, model: 'fsrs-7' })).toBe(false)
  })
})
