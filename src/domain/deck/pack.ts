// What the deck build ships: for each subject a pack of what its cards share and one pack of faces for each language, and
// one index that names them all. The app knows a pack as the two joined.
import { languages, type Language } from '#domain/language.ts'
import type { Card, CardHead } from './card.ts'
import { cardToShared, faceToPacked, joinCard, type PackedFace, type SharedCard } from './packedCard.ts'

/** The version of the pack format; an app that reads another number asks to be updated. */
export const packFormat = 2

/**
 * How the text of each language becomes bytes, by its name in the Encoding Standard. Cyrillic takes two bytes a letter in
 * UTF-8, and gzip wins back only a part of that: Russian packs are about 12 % smaller, gzipped, with one byte a letter. What
 * the encoding has no byte for stands in the JSON as `\\u` and its number.
 */
export const packEncodings = { uz: 'utf-8', ru: 'windows-1251', en: 'utf-8' } as const satisfies Record<
  Language,
  string
>

/** The cards of a subject in one language. */
export interface Pack {
  readonly subject: string
  readonly language: Language
  readonly cards: readonly Card[]
}

export interface SharedPack {
  readonly format: typeof packFormat
  readonly subject: string
  readonly cards: readonly SharedCard[]
}

export interface FacePack {
  readonly format: typeof packFormat
  readonly subject: string
  readonly language: Language
  /** By the card's id. */
  readonly faces: Readonly<Record<string, PackedFace>>
}

/** Where a pack lies (relative to the index), the SHA-256 of its bytes in hex, and how long it is. */
export interface PackReference {
  readonly file: string
  readonly hash: string
  readonly sizeBytes: number
}

export interface DeckSubject {
  readonly id: string
  readonly name: Readonly<Record<Language, string>>
  readonly description: Readonly<Record<Language, string>>
  readonly shared: PackReference
  readonly packs: Readonly<Record<Language, PackReference>>
}

export interface DeckIndex {
  readonly format: typeof packFormat
  /** A hash of everything below; another value means other content. */
  readonly contentVersion: string
  readonly subjects: readonly DeckSubject[]
  /** Every card in the order in which it is introduced. */
  readonly cards: readonly CardHead[]
}

/**
 * Whether something read from a file can be used as an index. The index is the one file that no hash vouches for, so each
 * part that the app relies on is looked at; the strict schema is for the build (`packSchema.ts`).
 */
export function isDeckIndex(value: unknown): value is DeckIndex {
  if (!isRecord(value) || value['format'] !== packFormat || typeof value['contentVersion'] !== 'string') return false
  const { subjects, cards } = value
  return Array.isArray(subjects) && subjects.every(isDeckSubject) && Array.isArray(cards) && cards.every(isCardHead)
}

export function packToShared({ subject, cards }: Pack): SharedPack {
  return { format: packFormat, subject, cards: cards.map(cardToShared) }
}

export function packToFaces({ subject, language, cards }: Pack): FacePack {
  const faces = Object.fromEntries(cards.map((card) => [card.id, faceToPacked(card.face)]))
  return { format: packFormat, subject, language, faces }
}

/** Whether a file, known by its hash, is what the cards of this subject share. */
export function isSharedPack(value: unknown, subject: string): value is SharedPack {
  return (
    isRecord(value) &&
    value['format'] === packFormat &&
    value['subject'] === subject &&
    Array.isArray(value['cards']) &&
    value['cards'].every((card) => isSharedCard(card) && card.subject === subject)
  )
}

/** Whether a file, known by its hash, holds the faces of this subject in this language. */
export function isFacePack(value: unknown, subject: string, language: Language): value is FacePack {
  return (
    isRecord(value) &&
    value['format'] === packFormat &&
    value['subject'] === subject &&
    value['language'] === language &&
    isRecord(value['faces']) &&
    Object.values(value['faces']).every(isPackedFace)
  )
}

/** Both files as the app knows them; throws `RangeError` if a card has no face, or its text is not whole. */
export function joinPacks(shared: SharedPack, { subject, language, faces }: FacePack): Pack {
  const cards = shared.cards.map((card) => {
    const face = faces[card.id]
    if (face === undefined) throw new RangeError(`The card ${card.id} has no face in ${language}`)
    return joinCard(card, face, language)
  })
  return { subject, language, cards }
}

function isDeckSubject(value: unknown): value is DeckSubject {
  if (!isRecord(value) || typeof value['id'] !== 'string') return false
  const { name, description, shared, packs } = value
  if (!isRecord(name) || !isRecord(description) || !isRecord(packs) || !isPackReference(shared)) return false
  return languages.every(
    (language) =>
      typeof name[language] === 'string' &&
      typeof description[language] === 'string' &&
      isPackReference(packs[language]),
  )
}

function isPackReference(value: unknown): value is PackReference {
  return (
    isRecord(value) &&
    typeof value['file'] === 'string' &&
    // A name, never an address: nothing is fetched from outside the folder of the packs.
    /^[a-z0-9.-]+\.json$/.test(value['file']) &&
    typeof value['hash'] === 'string' &&
    typeof value['sizeBytes'] === 'number'
  )
}

function isCardHead(value: unknown): value is CardHead {
  return (
    isRecord(value) &&
    typeof value['id'] === 'string' &&
    typeof value['subject'] === 'string' &&
    typeof value['kind'] === 'string' &&
    typeof value['level'] === 'string'
  )
}

function isSharedCard(value: unknown): value is SharedCard {
  if (!isCardHead(value) || !isRecord(value)) return false
  const { covers, sources, checked, musts, code } = value
  const isCode = isRecord(code) && typeof code['language'] === 'string' && typeof code['code'] === 'string'
  return (
    Array.isArray(covers) &&
    Array.isArray(sources) &&
    typeof checked === 'string' &&
    Array.isArray(musts) &&
    (code === null || isCode)
  )
}

const faceParts = ['text', 'list', 'list', 'list', 'list', 'text', 'list']

function isPackedFace(value: unknown): value is PackedFace {
  return (
    Array.isArray(value) &&
    value.length === faceParts.length &&
    faceParts.every((part, index) => (part === 'text' ? typeof value[index] === 'string' : Array.isArray(value[index])))
  )
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
