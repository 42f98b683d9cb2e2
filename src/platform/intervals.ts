// How long until a card comes back, in words: short for buttons, and as part of a sentence.
import type { TFunction } from 'i18next'
import type { Language } from '#domain/language.ts'
import type { Schedule } from '#domain/study/schedule.ts'
import { formatNumber } from './format.ts'

const minuteMs = 60_000
const daysInMonth = 30.44
const daysInYear = 365.25

type Unit = 'minutes' | 'hours' | 'days' | 'months' | 'years'

interface Span {
  readonly unit: Unit
  readonly value: number
}

/** The wait until a schedule's next question, seen from `now`. */
function scheduleToSpan(schedule: Schedule, now: number): Span {
  if (schedule.intervalDays > 0) return daysToSpan(schedule.intervalDays)
  return minutesToSpan((schedule.dueAt - now) / minuteMs)
}

function minutesToSpan(exactMinutes: number): Span {
  const minutes = Math.max(1, Math.round(exactMinutes))
  return minutes < 60 ? { unit: 'minutes', value: minutes } : { unit: 'hours', value: Math.round(minutes / 60) }
}

function daysToSpan(days: number): Span {
  if (days < 31) return { unit: 'days', value: days }
  const [unit, value] = days < 365 ? (['months', days / daysInMonth] as const) : (['years', days / daysInYear] as const)
  return { unit, value: value < 10 ? Math.round(value * 10) / 10 : Math.round(value) }
}

/** "10 min", "2 d", "1.5 mo", for a button. */
export function shortInterval(schedule: Schedule, now: number, t: TFunction, language: Language): string {
  const { unit, value } = scheduleToSpan(schedule, now)
  return t(`time.${unit}`, { count: value, value: formatNumber(value, language, 1) })
}

/** "in 10 minutes", "tomorrow", "in 2 days", for a sentence. */
export function intervalInWords(schedule: Schedule, now: number, t: TFunction, language: Language): string {
  return spanInWords(scheduleToSpan(schedule, now), t, language)
}

/** "today", "tomorrow", "in 12 days". */
export function daysInWords(days: number, t: TFunction, language: Language): string {
  return days <= 0 ? t('time.today') : spanInWords(daysToSpan(days), t, language)
}

function spanInWords({ unit, value }: Span, t: TFunction, language: Language): string {
  if (unit === 'days' && value === 1) return t('time.tomorrow')
  const words = { count: value, value: formatNumber(value, language, 1) }
  switch (unit) {
    case 'minutes':
      return t('time.inMinutes', words)
    case 'hours':
      return t('time.inHours', words)
    case 'days':
      return t('time.inDays', words)
    case 'months':
      return t('time.inMonths', words)
    case 'years':
      return t('time.inYears', words)
  }
}

/** "in 7 minutes", for a moment in the near future. */
export function momentInWords(at: number, now: number, t: TFunction, language: Language): string {
  return spanInWords(minutesToSpan((at - now) / minuteMs), t, language)
}
