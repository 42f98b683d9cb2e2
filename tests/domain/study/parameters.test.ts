// What a scheduler is run with: ranges that are held, and a hash that stays the same for ever.
import { describe, expect, test } from 'vitest'
import { SchedulingParametersError } from '#domain/study/parameters.ts'
import { defaultParameters, nextSchedule, parametersHash } from '#domain/study/schedule.ts'
import type { Schedule, SchedulingParameters } from '#domain/study/schedule.ts'
import { tashkent } from '#support/calendarZones.ts'
import { breakfast } from '#support/deckHistory.ts'

describe('parameters', () => {
  test('the hash is stable', () => {
    expect(parametersHash(defaultParameters)).toBe(parametersHash(structuredClone(defaultParameters)))
    expect(parametersHash(defaultParameters)).toMatch(/^[0-9a-f]{16}$/)
  })

  test('the hash of the defaults is the one that stands in logs already written', () => {
    expect(parametersHash(defaultParameters)).toBe('ff6ad2013073161f')
  })

  test('every parameter changes the hash', () => {
    const changed: SchedulingParameters[] = [
      defaultParameters,
      { ...defaultParameters, desiredRetention: 0.91 },
      { ...defaultParameters, maximumIntervalDays: 365 },
      { ...defaultParameters, learningStepsMinutes: [] },
      { ...defaultParameters, relearningStepsMinutes: [] },
      { ...defaultParameters, weights: defaultParameters.weights.with(20, 0.2) },
    ]
    expect(new Set(changed.map(parametersHash)).size).toBe(changed.length)
  })

  const wrong: readonly [keyof SchedulingParameters, Partial<SchedulingParameters>][] = [
    ['desiredRetention', { desiredRetention: 0 }],
    ['desiredRetention', { desiredRetention: 1.1 }],
    ['desiredRetention', { desiredRetention: Number.NaN }],
    ['maximumIntervalDays', { maximumIntervalDays: 0 }],
    ['learningStepsMinutes', { learningStepsMinutes: [0] }],
    ['relearningStepsMinutes', { relearningStepsMinutes: [-1] }],
    ['weights', { weights: [1, 2, 3] }],
    ['weights', { weights: defaultParameters.weights.with(3, Number.NaN) }],
  ]
  test.each(wrong)('%s out of range is named: %o', (field, change) => {
    const answer = { cardId: 'card', grade: 3, at: breakfast, day: 20_777 } as const
    const answering = (): Schedule => nextSchedule(null, answer, { ...defaultParameters, ...change }, tashkent)
    expect(answering).toThrow(SchedulingParametersError)
    expect(answering).toThrow(field)
  })
})
