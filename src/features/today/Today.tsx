// What the day holds and the way into it.
import { useLiveQuery } from 'dexie-react-hooks'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { dayToDate } from '#domain/study/calendar.ts'
import { readDay, type Day } from '#platform/day.ts'
import { formatDay, formatNumber } from '#platform/format.ts'
import { daysInWords } from '#platform/intervals.ts'
import { useSurroundings, useSettings } from '#platform/surroundings.ts'
import { useStore } from '#platform/store.ts'
import { useGlance } from '#platform/useGlance.ts'
import { Notice } from '#ui/Notice.tsx'
import { Ring } from '#ui/Ring.tsx'
import buttonStyles from '#ui/Button.module.css'
import styles from './Today.module.css'

export function Today({ loaded }: { readonly loaded: Day }) {
  const { t } = useTranslation()
  const surroundings = useSurroundings()
  const { settings, language } = useSettings()
  const install = useStore(surroundings.deckInstall.state)
  const glance = useGlance()
  const day = useLiveQuery(() => readDay(surroundings, settings), [surroundings, settings, install, glance], loaded)
  return (
    <div className={styles.page}>
      <title>{`${t('today.title')} · ${t('app.name')}`}</title>
      <header>
        <p className={styles.name}>Suhbat</p>
        <h1 className={styles.date}>{formatDay(dayToDate(day.day), language)}</h1>
      </header>
      {day.unreadable.length > 0 && (
        <Notice tone="warning">{t('today.unreadable', { count: day.unreadable.length })}</Notice>
      )}
      <Plan day={day} />
    </div>
  )
}

function Plan({ day }: { readonly day: Day }) {
  const { t } = useTranslation()
  const { language } = useSettings()
  const { queue } = day
  const left = queue.cards.length + queue.laterSteps.length
  if (left === 0) return <DayOver day={day} />
  return (
    <>
      <section className={styles.plan} aria-labelledby="plan">
        <Ring share={queue.answeredCount / queue.totalCount}>
          <span className={styles.count} aria-hidden="true">
            {formatNumber(left, language)}
          </span>
        </Ring>
        <div className={styles.words}>
          <h2 id="plan" className={styles.ready}>
            {t('today.ready', { count: left })}
          </h2>
          <p className={styles.hint}>
            {queue.answeredCount > 0
              ? t('today.ofDay', { answered: queue.answeredCount, count: queue.totalCount })
              : t('today.readyHint')}
          </p>
        </div>
        <dl className={styles.counts}>
          <div className={styles.chip}>
            <dt>{t('today.due')}</dt>
            <dd>{formatNumber(queue.dueCount + queue.laterSteps.length, language)}</dd>
          </div>
          <div className={styles.chip}>
            <dt>{t('today.new')}</dt>
            <dd>{formatNumber(queue.newCount, language)}</dd>
          </div>
        </dl>
      </section>
      <Waiting count={queue.waitingDueCount} />
      <Link to="/study" className={[buttonStyles['button'], buttonStyles['primary'], styles.start].join(' ')}>
        {queue.answeredCount > 0 ? t('today.continue') : t('today.start')}
      </Link>
    </>
  )
}

function DayOver({ day }: { readonly day: Day }) {
  const { t } = useTranslation()
  const { language } = useSettings()
  const { queue, cardCount, nextDueDay } = day
  if (cardCount === 0) return null
  const answered = queue.answeredCount
  return (
    <>
      <section className={styles.plan} aria-labelledby="plan">
        <Ring share={answered > 0 ? 1 : 0}>
          <span className={styles.count} aria-hidden="true">
            {formatNumber(answered, language)}
          </span>
        </Ring>
        <div className={styles.words}>
          <h2 id="plan" className={styles.ready}>
            {answered > 0 ? t('today.doneTitle') : t('today.nothingTitle')}
          </h2>
          <p className={styles.hint}>
            {answered > 0 ? t('today.doneText', { count: answered }) : t('today.nothingText')}
          </p>
          {nextDueDay !== null && (
            <p className={styles.hint}>
              {t('today.nextAt', { when: daysInWords(Math.max(1, nextDueDay - day.day), t, language) })}
            </p>
          )}
        </div>
      </section>
      <Waiting count={queue.waitingDueCount} />
    </>
  )
}

function Waiting({ count }: { readonly count: number }) {
  const { t } = useTranslation()
  if (count === 0) return null
  return (
    <Notice tone="calm">
      {t('today.waiting', { count })} {t('today.limitReached')}
    </Notice>
  )
}
