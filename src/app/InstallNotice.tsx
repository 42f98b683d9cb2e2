// How far the decks have come onto the device, and what to do when they do not come.
import { useTranslation } from 'react-i18next'
import { installFailureToText } from '#platform/installText.ts'
import { useSurroundings } from '#platform/surroundings.ts'
import { useStore } from '#platform/store.ts'
import { Button } from '#ui/Button.tsx'
import { Notice } from '#ui/Notice.tsx'
import { ProgressBar } from '#ui/ProgressBar.tsx'
import styles from './InstallNotice.module.css'

export function InstallNotice() {
  const { t } = useTranslation()
  const { deckInstall } = useSurroundings()
  const install = useStore(deckInstall.state)
  if (install.phase === 'ready') return null
  if (install.phase === 'installing') {
    const words =
      install.total === 0 ? t('install.preparing') : t('install.progress', { done: install.done, total: install.total })
    return (
      <div className={styles.progress}>
        <p role="status">
          <span className="visually-hidden">{words}</span>
          <span aria-hidden="true">{install.total === 0 ? '…' : `${install.done} / ${install.total}`}</span>
        </p>
        <ProgressBar label={words} value={install.done} max={install.total} />
      </div>
    )
  }
  return (
    <div className={styles.notice}>
      <Notice
        tone="warning"
        alert
        actions={
          install.reason === 'format' ? (
            <Button onClick={() => location.reload()}>{t('app.reload')}</Button>
          ) : (
            <Button onClick={deckInstall.retry}>{t('app.retry')}</Button>
          )
        }
      >
        {installFailureToText(install, t)}
      </Notice>
    </div>
  )
}
