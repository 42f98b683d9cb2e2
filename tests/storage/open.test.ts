// Opening says why it fails, and never touches what a newer version of the app has written.
import { afterEach, describe, expect, test, vi } from 'vitest'
import { createContentDatabase } from '#storage/contentDatabase.ts'
import { openDatabase } from '#storage/open.ts'
import { loadSettings, saveSettings } from '#storage/settingsStore.ts'
import { createUserDatabase } from '#storage/userDatabase.ts'
import { failingEngine, freshEngine, openRaw } from '#support/databaseEngine.ts'

afterEach(() => {
  vi.restoreAllMocks()
})

function quietWarnings(): void {
  vi.spyOn(console, 'warn').mockImplementation(() => {})
}

describe('a database that opens', () => {
  test('has the tables and indexes that were promised', async () => {
    const engine = freshEngine()
    await openDatabase(createUserDatabase(engine))
    const raw = await openRaw(engine)
    expect(raw.version).toBe(10)
    const transaction = raw.transaction([...raw.objectStoreNames])
    const keys = [...raw.objectStoreNames].map((name) => {
      const store = transaction.objectStore(name)
      return [name, store.keyPath, store.autoIncrement, [...store.indexNames]]
    })
    expect(keys).toEqual([
      ['log', 'id', false, ['[cardId+at]', 'at', 'day']],
      ['schedules', 'cardId', false, ['[state+dueDay]', 'dueAt']],
      ['settings', 'key', false, []],
      ['undos', 'entryId', false, ['sequence']],
    ])
  })

  test('opens once, however many ask', async () => {
    const engine = freshEngine()
    const open = vi.spyOn(engine.indexedDB, 'open')
    const database = createUserDatabase(engine)
    await Promise.all([openDatabase(database), openDatabase(database), loadSettings(database)])
    await openDatabase(database)
    expect(open).toHaveBeenCalledTimes(1)
  })

  test('opens again after it was closed', async () => {
    const database = createUserDatabase(freshEngine())
    await openDatabase(database)
    await saveSettings(database, { cardsPerDay: 7 })
    database.close()
    expect((await loadSettings(database)).settings.cardsPerDay).toBe(7)
  })

  test('is called suhbat, and the content suhbat-content', () => {
    expect([createUserDatabase().name, createContentDatabase().name]).toEqual(['suhbat', 'suhbat-content'])
  })
})

describe('[W6] refused', () => {
  test('where there is no IndexedDB', async () => {
    const database = createUserDatabase({ indexedDB: undefined, IDBKeyRange: undefined })
    await expect(openDatabase(database)).rejects.toMatchObject({ name: 'StorageError', kind: 'refused' })
  })

  test.each(['SecurityError', 'InvalidStateError', 'NotAllowedError'])('where opening fails with %s', async (name) => {
    const database = createUserDatabase(failingEngine(new DOMException('No', name)))
    await expect(openDatabase(database)).rejects.toMatchObject({ kind: 'refused' })
    await expect(loadSettings(database)).rejects.toMatchObject({ kind: 'refused' })
  })

  test('where opening fails with UnknownError, again and again', async () => {
    quietWarnings()
    const database = createUserDatabase(failingEngine(new DOMException('No', 'UnknownError')))
    await expect(openDatabase(database)).rejects.toMatchObject({ kind: 'refused' })
  })
})

test('[W6] full, where there is no room to create it', async () => {
  const database = createUserDatabase(failingEngine(new DOMException('No room', 'QuotaExceededError')))
  await expect(openDatabase(database)).rejects.toMatchObject({ kind: 'full' })
})

describe('[W6] blocked', () => {
  test('while another tab holds an old version open, and not for ever after', async () => {
    quietWarnings()
    const engine = freshEngine()
    const old = await openRaw(engine, 5)
    const database = createUserDatabase(engine)
    await expect(openDatabase(database, { timeoutMs: 30 })).rejects.toMatchObject({ kind: 'blocked' })
    expect(database.isOpen()).toBe(false)
    old.close()
    await openDatabase(database)
    expect((await loadSettings(database)).rejected).toEqual([])
  })
})

describe('newer', () => {
  test('[W5] is closed and never written', async () => {
    const engine = freshEngine()
    const newer = await openRaw(engine, 20, (raw) => raw.createObjectStore('memories'))
    newer.close()
    const database = createUserDatabase(engine)
    await expect(openDatabase(database)).rejects.toMatchObject({ kind: 'newer' })
    expect(database.isOpen()).toBe(false)
    await expect(saveSettings(database, { cardsPerDay: 5 })).rejects.toMatchObject({ kind: 'newer' })

    // Not even the tables that it misses were added, and nobody holds it: it can be upgraded at once.
    const raw = await openRaw(engine)
    expect([raw.version, [...raw.objectStoreNames]]).toEqual([20, ['memories']])
    raw.close()
    const upgraded = await openRaw(engine, 30)
    expect(upgraded.version).toBe(30)
  })

  test('is told apart from tables that were changed without a new version, which are not touched either', async () => {
    quietWarnings()
    const engine = freshEngine()
    const raw = await openRaw(engine, 10, (database) => database.createObjectStore('log', { keyPath: 'id' }))
    raw.close()
    await expect(openDatabase(createUserDatabase(engine))).rejects.toMatchObject({ kind: 'refused' })
    const after = await openRaw(engine)
    expect([after.version, [...after.objectStoreNames]]).toEqual([10, ['log']])
  })
})

describe('stale', () => {
  test('[W5] an old tab lets go when another one brings a newer version, says so once, and writes no more', async () => {
    const engine = freshEngine()
    const database = createUserDatabase(engine)
    const onStale = vi.fn<() => void>()
    await openDatabase(database, { onStale })
    await saveSettings(database, { cardsPerDay: 7 })

    const newer = await openRaw(engine, 20)
    expect(newer.version).toBe(20)
    expect(onStale).toHaveBeenCalledTimes(1)
    expect(database.isOpen()).toBe(false)
    await expect(saveSettings(database, { cardsPerDay: 8 })).rejects.toMatchObject({ kind: 'stale' })
    await expect(openDatabase(database)).rejects.toMatchObject({ kind: 'stale' })
    const row = await new Promise((resolve) => {
      const request = newer.transaction('settings').objectStore('settings').get('cardsPerDay')
      request.addEventListener('success', () => resolve(request.result))
    })
    expect(row).toEqual({ key: 'cardsPerDay', value: 7 })
    expect(onStale).toHaveBeenCalledTimes(1)
  })

  test('a tab whose database was deleted is not stale: it begins anew', async () => {
    const engine = freshEngine()
    const database = createUserDatabase(engine)
    const onStale = vi.fn<() => void>()
    await openDatabase(database, { onStale })
    await saveSettings(database, { cardsPerDay: 7 })
    await new Promise((resolve) => {
      engine.indexedDB.deleteDatabase(engine.name).addEventListener('success', resolve)
    })
    expect((await loadSettings(database)).settings.cardsPerDay).toBe(20)
    expect(onStale).not.toHaveBeenCalled()
  })
})
