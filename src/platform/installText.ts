// Why the decks did not come, as a sentence that says what is safe and what can be done.
import type { TFunction } from 'i18next'
import type { InstallState } from './deckInstall.ts'
import { storageErrorToText } from './errorText.ts'

export function installFailureToText(failure: InstallState & { readonly phase: 'failed' }, t: TFunction): string {
  switch (failure.reason) {
    case 'network':
      return t('install.failedNetwork')
    case 'damaged':
      return t('install.failedDamaged', { file: failure.detail })
    case 'format':
      return t('install.failedFormat')
    case 'storage':
      return t('install.failedStorage', { reason: storageErrorToText(failure.cause, t) })
  }
}
