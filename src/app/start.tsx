// From an empty page to the first screen: databases, settings, words, surroundings, router. When something on that way is
// refused, a sentence says so instead.
import { StrictMode } from 'react'
import { createRoot, type Root as ReactRoot } from 'react-dom/client'
import { I18nextProvider } from 'react-i18next'
import { BrowserRouter } from 'react-router'
import type { Language } from '#domain/language.ts'
import { deviceClock } from '#platform/clock.ts'
import { createId } from '#platform/createId.ts'
import { createDeckInstall, packFetcher } from '#platform/deckInstall.ts'
import { createI18n, fetchWords, preferredLanguage } from '#platform/i18n.ts'
import { createOffline, noOffline, type Offline } from '#platform/offline.ts'
import { settingsInForce, type Surroundings } from '#platform/surroundings.ts'
import { applyTheme } from '#platform/theme.ts'
import { createContentDatabase } from '#storage/contentDatabase.ts'
import { openDatabase } from '#storage/open.ts'
import { loadSettings } from '#storage/settingsStore.ts'
import { StorageError } from '#storage/storageError.ts'
import { createUserDatabase } from '#storage/userDatabase.ts'
import { FailurePage } from './FailurePage.tsx'
import { App, loadLazyPages } from './App.tsx'
import { createPages } from './pages.ts'

const lazyPagesAfterMs = 3000

export async function start(container: HTMLElement): Promise<void> {
  const baseUrl = import.meta.env.BASE_URL
  const browserLanguage = preferredLanguage(navigator.languages)
  const root = createRoot(container)
  try {
    const user = createUserDatabase()
    const content = createContentDatabase()
    const onStale = () => void showFailure(root, new StorageError('stale', 'Updated in another tab'), browserLanguage)
    await Promise.all([openDatabase(user, { onStale }), openDatabase(content, { onStale })])
    const { settings, language, cardLanguage } = settingsInForce(await loadSettings(user), browserLanguage)
    applyTheme(settings.theme)
    const surroundings: Surroundings = {
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
    void surroundings.deckInstall.start(cardLanguage)
    window.addEventListener('online', surroundings.deckInstall.retry)
    const pages = createPages(surroundings)
    root.render(
      <StrictMode>
        <BrowserRouter basename={baseUrl}>
          <App surroundings={surroundings} pages={pages} />
        </BrowserRouter>
      </StrictMode>,
    )
    // Fetched while it is there: after an update accepted in another tab the old chunk of a lazy page is nowhere any more.
    setTimeout(() => void loadLazyPages().catch(() => undefined), lazyPagesAfterMs)
  } catch (error) {
    await showFailure(root, error, browserLanguage)
  }
}

async function showFailure(root: ReactRoot, error: unknown, language: Language): Promise<void> {
  const words = await createI18n(language, fetchWords).catch(() => null)
  if (words === null) {
    root.render(<WordlessFailure />)
    return
  }
  document.documentElement.lang = language
  applyTheme('system')
  root.render(
    <I18nextProvider i18n={words}>
      <FailurePage error={error} />
    </I18nextProvider>,
  )
}

/** When not even the words have come, nothing but these three sentences is left to say. */
function WordlessFailure() {
  return (
    <main className="failure">
      <p lang="uz">Sahifa toʻliq yuklanmadi. Internetni tekshirib, qayta yuklang.</p>
      <p lang="ru">Страница загрузилась не полностью. Проверьте сеть и перезагрузите её.</p>
      <p lang="en">The page has not loaded completely. Check the network and reload it.</p>
    </main>
  )
}

function startOffline(baseUrl: string): Offline {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return noOffline()
  return createOffline(
    async () => (await import('#platform/serviceWorkerLink.ts')).connectServiceWorker(baseUrl),
    () => location.reload(),
  )
}
