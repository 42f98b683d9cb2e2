// Prepares the imitated browser for the tests of screens: an IndexedDB, and React in the mode in which it waits for `act`.
import { cleanup } from '@testing-library/react'
import 'fake-indexeddb/auto'
import { afterEach } from 'vitest'

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })

afterEach(cleanup)
