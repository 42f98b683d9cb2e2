// Settings: each control saves at once, says so, and takes effect; what makes no sense is refused in words.
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, describe, expect, test, vi } from 'vitest'
import type { Language } from '#domain/language.ts'
import { defaultSettings, type Settings } from '#domain/study/settings.ts'
import type { LoadWords } from '#platform/i18n.ts'
import { loadSettings, saveSettings } from '#storage/settingsStore.ts'
import { loadTestWords } from '#support/appSurroundings.ts'
import { failWrites } from '#support/databaseEngine.ts'
import {
  expectAlert,
  expectStatus,
  expectPlan,
  expectQuestion,
  expectTitle,
  gradeLabels,
  openApp,
  press,
  settle,
  type App,
  type OpenOptions,
} from '#support/screen.tsx'
import { setSystemDark } from '#support/screenTheme.ts'
import { buildDeck, cardIds, questionOf } from '#support/screenDeck.ts'

const deck = buildDeck({ go: cardIds(30) })

afterEach(() => {
  vi.restoreAllMocks()
})

async function openSettings(options: OpenOptions = {}): Promise<App> {
  const app = await openApp({ path: '/settings', deck, ...options })
  await screen.findByRole('heading', { level: 1 })
  await settle()
  return app
}

async function expectStored(app: App, changes: Partial<Settings>): Promise<void> {
  await waitFor(async () => {
    expect((await loadSettings(app.surroundings.user)).settings).toEqual({ ...defaultSettings, ...changes })
  })
}

function choice(group: string, name: string): HTMLInputElement {
  return within(screen.getByRole('group', { name: group })).getByRole('radio', { name })
}

/** "Cards a day", whatever the language: the first field of the page. */
function cardsField(): HTMLInputElement {
  const [field] = screen.getAllByRole<HTMLInputElement>('textbox')
  if (field === undefined) throw new Error('The page has no field')
  return field
}

async function choose(person: App['person'], list: string, name: string): Promise<void> {
  await person.selectOptions(screen.getByRole('combobox', { name: list }), name)
}

/** Types into a field and leaves it. */
async function type(person: App['person'], field: string, text: string): Promise<void> {
  const input = screen.getByRole('textbox', { name: field })
  await person.clear(input)
  if (text !== '') await person.type(input, text)
  await person.tab()
}

/** What the page says after a choice, in its one polite line. */
function message(): string {
  return screen.getByRole('status').textContent
}

/** Moves a slider to a value, as a thumb does that is let go there. */
function slide(value: number): void {
  const slider = screen.getByRole('slider')
  fireEvent.change(slider, { target: { value: String(value) } })
  fireEvent.pointerUp(slider)
}

/** Words that come as always, but for one language that waits until it is released. */
function holdWords(held: Language): { readonly load: LoadWords; readonly release: () => void } {
  let release = () => {}
  const released = new Promise<void>((resolve) => {
    release = resolve
  })
  return {
    async load(language) {
      if (language === held) await released
      return loadTestWords(language)
    },
    release: () => release(),
  }
}

describe('every control', () => {
  test.each<[string, (app: App) => Promise<void> | void, Partial<Settings>]>([
    ['interface', ({ person }) => person.click(choice('Interface', 'Русский')), { interfaceLanguage: 'ru' }],
    ['cards', ({ person }) => person.click(choice('Cards', 'Oʻzbekcha')), { cardLanguage: 'uz' }],
    ['more cards', ({ person }) => person.click(screen.getByRole('button', { name: 'More' })), { cardsPerDay: 25 }],
    ['fewer cards', ({ person }) => person.click(screen.getByRole('button', { name: 'Fewer' })), { cardsPerDay: 15 }],
    ['retention', () => slide(85), { desiredRetention: 0.85 }],
    [
      'rollover',
      ({ person }) => person.selectOptions(screen.getByRole('combobox', { name: /begins/ }), '02:00'),
      { rolloverHour: 2 },
    ],
    [
      'intervals',
      ({ person }) => person.click(screen.getByRole('switch', { name: /grade buttons/ })),
      { showIntervals: false },
    ],
    [
      'keys',
      ({ person }) => person.click(screen.getByRole('switch', { name: /shortcuts/ })),
      { shortcutsEnabled: false },
    ],
    ['theme', ({ person }) => person.click(choice('Theme', 'Dark')), { theme: 'dark' }],
    [
      'more new cards',
      ({ person }) => person.click(screen.getByRole('button', { name: 'More new cards' })),
      { newCardsPerDay: 25 },
    ],
    ['the order of new cards', ({ person }) => choose(person, 'New cards', 'By level'), { newOrder: 'level' }],
    [
      'the order of reviews',
      ({ person }) => choose(person, 'Cards to review', 'Longest due first'),
      { dueOrder: 'dueDay' },
    ],
    ['the mix', ({ person }) => person.click(choice('New cards come', 'Mixed in')), { mix: 'mixed' }],
    ['learning steps', ({ person }) => type(person, 'Learning steps', '1m 10m'), { learningStepsMinutes: [1, 10] }],
    ['no learning steps', ({ person }) => type(person, 'Learning steps', ''), { learningStepsMinutes: [] }],
    ['relearning steps', ({ person }) => type(person, 'Relearning steps', '1ч'), { relearningStepsMinutes: [60] }],
    [
      'the longest interval',
      ({ person }) => type(person, 'Longest interval, days', '365'),
      { maximumIntervalDays: 365 },
    ],
    ['fuzz', ({ person }) => person.click(screen.getByRole('switch', { name: /Spread/ })), { fuzz: false }],
  ])('%s: is saved at once, and said', async (_, change, changes) => {
    const app = await openSettings()
    await change(app)
    await expectStored(app, changes)
    await waitFor(() => expect(message()).toMatch(/^(Saved|Сохранено)$/))
  })

  test('is there after a restart', async () => {
    const app = await openSettings()
    await app.person.click(choice('Theme', 'Light'))
    await expectStored(app, { theme: 'light' })
    await app.restart()
    await screen.findByRole('heading', { level: 1 })
    expect(choice('Theme', 'Light').checked).toBe(true)
  })

  test('the cards go back to the language of the interface', async () => {
    const app = await openSettings({ settings: { cardLanguage: 'uz' } })
    expect(choice('Cards', 'Oʻzbekcha').checked).toBe(true)
    await app.person.click(choice('Cards', 'As interface'))
    await expectStored(app, { cardLanguage: null })
  })
})

describe('the language of the interface', () => {
  test.each<[Language, Language, string, string]>([
    ['en', 'uz', 'Oʻzbekcha', 'Sozlamalar'],
    ['uz', 'ru', 'Русский', 'Настройки'],
    ['ru', 'en', 'English', 'Settings'],
  ])('from %s to %s: words, title and document', async (from, to, name, title) => {
    const { person, router } = await openSettings({ language: from })
    await person.click(screen.getAllByRole('radio', { name })[0] ?? document.body)
    await expectTitle(title)
    await waitFor(() => expect(document.title).toBe(`${title} · Suhbat`))
    expect(document.documentElement.lang).toBe(to)
    await router.navigate('/')
    await screen.findByRole('heading', { level: 2 })
    expect(document.documentElement.lang).toBe(to)
  })

  test('is the one chosen last, however slowly the words of another come', async () => {
    const words = holdWords('ru')
    const app = await openSettings({ loadWords: words.load })
    await app.person.click(choice('Interface', 'Русский'))
    await settle()
    await app.person.click(choice('Interface', 'Oʻzbekcha'))
    await expectTitle('Sozlamalar')
    words.release()
    await settle()
    await expectTitle('Sozlamalar')
    expect(document.documentElement.lang).toBe('uz')
    await expectStored(app, { interfaceLanguage: 'uz' })
  })

  test('is the one that another tab chose last, in whatever order their words come', async () => {
    const words = holdWords('ru')
    const app = await openSettings({ loadWords: words.load })
    await saveSettings(app.surroundings.user, { interfaceLanguage: 'ru' })
    await settle()
    await saveSettings(app.surroundings.user, { interfaceLanguage: 'uz' })
    await expectTitle('Sozlamalar')
    words.release()
    await settle()
    await expectTitle('Sozlamalar')
    expect(document.documentElement.lang).toBe('uz')
  })

  test('is not said to be another one before its words are there', async () => {
    const words = holdWords('ru')
    const app = await openSettings({ loadWords: words.load })
    await app.person.click(choice('Interface', 'Русский'))
    await settle()
    // A screen reader would read English words by Russian rules.
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Settings')
    expect(document.documentElement.lang).toBe('en')
    words.release()
    await expectTitle('Настройки')
    expect(document.documentElement.lang).toBe('ru')
  })

  test('cannot be one whose words cannot be had: it is said, and nothing is saved', async () => {
    const app = await openSettings({
      loadWords: (language) => (language === 'ru' ? Promise.reject(new Error('offline')) : loadTestWords(language)),
    })
    await app.person.click(choice('Interface', 'Русский'))
    await waitFor(() => expect(message()).toMatch(/^Not saved: .*words/))
    await expectStored(app, {})
    expect(choice('Interface', 'English').checked).toBe(true)
    expect(document.documentElement.lang).toBe('en')
  })
})

describe('the theme', () => {
  test.each([
    ['Dark', false, 'dark'],
    ['Light', true, 'light'],
  ])('%s, whatever the system wants', async (name, systemIsDark, shown) => {
    setSystemDark(systemIsDark)
    const { person } = await openSettings()
    await person.click(choice('Theme', name))
    await waitFor(() => expect(document.documentElement.dataset['theme']).toBe(shown))
  })

  test('follows the system until it is chosen, also while the app is open', async () => {
    await openSettings()
    expect(document.documentElement.dataset['theme']).toBe('light')
    setSystemDark(true)
    expect(document.documentElement.dataset['theme']).toBe('dark')
    setSystemDark(false)
    expect(document.documentElement.dataset['theme']).toBe('light')
  })

  test('colours the bars of the browser', async () => {
    const meta = document.head.appendChild(document.createElement('meta'))
    meta.name = 'theme-color'
    const { person } = await openSettings()
    const light = meta.content
    await person.click(choice('Theme', 'Dark'))
    await waitFor(() => expect(meta.content).not.toBe(light))
    expect(meta.content).toMatch(/^#[0-9a-f]{6}$/)
    meta.remove()
  })
})

describe('cards a day', () => {
  test('changes what Today holds', async () => {
    const { person, router } = await openSettings()
    const field = screen.getByRole('textbox', { name: 'Cards a day' })
    await person.clear(field)
    await person.type(field, '7')
    await person.tab()
    await expectStatus('Saved')
    await router.navigate('/')
    await expectPlan('7 cards are ready')
  })

  test.each<[string, Language, string]>([
    ['0', 'en', 'Please choose a number from 1 to 500.'],
    ['501', 'en', 'Please choose a number from 1 to 500.'],
    ['-5', 'en', 'Please choose a number from 1 to 500.'],
    ['2.5', 'ru', 'Выберите число от 1 до 500.'],
    ['twenty', 'ru', 'Выберите число от 1 до 500.'],
    [' ', 'uz', '1 dan 500 gacha boʻlgan son tanlang.'],
    ['99999999999999999999', 'uz', '1 dan 500 gacha boʻlgan son tanlang.'],
  ])('"%s" is refused in %s and changes nothing', async (typed, language, sentence) => {
    const app = await openSettings({ language })
    const field = cardsField()
    await app.person.clear(field)
    await app.person.type(field, typed)
    await app.person.tab()
    await expectAlert(sentence)
    expect(field.getAttribute('aria-invalid')).toBe('true')
    expect(document.getElementById(field.getAttribute('aria-describedby') ?? '')?.textContent).toBe(sentence)
    await settle()
    await expectStored(app, {})
  })

  test('a number in range takes the refusal back', async () => {
    const app = await openSettings()
    const field = cardsField()
    await app.person.clear(field)
    await app.person.tab()
    await expectAlert('Please choose')
    await app.person.type(field, '500{Enter}')
    await expectStored(app, { cardsPerDay: 500 })
    expect(screen.queryByRole('alert')).toBeNull()
    expect(screen.getByRole<HTMLButtonElement>('button', { name: 'More' }).disabled).toBe(true)
  })
})

describe('what other screens take from the settings', () => {
  test('retention: longer waits on the grades', async () => {
    const app = await openSettings()
    slide(70)
    await expectStored(app, { desiredRetention: 0.7 })
    await app.router.navigate('/study')
    await expectQuestion(questionOf('c1'))
    press('Space')
    await waitFor(() => expect(gradeLabels()).toHaveLength(4))
    expect(gradeLabels()[2]).not.toBe('Good 2 d')
  })

  test('the rollover: another hour, another day', async () => {
    const app = await openSettings()
    app.device.clock.set('2026-11-21 01:00+05:00')
    await app.router.navigate('/')
    await expectTitle('Friday, 20 November')
    await app.router.navigate('/settings')
    await expectTitle('Settings')
    await app.person.selectOptions(screen.getByRole('combobox', { name: /begins/ }), '00:00')
    await expectStored(app, { rolloverHour: 0 })
    await app.router.navigate('/')
    await expectTitle('Saturday, 21 November')
  })

  test('the language of the cards', async () => {
    const app = await openSettings()
    await app.person.click(choice('Cards', 'Русский'))
    await expectStored(app, { cardLanguage: 'ru' })
    await app.router.navigate('/study')
    await expectQuestion(questionOf('c1', 'ru'))
  })
})

describe('a setting that another tab changes', () => {
  test('is shown in an open page, also when it was changed here before', async () => {
    const app = await openSettings()
    await app.person.click(screen.getByRole('button', { name: 'More' }))
    slide(85)
    await expectStored(app, { cardsPerDay: 25, desiredRetention: 0.85 })
    await saveSettings(app.surroundings.user, { cardsPerDay: 40, desiredRetention: 0.95, theme: 'dark' })
    await waitFor(() => expect(choice('Theme', 'Dark').checked).toBe(true))
    await waitFor(() => expect(screen.getByRole<HTMLInputElement>('textbox', { name: 'Cards a day' }).value).toBe('40'))
    expect(screen.getByRole<HTMLInputElement>('slider').value).toBe('95')
    expect(screen.getByRole('slider').getAttribute('aria-valuetext')).toBe('95 %')
  })
})

describe('stored settings that make no sense', () => {
  test.each<[Language, RegExp]>([
    ['uz', /^Saqlangan ayrim sozlamalarni oʻqib boʻlmadi/],
    ['ru', /^Часть сохранённых настроек не удалось прочитать/],
    ['en', /^Some stored settings could not be read/],
  ])('are named, and the usual values hold: %s', async (language, sentence) => {
    await openSettings({
      language,
      prepare: async ({ user }) => {
        await user.settings.bulkPut([
          { key: 'cardsPerDay', value: -3 },
          { key: 'theme', value: 'pink' },
          { key: 'rolloverHour', value: 5 },
        ])
      },
    })
    expect(screen.getByText(sentence).textContent).not.toContain('rolloverHour')
    expect(cardsField().value).toBe('20')
    expect(screen.getAllByRole<HTMLSelectElement>('combobox')[0]?.value).toBe('5')
  })

  test.each<[Language, string, string]>([
    ['uz', 'Kuniga kartalar soni', 'Mavzu'],
    ['ru', 'Карточек в день', 'Тема'],
    ['en', 'Cards a day', 'Theme'],
  ])('have the names that they have on this page, not those of the code: %s', async (language, first, second) => {
    await openSettings({
      language,
      prepare: async ({ user }) => {
        await user.settings.bulkPut([
          { key: 'cardsPerDay', value: -3 },
          { key: 'theme', value: 'pink' },
        ])
      },
    })
    expect(document.body.textContent).toContain(`: ${first}, ${second}.`)
  })

  test('a sound choice puts them right', async () => {
    const app = await openSettings({
      prepare: async ({ user }) => {
        await user.settings.put({ key: 'theme', value: 'pink' })
      },
    })
    expect(screen.getByText(/Some stored settings/)).toBeDefined()
    await app.person.click(choice('Theme', 'Dark'))
    await waitFor(() => expect(screen.queryByText(/Some stored settings/)).toBeNull())
  })
})

describe('storage refuses a setting', () => {
  test.each<[Language, RegExp, RegExp]>([
    ['uz', /^Saqlanmadi: /, /baho|javob saqlanmadi/],
    ['ru', /^Не сохранено: /, /оцените|ответ не сохранён/],
    ['en', /^Not saved: /, /grade|answer could not be saved/],
  ])('it is said, and not with words about a card: %s', async (language, start, aboutCards) => {
    const app = await openSettings({ language })
    failWrites('settings', new DOMException('The quota has been exceeded', 'QuotaExceededError'))
    await app.person.click(screen.getAllByRole('switch')[0] ?? document.body)
    await waitFor(() => expect(message()).toMatch(start))
    expect(message()).not.toMatch(aboutCards)
  })

  test('the old value stands, and is shown', async () => {
    const app = await openSettings()
    failWrites('settings', new DOMException('The quota has been exceeded', 'QuotaExceededError'))
    await app.person.click(choice('Theme', 'Dark'))
    await waitFor(() => expect(message()).toMatch(/^Not saved: /))
    await app.person.click(screen.getByRole('button', { name: 'More' }))
    slide(85)
    await settle()
    vi.restoreAllMocks()
    await expectStored(app, {})
    expect(choice('Theme', 'System').checked).toBe(true)
    expect(document.documentElement.dataset['theme']).toBe('light')
    expect(cardsField().value).toBe('20')
    expect(screen.getByRole<HTMLInputElement>('slider').value).toBe('90')
  })
})

test('the deck and its version are named', async () => {
  await openSettings()
  expect(document.body.textContent).toContain('30 cards in three languages.')
  expect(document.body.textContent).toContain(`Deck version ${deck.index.contentVersion.slice(0, 8)}`)
  expect(document.body.textContent).toContain('Nothing is sent anywhere.')
})
