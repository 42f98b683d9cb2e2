// One sitting: a snapshot of the queue and a reducer over answers, so that nothing reshuffles under the thumb. It alone
// knows when a card in steps comes back, and what undo puts on the table again.
import type { Queue, StepCard } from './queue.ts'
import type { Schedule } from './schedule.ts'

/** When nothing else is left, a step is asked up to this much early rather than letting the person wait. */
const learnAheadMs = 20 * 60_000

/** Why a card is on the table: a step that came back, a card that was due, or a new one. */
export type Turn = 'step' | 'due' | 'new'

export interface TurnCard {
  readonly cardId: string
  readonly turn: Turn
}

/** What lies on the table and beside it. */
export interface Table {
  /** The card being asked; null when none is left or each has to wait for its step. */
  readonly shown: TurnCard | null
  readonly upcoming: readonly TurnCard[]
  /** Cards in steps, soonest first. */
  readonly steps: readonly StepCard[]
  readonly lastCardId: string | null
}

/** An answer of this sitting, with all that undo needs. */
export interface PastAnswer {
  readonly entryId: string
  readonly cardId: string
  readonly before: Schedule | null
  readonly table: Table
}

export interface Session {
  readonly table: Table
  /** The schedules of the cards of the sitting as they are now; a new card has none. */
  readonly schedules: ReadonlyMap<string, Schedule>
  /** The answers of this sitting that stand, oldest first. */
  readonly answers: readonly PastAnswer[]
}

export interface RemainingCounts {
  readonly steps: number
  readonly due: number
  readonly new: number
}

/** Begins a sitting `now` (ms since the epoch). `schedules` has to hold those of the queue's cards that have one. */
export function startSession(queue: Queue, schedules: ReadonlyMap<string, Schedule>, now: number): Session {
  const upcoming = queue.cards.map((cardId): TurnCard => ({ cardId, turn: turnOf(schedules.get(cardId) ?? null) }))
  const table = { shown: null, upcoming, steps: queue.laterSteps, lastCardId: null }
  return { table: dealt(table, now), schedules, answers: [] }
}

/**
 * The card to ask: the one that was laid on the table when the last answer was given, whatever has come due since; or,
 * when none could be laid then, the one whose step is over by now. Null ends the sitting (see `nextStepAt`).
 */
export function current(session: Session, now: number): TurnCard | null {
  return session.table.shown ?? chosen(session.table, now)
}

/** The sitting after an answer that has been written down; `schedule` is what the card's schedule became. */
export function answered(
  session: Session,
  answer: { readonly cardId: string; readonly schedule: Schedule; readonly entryId: string },
  now: number,
): Session {
  const { cardId, schedule, entryId } = answer
  const before = laidOn(session.table, cardId)
  const steps =
    schedule.state === 'review'
      ? before.steps
      : [...before.steps, { cardId, dueAt: schedule.dueAt }].toSorted(bySoonest)
  const past = { entryId, cardId, before: session.schedules.get(cardId) ?? null, table: before }
  return {
    table: dealt({ shown: null, upcoming: before.upcoming, steps, lastCardId: cardId }, now),
    schedules: withSchedule(session.schedules, cardId, schedule),
    answers: [...session.answers, past],
  }
}

/**
 * The sitting after an answer was taken back: its card is on the table again with the schedule that it had. The answer
 * may come from an earlier sitting; then the card is laid on top of this one.
 */
export function undone(
  session: Session,
  undo: { readonly entryId: string; readonly cardId: string; readonly restored: Schedule | null },
): Session {
  const schedules = withSchedule(session.schedules, undo.cardId, undo.restored)
  const last = session.answers.at(-1)
  if (last?.entryId === undo.entryId) return { table: last.table, schedules, answers: session.answers.slice(0, -1) }
  const table = laidOn(session.table, undo.cardId)
  const turn = turnOf(undo.restored)
  return {
    table: { ...table, shown: { cardId: undo.cardId, turn } },
    schedules,
    answers: session.answers.filter((answer) => answer.entryId !== undo.entryId),
  }
}

/** The sitting without a card that cannot be shown now; its schedule and its past are untouched. */
export function setAside(session: Session, cardId: string, now: number): Session {
  const { table } = session
  const rest: Table = {
    ...table,
    shown: table.shown?.cardId === cardId ? null : table.shown,
    upcoming: table.upcoming.filter((card) => card.cardId !== cardId),
    steps: table.steps.filter((step) => step.cardId !== cardId),
  }
  return { ...session, table: rest.shown === null ? dealt(rest, now) : rest }
}

/** How many cards are still to be asked in this sitting, the one on the table included. */
export function remaining(session: Session): RemainingCounts {
  const { shown, upcoming, steps } = session.table
  const turns = [...(shown === null ? [] : [shown]), ...upcoming]
  const count = (turn: Turn): number => turns.filter((card) => card.turn === turn).length
  return { steps: steps.length + count('step'), due: count('due'), new: count('new') }
}

/** When the soonest step ends (ms since the epoch), or null when no card is in steps. */
export function nextStepAt(session: Session): number | null {
  return session.table.steps[0]?.dueAt ?? null
}

/** The table with the next card laid on it. */
function dealt(table: Table, now: number): Table {
  const card = chosen(table, now)
  return card === null ? table : laidOn(table, card.cardId)
}

/** Steps that are over, then what is upcoming, then steps that are nearly over; not the same card twice if avoidable. */
function chosen(table: Table, now: number): TurnCard | null {
  const candidates: readonly TurnCard[] = [
    ...stepsUntil(table, now),
    ...table.upcoming.slice(0, 1),
    ...stepsUntil(table, now + learnAheadMs),
  ]
  return candidates.find((card) => card.cardId !== table.lastCardId) ?? candidates[0] ?? null
}

function stepsUntil(table: Table, at: number): readonly TurnCard[] {
  return table.steps.filter((step) => step.dueAt <= at).map(({ cardId }) => ({ cardId, turn: 'step' }))
}

/** The table with this very card shown, wherever it was; a card that was shown goes back on top of the upcoming ones. */
function laidOn(table: Table, cardId: string): Table {
  if (table.shown?.cardId === cardId) return table
  const pile = table.shown === null ? table.upcoming : [table.shown, ...table.upcoming]
  return {
    ...table,
    shown: pile.find((card) => card.cardId === cardId) ?? { cardId, turn: 'step' },
    upcoming: pile.filter((card) => card.cardId !== cardId),
    steps: table.steps.filter((step) => step.cardId !== cardId),
  }
}

function turnOf(schedule: Schedule | null): Turn {
  if (schedule === null) return 'new'
  return schedule.state === 'review' ? 'due' : 'step'
}

function withSchedule(
  schedules: ReadonlyMap<string, Schedule>,
  cardId: string,
  schedule: Schedule | null,
): ReadonlyMap<string, Schedule> {
  const changed = new Map(schedules)
  if (schedule === null) changed.delete(cardId)
  else changed.set(cardId, schedule)
  return changed
}

function bySoonest(left: StepCard, right: StepCard): number {
  return left.dueAt - right.dueAt
}
