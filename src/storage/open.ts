// Opening a database with an answer in every case: it is open, or a StorageError says why not.
import type { GuardedDatabase } from './database.ts'
import { isQuotaError, StorageError } from './storageError.ts'

const openTimeoutMs = 5000

export interface OpenOptions {
  /** After so long without an answer another tab must be holding an old version open. */
  readonly timeoutMs?: number
  /** Called once when another tab brings a newer version and this one has been closed. */
  readonly onStale?: () => void
}

/** Opens the database; harmless when it is open. Throws StorageError: refused, blocked, newer, stale or full. */
export async function openDatabase(database: GuardedDatabase, options: OpenOptions = {}): Promise<void> {
  if (options.onStale !== undefined) database.onStale = options.onStale
  if (database.isStale) throw staleError(database)
  // Dexie calls itself open from the first moment of an upgrade, so an opening that is under way is looked at first.
  if (database.opening === null && database.isOpen()) return
  database.opening ??= openWithin(database, options.timeoutMs ?? openTimeoutMs).finally(() => {
    database.opening = null
  })
  await database.opening
}

async function openWithin(database: GuardedDatabase, timeoutMs: number): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const tooLong = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      reject(new StorageError('blocked', `Database ${database.name} did not open within ${timeoutMs} ms`))
    }, timeoutMs)
  })
  try {
    await Promise.race([database.open(), tooLong])
    database.openings += 1
  } catch (error) {
    // Also gives up an opening that would succeed later, when nobody expects it any more.
    database.close({ disableAutoOpen: true })
    throw openError(database, error)
  } finally {
    clearTimeout(timer)
  }
}

function openError(database: GuardedDatabase, error: unknown): StorageError {
  if (error instanceof StorageError) return error
  if (database.isStale) return staleError(database)
  if (isQuotaError(error))
    return new StorageError('full', `No room to open database ${database.name}`, { cause: error })
  return new StorageError('refused', `Database ${database.name} cannot be opened`, { cause: error })
}

function staleError(database: GuardedDatabase): StorageError {
  return new StorageError('stale', `Another tab has brought a newer version of database ${database.name}`)
}
