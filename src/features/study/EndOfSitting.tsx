// The end of a sitting: what was done, and when the next card comes.
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useSurroundings, useSettings } from '#platform/surroundings.ts'
import { momentInWords } from '#platform/intervals.ts'
import { Button } from '#ui/Button.tsx'
import { Page } from '#ui/Page.tsx'
import { Ring } from '#ui/Ring.tsx'
import { Icon } from '#ui/Icon.tsx'
import buttonStyles from '#ui/Button.module.css'

interface EndOfSittingProps {
  readonly answerCount: number
  /** When the soonest card in steps comes back, if any is left. */
  readonly nextStepAt: number | null
  readonly onAgain: () => void
}

export function EndOfSitting({ answerCount, nextStepAt, onAgain }: EndOfSittingProps) {
  const { t } = useTranslation()
  const { language } = useSettings()
  const { clock } = useSurroundings()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus({ preventScroll: true }), [])
  const toToday = (
    <Link to="/" className={[buttonStyles['button'], buttonStyles['primary']].join(' ')}>
      {t('app.back')}
    </Link>
  )
  if (nextStepAt !== null) {
    return (
      <Page
        headingRef={heading}
        title={t('study.stepsTitle')}
        actions={
          <>
            {toToday}
            <Button onClick={onAgain}>{t('app.retry')}</Button>
          </>
        }
      >
        <p>{t('study.stepsText', { when: momentInWords(nextStepAt, clock.now(), t, language) })}</p>
      </Page>
    )
  }
  if (answerCount === 0) {
    return (
      <Page headingRef={heading} title={t('study.emptyTitle')} actions={toToday}>
        <p>{t('study.emptyText')}</p>
      </Page>
    )
  }
  return (
    <Page
      headingRef={heading}
      title={t('study.doneTitle')}
      actions={toToday}
      picture={
        <Ring share={1}>
          <Icon name="check" size={56} />
        </Ring>
      }
    >
      <p>{t('study.doneText', { count: answerCount })}</p>
    </Page>
  )
}
