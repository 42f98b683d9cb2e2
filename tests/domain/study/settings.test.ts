// Settings never keep the app from starting: a bad value falls back to its default and is named.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { defaultParameters } from '#domain/study/schedule.ts'
import { defaultSettings, settingsFromStored, settingsToParameters } from '#domain/study/settings.ts'

test('nothing stored gives the defaults', () => {
  const defaults = { settings: defaultSettings, rejected: [] }
  expect([settingsFromStored(undefined), settingsFromStored(null), settingsFromStored({})]).toEqual([
    defaults,
    defaults,
    defaults,
  ])
  expect(settingsFromStored(defaultSettings)).toEqual(defaults)
})

describe('what is in range is taken', () => {
  test.each([
    ['interfaceLanguage', 'ru'],
    ['interfaceLanguage', null],
    ['cardLanguage', 'uz'],
    ['cardsPerDay', 1],
    ['cardsPerDay', 500],
    ['desiredRetention', 0.7],
    ['desiredRetention', 0.97],
    ['rolloverHour', 0],
    ['rolloverHour', 12],
    ['theme', 'dark'],
    ['shortcutsEnabled', false],
    ['showIntervals', false],
    ['newCardsPerDay', 0],
    ['newCardsPerDay', 500],
    ['learningStepsMinutes', []],
    ['learningStepsMinutes', [1, 10, 60, 300, 720]],
    ['relearningStepsMinutes', [30]],
    ['maximumIntervalDays', 7],
    ['maximumIntervalDays', 36_500],
    ['fuzz', false],
    ['newOrder', 'random'],
    ['dueOrder', 'retrievability'],
    ['mix', 'mixed'],
  ])('%s = %j', (name, value) => {
    expect(settingsFromStored({ [name]: value })).toEqual({
      settings: { ...defaultSettings, [name]: value },
      rejected: [],
    })
  })
})

describe('[T1] what is out of range is named, and the rest still holds', () => {
  test.each([
    ['interfaceLanguage', 'de'],
    ['cardLanguage', 3],
    ['cardsPerDay', 0],
    ['cardsPerDay', 501],
    ['cardsPerDay', 20.5],
    ['cardsPerDay', '20'],
    ['desiredRetention', 0.69],
    ['desiredRetention', 0.98],
    ['desiredRetention', Number.NaN],
    ['rolloverHour', 13],
    ['rolloverHour', 3.5],
    ['rolloverHour', -1],
    ['theme', 'sepia'],
    ['shortcutsEnabled', 'yes'],
    ['showIntervals', null],
    ['newCardsPerDay', -1],
    ['newCardsPerDay', 501],
    ['learningStepsMinutes', [0]],
    ['learningStepsMinutes', [0.5]],
    ['learningStepsMinutes', [721]],
    ['learningStepsMinutes', [10, 10]],
    ['learningStepsMinutes', [10, 5]],
    ['learningStepsMinutes', [1, 2, 3, 4, 5, 6]],
    ['learningStepsMinutes', ['10']],
    ['relearningStepsMinutes', 10],
    ['maximumIntervalDays', 6],
    ['maximumIntervalDays', 36_501],
    ['fuzz', 1],
    ['newOrder', 'alphabet'],
    ['dueOrder', 'deck'],
    ['mix', 'toString'],
    ['inventedLater', true],
    ['toString', true],
  ])('%s = %j', (name, value) => {
    expect(settingsFromStored({ theme: 'light', [name]: value })).toEqual({
      settings: { ...defaultSettings, ...(name === 'theme' ? {} : { theme: 'light' }) },
      rejected: [name],
    })
  })

  test.each([['a string'], [7], [[1, 2]], [true]])('%j is no record at all', (value) => {
    const reading = settingsFromStored(value)
    expect(reading.settings).toEqual(defaultSettings)
    expect(reading.rejected).toContain('cardsPerDay')
  })
})

test('[T1] nothing throws, and what comes out can always be stored and read again', () => {
  const wild = fc.oneof(
    fc.anything(),
    fc.dictionary(
      fc.constantFrom(...Object.keys(defaultSettings)),
      fc.oneof(fc.anything(), fc.constantFrom('ru', 7, 0.8, true)),
    ),
  )
  fc.assert(
    fc.property(wild, (stored) => {
      const { settings } = settingsFromStored(stored)
      expect(Object.keys(settings).toSorted()).toEqual(Object.keys(defaultSettings).toSorted())
      expect(settingsFromStored(settings)).toEqual({ settings, rejected: [] })
    }),
  )
})

test('the scheduler is run with what the settings say of it', () => {
  const wishes = {
    desiredRetention: 0.8,
    learningStepsMinutes: [1, 30],
    relearningStepsMinutes: [],
    maximumIntervalDays: 90,
    fuzz: false,
  }
  expect(settingsToParameters({ ...defaultSettings, ...wishes })).toEqual({ ...defaultParameters, ...wishes })
})
