// What is asked today and in which order. It alone knows the daily limit; it knows nothing of how a sitting goes on.
import { standingEntries, type LogEntry } from './log.ts'
import { mixDueAndNew, orderDue, type DueOrder, type Mix } from './order.ts'
import type { Schedule } from './schedule.ts'

export interface QueueInput {
  /** Cards without a schedule, in the order of introduction; no more of them than `cardsPerDay` can matter. */
  readonly newCardIds: readonly string[]
  /** At least every schedule that is due on `day`, in steps, or of a card that was answered on `day`. */
  readonly schedules: readonly Schedule[]
  /** The entries of `day`. */
  readonly entriesToday: readonly LogEntry[]
  /** How many different cards a day may hold. */
  readonly cardsPerDay: number
  /** How many of them may be new, those that were begun on `day` included. */
  readonly newCardsPerDay: number
  readonly dueOrder: DueOrder
  readonly mix: Mix
  readonly day: number
  readonly now: number
  /** False for a card that has been retired, or whose text is not there: it is kept, but not asked. */
  readonly isOffered?: (cardId: string) => boolean
}

/** A card in a learning or relearning step that is not over yet. */
export interface StepCard {
  readonly cardId: string
  readonly dueAt: number
}

export interface Queue {
  /** Steps that are over, then due cards and new ones as they are mixed. */
  readonly cards: readonly string[]
  /** Cards whose step ends later, soonest first; a sitting brings them back in time. */
  readonly laterSteps: readonly StepCard[]
  /** How many of `cards` were answered before. */
  readonly dueCount: number
  /** How many of `cards` are new. */
  readonly newCount: number
  /** How many different cards have been answered today. */
  readonly answeredCount: number
  /** How many different cards the day has: answered, asked now, or coming back in a step. */
  readonly totalCount: number
  /** Due cards for which the day has no room. */
  readonly waitingDueCount: number
}

/**
 * The day's queue. Cards that were answered today do not use up the limit again, so a card that failed an hour ago comes
 * back however full the day is, and building the queue anew in the middle of the day gives the rest of it.
 */
export function buildQueue(input: QueueInput): Queue {
  const isOffered = input.isOffered ?? (() => true)
  const answered = new Set(standingEntries(input.entriesToday).map((entry) => entry.cardId))
  const schedules = uniqueSchedules(input.schedules).filter((schedule) => isOffered(schedule.cardId))
  const inSteps = schedules.filter((schedule) => schedule.state !== 'review').toSorted(bySoonest)
  const ready = inSteps.filter((schedule) => isStepOver(schedule, input.now))
  const due = orderDue(
    schedules.filter((schedule) => schedule.state === 'review' && schedule.dueDay <= input.day),
    input.dueOrder,
    input.day,
  )

  let room = Math.max(0, input.cardsPerDay - answered.size)
  const takesRoom = (cardId: string): boolean => {
    if (answered.has(cardId)) return true
    if (room === 0) return false
    room -= 1
    return true
  }

  const askedSteps = ready.filter((schedule) => takesRoom(schedule.cardId))
  const askedDue = due.filter((schedule) => takesRoom(schedule.cardId))
  const later = inSteps
    .filter((schedule) => !isStepOver(schedule, input.now) && schedule.dueDay <= input.day)
    .filter((schedule) => takesRoom(schedule.cardId))
  const begunCount = countBegun(input.entriesToday, schedules)
  const known = new Set(schedules.map((schedule) => schedule.cardId))
  const fresh = [...new Set(input.newCardIds)]
    .filter((cardId) => !known.has(cardId) && !answered.has(cardId) && isOffered(cardId))
    .slice(0, Math.min(room, Math.max(0, input.newCardsPerDay - begunCount)))
  const ids = (asked: readonly Schedule[]): readonly string[] => asked.map((schedule) => schedule.cardId)
  const cards = [
    ...ids(askedSteps),
    ...mixDueAndNew(ids(askedDue), fresh, input.mix, answered.size + askedSteps.length),
  ]
  const dueCount = askedSteps.length + askedDue.length
  return {
    cards,
    laterSteps: later.map(({ cardId, dueAt }) => ({ cardId, dueAt })),
    dueCount,
    newCount: fresh.length,
    answeredCount: answered.size,
    totalCount: new Set([...answered, ...cards, ...later.map((schedule) => schedule.cardId)]).size,
    waitingDueCount: ready.length + due.length - dueCount,
  }
}

/** How many cards were new when the day began: all their answers are of that day. */
function countBegun(entriesToday: readonly LogEntry[], schedules: readonly Schedule[]): number {
  const entriesByCard = Map.groupBy(standingEntries(entriesToday), (entry) => entry.cardId)
  return schedules.filter((schedule) => entriesByCard.get(schedule.cardId)?.length === schedule.repetitions).length
}

/** A step that was begun "in the future" was begun before the clock was set back; its end means nothing any more. */
function isStepOver(schedule: Schedule, now: number): boolean {
  return schedule.dueAt <= now || schedule.lastAt > now
}

function uniqueSchedules(schedules: readonly Schedule[]): readonly Schedule[] {
  return [...new Map(schedules.map((schedule) => [schedule.cardId, schedule])).values()]
}

function bySoonest(left: Schedule, right: Schedule): number {
  return left.dueAt - right.dueAt || byCardId(left, right)
}

function byCardId(left: Schedule, right: Schedule): number {
  if (left.cardId === right.cardId) return 0
  return left.cardId < right.cardId ? -1 : 1
}
