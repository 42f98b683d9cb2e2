// The database of installed packs. Everything in it can be fetched again, so it may be lost and is written without
// waiting for the disk. It alone knows its tables and their indexes.
import type { Table } from 'dexie'
import type { Language } from '#domain/language.ts'
import { browserEngine, GuardedDatabase, type DatabaseEngine } from './database.ts'

const contentDatabaseVersion = 1

export interface CardRow {
  readonly id: string
  readonly language: Language
  readonly subject: string
  /** A Card when it was written; what is read back has to be looked at. */
  readonly card: unknown
}

export interface InstalledPack {
  readonly subject: string
  readonly language: Language
  readonly file: string
  readonly hash: string
  /** The hash of what the subject's cards share, which belongs to this pack as much as its own file. */
  readonly sharedHash: string
  readonly sizeBytes: number
  /** Ms since the epoch. */
  readonly installedAt: number
}

/** There is one row, under the key `deck`. */
export interface IndexRow {
  readonly key: string
  /** A DeckIndex when it was written; what is read back has to be looked at. */
  readonly index: unknown
}

export class ContentDatabase extends GuardedDatabase {
  readonly cards: Table<CardRow, [Language, string]>
  readonly packs: Table<InstalledPack, [string, Language]>
  readonly index: Table<IndexRow, string>

  constructor(name: string, engine: DatabaseEngine) {
    super(name, contentDatabaseVersion, engine, 'relaxed')
    this.version(contentDatabaseVersion).stores({
      cards: '[language+id], [subject+language]',
      packs: '[subject+language]',
      index: 'key',
    })
    this.cards = this.table('cards')
    this.packs = this.table('packs')
    this.index = this.table('index')
  }
}

/** The content database, not opened yet (see `openDatabase`). */
export function createContentDatabase(
  options: Partial<DatabaseEngine> & { readonly name?: string } = {},
): ContentDatabase {
  return new ContentDatabase(options.name ?? 'suhbat-content', { ...browserEngine(), ...options })
}
