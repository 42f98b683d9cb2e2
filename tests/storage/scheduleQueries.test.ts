// What a day is planned from: the right rows, found by ranges of an index.
import { Dexie, liveQuery } from 'dexie'
import { IDBIndex, IDBObjectStore } from 'fake-indexeddb'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { defaultParameters } from '#domain/study/schedule.ts'
import { answerCard, undoLast } from '#storage/answers.ts'
import { openDatabase } from '#storage/open.ts'
import { dueSchedules, entriesOfDay, newCardIds, nextDueDay, schedulesOf } from '#storage/scheduleQueries.ts'
import { createUserDatabase, type UserDatabase } from '#storage/userDatabase.ts'
import { tashkent } from '#support/calendarZones.ts'
import { freshEngine } from '#support/databaseEngine.ts'
import { answerWith } from '#support/deckAnswers.ts'
import { breakfast } from '#support/deckHistory.ts'
import { inReview, inStep, today } from '#support/deckSchedules.ts'

let database: UserDatabase

beforeEach(async () => {
  database = createUserDatabase(freshEngine())
  await openDatabase(database)
})

afterEach(() => {
  vi.restoreAllMocks()
})

const late = inReview('late', today - 30)
const due = inReview('due')
const tomorrow = inReview('tomorrow', today + 1)
const learning = inStep('learning', 5)
const relearning = { ...inStep('relearning', 5, 'relearning'), dueDay: today + 400 }

describe('due schedules', () => {
  test('are those in review up to the day, and all in steps', async () => {
    await database.schedules.bulkPut([late, due, tomorrow, learning, relearning])
    const { schedules, damaged } = await dueSchedules(database, today)
    expect(schedules.map((schedule) => schedule.cardId).toSorted()).toEqual(['due', 'late', 'learning', 'relearning'])
    expect(schedules.find((schedule) => schedule.cardId === 'due')).toEqual(due)
    expect(damaged).toEqual([])
  })

  test('are found by ranges, without looking at what is not due', async () => {
    await database.schedules.bulkPut([due, tomorrow])
    const storeReads = vi.spyOn(IDBObjectStore.prototype, 'getAll')
    const indexReads = vi.spyOn(IDBIndex.prototype, 'getAll')
    await dueSchedules(database, today)
    expect(storeReads).not.toHaveBeenCalled()
    const bounds = indexReads.mock.calls.map(([options]) => JSON.stringify(options))
    expect(bounds).toHaveLength(3)
    expect(bounds.some((range) => range.includes('"review"') && range.includes(String(today)))).toBe(true)
  })

  test('[W9] set a damaged row aside and give the rest', async () => {
    await database.schedules.bulkPut([late, { ...due, stability: Number.NaN }])
    expect(await dueSchedules(database, today)).toEqual({ schedules: [late], damaged: ['due'] })
  })
})

describe('the next due day', () => {
  test('is the first after the given one on which a card in review is due', async () => {
    expect(await nextDueDay(database, today)).toBeNull()
    await database.schedules.bulkPut([late, due, relearning, tomorrow, inReview('later', today + 9)])
    expect(await nextDueDay(database, today)).toBe(today + 1)
    expect(await nextDueDay(database, today + 1)).toBe(today + 9)
    expect(await nextDueDay(database, today + 9)).toBeNull()
  })
})

describe('schedules of cards', () => {
  test('[W9] leave new cards out, and name damaged ones', async () => {
    await database.schedules.bulkPut([due, { ...late, difficulty: 99 }])
    expect(await schedulesOf(database, ['new', 'due', 'late'])).toEqual({ schedules: [due], damaged: ['late'] })
    expect(await schedulesOf(database, [])).toEqual({ schedules: [], damaged: [] })
  })
})

describe('entries of a day', () => {
  test('are those of that day alone, undone ones included', async () => {
    const yesterday = answerWith(
      { id: 'y', cardId: 'a', grade: 3 },
      null,
      breakfast - 86_400_000,
      defaultParameters,
      tashkent,
    )
    const first = answerWith({ id: '1', cardId: 'b', grade: 3 }, null, breakfast, defaultParameters, tashkent)
    const second = answerWith({ id: '2', cardId: 'c', grade: 1 }, null, breakfast, defaultParameters, tashkent)
    for (const answer of [yesterday, first, second]) await answerCard(database, answer)
    await undoLast(database)
    const whole = vi.spyOn(IDBObjectStore.prototype, 'getAll')
    expect(await entriesOfDay(database, today)).toEqual([first.entry, { ...second.entry, undone: true }])
    expect(whole).not.toHaveBeenCalled()
  })
})

describe('new cards', () => {
  test('are the first without a schedule, in the order of introduction', async () => {
    await database.schedules.bulkPut([inReview('b'), inReview('d'), inReview('elsewhere')])
    expect(await newCardIds(database, ['z', 'b', 'a', 'd', 'c'], 2)).toEqual(['z', 'a'])
    expect(await newCardIds(database, ['z', 'b', 'a', 'd', 'c'], 9)).toEqual(['z', 'a', 'c'])
    expect(await newCardIds(database, ['b', 'd'], 9)).toEqual([])
  })

  test('a card whose row is damaged is not new', async () => {
    await database.schedules.put({ ...due, stability: Number.NaN })
    expect(await newCardIds(database, ['due', 'a'], 1)).toEqual(['a'])
  })

  test('are found from the keys, and not looked for when the day has no room', async () => {
    await database.schedules.bulkPut([inReview('b')])
    const rows = vi.spyOn(IDBObjectStore.prototype, 'getAll')
    const keys = vi.spyOn(IDBObjectStore.prototype, 'getAllKeys')
    const cursors = vi.spyOn(IDBObjectStore.prototype, 'openKeyCursor')
    expect(await newCardIds(database, ['a'], 0)).toEqual([])
    expect(keys).not.toHaveBeenCalled()
    await newCardIds(database, ['a'], 1)
    expect([keys.mock.calls.length, rows.mock.calls.length, cursors.mock.calls.length]).toEqual([1, 0, 0])
  })
})

describe('a live query', () => {
  const countAll = async (): Promise<number> => {
    const entries = await entriesOfDay(database, today)
    const { schedules } = await dueSchedules(database, today)
    return entries.length + schedules.length
  }
  const countEntries = (): Promise<number> => entriesOfDay(database, today).then((entries) => entries.length)

  test.each([
    ['asynchronous, of several of these queries', countAll, 2],
    ['of one of these queries, even if it is not asynchronous itself', countEntries, 1],
  ])('%s, sees what is answered', async (_what, querier, expected) => {
    // Dexie runs no live query where it finds no IndexedDB of the browser's own.
    Dexie.dependencies.indexedDB = freshEngine().indexedDB
    const counts: number[] = []
    const subscription = liveQuery(querier).subscribe((count) => counts.push(count))
    await vi.waitFor(() => expect(counts).toEqual([0]))
    // Again puts the card into a step: one entry and one schedule.
    const answer = answerWith({ id: '1', cardId: 'a', grade: 1 }, null, breakfast, defaultParameters, tashkent)
    await answerCard(database, answer)
    await vi.waitFor(() => expect(counts).toEqual([0, expected]))
    subscription.unsubscribe()
  })
})
