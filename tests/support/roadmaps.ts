// The five real documents as they were received, and a generator of texts written like them.
import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'

const folder = new URL('../../decks/documents/', import.meta.url)

export interface ReceivedDocument {
  readonly name: string
  readonly text: string
}

export const receivedDocuments: readonly ReceivedDocument[] = readdirSync(folder)
  .toSorted()
  .map((name) => ({ name, text: readFileSync(new URL(name, folder), 'utf8') }))

export function receivedDocument(number: string): ReceivedDocument {
  const document = receivedDocuments.find(({ name }) => name.startsWith(`${number}_`))
  if (document === undefined) throw new Error(`no document ${number}`)
  return document
}

const uzbekLetters = 'abdefghijklmnopqrstuvxyzABDEFGHIJKLMNOPQRSTUVXYZ'
const russianLetters = 'абвгдеёжзийклмнопрстуфхцчшщъыьэюяАБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ'
const uzbekCyrillicLetters = 'ўқғҳЎҚҒҲабвгджзийклмнопрстух'

const uzbekWord = fc.oneof(
  fc.string({ unit: fc.constantFrom(...uzbekLetters, 'oʻ', 'gʻ', 'o‘', 'g’', 'aʼ', "o'"), minLength: 1, maxLength: 8 }),
  fc.constantFrom('oʻrganasan', 'savolga', 'javob', 'Go’da', 'qoʻshish', 'maʼno'),
)
const cyrillicWord = fc.oneof(
  fc.string({ unit: fc.constantFrom(...russianLetters), minLength: 1, maxLength: 8 }),
  fc.string({ unit: fc.constantFrom(...uzbekCyrillicLetters), minLength: 1, maxLength: 8 }),
  fc.constantFrom(
    'нестандартные',
    'сервис',
    'Архитектура',
    'это',
    'сто',
    'версия',
    'версию',
    'микросервисов',
    'Оператор',
  ),
)
const word = fc.oneof(uzbekWord, cyrillicWord, fc.constantFrom('pprof', 'CI/CD', '42', 'N+1', 'p99'))
const sign = fc.constantFrom(
  '—',
  '–',
  '-',
  '→',
  '←',
  '…',
  '\n• ',
  '№',
  '(',
  ')',
  '**',
  '# ',
  '- [ ]',
  '!',
  '?',
  ',',
  '“',
  '”',
)
const pictograph = fc.constantFrom(
  '🗓️',
  '📅',
  '🚀',
  '🎯',
  '❤️',
  '⚙️',
  '✅',
  '❌',
  '❎',
  '1️⃣',
  '👩‍💻',
  '🏳️‍🌈',
  '👍🏽',
  '🇺🇿',
  '🐍',
  '☝️',
)
const phrase = fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(' '))

/** Quotes stand around words and a hyphen between them, as people write; so does a „ before a word. */
const quotation = fc
  .tuple(
    phrase,
    fc.constantFrom(['“', '”'], ['«', '»'], ['„', '“'], ['„', '”'], ['‘', '’'], ['"', '"']),
    fc.constantFrom('', '?', '!'),
  )
  .map(([words, [open, close], mark]) => `${open}${words}${mark}${close}`)
const hyphenated = fc.tuple(word, word).map(([one, other]) => `${one}‐${other}`)

/** Characters in no order at all. A lone „ or joiner is left out: where a closing quote may stand they look just like it. */
const soup = fc.string({
  unit: fc.oneof(
    fc.constantFrom(...uzbekLetters, ...russianLetters, ...uzbekCyrillicLetters, ...'ʻ‘’ʼ“”«»–—→ '),
    pictograph,
  ),
  maxLength: 12,
})

const piece = fc.oneof(
  { weight: 5, arbitrary: word },
  { weight: 2, arbitrary: sign },
  { weight: 2, arbitrary: pictograph },
  { weight: 2, arbitrary: quotation },
  { weight: 1, arbitrary: hyphenated },
  { weight: 1, arbitrary: soup },
)

/** Lines of Uzbek in both scripts, Russian, quotes, dashes, arrows and pictographs. */
export const roadmapText = fc
  .array(fc.tuple(piece, fc.constantFrom(' ', ' ', ' ', '', '\n', '  \n\n')), { maxLength: 20 })
  .map((pieces) => pieces.flat().join(''))
