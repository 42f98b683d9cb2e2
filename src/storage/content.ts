// Installing packs and reading cards back. A pack was checked before it came here; a row that has been damaged since is
// reported by name, so that its pack can be fetched again, and never breaks a screen.
import type { Card } from '#domain/deck/card.ts'
import { isDeckIndex, packFormat, type DeckIndex, type Pack, type PackReference } from '#domain/deck/pack.ts'
import type { Language } from '#domain/language.ts'
import type { CardRow, ContentDatabase, InstalledPack } from './contentDatabase.ts'
import { StorageError } from './storageError.ts'
import { withDatabase } from './withDatabase.ts'

export interface CardReading {
  /** Cards by id; one that is not installed is left out. */
  readonly cards: ReadonlyMap<string, Card>
  /** Ids of cards whose row cannot be read. */
  readonly damaged: readonly string[]
}

const indexKey = 'deck'

export interface FetchedPack {
  readonly pack: Pack
  /** The file of its faces. */
  readonly reference: PackReference
  /** The hash of the file that holds what its cards share. */
  readonly sharedHash: string
}

/** Installs a checked pack in one transaction, in the place of an older one of the same subject and language. */
export async function installPack(database: ContentDatabase, fetched: FetchedPack, installedAt: number): Promise<void> {
  await withDatabase(database, () =>
    database.transaction('rw', database.cards, database.packs, () => putPack(database, fetched, installedAt)),
  )
}

/** Puts a deck in the place of the one before it, packs and index in one transaction; `packs` are those that changed. */
export async function installDeck(
  database: ContentDatabase,
  index: DeckIndex,
  packs: readonly FetchedPack[],
  installedAt: number,
): Promise<void> {
  const subjects = new Set(index.subjects.map((subject) => subject.id))
  await withDatabase(database, () =>
    database.transaction('rw', database.cards, database.packs, database.index, async () => {
      for (const pack of packs) await putPack(database, pack, installedAt)
      for (const { subject, language } of await database.packs.toArray()) {
        if (!subjects.has(subject)) await removePack(database, subject, language)
      }
      await database.index.put({ key: indexKey, index })
    }),
  )
}

async function putPack(database: ContentDatabase, fetched: FetchedPack, installedAt: number): Promise<void> {
  const { subject, language, cards } = fetched.pack
  const { file, hash, sizeBytes } = fetched.reference
  await removePack(database, subject, language)
  await database.cards.bulkPut(cards.map((card): CardRow => ({ id: card.id, language, subject, card })))
  await database.packs.put({ subject, language, file, hash, sharedHash: fetched.sharedHash, sizeBytes, installedAt })
}

async function removePack(database: ContentDatabase, subject: string, language: Language): Promise<void> {
  await database.cards.where('[subject+language]').equals([subject, language]).delete()
  await database.packs.delete([subject, language])
}

/** Forgets that a pack is installed, so that it is fetched again; its cards stay until then. */
export async function forgetPack(database: ContentDatabase, subject: string, language: Language): Promise<void> {
  await withDatabase(database, () => database.packs.delete([subject, language]))
}

export async function installedPacks(database: ContentDatabase): Promise<readonly InstalledPack[]> {
  return withDatabase(database, () => database.packs.toArray())
}

export async function saveIndex(database: ContentDatabase, index: DeckIndex): Promise<void> {
  await withDatabase(database, () => database.index.put({ key: indexKey, index }))
}

/** The index of the installed deck; null when there is none, or it has a format that this version does not read. */
export async function loadIndex(database: ContentDatabase): Promise<DeckIndex | null> {
  const row = await withDatabase(database, () => database.index.get(indexKey))
  if (row === undefined) return null
  const { index } = row
  if (isDeckIndex(index)) return index
  // Another format means that another version of the app wrote it, which is no damage.
  if (isRecord(index) && Number.isInteger(index['format']) && index['format'] !== packFormat) return null
  throw new StorageError('damaged', 'The index of the deck cannot be read')
}

/** One card; null when it is not installed in that language. Throws StorageError `damaged` when it cannot be read. */
export async function loadCard(database: ContentDatabase, language: Language, id: string): Promise<Card | null> {
  const { cards, damaged } = await loadCards(database, language, [id])
  if (damaged.length > 0) throw new StorageError('damaged', `Card ${id} in ${language} cannot be read`)
  return cards.get(id) ?? null
}

export async function loadCards(
  database: ContentDatabase,
  language: Language,
  ids: readonly string[],
): Promise<CardReading> {
  const rows = await withDatabase(database, () =>
    database.cards.bulkGet(ids.map((id): [Language, string] => [language, id])),
  )
  const cards = new Map<string, Card>()
  const damaged: string[] = []
  for (const [position, id] of ids.entries()) {
    const row = rows[position]
    if (row === undefined) continue
    const { card } = row
    if (isCardLike(card, id, language)) cards.set(id, card)
    else damaged.push(id)
  }
  return { cards, damaged }
}

// A full check of a card costs more than showing it, so only the parts that a screen takes for granted are looked at.
const faceParts = ['question', 'answer', 'keyPoints', 'explanation', 'mistake'] as const

function isCardLike(card: unknown, id: string, language: Language): card is Card {
  if (!isRecord(card) || card['id'] !== id || card['language'] !== language) return false
  const { subject, kind, level, covers, sources, code, face } = card
  if (typeof subject !== 'string' || typeof kind !== 'string' || typeof level !== 'string') return false
  if (!Array.isArray(covers) || !Array.isArray(sources)) return false
  if (code !== null && !(isRecord(code) && isRecord(code['block']) && Array.isArray(code['block']['lines'])))
    return false
  return isRecord(face) && faceParts.every((part) => Array.isArray(face[part])) && isFollowUpLike(face['followUp'])
}

function isFollowUpLike(followUp: unknown): boolean {
  return isRecord(followUp) && Array.isArray(followUp['question']) && Array.isArray(followUp['answer'])
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
