// A page with what it has read; until then the page before it stays.
import { startTransition, use, useCallback, useState, type ReactNode } from 'react'
import { useLocation } from 'react-router'
import type { Load } from './pages.ts'

interface LoadedProps<Value> {
  readonly load: Load<Value>
  /** `readAgain` reads anew, and shows the page with it when it is there. */
  readonly children: (value: Value, readAgain: () => void) => ReactNode
}

export function Loaded<Value>({ load, children }: LoadedProps<Value>) {
  const { key } = useLocation()
  const [reading, setReading] = useState(0)
  const readAgain = useCallback(() => startTransition(() => setReading((count) => count + 1)), [])
  return children(use(load(`${key} ${reading}`)), readAgain)
}
