// Above every page: the services, the settings as they are now, and what the whole document takes from them (language,
// theme).
import { useEffect, useMemo } from 'react'
import { I18nextProvider } from 'react-i18next'
import { Outlet, useLoaderData } from 'react-router'
import type { SettingsReading } from '#domain/study/settings.ts'
import { loadLanguage } from '#platform/i18n.ts'
import { useLiveSettings } from '#platform/liveSettings.ts'
import { ServicesContext, settingsInForce, SettingsContext, type Services } from '#platform/services.ts'
import { useTheme } from '#platform/theme.ts'

export function Root({ services }: { readonly services: Services }) {
  const loaded = useLoaderData<SettingsReading>()
  const reading = useLiveSettings(services.user, loaded)
  const current = useMemo(() => settingsInForce(reading, services.browserLanguage), [reading, services.browserLanguage])
  useTheme(current.settings.theme)
  useEffect(() => {
    let isWanted = true
    const { language } = current
    loadLanguage(services.i18n, language, services.loadWords).then(
      () => {
        // Words that come late must not undo a later choice.
        if (!isWanted) return
        document.documentElement.lang = language
        void services.i18n.changeLanguage(language)
      },
      // Without its words the page stays as it is; Settings does not let that language be chosen.
      () => undefined,
    )
    return () => {
      isWanted = false
    }
  }, [services, current])
  return (
    <ServicesContext value={services}>
      <I18nextProvider i18n={services.i18n}>
        <SettingsContext value={current}>
          <Outlet />
        </SettingsContext>
      </I18nextProvider>
    </ServicesContext>
  )
}
