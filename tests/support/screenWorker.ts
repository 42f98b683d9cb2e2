// A service worker as the app sees it, which does what a test says and when.
import { vi } from 'vitest'
import type { WorkerLink } from '#platform/offline.ts'

export interface FakeWorker {
  readonly connect: () => Promise<WorkerLink>
  readonly skipWaiting: ReturnType<typeof vi.fn<() => void>>
  /** Resolves when the app listens. */
  readonly connected: Promise<void>
  /** A new version has been fetched and waits. */
  readonly wait: () => void
  /** A version has taken over this page. */
  readonly control: () => void
}

export function createFakeWorker(): FakeWorker {
  const skipWaiting = vi.fn<() => void>()
  let waiting = () => {}
  let controlling = () => {}
  const link: WorkerLink = {
    onWaiting(listener) {
      waiting = listener
    },
    onControlling(listener) {
      controlling = listener
    },
    skipWaiting,
  }
  const linked = Promise.resolve(link)
  return {
    connect: () => linked,
    skipWaiting,
    connected: linked.then(() => undefined),
    wait: () => waiting(),
    control: () => controlling(),
  }
}
