// Dates and numbers in three languages.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { languages, type Language } from '#domain/language.ts'
import { dayToDate } from '#domain/study/calendar.ts'
import { formatDate, formatDay, formatNumber, readDate } from '#platform/format.ts'

function date(text: string) {
  const read = readDate(text)
  if (read === null) throw new Error(`Not a date: ${text}`)
  return read
}

describe('a day as a heading', () => {
  test.each<[string, string, string, string]>([
    ['2026-11-20', 'Juma, 20-noyabr', 'Пятница, 20 ноября', 'Friday, 20 November'],
    ['2026-01-01', 'Payshanba, 1-yanvar', 'Четверг, 1 января', 'Thursday, 1 January'],
    ['2026-02-28', 'Shanba, 28-fevral', 'Суббота, 28 февраля', 'Saturday, 28 February'],
    ['2028-02-29', 'Seshanba, 29-fevral', 'Вторник, 29 февраля', 'Tuesday, 29 February'],
    ['2026-03-08', 'Yakshanba, 8-mart', 'Воскресенье, 8 марта', 'Sunday, 8 March'],
    ['2026-05-11', 'Dushanba, 11-may', 'Понедельник, 11 мая', 'Monday, 11 May'],
    ['2026-08-05', 'Chorshanba, 5-avgust', 'Среда, 5 августа', 'Wednesday, 5 August'],
  ])('%s', (text, uz, ru, en) => {
    expect(languages.map((language) => formatDay(date(text), language))).toEqual([uz, ru, en])
  })
})

describe('a full date', () => {
  test.each<[string, string, string, string]>([
    ['2026-11-20', '2026-yil 20-noyabr', '20 ноября 2026 г.', '20 November 2026'],
    ['2026-06-01', '2026-yil 1-iyun', '1 июня 2026 г.', '1 June 2026'],
    ['2026-07-01', '2026-yil 1-iyul', '1 июля 2026 г.', '1 July 2026'],
    ['2026-04-30', '2026-yil 30-aprel', '30 апреля 2026 г.', '30 April 2026'],
    ['2026-09-09', '2026-yil 9-sentabr', '9 сентября 2026 г.', '9 September 2026'],
    ['2026-10-10', '2026-yil 10-oktabr', '10 октября 2026 г.', '10 October 2026'],
    ['2026-12-31', '2026-yil 31-dekabr', '31 декабря 2026 г.', '31 December 2026'],
  ])('%s', (text, uz, ru, en) => {
    // Intl sets a no-break space before "г."; which one it is, is its own affair.
    const written = languages.map((language) => formatDate(date(text), language).replaceAll(/[\u00A0\u202F]/g, ' '))
    expect(written).toEqual([uz, ru, en])
  })
})

test('Uzbek dates never look like those of a browser without Uzbek', () => {
  fc.assert(
    fc.property(fc.integer({ min: -10_000, max: 60_000 }), (day) => {
      const written = `${formatDay(dayToDate(day), 'uz')} ${formatDate(dayToDate(day), 'uz')}`
      expect(written).not.toMatch(/\bM\d\d\b/)
      expect(written).not.toMatch(/undefined|NaN|\p{Script=Cyrillic}/u)
      expect(written).toMatch(/^\p{Lu}\p{Ll}+, \d{1,2}-\p{Ll}+ \d{4}-yil \d{1,2}-\p{Ll}+$/u)
    }),
  )
})

describe('a number', () => {
  const space = '\u00A0'
  test.each<[number, number, string, string]>([
    [0, 0, '0', '0'],
    [7, 0, '7', '7'],
    [999, 0, '999', '999'],
    [1234, 0, '1234', '1,234'],
    [12_345, 0, `12${space}345`, '12,345'],
    [123_456, 0, `123${space}456`, '123,456'],
    [1_234_567.89, 2, `1${space}234${space}567,89`, '1,234,567.89'],
    [1_234_567.89, 0, `1${space}234${space}568`, '1,234,568'],
    [1.5, 1, '1,5', '1.5'],
    [1.25, 1, '1,3', '1.3'],
    [2, 1, '2', '2'],
    [0.1 + 0.2, 1, '0,3', '0.3'],
    [-1, 0, '−1', '−1'],
    [-1234.5, 1, '−1234,5', '−1,234.5'],
    [-12_345, 0, `−12${space}345`, '−12,345'],
    [-0.4, 0, '0', '0'],
  ])('%d with %i decimals', (value, decimals, eastern, english) => {
    const written = (['uz', 'ru', 'en'] as const).map((language) => formatNumber(value, language, decimals))
    expect(written).toEqual([eastern, eastern, english])
  })

  test('reads back as the number that was written', () => {
    const numbers = fc.integer({ min: -1_000_000_000, max: 1_000_000_000 })
    fc.assert(
      fc.property(numbers, fc.constantFrom<Language>(...languages), (value, language) => {
        const digits = formatNumber(value, language)
          .replace('−', '-')
          .replaceAll(/[\u00A0,]/g, '')
        expect(Number(digits)).toBe(value)
      }),
    )
  })
})

describe('a date as cards carry it', () => {
  test.each([
    ['2026-11-20', { year: 2026, month: 11, dayOfMonth: 20, weekday: 4 }],
    ['1970-01-01', { year: 1970, month: 1, dayOfMonth: 1, weekday: 3 }],
    ['2024-02-29', { year: 2024, month: 2, dayOfMonth: 29, weekday: 3 }],
  ])('%s', (text, read) => {
    expect(readDate(text)).toEqual(read)
  })

  test.each(['', '2026-11', '20.11.2026', '2026-11-20T00:00', 'yesterday', '2026-1-2', '2026-13-01', '2026-02-30'])(
    '"%s" is none',
    (text) => {
      expect(readDate(text)).toBeNull()
    },
  )
})
