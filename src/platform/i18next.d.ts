// Keys of sentences are checked against the Uzbek words; a test holds the other languages to the same keys.
import 'i18next'
import type uz from './locales/uz.json'

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation'
    resources: { translation: typeof uz }
  }
}
