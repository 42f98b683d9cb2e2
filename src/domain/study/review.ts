// One answer to one card: the log entry and the schedule that belong together. Whoever grades a card goes through here,
// because the entry has to say exactly what the schedule was computed from; otherwise the log could not be replayed.
import type { Language } from '#domain/language.ts'
import { dayOf, type Calendar } from './calendar.ts'
import type { AnswerMode, LogEntry } from './log.ts'
import { modelVersion, nextSchedule, parametersHash } from './schedule.ts'
import type { Grade, Schedule, SchedulingParameters } from './schedule.ts'

/** What the person did. `id` is made by the caller and is the identity of the entry for ever. */
export interface Review {
  readonly id: string
  readonly cardId: string
  readonly grade: Grade
  readonly language: Language
  /** Practice does not move a schedule, so it does not come through here. */
  readonly mode: Exclude<AnswerMode, 'practice'>
  readonly durationMs: number
  readonly points: readonly number[]
}

export interface Answer {
  readonly entry: LogEntry
  readonly before: Schedule | null
  readonly after: Schedule
}

/**
 * The moment that an answer is written down with. A clock that was set back would put it before the answer that it
 * follows, and replay would take the two in the wrong order; so within a card time moves on by at least 1 ms.
 */
export function answeredAt(before: Schedule | null, now: number): number {
  return before === null ? now : Math.max(now, before.lastAt + 1)
}

/** The entry and the schedule after an answer given `now` (ms since the epoch). */
export function answerTo(
  review: Review,
  before: Schedule | null,
  now: number,
  parameters: SchedulingParameters,
  calendar: Calendar,
): Answer {
  const at = answeredAt(before, now)
  // The day is that of the clock, not of `at`: one wrong hour once must not move all later days of the card.
  const day = dayOf(now, calendar)
  const entry: LogEntry = {
    id: review.id,
    cardId: review.cardId,
    at,
    day,
    grade: review.grade,
    language: review.language,
    mode: review.mode,
    durationMs: review.durationMs,
    points: review.points,
    retention: parameters.desiredRetention,
    model: modelVersion,
    parametersHash: parametersHash(parameters),
  }
  return { entry, before, after: nextSchedule(before, entry, parameters, calendar) }
}
