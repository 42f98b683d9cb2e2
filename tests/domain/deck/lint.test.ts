// Every rule once with words that it must refuse and once with words that it must let pass: one change of the example.
import { describe, expect, test } from 'vitest'
import { lintCard, lintDeck } from '#domain/deck/lint.ts'
import { readCard } from '#domain/deck/readCard.ts'
import { examplePath, exampleText, readExampleWith } from '#support/exampleCard.ts'

const uz = 'Raqamlar **tasodifiy** tanlanadi.'
const ru = 'Номера выбираются **случайно**.'
const en = 'The numbers are chosen **at random**.'

/** What the lints say of the example with the words in its explanation. */
function messagesOf(place: string, words: string): string[] {
  return lintCard(readExampleWith([place, words]), []).map((problem) => problem.message)
}

describe('[K6] Uzbek letters', () => {
  test.each([
    ["o'zgaruvchi", 'expected ʻ (U+02BB) in oʻ gʻ or ʼ (U+02BC) elsewhere, found "o\'zgaruvchi"'],
    ['o`zgaruvchi qo’shiq', 'expected ʻ (U+02BB) in oʻ gʻ or ʼ (U+02BC) elsewhere, found "qo’shiq"'],
    ['Toʻg‘ri', 'expected ʻ (U+02BB) in oʻ gʻ or ʼ (U+02BC) elsewhere, found "Toʻg‘ri"'],
    ['o´z', 'expected ʻ (U+02BB) in oʻ gʻ or ʼ (U+02BC) elsewhere, found "o´z"'],
    ['o‛z', 'expected ʻ (U+02BB) in oʻ gʻ or ʼ (U+02BC) elsewhere, found "o‛z"'],
    ['o′z', 'expected ʻ (U+02BB) in oʻ gʻ or ʼ (U+02BC) elsewhere, found "o′z"'],
    ['oʹz', 'expected ʻ (U+02BB) in oʻ gʻ or ʼ (U+02BC) elsewhere, found "oʹz"'],
    ["Go's", 'expected ʻ (U+02BB) in oʻ gʻ or ʼ (U+02BC) elsewhere, found "Go\'s"'],
    ["'soʻz'", 'expected ʻ (U+02BB) in oʻ gʻ or ʼ (U+02BC) elsewhere, found "\'soʻz"'],
    ['**o**’z', 'expected ʻ (U+02BB) in oʻ gʻ or ʼ (U+02BC) elsewhere, found "o’z"'],
    ['maʻlumot', 'expected ʻ (U+02BB) only after o or g, found "maʻlumot"'],
    ['boʼladi', 'expected ʻ (U+02BB) after o or g, found ʼ (U+02BC) in "boʼladi"'],
    ['Gʼalaba', 'expected ʻ (U+02BB) after o or g, found ʼ (U+02BC) in "Gʼalaba"'],
    ['shu ʼsoʻz', 'expected ʼ (U+02BC) only inside or after a word, found "ʼsoʻz"'],
    ['bu "navbat" deyiladi', 'expected the quotes « » or “ ”, found "navbat"'],
    ['sеrver', 'expected Latin letters, found Cyrillic in "sеrver"'],
    ['funktsiya', 'expected "s" for ц after a consonant, as in funksiya, found "funktsiya"'],
    ['tranzaktsiyalar', 'expected "s" for ц after a consonant, as in funksiya, found "tranzaktsiyalar"'],
    ['Tsiklda', 'expected "sikl", found "Tsiklda"'],
    ['replikasiya', 'expected "ts" for ц after a vowel, as in replikatsiya, found "replikasiya"'],
    ['obʼekt', 'expected obyekt, subyekt, found "obʼekt"'],
    ['buni Siz bilasiz', 'expected "siz" in small letters, found "Siz"'],
  ])('%s', (words, message) => {
    expect(messagesOf(uz, words)).toContain(`uz: ${message}`)
  })

  test.each([
    'Oʻzgaruvchi, toʻgʻri, Gʻalaba va moʻjiza.',
    'Maʼlumot, taʼsir, eʼlon, sanʼat, masʼul, jurʼat.',
    "`it's` va [Go's blog](https://go.dev/blog) tegilmaydi.",
    '«navbat» yoki “navbat”.',
    'Funksiya, sikl, tranzaksiya, replikatsiya, obyekt, autentifikatsiya.',
    'Siz bilasiz. Siz koʻrasiz.',
    'Kechikish 10 µs, 5 × 3 = 15.',
  ])('%s', (words) => {
    expect(messagesOf(uz, words)).toEqual([])
  })
})

describe('[K6] Russian letters', () => {
  test.each([
    ['сeрвер', 'expected letters of one alphabet in a word, found "сeрвер"'],
    ['идёт c сервера', 'expected a Russian letter, found the Latin "c" alone'],
    ['это "очередь"', 'expected the quotes « », found "очередь"'],
    ['это “очередь”', 'expected the quotes « », found “очередь”'],
    ['у Kafka’й', null],
    ["Кафка'у", 'expected no apostrophe in "Кафка\'у"'],
    ['TCP - протокол', 'expected a dash (—) between blanks, found a hyphen'],
    ['если Вы знаете', 'expected "вы" in small letters, found "Вы"'],
  ])('%s', (words, message) => {
    const found = messagesOf(ru, words)
    if (message === null) expect(found).toHaveLength(1)
    else expect(found).toContain(`ru: ${message}`)
  })

  test.each([
    'HTTP-запрос к `map`, база — это «кэш» и p99 в Kafka.',
    'Вы знаете. Вы видите: 10–20 мс.',
    'Компания `"x"` и [it\'s](https://go.dev).',
  ])('%s', (words) => {
    expect(messagesOf(ru, words)).toEqual([])
  })
})

describe('[K6] ё', () => {
  test.each(
    (
      'еще ее своей:0 свое причем прием приемлемый:0 неприемлемо:0 объем объемов объемлет:0 счет счета:0 счетчик отчеты ' +
      'расчет учета надежность жестко четкий легко:0 легкий тяжело:0 тяжелый тяжелее:0 темнее:0 желтый желтеть:0 остается остаемся дает выдает ожидает:0 ' +
      'попадает:0 обладает:0 падает:0 создается передает идет пойдет выйдет:0 найдет придет ведет выведет:0 приводит:0 ' +
      'берет выберет:0 выбирает:0 ждет живет растет вырастет:0 вернет начнет поймет станет:0 устает считает:0 узнает:0 ' +
      'шлет:0 шлем:0 пришлет вышлет:0 нашел вышел:0 произошел ввел вывел:0 распределенный распределен распределены:0 ' +
      'определенно определение:0 определенны:1 включен включены:0 удаленный удаление:0 выполнен:0 ограничен:0 вынужден:0 ' +
      'построенный:0 трех трехстороннее двух:0 четырех мертвые мертвый емкость ресурсоемкий партнер менеджер:0 черты:0 ' +
      'четыре:0 учетная четверть:0 жесть:0 зачем:0 темнота:0 чернила:0 подъема приемник приема съемка все:0 совпадет'
    )
      .split(' ')
      .map((entry) => [entry.replace(/:\d$/, ''), entry.endsWith(':0') ? 0 : 1] as const),
  )('%s: %i', (word, count) => {
    expect(messagesOf(ru, `Вот ${word} так.`)).toHaveLength(count)
  })

  test('in phrases', () => {
    expect(messagesOf(ru, 'Все-таки все же, о чем речь и что в нем.')).toEqual([
      'ru: expected ё in "Все"',
      'ru: expected ё in "все"',
      'ru: expected ё in "о чем"',
      'ru: expected ё in "в нем"',
    ])
    expect(messagesOf(ru, 'Всё-таки всё же, о чём речь, что в нём и чем больше; все узлы.')).toEqual([])
  })
})

describe('[K6] English letters', () => {
  test.each([
    ['the sеrver', 'expected Latin letters, found Cyrillic in "sеrver"'],
    ['the “queue”', 'expected straight quotes and apostrophes, found “queue”'],
    ['it’s', 'expected straight quotes and apostrophes, found it’s'],
  ])('%s', (words, message) => {
    expect(messagesOf(en, words)).toEqual([`en: ${message}`])
  })

  test('the keyboard signs pass', () => {
    expect(messagesOf(en, 'It\'s a "queue" — naïve, 10 µs.')).toEqual([])
  })
})

describe('shape', () => {
  const answer = 'Both sides exchange initial numbers with `SYN`, `SYN-ACK` and `ACK`.'
  const russian = 'Стороны обмениваются начальными номерами: `SYN`, `SYN-ACK` и `ACK`.'
  const sentence = (length: number) => `${'a'.repeat(length - 1)}.`
  const list = (length: number) => `Six things.\n\n${'- thing\n'.repeat(length)}`

  test.each([
    ['1501 characters', answer, sentence(1501), 'en: the answer has 1501 characters, at most 1500 can be said'],
    ['1701 characters', russian, sentence(1701), 'ru: the answer has 1701 characters, at most 1700 can be said'],
    ['a list first', answer, '- SYN\n- ACK', 'en: the answer does not begin with a sentence'],
    ['a fragment', answer, 'SYN then ACK', 'en: the answer does not begin with a sentence'],
    ['seven items', answer, list(7), 'en: a list of the answer has 7 items, at most 6 can be kept in mind'],
    [
      'one point twice',
      '- The client sends `ACK`',
      '- The client sends: `SYN`',
      'en: key point 3 says what another one says',
    ],
    [
      'the question again',
      'Q: How long does the handshake take?',
      'Q: How does the TCP three-way handshake work?',
      'en: the follow-up repeats the question',
    ],
    [
      '81 columns',
      'package main',
      `package main // ${'x'.repeat(65)}`,
      'the line of code has 81 columns, at most 80 fit',
    ],
    ['tabs take four', '\tfmt', `${'\t'.repeat(12)}fmt`, 'the line of code has 84 columns, at most 80 fit'],
    [
      'code of an explanation',
      en,
      `\`\`\`text\n${'x'.repeat(81)}\n\`\`\``,
      'the line of code has 81 columns, at most 80 fit',
    ],
  ])('%s', (_, place, words, message) => {
    expect(messagesOf(place, words)).toEqual([message])
  })

  test.each([
    ['1500 characters', answer, sentence(1500)],
    ['1700 characters', russian, sentence(1700)],
    ['six items', answer, list(6)],
    ['80 columns', 'package main', `package main // ${'x'.repeat(64)}`],
  ])('%s', (_, place, words) => {
    expect(messagesOf(place, words)).toEqual([])
  })

  test('the line of wide code is named', () => {
    const [problem] = lintCard(
      readExampleWith(['SYN SYN-ACK ACK\n```', `SYN SYN-ACK ACK\n${'x'.repeat(90)}\n\`\`\``]),
      [],
    )
    const line = exampleText().split('\n').indexOf('SYN SYN-ACK ACK') + 2
    expect(problem).toEqual({ line, message: 'the line of code has 90 columns, at most 80 fit' })
  })
})

test('[K5] a card is held to the rules for questions', () => {
  expect(messagesOf('How does the TCP three-way handshake work?', 'Is TCP reliable, and why?')).toEqual([
    'en: the question can be answered with yes or no; ask what, how, why or when',
  ])
})

test('[K6] a card is held to the same numbers in its key points', () => {
  const point = '- The client sends `ACK`'
  expect(messagesOf(point, `${point} after 30 ms`)).toEqual([
    'key point 3 has other numbers in its languages: uz none, ru none, en 30',
  ])
})

test('the line of a word in a long paragraph is named', () => {
  const [problem] = lintCard(readExampleWith([uz, "Bir\nikki *uch\ntoʻrt* o'n\nbesh"]), [])
  const line = exampleText().split('\n').indexOf(uz) + 3
  expect(problem?.line).toBe(line)
})

test('the words of two cells are two words', () => {
  expect(messagesOf(ru, '| с | x |\n|---|---|\n| с | y |')).toEqual([])
})

test('a question that two cards ask is named with the other card', () => {
  const first = readCard(examplePath, exampleText())
  const text = exampleText()
    .replace('Как работает TCP three-way handshake?', 'Зачем нужен TCP?')
    .replace('How does the TCP three-way handshake work?', 'How does the «TCP» three-way Handshake work?')
    .replace('TCP three-way handshake qanday ishlaydi?', 'TCP nima?')
  const second = readCard('decks/network/tcp-again.md', text)
  const line = text.split('\n').lastIndexOf('## question') + 1
  expect(lintDeck([first, second], []).filter((problem) => problem.message.includes('question'))).toEqual([
    { path: 'decks/network/tcp-again.md', line, message: `en: the question is also that of ${examplePath}` },
  ])
  expect(lintDeck([first], [])).toEqual([])
})
