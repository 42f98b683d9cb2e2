// Asks before a new version takes over. It stands on the quiet pages only, never in a sitting.
import { useTranslation } from 'react-i18next'
import { useSurroundings } from '#platform/surroundings.ts'
import { useStore } from '#platform/store.ts'
import { Button } from '#ui/Button.tsx'
import { Notice } from '#ui/Notice.tsx'
import styles from './UpdatePrompt.module.css'

export function UpdatePrompt() {
  const { t } = useTranslation()
  const { offline } = useSurroundings()
  const update = useStore(offline.update)
  if (update === 'none') return null
  return (
    <div className={styles.prompt} role="status">
      <Notice
        tone="calm"
        actions={
          <>
            <Button disabled={update === 'accepted'} onClick={offline.accept}>
              {t('update.accept')}
            </Button>
            <Button disabled={update === 'accepted'} onClick={offline.dismiss}>
              {t('update.later')}
            </Button>
          </>
        }
      >
        {t('update.title')}
      </Notice>
    </div>
  )
}
