// The log of answers, which is the truth: every schedule can be had again from it. An entry carries its own day and
// desired retention, so that a later change of zone, rollover or setting does not rewrite what happened.
import type { Language } from '#domain/language.ts'
import type { Grade } from './grade.ts'

export const answerModes = ['review', 'mock', 'practice'] as const
/** `practice` is kept and counted, but never moves a schedule. */
export type AnswerMode = (typeof answerModes)[number]

export interface LogEntry {
  readonly id: string
  readonly cardId: string
  /** Ms since the epoch; within one card later answers have a greater `at`, whatever the clock did. */
  readonly at: number
  /** The local day on which the answer was given, by the calendar of that time. */
  readonly day: number
  readonly grade: Grade
  /** The language in which the card was answered. */
  readonly language: Language
  readonly mode: AnswerMode
  readonly durationMs: number
  /** The 1-based numbers of the key points that were ticked. */
  readonly points: readonly number[]
  /** The desired retention at that time. */
  readonly retention: number
  readonly model: string
  readonly parametersHash: string
  readonly undone?: true
}

/** The entries that made the schedules what they are: not undone, not practice, in the order in which they count. */
export function standingEntries(entries: readonly LogEntry[]): readonly LogEntry[] {
  return entries.filter((entry) => entry.undone !== true && entry.mode !== 'practice').toSorted(byTime)
}

function byTime(left: LogEntry, right: LogEntry): number {
  if (left.at !== right.at) return left.at - right.at
  if (left.id === right.id) return 0
  return left.id < right.id ? -1 : 1
}
