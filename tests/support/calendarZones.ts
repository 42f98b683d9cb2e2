// Calendars in real zones for tests, by what Intl knows of them; the domain itself gets its zone as a function.
import { fixedOffset, type Calendar } from '#domain/study/calendar.ts'

/** A calendar in a zone of the IANA database. */
export function zoneCalendar(timeZone: string, rolloverHour: number): Calendar {
  const format = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset', hour: 'numeric' })
  const offsetMinutes = (at: number): number => {
    const name = format.formatToParts(at).find((part) => part.type === 'timeZoneName')?.value ?? ''
    const match = /^GMT(?:([+-])(\d\d):(\d\d))?$/.exec(name)
    if (match === null) throw new Error(`Intl gives no offset for ${timeZone}: ${name}`)
    const [, sign, hours = '0', minutes = '0'] = match
    return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes))
  }
  return { offsetMinutes, rolloverHour }
}

/** Tashkent at four in the morning, where most tests play. */
export const tashkent = fixedOffset(300, 4)

/** `2026-11-20 03:59+05:00` as ms since the epoch. */
export function moment(text: string): number {
  const at = Date.parse(text.replace(' ', 'T'))
  if (Number.isNaN(at)) throw new Error(`Not a moment: ${text}`)
  return at
}
