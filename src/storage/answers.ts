// The two commands of a sitting: writing an answer down and taking the last one back. Each is one transaction that is on
// the disk when its promise resolves, and each may be repeated without doing anything twice.
import type { LogEntry } from '#domain/study/log.ts'
import type { Answer } from '#domain/study/review.ts'
import type { Schedule } from '#domain/study/schedule.ts'
import { isSameSchedule } from '#domain/study/storedSchedule.ts'
import { StorageError } from './storageError.ts'
import type { UndoRow, UserDatabase } from './userDatabase.ts'
import { withDatabase } from './withDatabase.ts'

/** How many answers can be taken back. */
export const undoLimit = 200

export interface Undo {
  /** The entry as it now stands in the log, marked undone. */
  readonly entry: LogEntry
  /** The schedule that the card has again; null when it is new again. */
  readonly restored: Schedule | null
}

/**
 * Writes an entry and the schedule that came of it. An entry that is there already is not written again. Throws
 * StorageError; `conflict` when the card's schedule is no longer the one the answer was computed from.
 */
export async function answerCard(database: UserDatabase, answer: Answer): Promise<void> {
  const { entry, before, after } = answer
  await withDatabase(database, () =>
    database.transaction('rw', database.log, database.schedules, database.undos, async () => {
      const written = await database.log.get(entry.id)
      if (written !== undefined) {
        if (written.cardId === entry.cardId && written.at === entry.at) return
        throw new StorageError('conflict', `Another answer has the id ${entry.id}`)
      }
      await checkSchedule(database, entry.cardId, before)
      const last = await database.undos.orderBy('sequence').last()
      const sequence = (last?.sequence ?? 0) + 1
      await database.log.add(entry)
      await database.schedules.put(after)
      await database.undos.add({ entryId: entry.id, sequence, cardId: entry.cardId, at: entry.at, before, after })
      await database.undos
        .where('sequence')
        .belowOrEqual(sequence - undoLimit)
        .delete()
    }),
  )
}

/**
 * Takes back the answer that was given last, in this sitting or an earlier one: marks its entry and puts the schedule
 * before it back exactly. Null when there is none. Throws StorageError; `conflict` when the schedule has been changed
 * by something else since.
 */
export async function undoLast(database: UserDatabase): Promise<Undo | null> {
  // Which answer is meant is settled outside, so that a second try after a lost connection does not take back another.
  const row = await withDatabase(database, () => database.undos.orderBy('sequence').last())
  if (row === undefined) return null
  return withDatabase(database, () =>
    database.transaction('rw', database.log, database.schedules, database.undos, () => undoOne(database, row)),
  )
}

async function undoOne(database: UserDatabase, row: UndoRow): Promise<Undo> {
  const entry = await database.log.get(row.entryId)
  if (entry === undefined) throw new StorageError('damaged', `The log has no entry ${row.entryId}`)
  if (entry.undone === true) {
    await database.undos.delete(row.entryId)
    return { entry, restored: row.before }
  }
  await checkSchedule(database, row.cardId, row.after)
  const undone: LogEntry = { ...entry, undone: true }
  await database.log.put(undone)
  if (row.before === null) await database.schedules.delete(row.cardId)
  else await database.schedules.put(row.before)
  await database.undos.delete(row.entryId)
  return { entry: undone, restored: row.before }
}

/** Within a transaction: throws unless the card has this very schedule. */
async function checkSchedule(database: UserDatabase, cardId: string, expected: Schedule | null): Promise<void> {
  const stored = (await database.schedules.get(cardId)) ?? null
  if (!isSameSchedule(stored, expected)) {
    throw new StorageError('conflict', `The schedule of ${cardId} was changed elsewhere`)
  }
}

/** True while there is an answer that `undoLast` could take back. */
export async function canUndo(database: UserDatabase): Promise<boolean> {
  return (await withDatabase(database, () => database.undos.limit(1).primaryKeys())).length > 0
}
