// A person who answers and undoes, for the laws of log, schedules and storage: a list of moves becomes the entries and
// the schedules that the app would have after them.
import fc from 'fast-check'
import type { Calendar } from '#domain/study/calendar.ts'
import { allGrades } from '#domain/study/grade.ts'
import type { LogEntry } from '#domain/study/log.ts'
import { answerTo, type Answer } from '#domain/study/review.ts'
import type { Grade, Schedule, SchedulingParameters } from '#domain/study/schedule.ts'
import { breakfast } from './deckHistory.ts'

export type Move =
  | { readonly kind: 'answer'; readonly cardId: string; readonly grade: Grade; readonly waitMs: number }
  | { readonly kind: 'undo'; readonly waitMs: number }

const hourMs = 3_600_000

/** Minutes, hours or weeks; sometimes backwards, as when a clock is set back. */
const waits = fc.oneof(
  fc.integer({ min: 0, max: hourMs }),
  fc.integer({ min: 0, max: 40 * 24 * hourMs }),
  fc.integer({ min: -30 * 24 * hourMs, max: 0 }),
)

export const moves: fc.Arbitrary<readonly Move[]> = fc.array(
  fc.oneof(
    {
      weight: 4,
      arbitrary: fc.record({
        kind: fc.constant('answer' as const),
        cardId: fc.constantFrom('deadlock', 'goroutine', 'index'),
        grade: fc.constantFrom(...allGrades),
        waitMs: waits,
      }),
    },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('undo' as const), waitMs: waits }) },
  ),
  { maxLength: 30 },
)

/** The entry and schedules of one answer with everything unimportant filled in. */
export function answerWith(
  answer: { readonly id: string; readonly cardId: string; readonly grade: Grade },
  before: Schedule | null,
  now: number,
  parameters: SchedulingParameters,
  calendar: Calendar,
): Answer {
  const review = { ...answer, language: 'uz', mode: 'review', durationMs: 12_000, points: [1, 2] } as const
  return answerTo(review, before, now, parameters, calendar)
}

export interface Outcome {
  /** Every answer in the order in which it was given. */
  readonly answers: readonly Answer[]
  /** Undone entries included. */
  readonly entries: readonly LogEntry[]
  readonly schedulesByCard: ReadonlyMap<string, Schedule>
}

/** Plays moves one by one, as a sitting does: an undo puts back the schedule that stood before the last answer. */
export function playMoves(
  list: readonly Move[],
  parameters: (index: number) => SchedulingParameters,
  calendar: Calendar,
): Outcome {
  let now = breakfast
  let entries: readonly LogEntry[] = []
  const schedulesByCard = new Map<string, Schedule>()
  const answers: Answer[] = []
  const standing: Answer[] = []
  list.forEach((move, index) => {
    now += move.waitMs
    if (move.kind === 'answer') {
      const before = schedulesByCard.get(move.cardId) ?? null
      // Ids that do not grow with time, since random ones do not either.
      const id = `${(index * 7) % 31}-${index}`
      const answer = answerWith(
        { id, cardId: move.cardId, grade: move.grade },
        before,
        now,
        parameters(index),
        calendar,
      )
      entries = [...entries, answer.entry]
      schedulesByCard.set(move.cardId, answer.after)
      answers.push(answer)
      standing.push(answer)
      return
    }
    const last = standing.pop()
    if (last === undefined) return
    entries = entries.map((entry) => (entry.id === last.entry.id ? { ...entry, undone: true } : entry))
    if (last.before === null) schedulesByCard.delete(last.entry.cardId)
    else schedulesByCard.set(last.entry.cardId, last.before)
  })
  return { answers, entries, schedulesByCard }
}
