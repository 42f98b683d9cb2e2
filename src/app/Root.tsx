// Above every page: the surroundings, the settings as they are now, and what the whole document takes from them (language,
// theme).
import { useEffect, useMemo } from 'react'
import { I18nextProvider } from 'react-i18next'
import { Outlet, useLoaderData } from 'react-router'
import type { SettingsReading } from '#domain/study/settings.ts'
import { loadLanguage } from '#platform/i18n.ts'
import { useLiveSettings } from '#platform/liveSettings.ts'
import { SurroundingsContext, settingsInForce, SettingsContext, type Surroundings } from '#platform/surroundings.ts'
import { useTheme } from '#platform/theme.ts'

export function Root({ surroundings }: { readonly surroundings: Surroundings }) {
  const loaded = useLoaderData<SettingsReading>()
  const reading = useLiveSettings(surroundings.user, loaded)
  const current = useMemo(
    () => settingsInForce(reading, surroundings.browserLanguage),
    [reading, surroundings.browserLanguage],
  )
  useTheme(current.settings.theme)
  useEffect(() => {
    let isWanted = true
    const { language } = current
    loadLanguage(surroundings.i18n, language, surroundings.loadWords).then(
      () => {
        // Words that come late must not undo a later choice.
        if (!isWanted) return
        document.documentElement.lang = language
        void surroundings.i18n.changeLanguage(language)
      },
      // Without its words the page stays as it is; Settings does not let that language be chosen.
      () => undefined,
    )
    return () => {
      isWanted = false
    }
  }, [surroundings, current])
  return (
    <SurroundingsContext value={surroundings}>
      <I18nextProvider i18n={surroundings.i18n}>
        <SettingsContext value={current}>
          <Outlet />
        </SettingsContext>
      </I18nextProvider>
    </SurroundingsContext>
  )
}
