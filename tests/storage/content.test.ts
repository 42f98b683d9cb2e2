// Packs are installed wholly or not at all, and a damaged row is reported by name.
import { IDBDatabase } from 'fake-indexeddb'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { installedPacks, installPack, loadCard, loadCards, loadIndex, saveIndex } from '#storage/content.ts'
import { createContentDatabase, type ContentDatabase } from '#storage/contentDatabase.ts'
import { openDatabase } from '#storage/open.ts'
import { failWrites, freshEngine } from '#support/databaseEngine.ts'
import { fetchedPack, packReference, sampleCard, sampleIndex, samplePack } from '#support/deckPack.ts'

let database: ContentDatabase

beforeEach(async () => {
  database = createContentDatabase(freshEngine())
  await openDatabase(database)
})

afterEach(() => {
  vi.restoreAllMocks()
})

describe('a pack', () => {
  test('gives its cards and says that it is installed', async () => {
    await installPack(database, fetchedPack(samplePack(['a', 'b'])), 1000)
    expect(await loadCard(database, 'uz', 'a')).toEqual(sampleCard('a'))
    expect(await loadCard(database, 'ru', 'a')).toBeNull()
    expect(await installedPacks(database)).toEqual([
      { subject: 'go', language: 'uz', ...packReference(), sharedHash: 'a'.repeat(64), installedAt: 1000 },
    ])
  })

  test('[W8] replaces the older one of its subject and language, and no other', async () => {
    await installPack(database, fetchedPack(samplePack(['a', 'b'])), 1000)
    await installPack(database, fetchedPack(samplePack(['a', 'b'], 'go', 'ru')), 1000)
    await installPack(database, fetchedPack(samplePack(['x'], 'sql')), 1000)
    await installPack(database, fetchedPack(samplePack(['b', 'c']), 'b'), 2000)
    const { cards } = await loadCards(database, 'uz', ['a', 'b', 'c', 'x'])
    expect([...cards.keys()]).toEqual(['b', 'c', 'x'])
    expect((await loadCards(database, 'ru', ['a', 'b'])).cards.size).toBe(2)
    const hashes = (await installedPacks(database)).map((pack) => [pack.subject, pack.language, pack.hash[0]])
    expect(hashes).toEqual([
      ['go', 'ru', 'a'],
      ['go', 'uz', 'b'],
      ['sql', 'uz', 'a'],
    ])
  })

  test('may be installed twice', async () => {
    await installPack(database, fetchedPack(samplePack(['a', 'b'])), 1000)
    await installPack(database, fetchedPack(samplePack(['a', 'b'])), 1000)
    expect(await database.cards.count()).toBe(2)
    expect(await installedPacks(database)).toHaveLength(1)
  })

  test.each([
    ['first', ['go', 'sql']],
    ['second', ['sql', 'go']],
  ])('a card that moves to another subject is kept, whichever pack comes %s', async (_which, order) => {
    await installPack(database, fetchedPack(samplePack(['a', 'moved'], 'go'), 'a'), 1000)
    await installPack(database, fetchedPack(samplePack(['x'], 'sql'), 'a'), 1000)
    const packs = new Map([
      ['go', samplePack(['a'], 'go')],
      ['sql', samplePack(['x', 'moved'], 'sql')],
    ])
    for (const subject of order) {
      const pack = packs.get(subject)
      if (pack !== undefined) await installPack(database, fetchedPack(pack, 'b'), 2000)
    }
    expect((await loadCard(database, 'uz', 'moved'))?.subject).toBe('sql')
  })

  test('[W8] for which there is no room leaves the older one whole', async () => {
    await installPack(database, fetchedPack(samplePack(['a', 'b']), 'a'), 1000)
    failWrites('packs', new DOMException('No room', 'QuotaExceededError'))
    const installing = installPack(database, fetchedPack(samplePack(['c']), 'b'), 2000)
    await expect(installing).rejects.toMatchObject({ kind: 'full' })
    expect((await loadCards(database, 'uz', ['a', 'b', 'c'])).cards.size).toBe(2)
    expect((await installedPacks(database))[0]?.hash[0]).toBe('a')
  })

  test('does not wait for the disk: it can be fetched again', async () => {
    const transaction = vi.spyOn(IDBDatabase.prototype, 'transaction')
    const fresh = createContentDatabase(freshEngine())
    await installPack(fresh, fetchedPack(samplePack(['a'])), 1000)
    const writing = transaction.mock.calls.filter(([, mode]) => mode === 'readwrite')
    expect(writing.map(([, , options]) => options)).toEqual([{ durability: 'relaxed' }])
  })
})

describe('a damaged card', () => {
  const card = sampleCard('a')
  test.each([
    ['nothing', null],
    ['a word', 'card'],
    ['another card', sampleCard('b')],
    ['another language', sampleCard('a', 'go', 'ru')],
    ['no face', { ...card, face: null }],
    ['no key points', { ...card, face: { ...card.face, keyPoints: undefined } }],
    ['no follow-up', { ...card, face: { ...card.face, followUp: {} } }],
    ['no sources', { ...card, sources: 'none' }],
    ['code without lines', { ...card, code: { block: {}, output: null } }],
    ['no kind', { ...card, kind: 1 }],
  ])('[W9] (%s) is reported by name, and the others are read', async (_what, damaged) => {
    await installPack(database, fetchedPack(samplePack(['a', 'b'])), 1000)
    await database.cards.put({ id: 'a', language: 'uz', subject: 'go', card: damaged })
    await expect(loadCard(database, 'uz', 'a')).rejects.toMatchObject({ kind: 'damaged' })
    const reading = await loadCards(database, 'uz', ['a', 'b', 'c'])
    expect([[...reading.cards.keys()], reading.damaged]).toEqual([['b'], ['a']])
  })

  test('without code is not damaged', async () => {
    await database.cards.put({ id: 'a', language: 'uz', subject: 'go', card: { ...card, code: null } })
    expect(await loadCard(database, 'uz', 'a')).toEqual({ ...card, code: null })
  })
})

describe('the index', () => {
  test('is read back as it was saved, and the last one counts', async () => {
    expect(await loadIndex(database)).toBeNull()
    await saveIndex(database, sampleIndex(['a']))
    await saveIndex(database, sampleIndex(['a', 'b']))
    expect(await loadIndex(database)).toEqual(sampleIndex(['a', 'b']))
  })

  test('[P1] of another format is none: it has to be fetched again', async () => {
    await database.index.put({ key: 'deck', index: { ...sampleIndex(['a']), format: 1, cards: 'elsewhere' } })
    expect(await loadIndex(database)).toBeNull()
  })

  test.each([[null], ['index'], [{}], [{ ...sampleIndex([]), cards: undefined }]])('%j is damage', async (index) => {
    await database.index.put({ key: 'deck', index })
    await expect(loadIndex(database)).rejects.toMatchObject({ kind: 'damaged' })
  })
})
