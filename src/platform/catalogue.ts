// What the deck holds and what of it has been started, read from both databases.
import type { DeckIndex } from '#domain/deck/pack.ts'
import { startedCardIds } from '#storage/scheduleQueries.ts'
import { soundIndex } from './soundIndex.ts'
import type { Surroundings } from './surroundings.ts'

export interface Catalogue {
  /** Null while there is no deck on the device. */
  readonly index: DeckIndex | null
  /** Ids of the cards that have been answered. */
  readonly started: ReadonlySet<string>
}

export async function readCatalogue({ user, content }: Pick<Surroundings, 'user' | 'content'>): Promise<Catalogue> {
  const [index, started] = await Promise.all([soundIndex(content), startedCardIds(user)])
  return { index, started }
}
