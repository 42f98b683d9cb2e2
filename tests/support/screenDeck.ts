// Small decks for the tests of screens: every part of a card says whose it is and in which language, so that a test can
// tell one from the other. They are served as the files that the deck build would ship.
import { createHash } from 'node:crypto'
import type { Card } from '#domain/deck/card.ts'
import {
  packFormat,
  packToFaces,
  packToShared,
  type DeckIndex,
  type Pack,
  type PackReference,
} from '#domain/deck/pack.ts'
import type { Language } from '#domain/language.ts'

type Paragraph = Card['face']['answer']

const says = (text: string): Card['face']['question'] => [{ type: 'text', text }]
const paragraph = (text: string): Paragraph => [{ type: 'paragraph', children: says(text) }]

/** The question that a card asks, such as "c1 asks in en?" */
export function questionOf(id: string, language: Language = 'en'): string {
  return `${id} asks in ${language}?`
}

/** A card with all parts that a card can have, in a test's own words. */
function screenCard(id: string, subject: string, language: Language, edition = ''): Card {
  const part = (name: string): string => `${name} of ${id} in ${language}${edition}`
  return {
    id,
    subject,
    kind: 'concept',
    level: 'middle',
    covers: [`document/week-1#${id}`],
    sources: [
      { title: 'The Go Memory Model', section: 'Locks', url: 'https://go.dev/ref/mem', points: [1] },
      { title: 'Effective Go', section: 'Channels', url: 'https://go.dev/doc/effective_go', points: [2] },
    ],
    checked: '2026-11-20',
    code: {
      block: {
        type: 'codeBlock',
        language: 'go',
        lines: [
          [
            { kind: 'function', text: 'println' },
            { kind: 'plain', text: '(1)' },
          ],
        ],
      },
      output: ['1', 'done'],
    },
    language,
    face: {
      question: says(questionOf(id, language) + edition),
      answer: paragraph(part('Spoken answer')),
      keyPoints: [
        { must: true, text: says(part('First point')) },
        { must: false, text: says(part('Second point')) },
        { must: true, text: says(part('Third point')) },
      ],
      explanation: paragraph(part('Explanation')),
      mistake: paragraph(part('Mistake')),
      followUp: { question: says(part('Follow-up')), answer: paragraph(part('Answer to the follow-up')) },
    },
  }
}

export interface Deck {
  readonly index: DeckIndex
  /** The bytes of each pack, as text, by file name. */
  readonly packs: ReadonlyMap<string, string>
}

/** `{ go: ['c1', 'c2'], sql: ['s1'] }` as a deck; another edition has the same cards with other words. */
export function buildDeck(subjects: Readonly<Record<string, readonly string[]>>, edition = ''): Deck {
  const packs = new Map<string, string>()
  function refer(subject: string, kind: string, content: unknown): PackReference {
    const text = JSON.stringify(content)
    const hash = sha256(text)
    const file = `${subject}.${kind}.${hash.slice(0, 16)}.json`
    packs.set(file, text)
    return { file, hash, sizeBytes: Buffer.byteLength(text) }
  }
  function pack(subject: string, ids: readonly string[], language: Language): Pack {
    return { subject, language, cards: ids.map((id) => screenCard(id, subject, language, edition)) }
  }
  const content = {
    subjects: Object.entries(subjects).map(([id, ids]) => ({
      id,
      name: { uz: `${id} (uz)`, ru: `${id} (ru)`, en: `${id} (en)` },
      description: { uz: '…', ru: '…', en: '…' },
      shared: refer(id, 'all', packToShared(pack(id, ids, 'uz'))),
      packs: {
        uz: refer(id, 'uz', packToFaces(pack(id, ids, 'uz'))),
        ru: refer(id, 'ru', packToFaces(pack(id, ids, 'ru'))),
        en: refer(id, 'en', packToFaces(pack(id, ids, 'en'))),
      },
    })),
    cards: Object.entries(subjects).flatMap(([subject, ids]) =>
      ids.map((id) => ({ id, subject, kind: 'concept' as const, level: 'middle' as const })),
    ),
  }
  const contentVersion = sha256(JSON.stringify(content)).slice(0, 16)
  return { index: { format: packFormat, contentVersion, ...content }, packs }
}

/** The file of the faces of a subject in a language. */
export function packFileOf(deck: Deck, subject: string, language: Language): string {
  const file = deck.index.subjects.find(({ id }) => id === subject)?.packs[language].file
  if (file === undefined) throw new Error(`The deck has no ${subject}`)
  return file
}

/** The file of what the cards of a subject share. */
export function sharedFileOf(deck: Deck, subject: string): string {
  const file = deck.index.subjects.find(({ id }) => id === subject)?.shared.file
  if (file === undefined) throw new Error(`The deck has no ${subject}`)
  return file
}

/** Ids of so many cards: c1, c2, … */
export function cardIds(count: number, letter = 'c'): readonly string[] {
  return Array.from({ length: count }, (_, index) => `${letter}${index + 1}`)
}

export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

type Answer = () => Response | Promise<Response>

export interface DeckServer {
  readonly fetchFile: (file: string, cache: RequestCache) => Promise<Response>
  /** Every file that was asked for, in order. */
  readonly asked: readonly string[]
  /** Serves another deck from now on. */
  readonly serve: (deck: Deck) => void
  /** Answers differently for files whose name matches, until `mend`. */
  readonly breakFiles: (files: RegExp, answer: Answer) => void
  readonly mend: () => void
  /** Lets files whose name matches wait until the returned function is called. */
  readonly hold: (files: RegExp) => () => void
}

/** Stands in for the folder `packs/` of the site. */
export function createDeckServer(first: Deck): DeckServer {
  let deck = first
  const asked: string[] = []
  let broken: { readonly files: RegExp; readonly answer: Answer } | null = null
  let held: { readonly files: RegExp; readonly released: Promise<void> } | null = null
  return {
    asked,
    async fetchFile(file) {
      asked.push(file)
      if (held?.files.test(file)) await held.released
      if (broken?.files.test(file)) return broken.answer()
      const text = file === 'index.json' ? JSON.stringify(deck.index) : deck.packs.get(file)
      return text === undefined ? new Response('', { status: 404 }) : new Response(text)
    },
    serve(next) {
      deck = next
    },
    breakFiles(files, answer) {
      broken = { files, answer }
    },
    mend() {
      broken = null
    },
    hold(files) {
      let release = () => {}
      const released = new Promise<void>((resolve) => {
        release = resolve
      })
      held = { files, released }
      return () => {
        held = null
        release()
      }
    },
  }
}

/** What a server without a network looks like to the app. */
export function noNetwork(): Response {
  throw new TypeError('Failed to fetch')
}
