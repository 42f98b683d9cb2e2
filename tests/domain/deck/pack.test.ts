// Which index and which pack the app takes, and what the schema of the build refuses.
import { describe, expect, test } from 'vitest'
import { isDeckIndex, isFacePack, isSharedPack, joinPacks, packToFaces, packToShared } from '#domain/deck/pack.ts'
import { deckIndexSchema, packSchema } from '#domain/deck/packSchema.ts'
import { packReference, sampleCard, sampleIndex, samplePack } from '#support/deckPack.ts'

const index = sampleIndex(['a', 'b'])
const pack = samplePack(['a', 'b'])
const card = sampleCard('a')

/** The index with its one subject naming this file as its Russian pack. */
function indexNaming(file: string): unknown {
  const subjects = index.subjects.map((subject) => ({
    ...subject,
    packs: { ...subject.packs, ru: { ...packReference(), file } },
  }))
  return { ...index, subjects }
}

/** The pack with other blocks as the explanation of its card. */
function packSaying(...blocks: readonly unknown[]): unknown {
  return { ...pack, cards: [{ ...card, face: { ...card.face, explanation: blocks } }] }
}

function linkTo(url: string): unknown {
  return packSaying({ type: 'paragraph', children: [{ type: 'link', url, children: [{ type: 'text', text: 'a' }] }] })
}

describe('an index', () => {
  test('that is whole is taken', () => {
    expect(isDeckIndex(JSON.parse(JSON.stringify(index)))).toBe(true)
    expect(isDeckIndex(indexNaming('go.ru.0123abcd.json'))).toBe(true)
  })

  test.each<[string, unknown]>([
    ['of another format', { ...index, format: index.format + 1 }],
    ['without a content version', { ...index, contentVersion: undefined }],
    ['without cards', { ...index, cards: undefined }],
    ['with a card that has no level', { ...index, cards: [{ id: 'a', subject: 'go', kind: 'concept' }] }],
    ['with a subject that has no packs', { ...index, subjects: [{ ...index.subjects[0], packs: {} }] }],
    ['with a subject that shares nothing', { ...index, subjects: [{ ...index.subjects[0], shared: undefined }] }],
    ['that names an address', indexNaming('https://example.com/go.json')],
    ['that names another host', indexNaming('//example.com/go.json')],
    ['that climbs out of its folder', indexNaming('../go.json')],
    ['that names another folder', indexNaming('elsewhere/go.json')],
    ['that is nothing', null],
  ])('[P1] %s is not', (_, value) => {
    expect(isDeckIndex(value)).toBe(false)
  })
})

const shared = packToShared(pack)
const [sharedCard] = shared.cards
const faces = packToFaces(pack)
const face: readonly unknown[] = faces.faces['a'] ?? []

describe('what the cards of a subject share', () => {
  test('is taken', () => {
    expect(isSharedPack(JSON.parse(JSON.stringify(shared)), 'go')).toBe(true)
  })

  test.each<[string, unknown]>([
    ['of another format', { ...shared, format: shared.format + 1 }],
    ['of another subject', { ...shared, subject: 'sql' }],
    ['with a card of another subject', { ...shared, cards: [{ ...sharedCard, subject: 'sql' }] }],
    ['with a card that has no id', { ...shared, cards: [{ ...sharedCard, id: undefined }] }],
    ['with a card that has no sources', { ...shared, cards: [{ ...sharedCard, sources: undefined }] }],
    ['with a card whose code is a number', { ...shared, cards: [{ ...sharedCard, code: 1 }] }],
    ['without cards', { ...shared, cards: undefined }],
    ['that is nothing', null],
  ])('[P1] %s is not', (_, value) => {
    expect(isSharedPack(value, 'go')).toBe(false)
  })
})

describe('the faces of a language', () => {
  test('are taken', () => {
    expect(isFacePack(JSON.parse(JSON.stringify(faces)), 'go', 'uz')).toBe(true)
  })

  test.each<[string, unknown]>([
    ['of another format', { ...faces, format: faces.format + 1 }],
    ['of another subject', { ...faces, subject: 'sql' }],
    ['of another language', { ...faces, language: 'ru' }],
    ['with a face that is a word', { ...faces, faces: { a: 'face' } }],
    ['with a face that lacks a part', { ...faces, faces: { a: face.slice(1) } }],
    ['with a question that is a list', { ...faces, faces: { a: [[], ...face.slice(1)] } }],
    ['with an answer that is a word', { ...faces, faces: { a: face.with(1, 'word') } }],
    ['without faces', { ...faces, faces: undefined }],
    ['that are nothing', null],
  ])('[P1] %s are not', (_, value) => {
    expect(isFacePack(value, 'go', 'uz')).toBe(false)
  })
})

describe('both joined', () => {
  test('[P3] are the pack that they were made of', () => {
    expect(joinPacks(shared, faces)).toEqual(pack)
  })

  test('[P3] faces of other cards are refused', () => {
    expect(() => joinPacks(shared, packToFaces(samplePack(['a'])))).toThrow('The card b has no face in uz')
  })

  test('[P3] a face with another number of key points is refused', () => {
    const cards = pack.cards.map((own) => ({
      ...own,
      face: { ...own.face, keyPoints: [...own.face.keyPoints, ...own.face.keyPoints] },
    }))
    expect(() => joinPacks(shared, packToFaces({ ...pack, cards }))).toThrow('Expected 1 key points of a')
  })
})

describe('the schema', () => {
  test('takes a whole pack and a whole index', () => {
    expect(packSchema.parse(pack)).toEqual(pack)
    expect(deckIndexSchema.parse(index)).toEqual(index)
    expect(packSchema.safeParse(linkTo('https://go.dev/doc')).success).toBe(true)
  })

  test.each<[string, unknown]>([
    ['a field more', { ...pack, author: 'me' }],
    ['a field more in a card', { ...pack, cards: [{ ...card, author: 'me' }] }],
    ['a link over http', linkTo('http://go.dev/doc')],
    ['a link that is no page', linkTo('data:text/html,a')],
    ['a source over http', { ...pack, cards: [{ ...card, sources: [{ ...card.sources[0], url: 'http://go.dev' }] }] }],
    ['an unknown block', packSaying({ type: 'html', text: '<b>a</b>' })],
    ['an unknown inline', packSaying({ type: 'paragraph', children: [{ type: 'html', text: '<b>a</b>' }] })],
    ['another language', { ...pack, language: 'de' }],
  ])('[P2] refuses %s', (_, value) => {
    expect(packSchema.safeParse(value).success).toBe(false)
  })

  test.each<[string, unknown]>([
    ['a field more', { ...index, author: 'me' }],
    ['a hash that is none', { ...index, contentVersion: 'today' }],
    ['a file of another folder', indexNaming('elsewhere/go.json')],
  ])('[P2] refuses an index with %s', (_, value) => {
    expect(deckIndexSchema.safeParse(value).success).toBe(false)
  })
})
