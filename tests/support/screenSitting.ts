// A sitting of three cards, and the way from a question to its grades.
import { screen, waitFor } from '@testing-library/react'
import { expect } from 'vitest'
import { gradeLabels, openApp, press, settle, type App, type OpenOptions } from './screen.tsx'
import { buildDeck, cardIds } from './screenDeck.ts'

const deck = buildDeck({ go: cardIds(3) })

/** The sitting with c1, c2 and c3 in this order, unless another deck is given. */
export async function openSitting(options: OpenOptions = {}): Promise<App> {
  const app = await openApp({ path: '/study', deck, ...options })
  await screen.findByRole('heading', { level: 1 })
  await settle()
  return app
}

/** Shows the answer of the card on the table, with the keyboard. */
export async function reveal(): Promise<void> {
  press('Space')
  await waitFor(() => expect(gradeLabels()).toHaveLength(4))
}
