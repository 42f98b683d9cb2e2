// Answering and undoing in the database: durable, all or nothing, never twice, and the same as the domain says.
import fc from 'fast-check'
import { IDBDatabase, IDBObjectStore } from 'fake-indexeddb'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { replay } from '#domain/study/replay.ts'
import type { Answer } from '#domain/study/review.ts'
import { defaultParameters, type Schedule } from '#domain/study/schedule.ts'
import { answerCard, canUndo, undoLast, undoLimit } from '#storage/answers.ts'
import { openDatabase } from '#storage/open.ts'
import { createUserDatabase, type UserDatabase } from '#storage/userDatabase.ts'
import { tashkent } from '#support/calendarZones.ts'
import { answerWith, moves, playMoves, type Move } from '#support/deckAnswers.ts'
import { breakfast } from '#support/deckHistory.ts'
import { failWrites, freshEngine } from '#support/databaseEngine.ts'

afterEach(() => {
  vi.restoreAllMocks()
})

function answerFor(cardId: string, id: string, before: Schedule | null = null, now = breakfast): Answer {
  return answerWith({ id, cardId, grade: 3 }, before, now, defaultParameters, tashkent)
}

interface Contents {
  readonly log: unknown
  readonly schedules: unknown
  readonly undos: unknown
}

async function contentsOf(database: UserDatabase): Promise<Contents> {
  await openDatabase(database)
  const [log, schedules, undos] = await Promise.all([
    database.log.toArray(),
    database.schedules.toArray(),
    database.undos.toArray(),
  ])
  return { log, schedules, undos }
}

describe('an answer', () => {
  test('is in the log, and its schedule beside it, for whoever opens the database next', async () => {
    const engine = freshEngine()
    const answer = answerFor('deadlock', 'one')
    const database = createUserDatabase(engine)
    await answerCard(database, answer)
    database.close()
    expect(await contentsOf(createUserDatabase(engine))).toMatchObject({
      log: [answer.entry],
      schedules: [answer.after],
    })
  })

  test('[W1] is written strictly: its promise waits for the disk', async () => {
    const transaction = vi.spyOn(IDBDatabase.prototype, 'transaction')
    const database = createUserDatabase(freshEngine())
    await answerCard(database, answerFor('deadlock', 'one'))
    const writing = transaction.mock.calls.filter(([, mode]) => mode === 'readwrite')
    expect(writing).toEqual([[['log', 'schedules', 'undos'], 'readwrite', { durability: 'strict' }]])
  })

  test('[W2] that comes twice is written once', async () => {
    const database = createUserDatabase(freshEngine())
    const first = answerFor('deadlock', 'one')
    await answerCard(database, first)
    const once = await contentsOf(database)
    await answerCard(database, first)
    expect(await contentsOf(database)).toEqual(once)
  })

  test('under the id of another one is refused', async () => {
    const database = createUserDatabase(freshEngine())
    await answerCard(database, answerFor('deadlock', 'one'))
    const before = await contentsOf(database)
    await expect(answerCard(database, answerFor('index', 'one'))).rejects.toMatchObject({ kind: 'conflict' })
    expect(await contentsOf(database)).toEqual(before)
  })

  test.each(['log', 'schedules', 'undos'])('[W1] is written wholly or not at all (%s fails)', async (failing) => {
    const database = createUserDatabase(freshEngine())
    const first = answerFor('deadlock', 'one')
    await answerCard(database, first)
    const before = await contentsOf(database)
    failWrites(failing, new DOMException('No room', 'QuotaExceededError'))
    const second = answerFor('deadlock', 'two', first.after, breakfast + 1000)
    await expect(answerCard(database, second)).rejects.toMatchObject({ kind: 'full' })
    expect(await contentsOf(database)).toEqual(before)
  })

  test('[W2] is written once when the connection is lost in the middle', async () => {
    const database = createUserDatabase(freshEngine())
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementationOnce(() => {
      throw new DOMException('Connection to Indexed Database server lost', 'UnknownError')
    })
    const answer = answerFor('deadlock', 'one')
    await answerCard(database, answer)
    expect(await contentsOf(database)).toMatchObject({
      log: [answer.entry],
      schedules: [answer.after],
      undos: [{ sequence: 1 }],
    })
  })
})

describe('two tabs', () => {
  test('[W3] the second answer to a card that another tab has answered is refused, and nothing of it is written', async () => {
    const engine = freshEngine()
    const [here, there] = [createUserDatabase(engine), createUserDatabase(engine)]
    await answerCard(here, answerFor('deadlock', 'here'))
    const before = await contentsOf(there)
    await expect(answerCard(there, answerFor('deadlock', 'there'))).rejects.toMatchObject({ kind: 'conflict' })
    expect(await contentsOf(there)).toEqual(before)
  })

  test('answer different cards side by side, and either can undo the last one', async () => {
    const engine = freshEngine()
    const [here, there] = [createUserDatabase(engine), createUserDatabase(engine)]
    await answerCard(here, answerFor('deadlock', 'here'))
    await answerCard(there, answerFor('index', 'there'))
    expect((await undoLast(here))?.entry.id).toBe('there')
    expect((await undoLast(there))?.entry.id).toBe('here')
    expect(await undoLast(there)).toBeNull()
  })
})

describe('undo', () => {
  test('has nothing to do in an empty database', async () => {
    expect(await undoLast(createUserDatabase(freshEngine()))).toBeNull()
  })

  test('[W4] puts back the stored schedule exactly, and keeps the entry, marked', async () => {
    const database = createUserDatabase(freshEngine())
    const first = answerFor('deadlock', 'one')
    const second = answerFor('deadlock', 'two', first.after, breakfast + 5 * 86_400_000)
    await answerCard(database, first)
    await answerCard(database, second)
    expect(await undoLast(database)).toEqual({ entry: { ...second.entry, undone: true }, restored: first.after })
    expect(await contentsOf(database)).toMatchObject({
      log: [first.entry, { ...second.entry, undone: true }],
      schedules: [first.after],
      undos: [{ entryId: 'one' }],
    })
  })

  test('of the first answer makes the card new again', async () => {
    const database = createUserDatabase(freshEngine())
    await answerCard(database, answerFor('deadlock', 'one'))
    expect((await undoLast(database))?.restored).toBeNull()
    expect(await contentsOf(database)).toMatchObject({ schedules: [], undos: [] })
  })

  test('can be asked for beforehand', async () => {
    const database = createUserDatabase(freshEngine())
    expect(await canUndo(database)).toBe(false)
    await answerCard(database, answerFor('deadlock', 'one'))
    expect(await canUndo(database)).toBe(true)
    await undoLast(database)
    expect(await canUndo(database)).toBe(false)
  })

  test('[W4] works after a restart', async () => {
    const engine = freshEngine()
    const before = createUserDatabase(engine)
    await answerCard(before, answerFor('deadlock', 'one'))
    before.close()
    expect((await undoLast(createUserDatabase(engine)))?.entry.id).toBe('one')
  })

  test('[W4] takes back what was answered last, not what the clock says', async () => {
    const database = createUserDatabase(freshEngine())
    await answerCard(database, answerFor('deadlock', 'first', null, breakfast))
    await answerCard(database, answerFor('index', 'second', null, breakfast - 3_600_000))
    expect((await undoLast(database))?.entry.id).toBe('second')
  })

  test('takes back one answer when the connection is lost after it was done', async () => {
    const database = createUserDatabase(freshEngine())
    await answerCard(database, answerFor('deadlock', 'one'))
    await answerCard(database, answerFor('index', 'two'))
    const real = database.transaction.bind(database)
    vi.spyOn(database, 'transaction').mockImplementationOnce((...given: Parameters<typeof real>) =>
      real(...given).then(() => {
        throw new DOMException('Connection to Indexed Database server lost', 'UnknownError')
      }),
    )
    expect(await undoLast(database)).toMatchObject({ entry: { id: 'two', undone: true }, restored: null })
    expect(await contentsOf(database)).toMatchObject({
      schedules: [{ cardId: 'deadlock' }],
      undos: [{ entryId: 'one' }],
    })
  })

  test('[W3] is refused when the schedule was changed by something else since', async () => {
    const database = createUserDatabase(freshEngine())
    const answer = answerFor('deadlock', 'one')
    await answerCard(database, answer)
    await database.schedules.put({ ...answer.after, dueDay: answer.after.dueDay + 1 })
    const before = await contentsOf(database)
    await expect(undoLast(database)).rejects.toMatchObject({ kind: 'conflict' })
    expect(await contentsOf(database)).toEqual(before)
  })

  test('whose entry is gone from the log is damage', async () => {
    const database = createUserDatabase(freshEngine())
    await answerCard(database, answerFor('deadlock', 'one'))
    await database.log.delete('one')
    await expect(undoLast(database)).rejects.toMatchObject({ kind: 'damaged' })
  })

  test(`goes back ${undoLimit} answers and no more`, async () => {
    const database = createUserDatabase(freshEngine())
    for (let index = 0; index < undoLimit + 3; index += 1) {
      await answerCard(database, answerFor(`card-${index}`, `entry-${index}`))
    }
    const rows = await database.undos.orderBy('sequence').toArray()
    expect([rows.length, rows[0]?.entryId, rows.at(-1)?.entryId]).toEqual([undoLimit, 'entry-3', 'entry-202'])
  })
})

describe('laws', () => {
  const parameters = { ...defaultParameters, learningStepsMinutes: [1, 10] }

  /** The same moves as `playMoves`, through the database. */
  async function store(database: UserDatabase, list: readonly Move[]): Promise<void> {
    const { answers } = playMoves(list, () => parameters, tashkent)
    const ahead = [...answers]
    for (const move of list) {
      if (move.kind === 'undo') await undoLast(database)
      else {
        const answer = ahead.shift()
        if (answer !== undefined) await answerCard(database, answer)
      }
    }
  }

  test('[L1] the database holds what the domain says, and replaying its log gives its schedules', async () => {
    await fc.assert(
      fc.asyncProperty(moves, async (list) => {
        const database = createUserDatabase(freshEngine())
        await openDatabase(database)
        await store(database, list)
        const { entries, schedulesByCard } = playMoves(list, () => parameters, tashkent)
        const log = await database.log.toArray()
        const stored = new Map((await database.schedules.toArray()).map((schedule) => [schedule.cardId, schedule]))
        expect(new Map(log.map((entry) => [entry.id, entry]))).toEqual(
          new Map(entries.map((entry) => [entry.id, entry])),
        )
        expect(stored).toEqual(schedulesByCard)
        expect(replay(log, parameters, tashkent)).toEqual(stored)
      }),
    )
  })

  test('[W4] undo ∘ answer = identity on schedules and undos', async () => {
    const rows = async (database: UserDatabase): Promise<unknown> => [
      await database.schedules.toArray(),
      await database.undos.toArray(),
    ]
    await fc.assert(
      fc.asyncProperty(moves, fc.constantFrom('deadlock', 'goroutine', 'new'), async (list, cardId) => {
        const database = createUserDatabase(freshEngine())
        await openDatabase(database)
        await store(database, list)
        const before = await rows(database)
        const schedule = (await database.schedules.get(cardId)) ?? null
        await answerCard(database, answerFor(cardId, 'last', schedule, breakfast + 9e9))
        expect(await rows(database)).not.toEqual(before)
        await undoLast(database)
        expect(await rows(database)).toEqual(before)
      }),
      { numRuns: 50 },
    )
  })
})
