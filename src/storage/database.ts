// The ground under both databases: Dexie, but never opened by accident, and never in a way that lets old code write
// into what a newer version of the app has made. It alone knows how Dexie opens a database.
import { Dexie, type DexieOptions } from 'dexie'
import { StorageError } from './storageError.ts'

/** What a database stands on. A browser may have no `indexedDB`; that is found out when it is opened. */
export interface DatabaseEngine {
  readonly indexedDB: IDBFactory | undefined
  readonly IDBKeyRange: typeof IDBKeyRange | undefined
}

/** The engine of this browser. Asking for it throws in some browsers when the person has switched storage off. */
export function browserEngine(): DatabaseEngine {
  try {
    return { indexedDB: globalThis.indexedDB, IDBKeyRange: globalThis.IDBKeyRange }
  } catch {
    return { indexedDB: undefined, IDBKeyRange: undefined }
  }
}

export class GuardedDatabase extends Dexie {
  /** True once another tab has brought a newer version: from then on this one writes nothing. */
  isStale = false
  /** Called once, at the moment at which this tab becomes stale. */
  onStale: (() => void) | null = null
  /** How often it has been opened; two pieces of work that lose one connection need it opened anew only once. */
  openings = 0
  /** The opening that is under way, if any. */
  opening: Promise<void> | null = null

  constructor(
    name: string,
    codeVersion: number,
    engine: DatabaseEngine,
    durability: NonNullable<DexieOptions['chromeTransactionDurability']>,
  ) {
    super(name, {
      // Dexie would open and reopen by itself, past the checks of `openDatabase`.
      autoOpen: false,
      // With its cache a live query shows what is not written yet, and takes it back when the write fails.
      cache: 'disabled',
      chromeTransactionDurability: durability,
      indexedDB: guardedFactory(engine.indexedDB, codeVersion),
      ...(engine.IDBKeyRange === undefined ? {} : { IDBKeyRange: engine.IDBKeyRange }),
    })
    this.on('versionchange', (event) => {
      // Another tab deletes the database (null) or upgrades it. Only after an upgrade is this code too old for it.
      // A closed database gets no more of these events, so it becomes stale once.
      this.close({ disableAutoOpen: true })
      if (event.newVersion !== null) {
        this.isStale = true
        this.onStale?.()
      }
      // Dexie's own listener, which would open it again, is not called after `false`.
      return false
    })
  }
}

/**
 * Dexie never says that a database is too new: it asks again without a version, opens whatever is there, and adds the
 * tables it misses. So its questions go through here, and only the one for our own version is let through.
 */
function guardedFactory(
  factory: IDBFactory | undefined,
  codeVersion: number,
): Pick<IDBFactory, 'open' | 'cmp' | 'databases' | 'deleteDatabase'> {
  const real = (): IDBFactory => {
    if (factory === undefined) throw new StorageError('refused', 'This browser has no IndexedDB')
    return factory
  }
  return {
    open: (name, version) => {
      if (version === undefined) {
        throw new StorageError('newer', `Database ${name} is newer than version ${codeVersion}`)
      }
      // Dexie counts in tenths of a version.
      if (version !== codeVersion * 10) throw new Error(`The tables of ${name} have changed without a new version`)
      return real().open(name, version)
    },
    cmp: (first, second) => real().cmp(first, second),
    databases: () => real().databases(),
    deleteDatabase: (name) => real().deleteDatabase(name),
  }
}
