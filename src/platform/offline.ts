// The service worker as the app sees it: registered, looked after, and updated only when the person says so.
import { createStore, type Store } from './store.ts'

/** `waiting`: a new version has been fetched and waits to be accepted. */
export type UpdateState = 'none' | 'waiting' | 'accepted'

export interface Offline {
  readonly update: Store<UpdateState>
  /** Makes the waiting version take over, and reloads once it has. */
  readonly accept: () => void
  /** Puts the question away until the next start. */
  readonly dismiss: () => void
}

/** Where there is no service worker (an old browser, a page without HTTPS) the app works, only not without its server. */
export function noOffline(): Offline {
  return { update: createStore<UpdateState>('none'), accept: () => undefined, dismiss: () => undefined }
}

/** The parts of a registered worker that the app needs; `serviceWorkerLink.ts` makes one. */
export interface WorkerLink {
  readonly onWaiting: (listener: () => void) => void
  readonly onControlling: (listener: () => void) => void
  readonly skipWaiting: () => void
}

/** `connect` registers the worker; it may be slow, since nothing on the screen waits for it. */
export function createOffline(connect: () => Promise<WorkerLink>, reload: () => void): Offline {
  const update = createStore<UpdateState>('none')
  let link: WorkerLink | null = null
  let isReplaced = false
  connect().then(
    (connected) => {
      link = connected
      connected.onWaiting(() => {
        isReplaced = false
        update.set('waiting')
      })
      connected.onControlling(() => {
        // Another tab may have accepted: this one then keeps its old code, which has all it needs loaded, and is never
        // reloaded in the middle of an answer.
        if (update.get() === 'accepted') reload()
        isReplaced = true
      })
    },
    // Refused in some private windows; the app then simply needs its server.
    () => undefined,
  )
  return {
    update,
    accept() {
      update.set('accepted')
      // Accepted in another tab before: the new version is in charge already, only this page is still the old one.
      if (isReplaced) reload()
      else link?.skipWaiting()
    },
    dismiss: () => update.set('none'),
  }
}
