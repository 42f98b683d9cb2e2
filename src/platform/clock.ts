// The only place that asks the device what time it is and in which zone.
import type { Calendar } from '#domain/study/calendar.ts'

export interface Clock {
  /** Milliseconds since the epoch. */
  readonly now: () => number
  /** The local zone's offset from UTC at that instant, in minutes, east positive. */
  readonly offsetMinutes: (at: number) => number
}

export const deviceClock: Clock = {
  now: () => Date.now(),
  // `getTimezoneOffset` counts west as positive.
  offsetMinutes: (at) => -new Date(at).getTimezoneOffset(),
}

export function clockToCalendar(clock: Clock, rolloverHour: number): Calendar {
  return { offsetMinutes: (at) => clock.offsetMinutes(at), rolloverHour }
}
