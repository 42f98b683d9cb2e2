// The glossary: one word for one idea, and the forms that it refuses are found in every card, whatever their ending.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readGlossary } from '#domain/deck/glossary.ts'
import { lintCard } from '#domain/deck/lint.ts'
import { readCard } from '#domain/deck/readCard.ts'
import { examplePath, exampleText } from '#support/exampleCard.ts'

const own = readGlossary(
  'decks/glossary.yaml',
  readFileSync(join(import.meta.dirname, '../../../decks/glossary.yaml'), 'utf8'),
)
const places = {
  uz: 'Raqamlar **tasodifiy** tanlanadi.',
  ru: 'Номера выбираются **случайно**.',
  en: 'The numbers are chosen **at random**.',
}

/** What is said of the example with these words in its explanation, in another folder if one is given. */
function messagesOf(language: keyof typeof places, words: string, path = examplePath, refused = own): string[] {
  return lintCard(readCard(path, exampleText().replace(places[language], words)), refused).map(({ message }) => message)
}

describe('[K8] the deck refuses', () => {
  test.each([
    ['ru', 'Кеш и кешировать', ['ru: expected "кэш", found "Кеш"', 'ru: expected "кэш", found "кешировать"']],
    ['ru', 'в мапе лежат', ['ru: expected "`map`", found "мапе"']],
    ['ru', 'он зафейлит тест', ['ru: expected "завершиться с ошибкой", found "зафейлит"']],
    [
      'ru',
      'шедулер и дедлок',
      ['ru: expected "планировщик", found "шедулер"', 'ru: expected "взаимная блокировка (deadlock)", found "дедлок"'],
    ],
    ['ru', 'по тайм-ауту', ['ru: expected "таймаут", found "тайм-ауту"']],
    ['uz', 'Klientlarga', ['uz: expected "mijoz", found "Klientlarga"']],
    ['uz', 'bu goroutina', []],
    ['uz', 'bu gorutina', ['uz: expected "goroutine", found "gorutina"']],
  ] as const)('%s: %s', (language, words, messages) => {
    expect(messagesOf(language, words)).toEqual(messages)
  })

  test.each([
    ['ru', 'Кешью здесь ни при чём: в `мапе` [кеш](https://go.dev).'],
    ['ru', 'Срез времени, локально, под узлом.'],
    ['uz', 'Kesh va mijoz, `klient`.'],
  ] as const)('nothing in %s: %s', (language, words) => {
    expect(messagesOf(language, words)).toEqual([])
  })

  test('срез only where Go is the subject', () => {
    expect(messagesOf('ru', 'Это срез.')).toEqual([])
    expect(messagesOf('ru', 'Это срез.', 'decks/go/slices.md')).toEqual(['ru: expected "слайс", found "срез"'])
  })
})

describe('a glossary', () => {
  test('may refuse words of every language', () => {
    const refused = readGlossary('g.yaml', '- { en: use, uz: a, ru: b, refused: { en: [utilis*] } }')
    expect(messagesOf('en', 'It utilises it.', examplePath, refused)).toEqual(['en: expected "use", found "utilises"'])
  })

  test.each([
    ['- { en: a, uz: b }', 'g.yaml:1: '],
    ['- { en: a, uz: b, ru: c, refused: { uz: [] } }', 'at least one form'],
    ['- { en: a, uz: b, ru: c, refused: { uz: ["a*b"] } }', 'letters, and * only at the end'],
    ['- { en: a, uz: b, ru: c, more: d }', 'g.yaml:1: '],
    ['- { en: a, uz: b, ru: c }\n- { en: a, uz: d, ru: e }', 'g.yaml:2: expected each word once, found "a" again'],
    ['words', 'a list of words'],
  ])('%s is refused', (text, message) => {
    expect(() => readGlossary('g.yaml', text)).toThrow(message)
  })
})
