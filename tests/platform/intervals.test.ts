// Waits in words, in three languages: short for buttons, long for sentences.
import { describe, expect, test } from 'vitest'
import type { Language } from '#domain/language.ts'
import { createI18n } from '#platform/i18n.ts'
import { daysInWords, intervalInWords, momentInWords, shortInterval } from '#platform/intervals.ts'
import { loadTestWords } from '#support/appSurroundings.ts'
import { breakfast } from '#support/deckHistory.ts'
import { inReview, inStep } from '#support/deckSchedules.ts'

const wordsByLanguage = {
  uz: await createI18n('uz', loadTestWords),
  ru: await createI18n('ru', loadTestWords),
  en: await createI18n('en', loadTestWords),
}

const inEach = (write: (language: Language) => string): readonly string[] => (['uz', 'ru', 'en'] as const).map(write)

describe('days in a sentence', () => {
  test.each<[number, string, string, string]>([
    [-1, 'bugun', 'сегодня', 'today'],
    [0, 'bugun', 'сегодня', 'today'],
    [1, 'ertaga', 'завтра', 'tomorrow'],
    [2, '2 kundan keyin', 'через 2 дня', 'in 2 days'],
    [5, '5 kundan keyin', 'через 5 дней', 'in 5 days'],
    [11, '11 kundan keyin', 'через 11 дней', 'in 11 days'],
    [21, '21 kundan keyin', 'через 21 день', 'in 21 days'],
    [22, '22 kundan keyin', 'через 22 дня', 'in 22 days'],
    [30, '30 kundan keyin', 'через 30 дней', 'in 30 days'],
    [31, '1 oydan keyin', 'через 1 месяц', 'in 1 month'],
    [46, '1,5 oydan keyin', 'через 1,5 месяца', 'in 1.5 months'],
    [61, '2 oydan keyin', 'через 2 месяца', 'in 2 months'],
    [152, '5 oydan keyin', 'через 5 месяцев', 'in 5 months'],
    [335, '11 oydan keyin', 'через 11 месяцев', 'in 11 months'],
    [365, '1 yildan keyin', 'через 1 год', 'in 1 year'],
    [548, '1,5 yildan keyin', 'через 1,5 года', 'in 1.5 years'],
    [731, '2 yildan keyin', 'через 2 года', 'in 2 years'],
    [1826, '5 yildan keyin', 'через 5 лет', 'in 5 years'],
    [7670, '21 yildan keyin', 'через 21 год', 'in 21 years'],
    [36_500, '100 yildan keyin', 'через 100 лет', 'in 100 years'],
  ])('%i', (days, uz, ru, en) => {
    expect(inEach((language) => daysInWords(days, wordsByLanguage[language].t, language))).toEqual([uz, ru, en])
  })
})

describe('a moment of this day', () => {
  test.each<[number, string, string, string]>([
    [-3, '1 daqiqadan keyin', 'через 1 минуту', 'in 1 minute'],
    [0.2, '1 daqiqadan keyin', 'через 1 минуту', 'in 1 minute'],
    [1, '1 daqiqadan keyin', 'через 1 минуту', 'in 1 minute'],
    [2, '2 daqiqadan keyin', 'через 2 минуты', 'in 2 minutes'],
    [5, '5 daqiqadan keyin', 'через 5 минут', 'in 5 minutes'],
    [21, '21 daqiqadan keyin', 'через 21 минуту', 'in 21 minutes'],
    [59.4, '59 daqiqadan keyin', 'через 59 минут', 'in 59 minutes'],
    [60, '1 soatdan keyin', 'через 1 час', 'in 1 hour'],
    [120, '2 soatdan keyin', 'через 2 часа', 'in 2 hours'],
    [300, '5 soatdan keyin', 'через 5 часов', 'in 5 hours'],
  ])('in %d minutes', (minutes, uz, ru, en) => {
    const at = breakfast + minutes * 60_000
    expect(inEach((language) => momentInWords(at, breakfast, wordsByLanguage[language].t, language))).toEqual([
      uz,
      ru,
      en,
    ])
  })
})

describe('the wait on a button', () => {
  const review = (intervalDays: number) => ({ ...inReview('c1'), intervalDays })
  test.each<[string, Parameters<typeof shortInterval>[0], string, string, string]>([
    ['ten minutes', inStep('c1', 10), '10 daq', '10 мин', '10 min'],
    ['an hour', inStep('c1', 60), '1 soat', '1 ч', '1 h'],
    ['a day', review(1), '1 kun', '1 дн.', '1 d'],
    ['30 days', review(30), '30 kun', '30 дн.', '30 d'],
    ['a month', review(31), '1 oy', '1 мес.', '1 mo'],
    ['a month and a half', review(46), '1,5 oy', '1,5 мес.', '1.5 mo'],
    ['a year', review(365), '1 yil', '1 г.', '1 y'],
    ['two years', review(731), '2 yil', '2 г.', '2 y'],
    ['five years', review(1826), '5 yil', '5 л.', '5 y'],
    ['21 years', review(7670), '21 yil', '21 г.', '21 y'],
  ])('%s', (_, schedule, uz, ru, en) => {
    expect(inEach((language) => shortInterval(schedule, breakfast, wordsByLanguage[language].t, language))).toEqual([
      uz,
      ru,
      en,
    ])
  })

  test('and in a sentence', () => {
    const written = (schedule: Parameters<typeof intervalInWords>[0]): readonly string[] =>
      inEach((language) => intervalInWords(schedule, breakfast, wordsByLanguage[language].t, language))
    expect(written(inStep('c1', 10))).toEqual(['10 daqiqadan keyin', 'через 10 минут', 'in 10 minutes'])
    expect(written(review(1))).toEqual(['ertaga', 'завтра', 'tomorrow'])
    expect(written(review(3))).toEqual(['3 kundan keyin', 'через 3 дня', 'in 3 days'])
  })
})
