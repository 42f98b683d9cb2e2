// The database of what a person has done; nothing else has a copy. It alone knows its tables and their indexes.
import type { Table } from 'dexie'
import type { LogEntry } from '#domain/study/log.ts'
import type { Schedule } from '#domain/study/schedule.ts'
import { browserEngine, GuardedDatabase, type DatabaseEngine } from './database.ts'

const userDatabaseVersion = 1

/** What undoing one answer puts back. Rows are removed by undo and, beyond the last 200, by age. */
export interface UndoRow {
  readonly entryId: string
  /** The order in which answers were given; `at` cannot tell it, since a clock can be set back. */
  readonly sequence: number
  readonly cardId: string
  readonly at: number
  readonly before: Schedule | null
  readonly after: Schedule
}

export interface SettingRow {
  readonly key: string
  readonly value: unknown
}

export class UserDatabase extends GuardedDatabase {
  readonly log: Table<LogEntry, string>
  readonly schedules: Table<Schedule, string>
  readonly undos: Table<UndoRow, string>
  readonly settings: Table<SettingRow, string>

  constructor(name: string, engine: DatabaseEngine) {
    super(name, userDatabaseVersion, engine, 'strict')
    this.version(userDatabaseVersion).stores({
      log: 'id, at, day, [cardId+at]',
      schedules: 'cardId, dueAt, [state+dueDay]',
      undos: 'entryId, sequence',
      settings: 'key',
    })
    this.log = this.table('log')
    this.schedules = this.table('schedules')
    this.undos = this.table('undos')
    this.settings = this.table('settings')
  }
}

/** The user database, not opened yet (see `openDatabase`). */
export function createUserDatabase(options: Partial<DatabaseEngine> & { readonly name?: string } = {}): UserDatabase {
  return new UserDatabase(options.name ?? 'suhbat', { ...browserEngine(), ...options })
}
