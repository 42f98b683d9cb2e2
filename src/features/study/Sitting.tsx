// One sitting: a question, its answer, a grade, the next question. An answer is on the disk before the next card shows;
// the focus moves with the card, so that neither a keyboard nor a screen reader is left behind.
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { isLanguage, languages, type Language } from '#domain/language.ts'
import { dayOf } from '#domain/study/calendar.ts'
import { answerTo } from '#domain/study/review.ts'
import { previewSchedules, type Grade } from '#domain/study/schedule.ts'
import { answered, current, nextStepAt, remaining, setAside, undone } from '#domain/study/session.ts'
import { settingsToParameters } from '#domain/study/settings.ts'
import { clockToCalendar } from '#platform/clock.ts'
import type { SittingStart } from '#platform/day.ts'
import { storageErrorToText } from '#platform/errorText.ts'
import { intervalInWords, shortInterval } from '#platform/intervals.ts'
import { useSurroundings, useSettings } from '#platform/surroundings.ts'
import { useShortcuts } from '#platform/shortcuts.ts'
import { answerCard, undoLast } from '#storage/answers.ts'
import { StorageError } from '#storage/storageError.ts'
import { Button } from '#ui/Button.tsx'
import { IconButton } from '#ui/IconButton.tsx'
import { Notice } from '#ui/Notice.tsx'
import { ProgressBar } from '#ui/ProgressBar.tsx'
import { RichInline } from '#ui/RichText.tsx'
import { Segments } from '#ui/Segments.tsx'
import { CardAnswer } from './CardAnswer.tsx'
import { EndOfSitting } from './EndOfSitting.tsx'
import { GradeBar } from './GradeBar.tsx'
import { MissingCard } from './MissingCard.tsx'
import { useCards } from './useCards.ts'
import styles from './Sitting.module.css'

/** Longer than this nobody answers one card; the person has gone for tea. */
const longestAnswerMs = 10 * 60_000

const gradeNames = { 1: 'study.again', 2: 'study.hard', 3: 'study.good', 4: 'study.easy' } as const
const shortLanguageNames: Record<Language, string> = { uz: 'UZ', ru: 'RU', en: 'EN' }

/** Another tab has answered a card of this sitting: the next sitting begins with what this one has to say and to keep. */
export interface Overtaken {
  readonly sentence: string
  readonly language: Language
}

interface SittingProps {
  readonly start: SittingStart
  readonly overtaken: Overtaken | null
  /** Another sitting, from what the database has now; with what this one leaves to it, if it was overtaken. */
  readonly onBeginAgain: (overtaken: Overtaken | null) => void
}

export function Sitting({ start, overtaken, onBeginAgain }: SittingProps) {
  const { t } = useTranslation()
  const surroundings = useSurroundings()
  const { settings, language: interfaceLanguage, cardLanguage } = useSettings()
  const navigate = useNavigate()
  const { clock, user } = surroundings

  const [session, setSession] = useState(start.session)
  const [language, setLanguage] = useState(overtaken?.language ?? cardLanguage)
  const [shownAt, setShownAt] = useState(start.startedAt)
  const [revealed, setRevealed] = useState(false)
  const [ticked, setTicked] = useState<ReadonlySet<number>>(new Set())
  const [status, setStatus] = useState('')
  const [problem, setProblem] = useState(overtaken?.sentence ?? null)
  const [busy, setBusy] = useState(false)
  const working = useRef(false)
  const question = useRef<HTMLHeadingElement>(null)
  const answer = useRef<HTMLHeadingElement>(null)

  const turn = current(session, shownAt)
  const cardId = turn?.cardId ?? null
  const upcomingIds = session.table.upcoming.map((card) => card.cardId)
  const cards = useCards(cardId === null ? [] : [cardId, ...upcomingIds], language)
  const card = cardId === null ? null : cards.cardIn(cardId, language)
  const missingLanguages = languages.filter((each) => cardId === null || cards.cardIn(cardId, each) === null)

  const parameters = settingsToParameters(settings)
  const calendar = clockToCalendar(clock, settings.rolloverHour)
  const before = cardId === null ? null : (session.schedules.get(cardId) ?? null)
  const left = remaining(session)
  const leftCount = left.steps + left.due + left.new
  const doneCount = session.answers.length

  const isReady = card !== null && card !== undefined
  // The question takes the focus when it appears, the answer when it is shown; nothing is scrolled but to the top.
  useEffect(() => {
    if (!isReady) return
    if (revealed) answer.current?.focus({ preventScroll: true })
    else {
      question.current?.focus({ preventScroll: true })
      window.scrollTo(0, 0)
    }
  }, [cardId, shownAt, revealed, isReady])

  function show(nextStatus: string) {
    setShownAt(clock.now())
    setRevealed(false)
    setTicked(new Set())
    setStatus(nextStatus)
    setProblem(null)
  }

  function reveal() {
    if (isReady) setRevealed(true)
  }

  /** One piece of work on the database at a time: a second key or tap while the first is being written is not meant. */
  function work(action: () => Promise<void>, whatToDo = '') {
    if (working.current) return
    working.current = true
    setBusy(true)
    action()
      .catch((error: unknown) => {
        const sentence = storageErrorToText(error, t)
        // Another tab has been here: its state is loaded, so that the card is not graded twice.
        if (error instanceof StorageError && error.kind === 'conflict') onBeginAgain({ sentence, language })
        else setProblem(`${sentence} ${whatToDo}`.trimEnd())
      })
      .finally(() => {
        working.current = false
        setBusy(false)
      })
  }

  function grade(chosen: Grade) {
    if (!revealed || cardId === null || !isReady) return
    work(async () => {
      const now = clock.now()
      const review = {
        id: surroundings.createId(),
        cardId,
        grade: chosen,
        language,
        mode: 'review',
        durationMs: Math.min(longestAnswerMs, Math.max(0, now - shownAt)),
        points: [...ticked].toSorted((one, other) => one - other),
      } as const
      const given = answerTo(review, before, now, parameters, calendar)
      await answerCard(user, given)
      setSession(answered(session, { cardId, schedule: given.after, entryId: given.entry.id }, now))
      show(
        t('study.graded', {
          grade: t(gradeNames[chosen]),
          when: intervalInWords(given.after, now, t, interfaceLanguage),
        }),
      )
    }, t('study.gradeAgain'))
  }

  function undo() {
    work(async () => {
      const taken = await undoLast(user)
      if (taken === null) {
        setStatus(t('study.nothingToUndo'))
        return
      }
      setSession(undone(session, { entryId: taken.entry.id, cardId: taken.entry.cardId, restored: taken.restored }))
      show(t('study.undone'))
    })
  }

  useShortcuts(
    {
      // Afterwards these keys scroll and press what they always do.
      ...(revealed ? {} : { Space: reveal, Enter: reveal, NumpadEnter: reveal }),
      Digit1: () => grade(1),
      Digit2: () => grade(2),
      Digit3: () => grade(3),
      Digit4: () => grade(4),
      Numpad1: () => grade(1),
      Numpad2: () => grade(2),
      Numpad3: () => grade(3),
      Numpad4: () => grade(4),
      KeyZ: undo,
    },
    settings.shortcutsEnabled,
  )

  const previews =
    isReady && settings.showIntervals
      ? previewSchedules(before, { cardId: card.id, at: shownAt, day: dayOf(shownAt, calendar) }, parameters, calendar)
      : null
  const intervals =
    previews === null
      ? null
      : {
          1: shortInterval(previews[1], shownAt, t, interfaceLanguage),
          2: shortInterval(previews[2], shownAt, t, interfaceLanguage),
          3: shortInterval(previews[3], shownAt, t, interfaceLanguage),
          4: shortInterval(previews[4], shownAt, t, interfaceLanguage),
        }

  return (
    <>
      <header className={styles.header}>
        <div className={styles.headerRow}>
          <IconButton icon="close" label={t('study.leave')} onClick={() => void navigate('/')} />
          <div className={styles.progress}>
            <ProgressBar label={t('study.progress')} value={doneCount} max={doneCount + leftCount} />
          </div>
          <span className={styles.left}>{t('study.left', { count: leftCount })}</span>
          <IconButton
            icon="undo"
            label={t('study.undo')}
            aria-keyshortcuts="z"
            disabled={doneCount === 0 && !start.canUndo}
            onClick={undo}
          />
        </div>
      </header>
      <p role="status" className={styles.status}>
        {status}
      </p>
      {problem !== null && (
        <div className={styles.problem}>
          <Notice tone="warning" alert>
            {problem}
          </Notice>
        </div>
      )}
      {cardId === null && (
        <EndOfSitting answerCount={doneCount} nextStepAt={nextStepAt(session)} onAgain={() => onBeginAgain(null)} />
      )}
      {cardId !== null && !isReady && (
        <MissingCard
          isLookedFor={card === undefined}
          failure={cards.failure}
          cardId={cardId}
          language={language}
          otherLanguages={languages.filter((each) => !missingLanguages.includes(each))}
          onLanguage={setLanguage}
          onSkip={() => {
            setSession(setAside(session, cardId, clock.now()))
            show('')
          }}
        />
      )}
      {isReady && (
        <>
          <article className={styles.card}>
            <div className={styles.cardHead}>
              <p className={styles.subject}>
                <span>{start.subjectNames.get(card.subject)?.[interfaceLanguage] ?? card.subject}</span>
                <span className={styles.level}>{t(`level.${card.level}`)}</span>
              </p>
              <Segments
                label={t('study.cardLanguage')}
                labelHidden
                compact
                value={language}
                segments={languages.map((value) => ({
                  value,
                  label: shortLanguageNames[value],
                  name: t(`language.${value}`),
                  lang: value,
                  disabled: missingLanguages.includes(value),
                }))}
                onChange={(value) => {
                  if (isLanguage(value)) setLanguage(value)
                }}
              />
            </div>
            <h1 ref={question} tabIndex={-1} className={styles.question} lang={card.language}>
              <RichInline content={card.face.question} />
            </h1>
            {revealed && (
              <CardAnswer
                card={card}
                interfaceLanguage={interfaceLanguage}
                ticked={ticked}
                onTick={(point) => setTicked((now) => toggled(now, point))}
                headingRef={answer}
              />
            )}
          </article>
          <footer className={styles.footer}>
            {revealed ? (
              <GradeBar intervals={intervals} busy={busy} onGrade={grade} />
            ) : (
              <Button variant="primary" className={styles.reveal} onClick={reveal} aria-keyshortcuts="Space">
                {t('study.reveal')}
              </Button>
            )}
          </footer>
        </>
      )}
    </>
  )
}

function toggled(points: ReadonlySet<number>, point: number): ReadonlySet<number> {
  const next = new Set(points)
  if (!next.delete(point)) next.add(point)
  return next
}
