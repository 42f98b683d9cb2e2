// The way into a sitting: waits until there is something to study, then hands a snapshot of the day to `Sitting`.
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useSurroundings } from '#platform/surroundings.ts'
import { useStore } from '#platform/store.ts'
import type { SittingStart } from '#platform/day.ts'
import { installFailureToText } from '#platform/installText.ts'
import { Button } from '#ui/Button.tsx'
import { Page } from '#ui/Page.tsx'
import { ProgressBar } from '#ui/ProgressBar.tsx'
import buttonStyles from '#ui/Button.module.css'
import { Sitting, type Overtaken } from './Sitting.tsx'
import styles from './Study.module.css'

interface StudyProps {
  readonly start: SittingStart
  /** Begins anew with what the database has now. */
  readonly onReadAgain: () => void
}

export function Study({ start, onReadAgain }: StudyProps) {
  const { t } = useTranslation()
  const [overtaken, setOvertaken] = useState<Overtaken | null>(null)
  return (
    <main className={styles.page}>
      <title>{`${t('study.title')} · ${t('app.name')}`}</title>
      {start.cardCount === 0 ? (
        <WaitForCards onReadAgain={onReadAgain} />
      ) : (
        <Sitting
          key={start.startedAt}
          start={start}
          overtaken={overtaken}
          onBeginAgain={(by) => {
            setOvertaken(by)
            onReadAgain()
          }}
        />
      )}
    </main>
  )
}

/** Before the first index has come there is nothing to build a sitting from. */
function WaitForCards({ onReadAgain }: { readonly onReadAgain: () => void }) {
  const { t } = useTranslation()
  const { deckInstall } = useSurroundings()
  const install = useStore(deckInstall.state)
  const waiting = install.phase === 'installing' && install.total === 0
  useEffect(() => {
    if (!waiting && install.phase !== 'failed') onReadAgain()
  }, [waiting, install.phase, onReadAgain])
  if (install.phase === 'failed') {
    return (
      <Page
        title={t('study.noCardsTitle')}
        actions={
          <>
            {install.reason === 'format' ? (
              <Button variant="primary" onClick={() => location.reload()}>
                {t('app.reload')}
              </Button>
            ) : (
              <Button variant="primary" onClick={deckInstall.retry}>
                {t('app.retry')}
              </Button>
            )}
            <Link to="/" className={buttonStyles['button'] ?? ''}>
              {t('app.back')}
            </Link>
          </>
        }
      >
        <p role="alert">{installFailureToText(install, t)}</p>
      </Page>
    )
  }
  return (
    <Page title={t('install.preparing')} picture={<ProgressBar label={t('install.preparing')} value={0} max={1} />} />
  )
}
