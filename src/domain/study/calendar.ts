// What a day is: a local day that begins at the rollover hour, not at midnight, and has a number. It alone knows zones;
// the zone itself comes in as a function, so that no clock or database of zones is needed here.

const minuteMs = 60_000
const hourMs = 3_600_000
const dayMs = 86_400_000

export interface Calendar {
  /** Minutes by which local time is ahead of UTC at that moment (ms since the epoch): +300 in Tashkent. */
  offsetMinutes(at: number): number
  /** The local hour at which a day begins, 0–12. */
  readonly rolloverHour: number
}

export interface CalendarDate {
  readonly year: number
  /** 1–12. */
  readonly month: number
  readonly dayOfMonth: number
  /** 0 is Monday. */
  readonly weekday: number
}

/** A calendar in a zone that never changes its clocks. */
export function fixedOffset(minutes: number, rolloverHour: number): Calendar {
  return { offsetMinutes: () => minutes, rolloverHour }
}

/** The day (whole local days since 1970-01-01) to which a moment (ms since the epoch) belongs. */
export function dayOf(at: number, calendar: Calendar): number {
  const localMs = at + calendar.offsetMinutes(at) * minuteMs
  return Math.floor((localMs - calendar.rolloverHour * hourMs) / dayMs)
}

/**
 * The first moment (ms since the epoch) of a day. Where the clocks jump over the rollover, it is the moment of the jump;
 * where they show it twice, it is the first time. At most one change of clocks within a day on either side is assumed.
 */
export function dayStart(day: number, calendar: Calendar): number {
  const rolloverMs = day * dayMs + calendar.rolloverHour * hourMs
  const offsetBefore = calendar.offsetMinutes(rolloverMs - dayMs)
  const offsetAfter = calendar.offsetMinutes(rolloverMs + dayMs)
  const startByOldClock = rolloverMs - offsetBefore * minuteMs
  if (calendar.offsetMinutes(startByOldClock) === offsetBefore) return startByOldClock
  const startByNewClock = rolloverMs - offsetAfter * minuteMs
  if (calendar.offsetMinutes(startByNewClock) === offsetAfter) return startByNewClock
  return clockChange(rolloverMs - dayMs, rolloverMs + dayMs, calendar)
}

/** The first moment after `early` at which the offset is no longer the one of `early`. */
function clockChange(early: number, late: number, calendar: Calendar): number {
  const offset = calendar.offsetMinutes(early)
  let before = early
  let after = late
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2)
    if (calendar.offsetMinutes(middle) === offset) before = middle
    else after = middle
  }
  return after
}

/** The date that a day is called by; between midnight and the rollover the wall clock already shows the next one. */
export function dayToDate(day: number): CalendarDate {
  const date = new Date(day * dayMs)
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    dayOfMonth: date.getUTCDate(),
    // 1970-01-01 was a Thursday, which is 3 when Monday is 0.
    weekday: (((day + 3) % 7) + 7) % 7,
  }
}
