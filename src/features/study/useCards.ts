// The cards that a sitting is about to need, read ahead, so that neither the next question nor another language waits.
import { useEffect, useState } from 'react'
import type { Card } from '#domain/deck/card.ts'
import { languages, type Language } from '#domain/language.ts'
import { useSurroundings } from '#platform/surroundings.ts'
import { useStore } from '#platform/store.ts'
import { loadCards } from '#storage/content.ts'

const readAhead = 2

export interface CardReader {
  /** Undefined until it has been looked for; null when it is not on the device. */
  readonly cardIn: (cardId: string, language: Language) => Card | null | undefined
  readonly failure: unknown
}

/** `cardIds` begins with the card on the table; `language` is the one it is shown in. */
export function useCards(cardIds: readonly string[], language: Language): CardReader {
  const { content, deckInstall } = useSurroundings()
  const install = useStore(deckInstall.state)
  const [found, setFound] = useState<ReadonlyMap<string, Card | null>>(new Map())
  const [failure, setFailure] = useState<unknown>(null)
  const wanted = cardIds.slice(0, 1 + readAhead)
  const wantedKey = wanted.join(' ')

  useEffect(() => {
    let current = true
    async function read() {
      const ids = wantedKey === '' ? [] : wantedKey.split(' ')
      const inOrder = [language, ...languages.filter((other) => other !== language)]
      for (const each of inOrder) {
        const { cards } = await loadCards(content, each, ids)
        if (!current) return
        setFound((known) => {
          const next = new Map(known)
          for (const id of ids) next.set(cardKey(id, each), cards.get(id) ?? null)
          return next
        })
      }
    }
    read().then(
      () => setFailure(null),
      (error: unknown) => setFailure(error),
    )
    return () => {
      current = false
    }
    // `install` is read again for: each pack that has come may hold a card that was missing.
  }, [content, wantedKey, language, install])

  return { cardIn: (cardId, each) => found.get(cardKey(cardId, each)), failure }
}

function cardKey(cardId: string, language: Language): string {
  return `${language} ${cardId}`
}
