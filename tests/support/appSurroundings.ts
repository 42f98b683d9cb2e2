// What a screen is given in tests: real databases on an imitated IndexedDB and a real installation of decks, with a clock,
// ids and a server that the test holds in its hands.
import type { Language } from '#domain/language.ts'
import type { Clock } from '#platform/clock.ts'
import { createDeckInstall } from '#platform/deckInstall.ts'
import { createI18n, type LoadWords } from '#platform/i18n.ts'
import en from '#platform/locales/en.json'
import ru from '#platform/locales/ru.json'
import uz from '#platform/locales/uz.json'
import { noOffline, type Offline } from '#platform/offline.ts'
import type { Surroundings } from '#platform/surroundings.ts'
import { createContentDatabase } from '#storage/contentDatabase.ts'
import { openDatabase } from '#storage/open.ts'
import { createUserDatabase } from '#storage/userDatabase.ts'
import { moment } from './calendarZones.ts'
import { freshEngine } from './databaseEngine.ts'
import { createDeckServer, type Deck, type DeckServer } from './screenDeck.ts'

export const words = { uz, ru, en } as const

export const loadTestWords: LoadWords = (language) => Promise.resolve(words[language])

export interface TestClock extends Clock {
  /** Sets the clock to a moment, such as `2026-11-20 23:50+05:00`. */
  readonly set: (text: string) => void
  readonly pass: (minutes: number) => void
  /** Moves the device to another zone. */
  readonly setOffset: (minutes: number) => void
}

/** Breakfast in Tashkent on Friday, 20 November 2026, until it is told otherwise. */
export function createTestClock(text = '2026-11-20 08:00+05:00'): TestClock {
  let at = moment(text)
  let offset = 300
  return {
    now: () => at,
    offsetMinutes: () => offset,
    set(next) {
      at = moment(next)
    },
    pass(minutes) {
      at += minutes * 60_000
    },
    setOffset(minutes) {
      offset = minutes
    },
  }
}

/** A device: what stays when the app is closed and opened again. */
export interface Device {
  readonly engine: ReturnType<typeof freshEngine>
  readonly clock: TestClock
  readonly server: DeckServer
  readonly createId: () => string
}

export function createDevice(deck: Deck): Device {
  let count = 0
  return {
    engine: freshEngine(),
    clock: createTestClock(),
    server: createDeckServer(deck),
    createId() {
      count += 1
      return `id-${String(count).padStart(3, '0')}`
    },
  }
}

export interface SurroundingsOptions {
  readonly language?: Language
  readonly offline?: Offline
  readonly loadWords?: LoadWords
}

/** The surroundings of one run of the app on a device; both databases are open. */
export async function openSurroundings(device: Device, options: SurroundingsOptions = {}): Promise<Surroundings> {
  const { engine, clock, server, createId } = device
  const { language = 'en', offline = noOffline(), loadWords = loadTestWords } = options
  const user = createUserDatabase(engine)
  const content = createContentDatabase({ ...engine, name: `${engine.name}-content` })
  await Promise.all([openDatabase(user), openDatabase(content)])
  return {
    user,
    content,
    clock,
    createId,
    deckInstall: createDeckInstall(content, clock, server.fetchFile),
    offline,
    i18n: await createI18n(language, loadTestWords),
    loadWords,
    browserLanguage: language,
  }
}
