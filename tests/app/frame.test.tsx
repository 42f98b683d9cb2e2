// The frame around the pages: ways around, addresses that lead nowhere, errors of storage, and no raw key on any page.
import { fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import { I18nextProvider } from 'react-i18next'
import { describe, expect, test, vi } from 'vitest'
import { Failure } from '#app/FailurePage.tsx'
import type { Language } from '#domain/language.ts'
import { createI18n } from '#platform/i18n.ts'
import { StorageError, type StorageErrorKind } from '#storage/storageError.ts'
import { loadTestWords } from '#support/appSurroundings.ts'
import { inReview } from '#support/deckSchedules.ts'
import {
  expectNoRawKeys,
  expectPlan,
  expectTitle,
  gradeLabels,
  interfaceLanguages,
  openApp,
  renderApp,
  press,
  settle,
  type OpenOptions,
} from '#support/screen.tsx'
import { buildDeck, cardIds, noNetwork, packFileOf } from '#support/screenDeck.ts'
import { giveAnswers, storeSchedules } from '#support/screenHistory.ts'

const deck = buildDeck({ go: cardIds(3), sql: ['s1'] })

describe('ways around', () => {
  test.each<[Language, string, string, string]>([
    ['uz', 'Bugun', 'Sozlamalar', 'Asosiy menyu'],
    ['ru', 'Сегодня', 'Настройки', 'Главное меню'],
    ['en', 'Today', 'Settings', 'Main navigation'],
  ])('%s: from %s to %s and back', async (language, today, settings, name) => {
    const { person, router } = await openApp({ deck, language })
    const navigation = within(await screen.findByRole('navigation', { name }))
    expect(navigation.getByRole('link', { name: today }).getAttribute('aria-current')).toBe('page')
    await person.click(navigation.getByRole('link', { name: settings }))
    await expectTitle(settings)
    expect(navigation.getByRole('link', { name: settings }).getAttribute('aria-current')).toBe('page')
    await person.click(navigation.getByRole('link', { name: today }))
    await screen.findByRole('heading', { level: 2 })
    expect(router.pathname()).toBe('/')
  })

  test('the first thing that a keyboard reaches leads past the navigation', async () => {
    const { person } = await openApp({ deck })
    await expectPlan('4 cards are ready')
    await person.tab()
    expect(document.activeElement?.textContent).toBe('Skip to content')
    expect(document.activeElement?.getAttribute('href')).toBe('#content')
    expect(document.getElementById('content')?.tagName).toBe('MAIN')
  })

  test('a sitting has no navigation around it', async () => {
    await openApp({ path: '/study', deck })
    await screen.findByRole('heading', { level: 1 })
    expect(screen.queryByRole('navigation')).toBeNull()
  })

  test.each(['/', '/settings', '/study', '/nowhere'])('%s has one main part and one main heading', async (path) => {
    await openApp({ path, deck })
    await screen.findByRole('heading', { level: 1 })
    expect(screen.getAllByRole('heading', { level: 1 })).toHaveLength(1)
    expect(screen.getAllByRole('main')).toHaveLength(1)
  })
})

describe('an address that leads nowhere', () => {
  test.each<[Language, string, string]>([
    ['uz', 'Bunday sahifa yoʻq', 'Bugungi sahifaga qaytish'],
    ['ru', 'Такой страницы нет', 'Вернуться на «Сегодня»'],
    ['en', 'There is no such page', 'Back to Today'],
  ])('says so and leads back: %s', async (language, title, back) => {
    const { person } = await openApp({ path: '/mock/7', deck, language })
    await expectTitle(title)
    await person.click(screen.getByRole('link', { name: back }))
    await screen.findByRole('heading', { level: 2 })
  })

  test('the name of the start file is the start', async () => {
    const { router } = await openApp({ path: '/index.html', deck })
    await expectPlan('4 cards are ready')
    expect(router.pathname()).toBe('/')
  })
})

const kinds: readonly StorageErrorKind[] = [
  'refused',
  'blocked',
  'newer',
  'stale',
  'full',
  'conflict',
  'lost',
  'damaged',
]

const scripts: Record<Language, RegExp> = {
  uz: /^[^\p{Script=Cyrillic}]+$/u,
  ru: /\p{Script=Cyrillic}/u,
  en: /^[\p{ASCII}’…–]+$/u,
}

describe('every failure of storage has a sentence of its own', () => {
  test.each(interfaceLanguages)('%s', async (language) => {
    const words = await createI18n(language, loadTestWords)
    const sentences = kinds.map((kind) => {
      const { unmount } = render(
        <I18nextProvider i18n={words}>
          <Failure error={new StorageError(kind, 'row 7')} />
        </I18nextProvider>,
      )
      expectNoRawKeys()
      const sentence = screen.getByRole('alert').textContent
      expect(screen.getByRole('heading', { level: 1 }).textContent).toMatch(scripts[language])
      expect(screen.getByRole('button').textContent).toMatch(scripts[language])
      unmount()
      return sentence
    })
    for (const sentence of sentences) expect(sentence).toMatch(scripts[language])
    expect(new Set(sentences).size).toBe(kinds.length)
    for (const sentence of sentences) expect(sentence.length).toBeGreaterThan(30)
  })

  test.each<[Language, string]>([
    ['uz', 'Xatolik yuz berdi'],
    ['ru', 'Что-то пошло не так'],
    ['en', 'Something went wrong'],
  ])('an error of another sort, with its own words marked as English: %s', async (language, title) => {
    render(
      <I18nextProvider i18n={await createI18n(language, loadTestWords)}>
        <Failure error={new TypeError('x is undefined')} />
      </I18nextProvider>,
    )
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe(title)
    expect(screen.getByText('x is undefined').lang).toBe('en')
  })
})

describe('storage fails while the app is open', () => {
  test.each<[Language, string]>([
    ['uz', 'Maʼlumotlarni ochib boʻlmadi'],
    ['ru', 'Не удалось открыть данные'],
    ['en', 'The data cannot be opened'],
  ])('another tab has brought a newer version: %s', async (language, title) => {
    // React reports an error even when a page stands ready to show it.
    const complaint = vi.spyOn(console, 'error').mockImplementation(() => undefined)
    const app = await openApp({ deck, language })
    await screen.findByRole('heading', { level: 2 })
    app.surroundings.user.isStale = true
    app.surroundings.user.close({ disableAutoOpen: true })
    await app.router.navigate('/settings')
    await app.router.navigate('/')
    await expectTitle(title)
    expect(screen.getByRole('alert').textContent).toMatch(scripts[language])
    complaint.mockRestore()
  })

  test('a lost connection is opened anew, and nobody notices', async () => {
    const app = await openApp({ path: '/settings', deck })
    await screen.findByRole('heading', { level: 1 })
    app.surroundings.user.close({ disableAutoOpen: true })
    app.surroundings.content.close({ disableAutoOpen: true })
    await app.router.navigate('/study')
    await screen.findByRole('button', { name: 'Show answer' })
    press('Space')
    await waitFor(() => expect(gradeLabels()).toHaveLength(4))
  })

  test('the error page offers to reload, within a main part', async () => {
    // React reports an error even when a page stands ready to show it.
    vi.spyOn(console, 'error').mockImplementation(() => undefined)
    const app = await openApp({ deck, path: '/settings' })
    await screen.findByRole('heading', { level: 1 })
    vi.spyOn(app.surroundings.user, 'transaction').mockImplementation((): never => {
      throw new StorageError('refused', 'No storage')
    })
    await app.router.navigate('/study')
    await screen.findByText(/refuses to store data/)
    expect(screen.getByRole('main')).toBeDefined()
    expect(screen.getByRole('button', { name: 'Reload' })).toBeDefined()
    vi.restoreAllMocks()
  })
})

describe('no raw key is shown', () => {
  const states: readonly (readonly [string, OpenOptions])[] = [
    ['today', { path: '/' }],
    [
      'today with all its notices',
      {
        path: '/',
        settings: { cardsPerDay: 1 },
        prepare: async (surroundings) => {
          await storeSchedules(surroundings, [inReview('c1'), inReview('c2'), inReview('c3')])
          await surroundings.user.schedules.update('c3', { stability: -1 })
        },
      },
    ],
    ['today, over', { path: '/', prepare: (surroundings) => giveAnswers(surroundings, ['c1', 'c2', 'c3', 's1'], 4) }],
    ['a sitting', { path: '/study' }],
    [
      'a sitting that is empty',
      { path: '/study', prepare: (surroundings) => giveAnswers(surroundings, ['c1', 'c2', 'c3', 's1'], 4) },
    ],
    [
      'a card that is missing',
      {
        path: '/study',
        prepare: async ({ content }) => {
          await content.cards.clear()
        },
      },
    ],
    [
      'no deck at all',
      {
        path: '/study',
        install: false,
        prepare: async (surroundings, { server }) => {
          server.breakFiles(/./, noNetwork)
          await surroundings.deckInstall.start('en')
        },
      },
    ],
    [
      'a failed installation',
      {
        path: '/',
        install: false,
        prepare: async (surroundings, { server }) => {
          server.breakFiles(/^sql/, () => new Response('x'))
          await surroundings.deckInstall.start('en')
        },
      },
    ],
    ['settings', { path: '/settings' }],
    [
      'settings that were rejected',
      {
        path: '/settings',
        prepare: async ({ user }) => {
          await user.settings.put({ key: 'nonsense', value: 1 })
        },
      },
    ],
    ['no such page', { path: '/nowhere' }],
  ]

  test.each(states.flatMap(([name, options]) => interfaceLanguages.map((language) => ({ name, options, language }))))(
    '$name in $language',
    async ({ options, language }) => {
      await openApp({ deck, ...options, language })
      await screen.findByRole('heading', { level: 1 })
      await settle()
      expectNoRawKeys()
      fireEvent.keyDown(document.body, { code: 'Space', key: ' ' })
      await settle()
      expectNoRawKeys()
      // The words are those of the language: a sentence of another one would stand out.
      const names = screen.queryAllByRole('button').map((button) => button.textContent)
      for (const text of names.filter((each) => each.length > 12)) expect(text).toMatch(scripts[language])
    },
  )
})

test('the routes hold nothing of their own: two apps side by side do not meet', async () => {
  const one = await openApp({ deck, settings: { cardsPerDay: 1 } })
  await expectPlan('1 card is ready')
  one.view.unmount()
  const two = await openApp({ deck, settings: { cardsPerDay: 2 } })
  await expectPlan('2 cards are ready')
  two.view.unmount()
  await renderApp(one.surroundings)
  await expectPlan('1 card is ready')
  expect(packFileOf(deck, 'go', 'en')).toMatch(/^go\.en\./)
})
