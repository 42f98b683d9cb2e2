// The four grades, always under the thumb, each with its meaning and the time until the card comes back.
import { useTranslation } from 'react-i18next'
import type { Grade } from '#domain/study/schedule.ts'
import styles from './GradeBar.module.css'

const rows = [
  { grade: 1, name: 'again' },
  { grade: 2, name: 'hard' },
  { grade: 3, name: 'good' },
  { grade: 4, name: 'easy' },
] as const satisfies readonly { grade: Grade; name: string }[]

interface GradeBarProps {
  readonly intervals: Readonly<Record<Grade, string>> | null
  readonly busy: boolean
  readonly onGrade: (grade: Grade) => void
}

export function GradeBar({ intervals, busy, onGrade }: GradeBarProps) {
  const { t } = useTranslation()
  return (
    <div className={styles.bar} role="group" aria-label={t('study.grades')}>
      {rows.map(({ grade, name }) => (
        <button
          key={grade}
          type="button"
          className={[styles.grade, styles[name]].join(' ')}
          title={t(`study.${name}Meaning`)}
          aria-keyshortcuts={String(grade)}
          aria-disabled={busy}
          onClick={(event) => {
            // The second half of a double tap was meant for the button that stood here before.
            if (event.detail < 2) onGrade(grade)
          }}
        >
          <span className={styles.name}>{t(`study.${name}`)}</span>
          {intervals !== null && <span className={styles.interval}>{intervals[grade]}</span>}
        </button>
      ))}
    </div>
  )
}
