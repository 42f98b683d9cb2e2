// Registers the service worker and looks for new versions of it. It alone knows workbox-window, and is loaded after the
// first screen, since nothing on it depends on the worker.
import { Workbox } from 'workbox-window'
import type { WorkerLink } from './offline.ts'

const lookAgainAfterMs = 15 * 60_000

export function connectServiceWorker(baseUrl: string): WorkerLink {
  const workbox = new Workbox(scriptAddress(new URL('sw.js', new URL(baseUrl, document.baseURI)).href), {
    scope: baseUrl,
    updateViaCache: 'none',
  })
  lookForUpdates(workbox)
  // `register` waits for the load event and tells of a waiting version only afterwards, so listeners set now miss nothing.
  const link: WorkerLink = {
    onWaiting: (listener) => workbox.addEventListener('waiting', listener),
    onControlling: (listener) => workbox.addEventListener('controlling', listener),
    skipWaiting: () => workbox.messageSkipWaiting(),
  }
  queueMicrotask(() => void workbox.register().catch(() => undefined))
  return link
}

/** Phones keep a page for weeks, and iOS never looks for an update on return: so Suhbat asks itself, now and then. */
function lookForUpdates(workbox: Workbox): void {
  let lookedAt = performance.now()
  function look() {
    if (document.visibilityState === 'hidden' || performance.now() - lookedAt < lookAgainAfterMs) return
    lookedAt = performance.now()
    // Without a network there is nothing to find.
    workbox.update().catch(() => undefined)
  }
  document.addEventListener('visibilitychange', look)
  window.addEventListener('focus', look)
  window.addEventListener('pageshow', look)
}

/** Under Trusted Types a script's address has to be made by a policy; this one signs only our own worker. */
function scriptAddress(href: string): string | TrustedScriptURL {
  if (window.trustedTypes === undefined) return href
  const policy = window.trustedTypes.createPolicy('suhbat', {
    createScriptURL(address) {
      if (address !== href) throw new TypeError(`Not a script of Suhbat: ${address}`)
      return address
    },
  })
  return policy.createScriptURL(href)
}
