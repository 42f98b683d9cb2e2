// From an empty page to the first screen, on the databases of the page itself; and when one of them is refused, a sentence.
import { screen, waitFor, within } from '@testing-library/react'
import { IDBFactory } from 'fake-indexeddb'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { start } from '#app/start.tsx'
import type { Language } from '#domain/language.ts'
import { createUserDatabase } from '#storage/userDatabase.ts'
import { openDatabase } from '#storage/open.ts'
import { saveSettings } from '#storage/settingsStore.ts'
import { words } from '#support/appSurroundings.ts'
import { openRaw } from '#support/databaseEngine.ts'
import { expectNoRawKeys, expectPlan, expectTitle, settle } from '#support/screen.tsx'
import { buildDeck, cardIds, createDeckServer } from '#support/screenDeck.ts'

const deck = buildDeck({ go: cardIds(4) })

beforeEach(() => {
  vi.stubGlobal('indexedDB', new IDBFactory())
  const server = createDeckServer(deck)
  vi.stubGlobal('fetch', async (address: string | URL) => {
    const path = new URL(address, 'http://localhost:3000').pathname
    const [, language] = /\/(uz|ru|en)\.json$/.exec(path) ?? []
    if (language === 'uz' || language === 'ru' || language === 'en')
      return new Response(JSON.stringify(words[language]))
    const [, file = ''] = /^\/packs\/([\w.-]+)$/.exec(path) ?? []
    return server.fetchFile(file, 'default')
  })
})

afterEach(() => {
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
  document.body.replaceChildren()
  history.replaceState(null, '', '/')
})

function browserSpeaks(...languages: readonly string[]): void {
  vi.spyOn(navigator, 'languages', 'get').mockReturnValue(languages)
}

async function startIn(...languages: readonly string[]): Promise<void> {
  browserSpeaks(...languages)
  const container = document.body.appendChild(document.createElement('div'))
  await start(container)
}

describe('a first visit', () => {
  test.each<[string, Language, string]>([
    ['uz-Latn-UZ', 'uz', '4 ta karta tayyor'],
    ['ru-RU', 'ru', 'Готовы 4 карточки'],
    ['en-GB', 'en', '4 cards are ready'],
    ['de-DE', 'en', '4 cards are ready'],
  ])('a browser that speaks %s: %s', async (tag, language, plan) => {
    await startIn(tag)
    await expectPlan(plan)
    await waitFor(() => expect(document.documentElement.lang).toBe(language))
    await waitFor(() => expect(screen.queryByRole('progressbar')).toBeNull())
    expectNoRawKeys()
  })
})

describe('a later visit', () => {
  test('has the language that was chosen, whatever the browser speaks', async () => {
    const user = createUserDatabase()
    await openDatabase(user)
    await saveSettings(user, { interfaceLanguage: 'ru', theme: 'dark' })
    user.close()
    await startIn('en-GB')
    await expectPlan('Готовы 4 карточки')
    await waitFor(() => expect(document.documentElement.dataset['theme']).toBe('dark'))
    await waitFor(() => expect(screen.queryByRole('progressbar')).toBeNull())
  })
})

describe('a database that cannot be opened', () => {
  const cases: readonly (readonly [string, () => Promise<void> | void, Readonly<Record<Language, string>>])[] = [
    [
      'is of a newer version',
      async () => {
        const raw = await openRaw({ indexedDB, name: 'suhbat' }, 20, (database) => {
          database.createObjectStore('log', { keyPath: 'id' })
        })
        raw.close()
      },
      { uz: words.uz.error.newer, ru: words.ru.error.newer, en: words.en.error.newer },
    ],
    [
      'is refused by the browser',
      () => {
        vi.spyOn(indexedDB, 'open').mockImplementation(() => {
          throw new DOMException('The operation is insecure.', 'SecurityError')
        })
      },
      { uz: words.uz.error.refused, ru: words.ru.error.refused, en: words.en.error.refused },
    ],
    [
      'is not there at all',
      () => {
        vi.stubGlobal('indexedDB', undefined)
      },
      { uz: words.uz.error.refused, ru: words.ru.error.refused, en: words.en.error.refused },
    ],
    [
      'has no room',
      () => {
        vi.spyOn(indexedDB, 'open').mockImplementation(() => {
          throw new DOMException('Full', 'QuotaExceededError')
        })
      },
      { uz: words.uz.error.full, ru: words.ru.error.full, en: words.en.error.full },
    ],
  ]
  test.each(
    cases.flatMap(([name, spoil, sentence]) =>
      (['uz', 'ru', 'en'] as const).map((language) => ({ name, spoil, sentence, language })),
    ),
  )('$name: $language', async ({ spoil, sentence, language }) => {
    await spoil()
    await startIn(language)
    await expectTitle(words[language].error.storageTitle)
    expect(screen.getByRole('alert').textContent).toBe(sentence[language])
    expect(within(document.body).getByRole('button', { name: words[language].app.reload })).toBeDefined()
    expectNoRawKeys()
    await settle()
  })

  test('the page says which language it speaks', async () => {
    vi.stubGlobal('indexedDB', undefined)
    await startIn('ru')
    await expectTitle(words.ru.error.storageTitle)
    expect(document.documentElement.lang).toBe('ru')
  })

  test('the sentence stands in the main part of the page', async () => {
    vi.stubGlobal('indexedDB', undefined)
    await startIn('en')
    await expectTitle(words.en.error.storageTitle)
    expect(screen.getByRole('main').textContent).toContain(words.en.error.refused)
  })
})

test('without its words the page says in three languages what can be done', async () => {
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')))
  await startIn('en')
  await waitFor(() => expect(screen.getByRole('main').querySelectorAll('p')).toHaveLength(3))
  const languages = [...screen.getByRole('main').querySelectorAll('p')].map((sentence) => sentence.lang)
  expect(languages).toEqual(['uz', 'ru', 'en'])
})

test('another tab that brings a newer version while this one is open', async () => {
  await startIn('en')
  await expectPlan('4 cards are ready')
  await waitFor(() => expect(screen.queryByRole('progressbar')).toBeNull())
  const raw = await openRaw({ indexedDB, name: 'suhbat' }, 20)
  await expectTitle('The data cannot be opened')
  expect(screen.getByRole('alert').textContent).toBe(words.en.error.stale)
  raw.close()
})
