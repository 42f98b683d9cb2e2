// The three interface languages: which one to begin with, and fetching the words of one language when it is wanted.
import { createInstance, type i18n } from 'i18next'
import { initReactI18next } from 'react-i18next'
import { isLanguage, languages, type Language } from '#domain/language.ts'
import enUrl from './locales/en.json?url'
import ruUrl from './locales/ru.json?url'
import uzUrl from './locales/uz.json?url'

/** The words of one language, as i18next takes them. */
export interface Words {
  readonly [name: string]: string | Words
}
export type LoadWords = (language: Language) => Promise<Words>

const urlsByLanguage: Record<Language, string> = { uz: uzUrl, ru: ruUrl, en: enUrl }

/** From the site's own files: data that need not be parsed as a program, and is kept by the service worker. */
export async function fetchWords(language: Language): Promise<Words> {
  const response = await fetch(urlsByLanguage[language])
  if (!response.ok) throw new Error(`The words of ${language} cannot be loaded (${response.status})`)
  const words: unknown = await response.json()
  if (!isWords(words)) throw new Error(`The words of ${language} are not what they should be`)
  return words
}

/** Sentences, or groups of them, by name. */
function isWords(value: unknown): value is Words {
  return (
    typeof value === 'object' &&
    value !== null &&
    Object.values(value).every((part) => typeof part === 'string' || isWords(part))
  )
}

/** The first of the browser's languages that Suhbat speaks; English for everybody else. */
export function preferredLanguage(browserLanguages: readonly string[]): Language {
  for (const tag of browserLanguages) {
    const language = tag.toLowerCase().split('-')[0]
    if (isLanguage(language)) return language
  }
  return 'en'
}

export async function createI18n(language: Language, loadWords: LoadWords): Promise<i18n> {
  const instance = createInstance()
  const words = await loadWords(language)
  await instance.use(initReactI18next).init({
    lng: language,
    supportedLngs: [...languages],
    resources: { [language]: { translation: words } },
    // React escapes what it renders.
    interpolation: { escapeValue: false },
    returnNull: false,
    react: { useSuspense: false },
  })
  return instance
}

/** Makes the words of a language ready, if they are not; only then may it be shown, or raw keys would be seen. */
export async function loadLanguage(instance: i18n, language: Language, loadWords: LoadWords): Promise<void> {
  if (instance.hasResourceBundle(language, 'translation')) return
  instance.addResourceBundle(language, 'translation', await loadWords(language))
}
