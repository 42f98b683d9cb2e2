// Settings in the user database: one row for each that was ever changed.
import {
  InvalidSettingsError,
  settingsFromStored,
  type Settings,
  type SettingsReading,
} from '#domain/study/settings.ts'
import type { UserDatabase } from './userDatabase.ts'
import { withDatabase } from './withDatabase.ts'

/** The settings, with defaults for what was never changed or cannot be used; the names of the latter are in `rejected`. */
export async function loadSettings(database: UserDatabase): Promise<SettingsReading> {
  const rows = await withDatabase(database, () => database.settings.toArray())
  return settingsFromStored(Object.fromEntries(rows.map((row) => [row.key, row.value])))
}

/** Writes what is given and leaves the rest. Throws InvalidSettingsError for a value out of range, or StorageError. */
export async function saveSettings(database: UserDatabase, changes: Partial<Settings>): Promise<void> {
  const { rejected } = settingsFromStored(changes)
  if (rejected.length > 0) throw new InvalidSettingsError(rejected)
  const rows = Object.entries(changes).map(([key, value]) => ({ key, value }))
  await withDatabase(database, () => database.settings.bulkPut(rows))
}
