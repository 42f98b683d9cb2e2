// Above every page: the surroundings, the settings as they are now, and what the whole document takes from them (language,
// theme).
import { use, useEffect, useMemo, type ReactNode } from 'react'
import type { SettingsReading } from '#domain/study/settings.ts'
import { loadLanguage } from '#platform/i18n.ts'
import { useLiveSettings } from '#platform/liveSettings.ts'
import { SurroundingsContext, settingsInForce, SettingsContext, type Surroundings } from '#platform/surroundings.ts'
import { useTheme } from '#platform/theme.ts'

interface RootProps {
  readonly surroundings: Surroundings
  readonly reading: Promise<SettingsReading>
  readonly children: ReactNode
}

export function Root({ surroundings, reading: first, children }: RootProps) {
  const reading = useLiveSettings(surroundings.user, use(first))
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
      <SettingsContext value={current}>{children}</SettingsContext>
    </SurroundingsContext>
  )
}
