// Prepares the imitated browser for the tests of screens: an IndexedDB, the few things that the imitation lacks, and React
// in its ordinary mode, in which what a database or a timer brings is shown without a test having to announce it.

// First: Dexie looks for an IndexedDB when it is loaded, and without one no live query ever answers.
import 'fake-indexeddb/auto'
import { cleanup, configure } from '@testing-library/react'
import { Dexie, liveQuery } from 'dexie'
import { afterEach } from 'vitest'
import { imitateMatchMedia, setSystemDark } from './screenTheme.ts'

// Testing Library switches this on around what it does itself.
Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: false })

// The alias of vite.config.ts does not reach into packages, so `dexie-react-hooks` would load a Dexie of its own, whose
// live queries know nothing of our tables. This is where it looks for one that is there already.
Object.assign(globalThis, { [Symbol.for('Dexie')]: Object.assign(Dexie, { liveQuery }) })

imitateMatchMedia()
Object.assign(window, { scrollTo: () => undefined })
// Hashes are only checked where a browser has them to offer, which is on pages with HTTPS.
Object.defineProperty(window, 'isSecureContext', { value: true, configurable: true })

afterEach(() => {
  cleanup()
  setSystemDark(false)
  for (const name of ['lang', 'data-theme']) document.documentElement.removeAttribute(name)
})

// Events reach React as in a browser: within `act` it would not let a page wait for what it reads.
configure({
  eventWrapper(dispatch): unknown {
    const result: unknown = dispatch()
    return result
  },
})
