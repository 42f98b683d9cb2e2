// Opens the app at an address through its real routes, and the few gestures that every test of a screen needs. After each
// test it looks whether a raw key of a sentence is to be seen anywhere.
import { act, fireEvent, render, screen, waitFor, within, type RenderResult } from '@testing-library/react'
import { userEvent, type UserEvent } from '@testing-library/user-event'
import { MemoryRouter, useLocation, useNavigate } from 'react-router'
import { afterEach, expect } from 'vitest'
import { App as AppPages } from '#app/App.tsx'
import { createPages } from '#app/pages.ts'
import type { Language } from '#domain/language.ts'
import type { LogEntry } from '#domain/study/log.ts'
import type { Schedule } from '#domain/study/schedule.ts'
import type { Settings } from '#domain/study/settings.ts'
import type { Surroundings } from '#platform/surroundings.ts'
import { saveSettings } from '#storage/settingsStore.ts'
import { createDevice, openSurroundings, type Device, type SurroundingsOptions } from './appSurroundings.ts'
import { buildDeck, cardIds, type Deck } from './screenDeck.ts'

export interface OpenOptions extends SurroundingsOptions {
  readonly path?: string
  readonly deck?: Deck
  /** The device of an earlier run; without one it is a new one. */
  readonly device?: Device
  /** False: the decks are left to the test. */
  readonly install?: boolean
  readonly settings?: Partial<Settings>
  /** Runs when the surroundings are there and nothing is on the screen. */
  readonly prepare?: (surroundings: Surroundings, device: Device) => Promise<void> | void
}

/** Goes to addresses as a person does who types them, and says where the app is. */
export interface TestRouter {
  readonly navigate: (path: string) => Promise<void>
  readonly pathname: () => string
}

export interface App {
  readonly device: Device
  readonly surroundings: Surroundings
  readonly person: UserEvent
  readonly router: TestRouter
  readonly view: RenderResult
  /** Closes this run and opens another one on the same device. */
  readonly restart: (options?: OpenOptions) => Promise<App>
  readonly close: () => void
}

const pages: App[] = []

/** The app at an address (Today, where none is given), with 30 cards of one subject unless another deck is given. */
export async function openApp(options: OpenOptions = {}): Promise<App> {
  const { path = '/', deck = buildDeck({ go: cardIds(30) }), device = createDevice(deck), install = true } = options
  const surroundings = await openSurroundings(device, options)
  if (options.settings !== undefined) await saveSettings(surroundings.user, options.settings)
  if (install) await surroundings.deckInstall.start(options.settings?.cardLanguage ?? options.language ?? 'en')
  await options.prepare?.(surroundings, device)
  const { view, router } = await renderApp(surroundings, path)
  const app: App = {
    device,
    surroundings,
    person: userEvent.setup(),
    router,
    view,
    restart(next = {}) {
      app.close()
      return openApp({ path, ...next, device })
    },
    close() {
      view.unmount()
      surroundings.user.close()
      surroundings.content.close()
    },
  }
  pages.push(app)
  return app
}

/** Renders the pages over surroundings that are there already. */
export async function renderApp(
  surroundings: Surroundings,
  path = '/',
): Promise<{ readonly view: RenderResult; readonly router: TestRouter }> {
  let navigate: ReturnType<typeof useNavigate> = () => undefined
  let pathname = path
  function Address() {
    navigate = useNavigate()
    pathname = useLocation().pathname
    return null
  }
  const reads = createPages(surroundings)
  // A page waits for what it reads, and React wants that waited for.
  const view = await act(() =>
    Promise.resolve(
      render(
        <MemoryRouter initialEntries={[path]}>
          <Address />
          <AppPages surroundings={surroundings} pages={reads} />
        </MemoryRouter>,
      ),
    ),
  )
  return {
    view,
    router: {
      navigate: (to) => act(async () => navigate(to)),
      pathname: () => pathname,
    },
  }
}

afterEach(async () => {
  expectNoRawKeys()
  for (const app of pages.splice(0)) {
    app.close()
    await app.surroundings.deckInstall.start('en').catch(() => undefined)
  }
})

const rawKey =
  /\b(app|nav|language|level|newOrder|dueOrder|mix|today|subjects|study|settings|install|update|error|time)\.[a-z]+/i

/** No text, name, tooltip or title on the page is the key of a sentence that was not found. */
export function expectNoRawKeys(): void {
  const shown = [document.title, ...readTexts(document.body)]
  expect(shown.filter((text) => rawKey.test(text))).toEqual([])
}

function readTexts(node: Node): readonly string[] {
  if (node.nodeType === Node.TEXT_NODE) return [node.textContent ?? '']
  const names =
    node instanceof Element
      ? ['aria-label', 'title', 'aria-valuetext'].map((name) => node.getAttribute(name) ?? '')
      : []
  return [...names, ...[...node.childNodes].flatMap(readTexts)]
}

async function pause(milliseconds: number): Promise<void> {
  await new Promise((resolve) => {
    setTimeout(resolve, milliseconds)
  })
}

/** Lets whatever a page does on its own come to its end: a live query asks only after the page is there. */
export async function settle(): Promise<void> {
  await pause(60)
}

/** Waits until a heading is on the page, and until the page listens to keys, which is a moment later. */
export async function expectTitle(text: string): Promise<HTMLElement> {
  const heading = await screen.findByRole('heading', { level: 1, name: text })
  await pause(5)
  return heading
}

/** Waits until the question of a card is on the page. */
export async function expectQuestion(text: string): Promise<HTMLElement> {
  return expectTitle(text)
}

export async function expectPlan(text: string): Promise<HTMLElement> {
  return screen.findByRole('heading', { level: 2, name: text })
}

/** A key by its place on the keyboard, wherever the focus is. False when the page has taken it. */
export function press(code: string, more: Partial<KeyboardEventInit> = {}): boolean {
  return fireEvent.keyDown(document.activeElement ?? document.body, { code, key: keyOf(code), ...more })
}

function keyOf(code: string): string {
  if (code === 'Space') return ' '
  return code.replace(/^(Key|Digit|Numpad(?=\d))/, '').toLowerCase()
}

/** The four buttons of the grades, as "Again 10 min". */
export function gradeLabels(): readonly string[] {
  const [group] = screen.queryAllByRole('group').filter((each) => within(each).queryAllByRole('button').length === 4)
  if (group === undefined) return []
  return within(group)
    .getAllByRole('button')
    .map((button) => [...button.children].map((child) => child.textContent).join(' '))
}

export function gradeButton(name: string): HTMLElement {
  return screen.getByRole('button', { name: new RegExp(`^${name}`) })
}

/** Waits until the page says so in its one polite line. */
export async function expectStatus(text: string): Promise<void> {
  await waitFor(() => {
    expect(screen.getAllByRole('status').map((line) => line.textContent)).toContain(text)
  })
}

export async function expectAlert(text: string | RegExp): Promise<void> {
  await waitFor(() => {
    expect(screen.getByRole('alert').textContent).toMatch(text)
  })
}

/** Everything of the log and the schedules, oldest entry first. */
export async function readRecord(surroundings: Surroundings): Promise<{ log: LogEntry[]; schedules: Schedule[] }> {
  const [log, schedules] = await Promise.all([surroundings.user.log.toArray(), surroundings.user.schedules.toArray()])
  return { log: log.toSorted((left, right) => (left.id < right.id ? -1 : 1)), schedules }
}

export const interfaceLanguages: readonly Language[] = ['uz', 'ru', 'en']
