// A day begins at the rollover, in every zone, and what day it is never depends on anything but local time.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dayOf, dayStart, dayToDate, fixedOffset } from '#domain/study/calendar.ts'
import { moment, tashkent, zoneCalendar } from '#support/calendarZones.ts'

const hourMs = 3_600_000
const rolloverHour = fc.integer({ min: 0, max: 12 })
// 2000 to 2040.
const day = fc.integer({ min: 10_957, max: 25_567 })
const at = fc.integer({ min: moment('2000-01-01 00:00Z'), max: moment('2040-01-01 00:00Z') })
const fixedZones = [300, 180, -480, 0, 345, 840]
const changingZones = [
  'Europe/Berlin',
  'America/New_York',
  'Australia/Lord_Howe',
  'America/Sao_Paulo',
  'Africa/Casablanca',
  'Asia/Tashkent',
]

function date(number: number): string {
  const { year, month, dayOfMonth } = dayToDate(number)
  return `${year}-${String(month).padStart(2, '0')}-${String(dayOfMonth).padStart(2, '0')}`
}

describe('the day of a moment', () => {
  test.each([
    ['2026-11-20 03:59+05:00', '2026-11-19'],
    ['2026-11-20 04:00+05:00', '2026-11-20'],
    ['2026-11-20 23:59+05:00', '2026-11-20'],
    ['2026-11-21 03:59+05:00', '2026-11-20'],
    ['1969-12-31 12:00+05:00', '1969-12-31'],
  ])('[D1] %s is %s in Tashkent with a rollover at 4', (text, expected) => {
    expect(date(dayOf(moment(text), tashkent))).toBe(expected)
  })

  test('[D1] two zones can be in different days at one moment', () => {
    const now = moment('2026-11-20 01:00Z')
    expect(date(dayOf(now, fixedOffset(300, 4)))).toBe('2026-11-20')
    expect(date(dayOf(now, fixedOffset(-480, 4)))).toBe('2026-11-19')
  })
})

describe('[D3] the start of a day', () => {
  test.each([
    ['Europe/Berlin', 2, '2026-03-29', '2026-03-29 01:00Z', 'the clocks jump from 2 to 3: the moment of the jump'],
    ['Europe/Berlin', 4, '2026-03-29', '2026-03-29 02:00Z', 'after the jump'],
    ['Europe/Berlin', 2, '2026-10-25', '2026-10-25 00:00Z', '2 is shown twice: the first time'],
    ['Europe/Berlin', 3, '2026-10-25', '2026-10-25 02:00Z', 'the clocks go from 3 back to 2: 3 comes once'],
    ['America/New_York', 2, '2026-03-08', '2026-03-08 07:00Z', 'the moment of the jump'],
    ['America/New_York', 1, '2026-11-01', '2026-11-01 05:00Z', '1 is shown twice: the first time'],
    ['Australia/Lord_Howe', 2, '2026-10-04', '2026-10-03 15:30Z', 'a jump of half an hour'],
    ['America/Sao_Paulo', 0, '2018-11-04', '2018-11-04 03:00Z', 'midnight itself is jumped over'],
  ])('%s, rollover at %i, %s begins at %s (%s)', (zone, hour, wanted, expected) => {
    const calendar = zoneCalendar(zone, hour)
    const number = Math.round(Date.parse(wanted) / (24 * hourMs))
    expect(new Date(dayStart(number, calendar)).toISOString()).toBe(new Date(moment(expected)).toISOString())
  })
})

describe.each([
  ...fixedZones.map(
    (minutes) =>
      [`UTC${minutes >= 0 ? '+' : ''}${minutes / 60}`, (hour: number) => fixedOffset(minutes, hour)] as const,
  ),
  ...changingZones.map((zone) => [zone, (hour: number) => zoneCalendar(zone, hour)] as const),
])('in %s', (_zone, calendarWith) => {
  const calendars = Array.from({ length: 13 }, (_, hour) => calendarWith(hour))
  const calendar = rolloverHour.map((hour) => calendars[hour] ?? calendarWith(hour))

  test('[D2] a day starts with its own first moment, and the one before belongs to the day before', () => {
    fc.assert(
      fc.property(day, calendar, (number, zone) => {
        const start = dayStart(number, zone)
        expect(dayOf(start, zone)).toBe(number)
        expect(dayOf(start - 1, zone)).toBe(number - 1)
      }),
    )
  })

  test('a day lasts between 22 and 26 hours', () => {
    fc.assert(
      fc.property(day, calendar, (number, zone) => {
        const hours = (dayStart(number + 1, zone) - dayStart(number, zone)) / hourMs
        expect(hours).toBeGreaterThanOrEqual(22)
        expect(hours).toBeLessThanOrEqual(26)
      }),
    )
  })

  test('[D2] a moment lies between the start of its day and the start of the next', () => {
    fc.assert(
      fc.property(at, calendar, (instant, zone) => {
        const number = dayOf(instant, zone)
        expect(dayStart(number, zone)).toBeLessThanOrEqual(instant)
        expect(dayStart(number + 1, zone)).toBeGreaterThan(instant)
      }),
    )
  })
})

test('days never go back while a zone keeps its offset', () => {
  fc.assert(
    fc.property(at, at, fc.constantFrom(...fixedZones), rolloverHour, (one, other, minutes, hour) => {
      const calendar = fixedOffset(minutes, hour)
      expect(dayOf(Math.min(one, other), calendar)).toBeLessThanOrEqual(dayOf(Math.max(one, other), calendar))
    }),
  )
})

describe('the date of a day', () => {
  test.each([
    [0, { year: 1970, month: 1, dayOfMonth: 1, weekday: 3 }],
    [-1, { year: 1969, month: 12, dayOfMonth: 31, weekday: 2 }],
    [-4, { year: 1969, month: 12, dayOfMonth: 28, weekday: 6 }],
    [11_016, { year: 2000, month: 2, dayOfMonth: 29, weekday: 1 }],
    [20_777, { year: 2026, month: 11, dayOfMonth: 20, weekday: 4 }],
  ])('day %i', (number, expected) => {
    expect(dayToDate(number)).toEqual(expected)
  })
})
