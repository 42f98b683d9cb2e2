// A new version waits to be asked in, and never reloads a page that did not ask for it.
import { screen, waitFor } from '@testing-library/react'
import { describe, expect, test, vi } from 'vitest'
import type { Language } from '#domain/language.ts'
import { createOffline, noOffline, type Offline } from '#platform/offline.ts'
import { expectPlan, expectTitle, openApp, settle } from '#support/screen.tsx'
import { buildDeck, cardIds } from '#support/screenDeck.ts'
import { createFakeWorker, type FakeWorker } from '#support/screenWorker.ts'

const deck = buildDeck({ go: cardIds(4) })

interface Page {
  readonly worker: FakeWorker
  readonly reload: ReturnType<typeof vi.fn<() => void>>
  readonly offline: Offline
}

function createPage(): Page {
  const worker = createFakeWorker()
  const reload = vi.fn<() => void>()
  return { worker, reload, offline: createOffline(worker.connect, reload) }
}

describe('the question about an update', () => {
  test.each<[Language, string, string, string]>([
    ['uz', 'Yangi versiya tayyor', 'Yangilash', 'Keyinroq'],
    ['ru', 'Готова новая версия', 'Обновить', 'Позже'],
    ['en', 'A new version is ready', 'Update now', 'Later'],
  ])('is asked when a new version waits: %s', async (language, title, accept, later) => {
    const { worker, offline } = createPage()
    await openApp({ deck, language, offline })
    await screen.findByRole('heading', { level: 2 })
    expect(screen.queryByText(title)).toBeNull()
    worker.wait()
    await screen.findByText(title)
    expect(screen.getByRole('button', { name: accept })).toBeDefined()
    expect(screen.getByRole('button', { name: later })).toBeDefined()
  })

  test('accepted: the waiting version is told once, and the page reloads when it has taken over', async () => {
    const { worker, reload, offline } = createPage()
    const { person } = await openApp({ deck, offline })
    await expectPlan('4 cards are ready')
    worker.wait()
    const accept = await screen.findByRole<HTMLButtonElement>('button', { name: 'Update now' })
    await person.dblClick(accept)
    expect(worker.skipWaiting).toHaveBeenCalledTimes(1)
    expect(accept.disabled).toBe(true)
    expect(reload).not.toHaveBeenCalled()
    worker.control()
    expect(reload).toHaveBeenCalledTimes(1)
  })

  test('later: it is put away, and nothing is told or reloaded', async () => {
    const { worker, reload, offline } = createPage()
    const { person, router } = await openApp({ deck, offline })
    await expectPlan('4 cards are ready')
    worker.wait()
    await person.click(await screen.findByRole('button', { name: 'Later' }))
    expect(screen.queryByText('A new version is ready')).toBeNull()
    await router.navigate('/settings')
    await expectTitle('Settings')
    expect(screen.queryByText('A new version is ready')).toBeNull()
    worker.control()
    expect(worker.skipWaiting).not.toHaveBeenCalled()
    expect(reload).not.toHaveBeenCalled()
  })

  test('is not asked in a sitting, but on the page after it', async () => {
    const { worker, offline } = createPage()
    const { person } = await openApp({ path: '/study', deck, offline })
    await screen.findByRole('button', { name: 'Show answer' })
    worker.wait()
    await settle()
    expect(screen.queryByText('A new version is ready')).toBeNull()
    await person.click(screen.getByRole('button', { name: 'Leave the sitting' }))
    await screen.findByText('A new version is ready')
  })
})

describe('a version that takes over', () => {
  test.each<[string, (page: Page) => void, number]>([
    ['the first one ever', ({ worker }) => worker.control(), 0],
    [
      'accepted in another tab, while this one asks',
      ({ worker }) => {
        worker.wait()
        worker.control()
      },
      0,
    ],
    [
      'put away here, accepted in another tab',
      ({ worker, offline }) => {
        worker.wait()
        offline.dismiss()
        worker.control()
      },
      0,
    ],
    [
      'accepted here',
      ({ worker, offline }) => {
        worker.wait()
        offline.accept()
        worker.control()
      },
      1,
    ],
    [
      'accepted in another tab, then here',
      ({ worker, offline }) => {
        worker.wait()
        worker.control()
        // There is no waiting version any more that could be told to take over; it has.
        offline.accept()
      },
      1,
    ],
  ])('%s: reloads %#', async (_, happens, reloads) => {
    const page = createPage()
    await page.worker.connected
    happens(page)
    expect(page.reload).toHaveBeenCalledTimes(reloads)
  })
})

describe('without a service worker', () => {
  test('there is no question', async () => {
    await openApp({ deck, offline: noOffline() })
    await expectPlan('4 cards are ready')
    expect(screen.queryByText('A new version is ready')).toBeNull()
  })

  test('nor when the browser refuses to register one', async () => {
    const offline = createOffline(
      () => Promise.reject(new Error('The operation is insecure')),
      () => undefined,
    )
    await openApp({ deck, offline })
    await expectPlan('4 cards are ready')
    await waitFor(() => expect(offline.update.get()).toBe('none'))
  })
})
