// Histories of answers in a small notation, for the tests of the study domain: `good · 2d good · again · 3d hard`. A
// wait stands before its answer; without one the answer is given at the moment at which the card is due.
import { dayOf, type Calendar } from '#domain/study/calendar.ts'
import { grades, nextSchedule, type Grade, type Schedule, type SchedulingParameters } from '#domain/study/schedule.ts'
import { moment, tashkent } from './calendarZones.ts'

/** Breakfast time in Tashkent on 20 November 2026, a Friday. */
export const breakfast = moment('2026-11-20 08:00+05:00')

const unitMs = new Map([
  ['m', 60_000],
  ['h', 3_600_000],
  ['d', 86_400_000],
])
const gradesByName = new Map<string, Grade>(Object.entries(grades))

interface HistoryAnswer {
  readonly grade: Grade
  /** Null: when the card is due. */
  readonly waitMs: number | null
}

function parseHistory(notation: string): readonly HistoryAnswer[] {
  return notation.split(' · ').map((part) => {
    const [, amount, unit = '', name = ''] = /^(?:(\d+)([mhd]) )?(\w+)$/.exec(part) ?? []
    const grade = gradesByName.get(name)
    if (grade === undefined) throw new Error(`Not an answer: "${part}" in "${notation}"`)
    return { grade, waitMs: amount === undefined ? null : Number(amount) * (unitMs.get(unit) ?? Number.NaN) }
  })
}

/** The schedule after each answer of a history that begins at breakfast. */
export function playHistory(
  notation: string,
  parameters: SchedulingParameters,
  calendar: Calendar = tashkent,
  startAt = breakfast,
): readonly Schedule[] {
  let previous: Schedule | null = null
  return parseHistory(notation).map(({ grade, waitMs }): Schedule => {
    const at: number = previous === null ? startAt : waitMs === null ? previous.dueAt : previous.lastAt + waitMs
    previous = nextSchedule(previous, { cardId: 'card', grade, at, day: dayOf(at, calendar) }, parameters, calendar)
    return previous
  })
}

/** A schedule as a few words: `review 2d`, or the step and its wait, `learning 1/10m`. */
export function inWords(schedule: Schedule): string {
  if (schedule.state === 'review') return `review ${schedule.intervalDays}d`
  return `${schedule.state} ${schedule.step}/${(schedule.dueAt - schedule.lastAt) / 60_000}m`
}
