// The service worker as the app sees it: states of an update, and when a page may be reloaded.
import { describe, expect, test, vi } from 'vitest'
import { createOffline, noOffline } from '#platform/offline.ts'
import { createFakeWorker } from '#support/screenWorker.ts'

type Step = 'wait' | 'control' | 'accept' | 'dismiss'

describe('what happens to an update', () => {
  test.each<{ steps: readonly Step[]; state: string; told: number; reloads: number }>([
    { steps: [], state: 'none', told: 0, reloads: 0 },
    { steps: ['wait'], state: 'waiting', told: 0, reloads: 0 },
    { steps: ['wait', 'dismiss'], state: 'none', told: 0, reloads: 0 },
    { steps: ['wait', 'dismiss', 'wait'], state: 'waiting', told: 0, reloads: 0 },
    { steps: ['wait', 'accept'], state: 'accepted', told: 1, reloads: 0 },
    { steps: ['wait', 'accept', 'control'], state: 'accepted', told: 1, reloads: 1 },
    { steps: ['control'], state: 'none', told: 0, reloads: 0 },
    { steps: ['wait', 'control', 'accept'], state: 'accepted', told: 0, reloads: 1 },
    { steps: ['wait', 'control', 'wait', 'accept', 'control'], state: 'accepted', told: 1, reloads: 1 },
    { steps: ['wait', 'dismiss', 'control'], state: 'none', told: 0, reloads: 0 },
  ])('$steps: $state, told $told, reloaded $reloads', async ({ steps, state, told, reloads }) => {
    const worker = createFakeWorker()
    const reload = vi.fn<() => void>()
    const offline = createOffline(worker.connect, reload)
    await worker.connected
    for (const step of steps) {
      if (step === 'wait' || step === 'control') worker[step]()
      else offline[step]()
    }
    expect(offline.update.get()).toBe(state)
    expect(worker.skipWaiting).toHaveBeenCalledTimes(told)
    expect(reload).toHaveBeenCalledTimes(reloads)
  })

  test('whoever watches is told of each change, and no longer after leaving', async () => {
    const worker = createFakeWorker()
    const offline = createOffline(worker.connect, () => undefined)
    await worker.connected
    const seen: string[] = []
    const leave = offline.update.subscribe(() => seen.push(offline.update.get()))
    worker.wait()
    offline.dismiss()
    leave()
    worker.wait()
    expect(seen).toEqual(['waiting', 'none'])
  })

  test('without a worker nothing can happen', () => {
    const offline = noOffline()
    offline.accept()
    offline.dismiss()
    expect(offline.update.get()).toBe('none')
  })
})
