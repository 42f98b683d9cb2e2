// Dates and numbers as people write them. Uzbek has tables of its own: Chromium claims the locale `uz` and then prints
// "2026 M11 20" and English numbers, so `Intl` is asked for Russian and English only, and only here.
import type { Language } from '#domain/language.ts'
import type { CalendarDate } from '#domain/study/calendar.ts'

const uzbekMonths = [
  'yanvar',
  'fevral',
  'mart',
  'aprel',
  'may',
  'iyun',
  'iyul',
  'avgust',
  'sentabr',
  'oktabr',
  'noyabr',
  'dekabr',
] as const
const uzbekWeekdays = ['dushanba', 'seshanba', 'chorshanba', 'payshanba', 'juma', 'shanba', 'yakshanba'] as const
const noBreakSpace = '\u00A0'

/** Weekday, day and month, as a heading: "Juma, 20-noyabr" · "Пятница, 20 ноября" · "Friday, 20 November". */
export function formatDay(date: CalendarDate, language: Language): string {
  if (language === 'uz') {
    return capitalised(`${uzbekWeekdays[date.weekday] ?? ''}, ${date.dayOfMonth}-${uzbekMonths[date.month - 1] ?? ''}`)
  }
  return capitalised(
    intlDate(date, language, { weekday: 'long', day: 'numeric', month: 'long' }).replace(/^(\p{L}+) /u, '$1, '),
  )
}

/** A full date in running text: "2026-yil 20-noyabr" · "20 ноября 2026 г." · "20 November 2026". */
export function formatDate(date: CalendarDate, language: Language): string {
  if (language === 'uz') return `${date.year}-yil ${date.dayOfMonth}-${uzbekMonths[date.month - 1] ?? ''}`
  return intlDate(date, language, { day: 'numeric', month: 'long', year: 'numeric' })
}

/** A number with at most `fractionDigits` decimals: "1 234,5" in Uzbek and Russian, "1,234.5" in English. */
export function formatNumber(value: number, language: Language, fractionDigits = 0): string {
  const scale = 10 ** fractionDigits
  const rounded = Math.round(value * scale) / scale
  const [whole = '0', fraction] = Math.abs(rounded).toString().split('.')
  const groupMark = language === 'en' ? ',' : noBreakSpace
  const decimalMark = language === 'en' ? '.' : ','
  // Russian and Uzbek leave four digits together, as their typesetters do; English groups from a thousand on.
  const grouped =
    whole.length > 4 || (language === 'en' && whole.length > 3) ? whole.replace(/\B(?=(\d{3})+$)/g, groupMark) : whole
  return `${rounded < 0 ? '−' : ''}${grouped}${fraction === undefined ? '' : decimalMark + fraction}`
}

/** Reads `YYYY-MM-DD`, as cards carry it; null where it is none. */
export function readDate(text: string): CalendarDate | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  if (match === null) return null
  const [year, month, dayOfMonth] = match.slice(1).map(Number)
  if (year === undefined || month === undefined || dayOfMonth === undefined) return null
  const date = new Date(Date.UTC(year, month - 1, dayOfMonth))
  // The 30th of February would quietly become the 2nd of March.
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== dayOfMonth) return null
  return { year, month, dayOfMonth, weekday: (date.getUTCDay() + 6) % 7 }
}

function intlDate(date: CalendarDate, language: 'ru' | 'en', options: Intl.DateTimeFormatOptions): string {
  const locale = language === 'en' ? 'en-GB' : 'ru'
  const noon = Date.UTC(date.year, date.month - 1, date.dayOfMonth, 12)
  return new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' }).format(noon)
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
