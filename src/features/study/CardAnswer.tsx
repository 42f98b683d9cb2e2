// Everything behind "Show answer", in the order in which one checks a spoken answer: the points first, the words after.
import type { ReactNode, Ref } from 'react'
import { useTranslation } from 'react-i18next'
import type { Card } from '#domain/deck/card.ts'
import type { Language } from '#domain/language.ts'
import { formatDate, readDate } from '#platform/format.ts'
import { Icon } from '#ui/Icon.tsx'
import { CodeText, PlainCode, RichInline, RichText } from '#ui/RichText.tsx'
import styles from './CardAnswer.module.css'

interface CardAnswerProps {
  readonly card: Card
  readonly interfaceLanguage: Language
  readonly ticked: ReadonlySet<number>
  readonly onTick: (point: number) => void
  readonly headingRef: Ref<HTMLHeadingElement>
}

export function CardAnswer({ card, interfaceLanguage, ticked, onTick, headingRef }: CardAnswerProps) {
  const { t } = useTranslation()
  const { face, language } = card
  return (
    <div className={styles.answer}>
      <h2 ref={headingRef} tabIndex={-1} className="visually-hidden">
        {t('study.answer')}
      </h2>
      <section className={styles.points}>
        <div className={styles.pointsHead}>
          <h3 className={styles.heading}>{t('study.points')}</h3>
          <p className={styles.hint}>{t('study.pointsHint')}</p>
        </div>
        <ul className={styles.pointList}>
          {face.keyPoints.map((point, index) => {
            const number = index + 1
            return (
              <li key={number}>
                <label className={styles.point}>
                  <input
                    type="checkbox"
                    className={styles.tick}
                    checked={ticked.has(number)}
                    onChange={() => onTick(number)}
                  />
                  <span className={styles.box} aria-hidden="true">
                    <Icon name="check" size={18} />
                  </span>
                  <span lang={language}>
                    <RichInline content={point.text} />
                    {point.must && ' '}
                    {point.must && (
                      <span className={styles.must} lang={interfaceLanguage}>
                        {t('study.must')}
                      </span>
                    )}
                  </span>
                </label>
              </li>
            )
          })}
        </ul>
      </section>
      <Section title={t('study.spoken')} language={language}>
        <RichText content={face.answer} />
      </Section>
      <Section title={t('study.explanation')} language={language}>
        <RichText content={face.explanation} />
      </Section>
      {card.code !== null && (
        <section className={styles.section}>
          <h3 className={styles.heading}>{t('study.code')}</h3>
          <CodeText code={card.code.block} />
          {card.code.output !== null && (
            <>
              <h4 className={styles.subheading}>{t('study.output')}</h4>
              <PlainCode lines={card.code.output} />
            </>
          )}
        </section>
      )}
      <section className={[styles.section, styles.mistake].join(' ')}>
        <h3 className={styles.heading}>{t('study.mistake')}</h3>
        <div lang={language}>
          <RichText content={face.mistake} />
        </div>
      </section>
      <section className={styles.section}>
        <h3 className={styles.heading}>{t('study.followUp')}</h3>
        <p className={styles.followUp} lang={language}>
          <RichInline content={face.followUp.question} />
        </p>
        <details className={styles.details}>
          <summary>{t('study.followUpShow')}</summary>
          <div lang={language}>
            <RichText content={face.followUp.answer} />
          </div>
        </details>
      </section>
      <section className={styles.section}>
        <details className={styles.details}>
          <summary>{t('study.sources')}</summary>
          <Sources card={card} interfaceLanguage={interfaceLanguage} />
        </details>
      </section>
    </div>
  )
}

function Section({
  title,
  language,
  children,
}: {
  readonly title: string
  readonly language: Language
  readonly children: ReactNode
}) {
  return (
    <section className={styles.section}>
      <h3 className={styles.heading}>{title}</h3>
      <div lang={language}>{children}</div>
    </section>
  )
}

function Sources({ card, interfaceLanguage }: { readonly card: Card; readonly interfaceLanguage: Language }) {
  const { t } = useTranslation()
  const checked = readDate(card.checked)
  return (
    <>
      <ul className={styles.sources}>
        {card.sources.map((source) => (
          <li key={source.url} lang="en">
            <a className={styles.source} href={source.url} target="_blank" rel="noreferrer">
              {source.title}, {source.section}
              <Icon name="external" size={16} />
            </a>
          </li>
        ))}
      </ul>
      {checked !== null && (
        <p className={styles.hint}>{t('study.checked', { date: formatDate(checked, interfaceLanguage) })}</p>
      )}
    </>
  )
}
