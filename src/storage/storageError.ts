// The ways in which storage can fail, as the few kinds that a screen has a sentence for. It alone knows by which names
// engines and Dexie report them.

/**
 * - `refused`: the browser gives no storage (private mode, security settings, no IndexedDB)
 * - `blocked`: another tab holds an old version open and does not let go
 * - `newer`: the database was written by a newer version of the app; nothing of it was touched
 * - `stale`: this tab was closed because another one brought a newer version
 * - `full`: the device or the quota has no room; what was there can still be read
 * - `conflict`: another tab was first; nothing was written
 * - `lost`: the connection broke, and opening it anew did not help
 * - `damaged`: a row cannot be read
 */
export type StorageErrorKind = 'refused' | 'blocked' | 'newer' | 'stale' | 'full' | 'conflict' | 'lost' | 'damaged'

export class StorageError extends Error {
  readonly kind: StorageErrorKind

  constructor(kind: StorageErrorKind, message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'StorageError'
    this.kind = kind
  }
}

const lostNames = new Set(['UnknownError', 'InvalidStateError', 'AbortError', 'DatabaseClosedError'])

/** True for the errors by which a broken connection shows itself, mostly in Safari when a page comes back. */
export function isLostConnection(error: unknown): boolean {
  return !isQuotaError(error) && namesOf(error).some((name) => lostNames.has(name))
}

/** Chromium reports a full disk as an AbortError whose inner error is the QuotaExceededError. */
export function isQuotaError(error: unknown): boolean {
  return namesOf(error).includes('QuotaExceededError')
}

/** The names of an error and of what it wraps (Dexie keeps the engine's own error in `inner`). */
function namesOf(error: unknown): readonly string[] {
  const names: string[] = []
  let next = error
  // Four levels are more than Dexie ever wraps; the bound keeps a circular `inner` from hanging the app.
  for (let depth = 0; depth < 4 && typeof next === 'object' && next !== null; depth += 1) {
    if ('name' in next && typeof next.name === 'string') names.push(next.name)
    next = 'inner' in next ? next.inner : undefined
  }
  return names
}
