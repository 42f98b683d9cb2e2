// The settings as the database has them now, whichever screen or tab changed them last.
import { useLiveQuery } from 'dexie-react-hooks'
import type { SettingsReading } from '#domain/study/settings.ts'
import { loadSettings } from '#storage/settingsStore.ts'
import type { UserDatabase } from '#storage/userDatabase.ts'

export function useLiveSettings(user: UserDatabase, loaded: SettingsReading): SettingsReading {
  return useLiveQuery(() => loadSettings(user), [user], loaded)
}
