// Holds tables of a database as a busy other tab would, so that a test can look at what the screen shows meanwhile.
import { openRaw } from './databaseEngine.ts'

export interface Lock {
  /** How many rows a table has, seen from inside the lock. */
  readonly count: (table: string) => Promise<number>
  /** Lets go; whoever waits for the tables then has them. */
  readonly release: () => void
}

/** From now on no other transaction gets at these tables. */
export async function lockTables(
  engine: { readonly indexedDB: IDBFactory; readonly name: string },
  tables: readonly [string, ...string[]],
): Promise<Lock> {
  const database = await openRaw(engine)
  const transaction = database.transaction([...tables], 'readwrite')
  let isHeld = true
  // A transaction lasts as long as somebody asks it for something.
  function ask(): void {
    transaction
      .objectStore(tables[0])
      .count()
      .addEventListener('success', () => {
        if (isHeld) ask()
        else database.close()
      })
  }
  ask()
  return {
    count: (table) =>
      new Promise((resolve) => {
        const request = transaction.objectStore(table).count()
        request.addEventListener('success', () => resolve(request.result))
      }),
    release() {
      isHeld = false
    },
  }
}
