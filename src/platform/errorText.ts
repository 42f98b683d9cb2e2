// What went wrong with storage, as a sentence that says what is safe and what can be done.
import type { TFunction } from 'i18next'
import { StorageError } from '#storage/storageError.ts'

export function storageErrorToText(error: unknown, t: TFunction): string {
  if (!(error instanceof StorageError)) {
    return t('error.unknown', { detail: error instanceof Error ? error.message : String(error) })
  }
  switch (error.kind) {
    case 'refused':
      return t('error.refused')
    case 'blocked':
      return t('error.blocked')
    case 'newer':
      return t('error.newer')
    case 'stale':
      return t('error.stale')
    case 'full':
      return t('error.full')
    case 'conflict':
      return t('error.conflict')
    case 'lost':
      return t('error.lost')
    case 'damaged':
      return t('error.unknown', { detail: error.message })
  }
}
