// A fresh IndexedDB for each test, and the ways in which a real one breaks.
import { IDBFactory, IDBKeyRange, IDBObjectStore } from 'fake-indexeddb'
import { vi } from 'vitest'
import type { DatabaseEngine } from '#storage/database.ts'

let count = 0

/** An engine with nothing in it, and a name that no other test uses. */
export function freshEngine(): {
  readonly indexedDB: IDBFactory
  readonly IDBKeyRange: typeof IDBKeyRange
  readonly name: string
} {
  count += 1
  return { indexedDB: new IDBFactory(), IDBKeyRange, name: `suhbat-${count}` }
}

/** An engine whose `open` fails, as it does where storage is switched off. */
export function failingEngine(error: DOMException): DatabaseEngine & { readonly name: string } {
  const engine = freshEngine()
  engine.indexedDB.open = () => {
    throw error
  }
  return engine
}

/**
 * A connection past Dexie and past our checks, as another version of the app in another tab would hold it. `version`
 * counts in tenths, as Dexie does: 20 is version 2 of the code.
 */
export async function openRaw(
  engine: { readonly indexedDB: IDBFactory; readonly name: string },
  version?: number,
  upgrade: (database: IDBDatabase) => void = () => {},
): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = engine.indexedDB.open(engine.name, version)
    request.addEventListener('upgradeneeded', () => upgrade(request.result))
    request.addEventListener('success', () => resolve(request.result))
    request.addEventListener('error', () => reject(request.error ?? new Error('The database did not open')))
  })
}

/** From now on nothing can be written into one table; `vi.restoreAllMocks` makes it whole again. */
export function failWrites(table: string, error: DOMException): void {
  for (const method of ['add', 'put'] as const) {
    const real: (this: IDBObjectStore, value: unknown, key?: IDBValidKey) => IDBRequest<IDBValidKey> =
      IDBObjectStore.prototype[method]
    vi.spyOn(IDBObjectStore.prototype, method).mockImplementation(function write(this: IDBObjectStore, ...given) {
      if (this.name === table) throw error
      return real.apply(this, given)
    })
  }
}
