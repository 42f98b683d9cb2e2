// What there is to learn: the subjects in the order in which they teach, with their cards by level.
import { useLiveQuery } from 'dexie-react-hooks'
import { useTranslation } from 'react-i18next'
import { levels } from '#domain/deck/card.ts'
import { countCards, countCardsBySubject, type CardCounts } from '#domain/deck/subjectCounts.ts'
import type { DeckSubject } from '#domain/deck/pack.ts'
import { readCatalogue, type Catalogue } from '#platform/catalogue.ts'
import { formatNumber } from '#platform/format.ts'
import { useStore } from '#platform/store.ts'
import { useSettings, useSurroundings } from '#platform/surroundings.ts'
import { LevelBar } from '#ui/LevelBar.tsx'
import styles from './Subjects.module.css'

export function Subjects({ loaded }: { readonly loaded: Catalogue }) {
  const { t } = useTranslation()
  const surroundings = useSurroundings()
  const install = useStore(surroundings.deckInstall.state)
  const { index, started } = useLiveQuery(() => readCatalogue(surroundings), [surroundings, install], loaded)
  const cards = index?.cards ?? []
  const countsBySubject = countCardsBySubject(cards, started)
  return (
    <div className={styles.page}>
      <title>{`${t('subjects.title')} · ${t('app.name')}`}</title>
      <header className={styles.header}>
        <h1 className={styles.title}>{t('subjects.title')}</h1>
        {cards.length > 0 && <Counts counts={countCards(cards, started)} />}
      </header>
      <ul className={styles.list}>
        {index?.subjects.map((subject) => {
          const counts = countsBySubject.get(subject.id)
          return counts !== undefined && <SubjectRow key={subject.id} subject={subject} counts={counts} />
        })}
      </ul>
    </div>
  )
}

function SubjectRow({ subject, counts }: { readonly subject: DeckSubject; readonly counts: CardCounts }) {
  const { language } = useSettings()
  return (
    <li className={styles.row}>
      <h2 className={styles.name}>{subject.name[language]}</h2>
      <p className={styles.description}>{subject.description[language]}</p>
      <Counts counts={counts} />
    </li>
  )
}

function Counts({ counts }: { readonly counts: CardCounts }) {
  const { t } = useTranslation()
  const { language } = useSettings()
  const { junior, middle, senior } = counts.byLevel
  return (
    <div className={styles.counts}>
      <p className={styles.total}>
        {t('subjects.cards', { count: counts.total })}
        {counts.started > 0 && ` · ${t('subjects.started', { count: counts.started })}`}
      </p>
      <LevelBar shares={[junior, middle, senior]} />
      <dl className={styles.levels}>
        {levels.map((level) => (
          <div key={level} className={styles.level}>
            <dt>{t(`level.${level}`)}</dt>
            <dd>{formatNumber(counts.byLevel[level], language)}</dd>
          </div>
        ))}
      </dl>
    </div>
  )
}
