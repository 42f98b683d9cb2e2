// The three languages of a key point must name the same numbers. It knows how each language writes them: the decimal
// comma, the groups of thousands, and the small ones that may be words.
import { languages, type Language } from '#domain/language.ts'
import type { Problem } from './problem.ts'
import { inlinesToText } from './plainText.ts'
import type { SourceCard } from './sourceCard.ts'
import type { Inline } from './tree.ts'

export function lintNumbers(card: SourceCard): Problem[] {
  const count = card.faces.uz.face.keyPoints.length
  return Array.from({ length: count }, (_, index) => index).flatMap((index) => {
    const texts = {
      uz: card.faces.uz.face.keyPoints[index]?.text ?? [],
      ru: card.faces.ru.face.keyPoints[index]?.text ?? [],
      en: card.faces.en.face.keyPoints[index]?.text ?? [],
    }
    const difference = numberDifference(texts)
    if (difference === null) return []
    const line = card.faces.en.keyPointLines[index] ?? card.faces.en.headingLines['key points']
    return [{ line, message: `key point ${index + 1} has other numbers in its languages: ${difference}` }]
  })
}

type Texts = Readonly<Record<Language, readonly Inline[]>>

/** The numbers of each language as one sentence if they differ, else null. */
export function numberDifference(texts: Texts): string | null {
  const numbers = { uz: numbersOf(texts.uz, 'uz'), ru: numbersOf(texts.ru, 'ru'), en: numbersOf(texts.en, 'en') }
  const named = new Set(languages.flatMap((language) => numbers[language]))
  const isEqual = [...named].every((number) => isSameEverywhere(number, numbers, texts))
  if (isEqual) return null
  return languages.map((language) => `${language} ${numbers[language].toSorted().join(' ') || 'none'}`).join(', ')
}

type Numbers = Readonly<Record<Language, readonly string[]>>

function isSameEverywhere(number: string, numbers: Numbers, texts: Texts): boolean {
  const counts = languages.map((language) => numbers[language].filter((other) => other === number).length)
  if (counts.every((count) => count === counts[0])) return true
  // "One" is also an article, and zero is "no": they come and go in translation.
  if (number === '0' || number === '1') return true
  const isSmall = /^([2-9]|10)$/.test(number)
  const isNamed = (language: Language) =>
    numbers[language].includes(number) || isInWords(Number(number), texts[language], language)
  return isSmall && languages.every(isNamed)
}

/** Whether a text says a number from two to ten in words: "three", "third". */
function isInWords(number: number, text: readonly Inline[], language: Language): boolean {
  return smallNumberWords[language][number - 2]?.test(inlinesToText(text)) === true
}

/** From two to ten, as cardinals and ordinals. */
const smallNumberWords: Readonly<Record<Language, readonly RegExp[]>> = {
  uz: words([
    'ikki|ikkala|juft',
    'uch(?!un|ra|ir|a)',
    'toʻrt',
    'besh',
    'olti(?!n)',
    'yetti',
    'sakkiz',
    'toʻqqiz',
    'oʻn(?!g|i)',
  ]),
  ru: words([
    'дв(а|е|ух|ум|умя|ое|ойн\\p{L}*|аж\\p{L}*)(?!\\p{L})|втор|оба|обе|обо?их|пар(а|ы|у)(?!\\p{L})|вдво',
    'тр(и|ёх|ём|емя|ое|ёх\\p{L}*|еть\\p{L}*|етий|ой\\p{L}*)(?!\\p{L})',
    'четыр|четвёр',
    'пят(ь|и|ый|ая|ое|ого|ой|ью|ер\\p{L}*)(?!\\p{L})',
    'шест',
    'сем(ь|и|ью|ер\\p{L}*)(?!\\p{L})|седьм',
    'восем|восьм',
    'девят',
    'десят',
  ]),
  en: words([
    'two|twice|second|both|pair|double',
    'three|third|triple',
    'four',
    'five|fifth',
    'six',
    'seven',
    'eight',
    'nine|ninth',
    'ten(?!\\p{L})|tenth',
  ]),
}

function words(patterns: readonly string[]): RegExp[] {
  return patterns.map((pattern) => new RegExp(`(?<!\\p{L})(${pattern})`, 'iu'))
}

function numbersOf(inlines: readonly Inline[], language: Language): string[] {
  return inlines.flatMap((inline) => {
    // In code a comma parts two numbers in every language.
    if (inline.type === 'code') return inline.text.match(/\d+(\.\d+)*/g) ?? []
    if (inline.type === 'text') return textToNumbers(inline.text, language)
    return numbersOf(inline.children, language)
  })
}

/** The numbers of a text, written alike: `1 400`, `1,400` and `1400`; `0,5` and `0.5`. */
export function textToNumbers(text: string, language: Language): string[] {
  const grouped = text.replace(/(?<![\d.,])\d{1,3}([ \u00A0\u2009\u202F]\d{3})+(?!\d)/gu, (group) =>
    group.replace(/\D/gu, ''),
  )
  const written =
    language === 'en' ? grouped.replace(/(?<=\d),(?=\d{3}(?!\d))/g, '') : grouped.replace(/(?<=\d),(?=\d)/g, '.')
  return written.match(/\d+(\.\d+)*/g) ?? []
}
