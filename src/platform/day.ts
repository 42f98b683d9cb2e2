// Gathers from both databases and the clock what the domain needs to plan a day or begin a sitting; decides nothing.
import type { DeckIndex } from '#domain/deck/pack.ts'
import type { Language } from '#domain/language.ts'
import { dayOf } from '#domain/study/calendar.ts'
import { orderNewCards } from '#domain/study/order.ts'
import { buildQueue, type Queue } from '#domain/study/queue.ts'
import type { Schedule } from '#domain/study/schedule.ts'
import { startSession, type Session } from '#domain/study/session.ts'
import type { Settings } from '#domain/study/settings.ts'
import { canUndo } from '#storage/answers.ts'
import { installedPacks } from '#storage/content.ts'
import { dueSchedules, entriesOfDay, newCardIds, nextDueDay, schedulesOf } from '#storage/scheduleQueries.ts'
import { clockToCalendar } from './clock.ts'
import type { Surroundings } from './surroundings.ts'
import { soundIndex } from './soundIndex.ts'

export interface Day {
  readonly day: number
  readonly queue: Queue
  /** How many cards the deck has; 0 while there is no deck on the device. */
  readonly cardCount: number
  /** The next day after this one on which a card is due. */
  readonly nextDueDay: number | null
  /** Cards whose stored schedule cannot be read; they are set aside and their log is kept. */
  readonly unreadable: readonly string[]
}

export interface SittingStart {
  readonly session: Session
  readonly startedAt: number
  readonly cardCount: number
  readonly canUndo: boolean
  readonly subjectNames: ReadonlyMap<string, Readonly<Record<Language, string>>>
}

type DaySurroundings = Pick<Surroundings, 'user' | 'content' | 'clock' | 'deckInstall'>

interface Plan extends Day {
  readonly index: DeckIndex | null
  readonly schedules: readonly Schedule[]
  readonly now: number
}

export async function readDay(surroundings: DaySurroundings, settings: Settings): Promise<Day> {
  const { day, queue, cardCount, nextDueDay: next, unreadable } = await readPlan(surroundings, settings)
  return { day, queue, cardCount, nextDueDay: next, unreadable }
}

export async function readSittingStart(surroundings: DaySurroundings, settings: Settings): Promise<SittingStart> {
  const { queue, schedules, index, now, cardCount } = await readPlan(surroundings, settings)
  const schedulesByCard = new Map(schedules.map((schedule) => [schedule.cardId, schedule]))
  return {
    session: startSession(queue, schedulesByCard, now),
    startedAt: now,
    cardCount,
    canUndo: await canUndo(surroundings.user),
    subjectNames: new Map(index?.subjects.map((subject) => [subject.id, subject.name])),
  }
}

async function readPlan(surroundings: DaySurroundings, settings: Settings): Promise<Plan> {
  const { user, content, clock } = surroundings
  const now = clock.now()
  const day = dayOf(now, clockToCalendar(clock, settings.rolloverHour))
  // All of it is begun before the first wait: a live query hears only of what was asked for until then.
  const [index, reading, entriesToday, next] = await Promise.all([
    soundIndex(content),
    dueSchedules(user, day),
    entriesOfDay(user, day),
    nextDueDay(user, day),
  ])
  const offered = await offeredCards(surroundings, index)
  const ordered = orderNewCards(
    index?.cards.filter((card) => offered.has(card.id)) ?? [],
    index?.subjects.map((subject) => subject.id) ?? [],
    settings.newOrder,
  )
  const [fresh, answered] = await Promise.all([
    newCardIds(user, ordered, Math.min(settings.cardsPerDay, settings.newCardsPerDay)),
    schedulesOf(user, [...new Set(entriesToday.map((entry) => entry.cardId))]),
  ])
  const { damaged } = reading
  const schedules = [...reading.schedules, ...answered.schedules]
  const queue = buildQueue({
    newCardIds: fresh,
    schedules,
    entriesToday,
    cardsPerDay: settings.cardsPerDay,
    newCardsPerDay: settings.newCardsPerDay,
    dueOrder: settings.dueOrder,
    mix: settings.mix,
    day,
    now,
    isOffered: (cardId) => offered.has(cardId),
  })
  return { day, queue, cardCount: offered.size, nextDueDay: next, unreadable: damaged, index, schedules, now }
}

/**
 * The cards that can be asked: all of the deck while it is still arriving, since the rest follows in a moment; once an
 * installation has failed, only those of subjects that are on the device in some language.
 */
async function offeredCards(surroundings: DaySurroundings, index: DeckIndex | null): Promise<ReadonlySet<string>> {
  if (index === null) return new Set()
  if (surroundings.deckInstall.state.get().phase !== 'failed') return new Set(index.cards.map((card) => card.id))
  const subjects = new Set((await installedPacks(surroundings.content)).map((pack) => pack.subject))
  return new Set(index.cards.filter((card) => subjects.has(card.subject)).map((card) => card.id))
}
