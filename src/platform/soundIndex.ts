// The index of the deck on this device, or none: one that has been damaged there is as good as none, for it comes again
// with the next look at the server.
import type { DeckIndex } from '#domain/deck/pack.ts'
import { loadIndex } from '#storage/content.ts'
import type { ContentDatabase } from '#storage/contentDatabase.ts'
import { StorageError } from '#storage/storageError.ts'

export async function soundIndex(content: ContentDatabase): Promise<DeckIndex | null> {
  try {
    return await loadIndex(content)
  } catch (error) {
    if (error instanceof StorageError && error.kind === 'damaged') return null
    throw error
  }
}
