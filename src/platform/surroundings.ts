// What a screen is given: the two databases, the clock, and the few things that live as long as the page. Only these are
// replaced in tests.
import type { i18n } from 'i18next'
import { createContext, useContext } from 'react'
import type { Language } from '#domain/language.ts'
import type { Settings } from '#domain/study/settings.ts'
import type { ContentDatabase } from '#storage/contentDatabase.ts'
import type { UserDatabase } from '#storage/userDatabase.ts'
import type { Clock } from './clock.ts'
import type { DeckInstall } from './deckInstall.ts'
import type { LoadWords } from './i18n.ts'
import type { Offline } from './offline.ts'

export interface Surroundings {
  readonly user: UserDatabase
  readonly content: ContentDatabase
  readonly clock: Clock
  readonly createId: () => string
  readonly deckInstall: DeckInstall
  readonly offline: Offline
  readonly i18n: i18n
  readonly loadWords: LoadWords
  /** The interface language of a person who has not chosen one. */
  readonly browserLanguage: Language
}

export const SurroundingsContext = createContext<Surroundings | null>(null)

export function useSurroundings(): Surroundings {
  const surroundings = useContext(SurroundingsContext)
  if (surroundings === null) throw new Error('No surroundings above this screen')
  return surroundings
}

export interface CurrentSettings {
  readonly settings: Settings
  /** Names of stored settings that could not be read and have their defaults. */
  readonly rejected: readonly string[]
  /** The interface language that is in force. */
  readonly language: Language
  readonly cardLanguage: Language
}

export const SettingsContext = createContext<CurrentSettings | null>(null)

export function useSettings(): CurrentSettings {
  const settings = useContext(SettingsContext)
  if (settings === null) throw new Error('No settings above this screen')
  return settings
}

export function settingsInForce(
  stored: { readonly settings: Settings; readonly rejected: readonly string[] },
  browserLanguage: Language,
): CurrentSettings {
  const language = stored.settings.interfaceLanguage ?? browserLanguage
  return { ...stored, language, cardLanguage: stored.settings.cardLanguage ?? language }
}
