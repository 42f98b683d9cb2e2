// A lost connection is opened anew and the work done once more; nothing else is tried twice.
import { IDBObjectStore } from 'fake-indexeddb'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { isLostConnection, isQuotaError, StorageError } from '#storage/storageError.ts'
import { loadSettings, saveSettings } from '#storage/settingsStore.ts'
import { createUserDatabase } from '#storage/userDatabase.ts'
import { withDatabase } from '#storage/withDatabase.ts'
import { freshEngine } from '#support/databaseEngine.ts'

afterEach(() => {
  vi.restoreAllMocks()
})

function failPuts(error: DOMException, times: number): void {
  const spy = vi.spyOn(IDBObjectStore.prototype, 'put')
  for (let index = 0; index < times; index += 1) {
    spy.mockImplementationOnce(() => {
      throw error
    })
  }
}

describe('a lost connection', () => {
  test.each(['UnknownError', 'InvalidStateError', 'AbortError'])('[W7] %s: one more try on a new one', async (name) => {
    const engine = freshEngine()
    const open = vi.spyOn(engine.indexedDB, 'open')
    const database = createUserDatabase(engine)
    failPuts(new DOMException('Connection to Indexed Database server lost', name), 1)
    await saveSettings(database, { cardsPerDay: 7 })
    expect((await loadSettings(database)).settings.cardsPerDay).toBe(7)
    expect(open).toHaveBeenCalledTimes(2)
  })

  test('that is lost again is told', async () => {
    const database = createUserDatabase(freshEngine())
    failPuts(new DOMException('Connection to Indexed Database server lost', 'UnknownError'), 2)
    await expect(saveSettings(database, { cardsPerDay: 7 })).rejects.toMatchObject({ kind: 'lost' })
    await saveSettings(database, { cardsPerDay: 8 })
    expect((await loadSettings(database)).settings.cardsPerDay).toBe(8)
  })

  test('that the browser closed under us is opened anew', async () => {
    const database = createUserDatabase(freshEngine())
    await saveSettings(database, { cardsPerDay: 7 })
    // Dexie sees this one itself, and says so.
    vi.spyOn(console, 'warn').mockImplementation(() => {})
    database.backendDB().close()
    expect((await loadSettings(database)).settings.cardsPerDay).toBe(7)
  })

  test('is opened anew once for all who lost it', async () => {
    const engine = freshEngine()
    const database = createUserDatabase(engine)
    await loadSettings(database)
    const open = vi.spyOn(engine.indexedDB, 'open')
    let losses = 0
    const losing = async (): Promise<string> => {
      if (losses < 3) {
        losses += 1
        throw new DOMException('lost', 'UnknownError')
      }
      await database.settings.count()
      return 'done'
    }
    const results = await Promise.all([1, 2, 3].map(() => withDatabase(database, losing)))
    expect(results).toEqual(['done', 'done', 'done'])
    expect(open).toHaveBeenCalledTimes(1)
  })
})

describe('a full disk', () => {
  test('[W7] is told, not tried again, and reading goes on', async () => {
    const database = createUserDatabase(freshEngine())
    await saveSettings(database, { cardsPerDay: 7 })
    failPuts(new DOMException('No room', 'QuotaExceededError'), 1)
    await expect(saveSettings(database, { cardsPerDay: 8 })).rejects.toMatchObject({ kind: 'full' })
    expect((await loadSettings(database)).settings.cardsPerDay).toBe(7)
  })
})

describe('an error that storage knows nothing of', () => {
  test('[W7] stays as it is and is not tried again', async () => {
    const database = createUserDatabase(freshEngine())
    const work = vi.fn<() => Promise<void>>().mockRejectedValue(new TypeError('A fault of ours'))
    await expect(withDatabase(database, work)).rejects.toThrow(new TypeError('A fault of ours'))
    expect(work).toHaveBeenCalledTimes(1)
  })

  test('[W7] nor is one that storage has already named', async () => {
    const database = createUserDatabase(freshEngine())
    const work = vi.fn<() => Promise<void>>().mockRejectedValue(new StorageError('conflict', 'Another tab was first'))
    await expect(withDatabase(database, work)).rejects.toMatchObject({ kind: 'conflict' })
    expect(work).toHaveBeenCalledTimes(1)
  })
})

describe('errors are known by their names', () => {
  const quota = { name: 'QuotaExceededError' }
  const circular: { name: string; inner?: unknown } = { name: 'Strange' }
  circular.inner = circular
  test.each([
    ['the disk is full', quota, 'quota'],
    ['Chromium says that the disk is full', { name: 'AbortError', inner: quota }, 'quota'],
    ['a transaction was aborted for no reason', { name: 'AbortError' }, 'lost'],
    ['Safari lost its server', { name: 'UnknownError' }, 'lost'],
    ['Dexie wraps what Safari says', { name: 'OpenFailedError', inner: { name: 'UnknownError' } }, 'lost'],
    ['a closed database', { name: 'DatabaseClosedError' }, 'lost'],
    ['a key is there already', { name: 'ConstraintError' }, 'neither'],
    ['an error within itself', circular, 'neither'],
    ['a word', 'AbortError', 'neither'],
    ['nothing', undefined, 'neither'],
  ])('%s', (_what, error, expected) => {
    expect([isQuotaError(error), isLostConnection(error)]).toEqual([expected === 'quota', expected === 'lost'])
  })
})
