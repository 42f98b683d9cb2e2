// What a day is planned from. Every query here reads a range of an index or the keys alone, never a whole table of rows.
import { Dexie } from 'dexie'
import type { LogEntry } from '#domain/study/log.ts'
import type { Schedule, ScheduleState } from '#domain/study/schedule.ts'
import { isSchedule } from '#domain/study/storedSchedule.ts'
import type { UserDatabase } from './userDatabase.ts'
import { withDatabase } from './withDatabase.ts'

/** Schedules that can be used, and the cards whose row is damaged and was set aside. */
export interface ScheduleReading {
  readonly schedules: readonly Schedule[]
  readonly damaged: readonly string[]
}

/** Every card in review that is due on a day, and every card in steps, whenever its step ends. */
export async function dueSchedules(database: UserDatabase, day: number): Promise<ScheduleReading> {
  return withDatabase(database, () =>
    database.transaction('r', database.schedules, async () => {
      const inState = (state: ScheduleState, lastDay: number): PromiseLike<Schedule[]> =>
        database.schedules
          .where('[state+dueDay]')
          .between([state, Dexie.minKey], [state, lastDay], true, true)
          .toArray()
      const rows = await Promise.all([
        inState('learning', Number.MAX_SAFE_INTEGER),
        inState('relearning', Number.MAX_SAFE_INTEGER),
        inState('review', day),
      ])
      return readRows(rows.flat())
    }),
  )
}

/** The next day after `day` on which a card in review is due; null when there is none. */
export async function nextDueDay(database: UserDatabase, day: number): Promise<number | null> {
  const next = await withDatabase(database, () =>
    database.schedules.where('[state+dueDay]').between(['review', day], ['review', Dexie.maxKey], false, true).first(),
  )
  return next?.dueDay ?? null
}

/** The schedules of these cards; a new card has none and is left out. */
export async function schedulesOf(database: UserDatabase, cardIds: readonly string[]): Promise<ScheduleReading> {
  return readRows(await withDatabase(database, () => database.schedules.bulkGet([...cardIds])))
}

/** The entries of a day, undone ones included. */
export async function entriesOfDay(database: UserDatabase, day: number): Promise<readonly LogEntry[]> {
  return withDatabase(database, () => database.log.where('day').equals(day).toArray())
}

/**
 * The first `limit` cards without a schedule, in the order in which they are given. Reads the keys of the schedules in
 * one request; asking card by card would be slower, as nearly all that come early have been answered.
 */
export async function newCardIds(
  database: UserDatabase,
  cardIds: readonly string[],
  limit: number,
): Promise<readonly string[]> {
  if (limit <= 0) return []
  const started = await startedCardIds(database)
  const found: string[] = []
  for (const cardId of cardIds) {
    if (found.length === limit) break
    if (!started.has(cardId)) found.push(cardId)
  }
  return found
}

/** The cards that have a schedule. Reads the keys alone. */
export async function startedCardIds(database: UserDatabase): Promise<ReadonlySet<string>> {
  return new Set(await withDatabase(database, () => database.schedules.toCollection().primaryKeys()))
}

// The tables are typed, but another version or a fault of the disk may have written what is read.
function readRows(rows: readonly (Pick<Schedule, 'cardId'> | undefined)[]): ScheduleReading {
  const schedules: Schedule[] = []
  const damaged: string[] = []
  for (const row of rows) {
    if (isSchedule(row)) schedules.push(row)
    else if (row !== undefined) damaged.push(row.cardId)
  }
  return { schedules, damaged }
}
