// The way every query and command takes to a database: work on an open connection, once more on a new one if it was
// lost, and errors that a screen understands. Work may therefore run twice, so it has to be idempotent.
import type { GuardedDatabase } from './database.ts'
import { openDatabase } from './open.ts'
import { isLostConnection, isQuotaError, StorageError } from './storageError.ts'

/**
 * Safari loses connections when a page comes back from the background. Trying again on the same connection never helps;
 * closing it and opening a new one does. Throws StorageError, or what `work` throws for reasons of its own.
 */
export async function withDatabase<Result>(
  database: GuardedDatabase,
  work: () => PromiseLike<Result>,
): Promise<Result> {
  // Not a step is waited for on an open database: a live query sees only what it asks for before the first wait of ours.
  if (database.opening !== null || !database.isOpen()) await openDatabase(database)
  const openings = database.openings
  try {
    return await work()
  } catch (error) {
    const failure = failureOf(database, error)
    if (!(failure instanceof StorageError && failure.kind === 'lost')) throw failure
  }
  // Another piece of work may be opening it anew or have done so; its connection must not be closed under it.
  if (database.opening === null && database.openings === openings) database.close({ disableAutoOpen: true })
  await openDatabase(database)
  try {
    return await work()
  } catch (error) {
    throw failureOf(database, error)
  }
}

/** What to throw for a failure of `work`. An error that storage knows nothing of stays as it is. */
function failureOf(database: GuardedDatabase, error: unknown): unknown {
  if (error instanceof StorageError) return error
  if (isQuotaError(error)) return new StorageError('full', 'There is no room left', { cause: error })
  if (!isLostConnection(error)) return error
  return new StorageError('lost', `The connection to database ${database.name} is lost`, { cause: error })
}
