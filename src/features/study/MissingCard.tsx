// In the place of a card whose text is not on the device (yet): why, and what can be done meanwhile.
import { useTranslation } from 'react-i18next'
import type { Language } from '#domain/language.ts'
import { storageErrorToText } from '#platform/errorText.ts'
import { useSurroundings } from '#platform/surroundings.ts'
import { useStore } from '#platform/store.ts'
import { Button } from '#ui/Button.tsx'
import { Page } from '#ui/Page.tsx'

interface MissingCardProps {
  /** True while the content database is being asked, which takes no time worth a word. */
  readonly isLookedFor: boolean
  readonly failure: unknown
  readonly cardId: string
  readonly language: Language
  readonly otherLanguages: readonly Language[]
  readonly onLanguage: (language: Language) => void
  readonly onSkip: () => void
}

export function MissingCard(props: MissingCardProps) {
  const { isLookedFor, failure, cardId, language, otherLanguages, onLanguage, onSkip } = props
  const { t } = useTranslation()
  const { deckInstall } = useSurroundings()
  const install = useStore(deckInstall.state)
  if (isLookedFor && failure === null) return null
  if (install.phase === 'installing') {
    return (
      <Page title={t('study.waitTitle')}>
        <p>{t('study.waitText')}</p>
      </Page>
    )
  }
  return (
    <Page
      title={t('study.missingTitle')}
      actions={
        <>
          {otherLanguages.map((other) => (
            <Button key={other} lang={other} onClick={() => onLanguage(other)}>
              {t(`language.${other}`)}
            </Button>
          ))}
          <Button onClick={onSkip}>{t('study.skip')}</Button>
          <Button variant="primary" onClick={() => void deckInstall.refetch(cardId, language)}>
            {t('app.retry')}
          </Button>
        </>
      }
    >
      <p>
        {failure === null
          ? t('study.otherLanguage', { language: t(`language.${language}`) })
          : storageErrorToText(failure, t)}
      </p>
      {install.phase === 'failed' && install.reason === 'network' && <p>{t('study.missingText')}</p>}
    </Page>
  )
}
