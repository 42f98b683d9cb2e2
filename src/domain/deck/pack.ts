// What the deck build ships: one pack for each subject and language, and one index that names them all.
import { languages, type Language } from '#domain/language.ts'
import type { Card, CardHead } from './card.ts'

/** The version of the pack format; an app that reads another number asks to be updated. */
export const packFormat = 1

export interface Pack {
  readonly format: typeof packFormat
  readonly subject: string
  readonly language: Language
  readonly cards: readonly Card[]
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

/** Whether a file, known by its hash, is the pack of this subject and language. */
export function isPackOf(value: unknown, subject: string, language: Language): value is Pack {
  return (
    isRecord(value) &&
    value['format'] === packFormat &&
    value['subject'] === subject &&
    value['language'] === language &&
    Array.isArray(value['cards']) &&
    value['cards'].every((card) => isCardHead(card) && card.subject === subject)
  )
}

function isDeckSubject(value: unknown): value is DeckSubject {
  if (!isRecord(value) || typeof value['id'] !== 'string') return false
  const { name, description, packs } = value
  if (!isRecord(name) || !isRecord(description) || !isRecord(packs)) return false
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

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
