// The languages of Suhbat: of the interface, of the cards and of each answer in the log.
export const languages = ['uz', 'ru', 'en'] as const

export type Language = (typeof languages)[number]

export function isLanguage(value: unknown): value is Language {
  return languages.some((language) => language === value)
}
