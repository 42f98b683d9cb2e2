// Bringing the decks: what is asked for and when, and that nothing is asked for twice.
import { describe, expect, test, vi } from 'vitest'
import type { Language } from '#domain/language.ts'
import { createDeckInstall, packFetcher, type DeckInstall, type InstallState } from '#platform/deckInstall.ts'
import { createContentDatabase, type ContentDatabase } from '#storage/contentDatabase.ts'
import { openDatabase } from '#storage/open.ts'
import { createTestClock } from '#support/appSurroundings.ts'
import { failWrites, freshEngine } from '#support/databaseEngine.ts'
import {
  buildDeck,
  createDeckServer,
  noNetwork,
  packFileOf,
  sharedFileOf,
  sha256,
  type DeckServer,
} from '#support/screenDeck.ts'

const deck = buildDeck({ go: ['c1', 'c2'], sql: ['s1'], git: ['g1'] })

interface Run {
  readonly install: DeckInstall
  readonly content: ContentDatabase
  readonly server: DeckServer
  readonly states: readonly InstallState[]
}

async function openRun(content = createContentDatabase(freshEngine()), server = createDeckServer(deck)): Promise<Run> {
  await openDatabase(content)
  const install = createDeckInstall(content, createTestClock(), server.fetchFile)
  const states: InstallState[] = []
  install.state.subscribe(() => states.push(install.state.get()))
  return { install, content, server, states }
}

describe('the order', () => {
  test.each<[Language, string]>([
    ['uz', 'all uz all uz all uz ru ru ru en en en'],
    ['ru', 'all ru all ru all ru uz uz uz en en en'],
    ['en', 'all en all en all en uz uz uz ru ru ru'],
  ])('%s first: %s', async (first, order) => {
    const { install, server } = await openRun()
    await install.start(first)
    const [index, ...packs] = server.asked
    expect(index).toBe('index.json')
    expect(packs.map((file) => file.split('.')[1]).join(' ')).toBe(order)
  })

  test('progress goes up by one and ends ready', async () => {
    const { install, states } = await openRun()
    await install.start('uz')
    expect(
      states.map((state) => (state.phase === 'installing' ? `${state.done}/${state.total}` : state.phase)),
    ).toEqual([...Array.from({ length: 9 }, (_, done) => `${done}/9`), 'ready'])
  })

  test('a few packs are asked for ahead, not all at once', async () => {
    const { install, server } = await openRun()
    const release = server.hold(/^go\.uz/)
    const done = install.start('uz')
    await vi.waitFor(() => expect(server.asked.length).toBeGreaterThan(2))
    await new Promise((resolve) => {
      setTimeout(resolve, 30)
    })
    expect(server.asked.length).toBeLessThanOrEqual(9)
    release()
    await done
    expect(server.asked).toHaveLength(13)
  })
})

describe('nothing is asked for twice', () => {
  test('starts at the same time are one', async () => {
    const { install, server } = await openRun()
    await Promise.all([install.start('uz'), install.start('ru'), install.start('uz')])
    expect(server.asked).toHaveLength(13)
  })

  test('with everything there, only the index', async () => {
    const first = await openRun()
    await first.install.start('uz')
    const again = await openRun(first.content)
    await again.install.start('uz')
    expect(again.server.asked).toEqual(['index.json'])
    expect(again.states.map((state) => state.phase)).toEqual(['ready'])
  })

  test('a new version: only the packs that changed', async () => {
    const first = await openRun()
    await first.install.start('uz')
    const next = buildDeck({ go: ['c1', 'c2'], sql: ['s1', 's2'], git: ['g1'] })
    const again = await openRun(first.content, createDeckServer(next))
    await again.install.start('uz')
    expect(again.server.asked.toSorted()).toEqual(
      [
        'index.json',
        sharedFileOf(next, 'sql'),
        ...(['uz', 'ru', 'en'] as const).map((language) => packFileOf(next, 'sql', language)),
      ].toSorted(),
    )
    expect(await first.content.cards.count()).toBe(15)
    expect((await first.content.index.toArray()).map((row) => row.index)).toEqual([next.index])
  })

  test('a new version of what the cards share: all languages get it', async () => {
    const first = await openRun()
    await first.install.start('uz')
    const [subject] = deck.index.subjects
    if (subject === undefined) throw new Error('The deck has no subject')
    const text = (deck.packs.get(subject.shared.file) ?? '').replaceAll('Effective Go', 'The Go FAQ')
    const shared = { file: 'go.all.new.json', hash: sha256(text), sizeBytes: Buffer.byteLength(text) }
    const index = {
      ...deck.index,
      contentVersion: 'another',
      subjects: [{ ...subject, shared }, ...deck.index.subjects.slice(1)],
    }
    const again = await openRun(
      first.content,
      createDeckServer({ index, packs: new Map([...deck.packs, [shared.file, text]]) }),
    )
    await again.install.start('uz')
    expect(again.install.state.get()).toEqual({ phase: 'ready' })
    const titles = (await first.content.cards.toArray()).map(({ card }) => JSON.stringify(card).includes('The Go FAQ'))
    expect(titles.filter(Boolean)).toHaveLength(6)
  })

  test('after a failure, only what is missing', async () => {
    const { install, server, content } = await openRun()
    server.breakFiles(/^git\.ru/, noNetwork)
    await install.start('uz')
    expect(install.state.get()).toMatchObject({
      phase: 'failed',
      reason: 'network',
      detail: packFileOf(deck, 'git', 'ru'),
    })
    expect(await content.packs.count()).toBe(5)
    server.mend()
    const before = server.asked.length
    install.retry()
    await vi.waitFor(() => expect(install.state.get().phase).toBe('ready'))
    expect(server.asked.slice(before).map((file) => file.split('.').slice(0, 2).join('.'))).toEqual([
      'index.json',
      'git.all',
      'git.ru',
      'go.all',
      'go.en',
      'sql.all',
      'sql.en',
      'git.en',
    ])
  })
})

describe('failures', () => {
  test('without a network and with everything there it is ready', async () => {
    const first = await openRun()
    await first.install.start('uz')
    const server = createDeckServer(deck)
    server.breakFiles(/./, noNetwork)
    const again = await openRun(first.content, server)
    await again.install.start('uz')
    expect(again.install.state.get()).toEqual({ phase: 'ready' })
  })

  test('storage that is full is said as such', async () => {
    const { install } = await openRun()
    failWrites('cards', new DOMException('Full', 'QuotaExceededError'))
    await install.start('uz')
    expect(install.state.get()).toMatchObject({ phase: 'failed', reason: 'storage', cause: { kind: 'full' } })
    vi.restoreAllMocks()
    await install.start('uz')
    expect(install.state.get()).toEqual({ phase: 'ready' })
  })

  test('on a page without HTTPS, where there are no hashes, the length still tells', async () => {
    Object.defineProperty(window, 'isSecureContext', { value: false, configurable: true })
    const { install, server, content } = await openRun()
    const file = packFileOf(deck, 'go', 'uz')
    server.breakFiles(/^go\.uz/, () => new Response(`${deck.packs.get(file) ?? ''} `))
    await install.start('uz')
    expect(install.state.get()).toMatchObject({ phase: 'failed', reason: 'damaged', detail: file })
    server.mend()
    await install.start('uz')
    expect(install.state.get()).toEqual({ phase: 'ready' })
    expect(await content.packs.count()).toBe(9)
    Object.defineProperty(window, 'isSecureContext', { value: true, configurable: true })
  })

  test('an answer that breaks off in the middle is a failed download', async () => {
    const { install, server } = await openRun()
    server.breakFiles(/^go\.uz/, () => {
      const body = new ReadableStream({
        start(controller) {
          controller.error(new TypeError('network error'))
        },
      })
      return new Response(body)
    })
    await install.start('uz')
    expect(install.state.get()).toMatchObject({ phase: 'failed', reason: 'network' })
  })

  test('trying again while all is well changes nothing on the screen', async () => {
    const { install, states } = await openRun()
    await install.start('uz')
    const before = states.length
    install.retry()
    await install.start('uz')
    expect(states.slice(before).every((state) => state.phase === 'ready')).toBe(true)
  })
})

describe('where packs are fetched from', () => {
  test.each([
    ['/', 'http://localhost:3000/packs/index.json'],
    ['/suhbat/', 'http://localhost:3000/suhbat/packs/index.json'],
    ['./', 'http://localhost:3000/packs/index.json'],
  ])('base %s: %s', async (base, address) => {
    const fetched = vi.fn<(url: URL, options: RequestInit) => Promise<Response>>(() =>
      Promise.resolve(new Response('')),
    )
    vi.stubGlobal('fetch', fetched)
    await packFetcher(base)('index.json', 'no-cache')
    vi.unstubAllGlobals()
    const [url, options] = fetched.mock.calls[0] ?? []
    expect(String(url)).toBe(address)
    expect(options?.cache).toBe('no-cache')
    expect(options?.signal?.aborted).toBe(false)
  })
})
