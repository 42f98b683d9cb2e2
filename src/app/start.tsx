// From an empty page to the first screen: databases, settings, words, services, router. When something on that way is
// refused, a sentence says so instead.
import type { i18n } from 'i18next'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { I18nextProvider } from 'react-i18next'
import { createBrowserRouter, RouterProvider } from 'react-router'
import { deviceClock } from '#platform/clock.ts'
import { createId } from '#platform/createId.ts'
import { createDeckInstall, packFetcher } from '#platform/deckInstall.ts'
import { createI18n, fetchWords, preferredLanguage } from '#platform/i18n.ts'
import { createOffline, noOffline, type Offline } from '#platform/offline.ts'
import { settingsInForce, type Services } from '#platform/services.ts'
import { createContentDatabase } from '#storage/contentDatabase.ts'
import { openDatabase } from '#storage/open.ts'
import { loadSettings } from '#storage/settingsStore.ts'
import { StorageError } from '#storage/storageError.ts'
import { createUserDatabase } from '#storage/userDatabase.ts'
import { Failure } from './ErrorPage.tsx'
import { createRoutes } from './routes.tsx'

export async function start(container: HTMLElement): Promise<void> {
  const baseUrl = import.meta.env.BASE_URL
  const browserLanguage = preferredLanguage(navigator.languages)
  const root = createRoot(container)
  try {
    const user = createUserDatabase()
    const content = createContentDatabase()
    const showStale = async () => {
      root.render(
        failure(new StorageError('stale', 'Updated in another tab'), await createI18n(browserLanguage, fetchWords)),
      )
    }
    await Promise.all([
      openDatabase(user, { onStale: () => void showStale() }),
      openDatabase(content, { onStale: () => void showStale() }),
    ])
    const { language, cardLanguage } = settingsInForce(await loadSettings(user), browserLanguage)
    const services: Services = {
      user,
      content,
      clock: deviceClock,
      createId,
      deckInstall: createDeckInstall(content, deviceClock, packFetcher(baseUrl)),
      offline: startOffline(baseUrl),
      i18n: await createI18n(language, fetchWords),
      loadWords: fetchWords,
      browserLanguage,
    }
    void services.deckInstall.start(cardLanguage)
    window.addEventListener('online', services.deckInstall.retry)
    const router = createBrowserRouter(createRoutes(services), { basename: baseUrl })
    root.render(
      <StrictMode>
        <RouterProvider router={router} />
      </StrictMode>,
    )
  } catch (error) {
    root.render(failure(error, await createI18n(browserLanguage, fetchWords)))
  }
}

function failure(error: unknown, words: i18n) {
  return (
    <I18nextProvider i18n={words}>
      <Failure error={error} />
    </I18nextProvider>
  )
}

function startOffline(baseUrl: string): Offline {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return noOffline()
  return createOffline(
    async () => (await import('#platform/serviceWorkerLink.ts')).connectServiceWorker(baseUrl),
    () => location.reload(),
  )
}
