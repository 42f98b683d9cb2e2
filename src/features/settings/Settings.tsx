// What can be set. Each change is saved at once and said so; there is no button to forget.
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { languages, type Language } from '#domain/language.ts'
import { dueOrders, mixes, newOrders } from '#domain/study/order.ts'
import {
  isSetting,
  isSettingName,
  settingRanges,
  themes,
  type SettingName,
  type Settings as SettingsValues,
} from '#domain/study/settings.ts'
import { stepsToText, textToSteps } from '#domain/study/steps.ts'
import { storageErrorToText } from '#platform/errorText.ts'
import { formatNumber } from '#platform/format.ts'
import { loadLanguage } from '#platform/i18n.ts'
import { useSurroundings, useSettings } from '#platform/surroundings.ts'
import { saveSettings } from '#storage/settingsStore.ts'
import type { DeckIndex } from '#domain/deck/pack.ts'
import { Notice } from '#ui/Notice.tsx'
import { Segments } from '#ui/Segments.tsx'
import { Stepper } from '#ui/Stepper.tsx'
import { Switch } from '#ui/Switch.tsx'
import { Slider } from '#ui/Slider.tsx'
import { Select } from '#ui/Select.tsx'
import { TextField } from '#ui/TextField.tsx'
import styles from './Settings.module.css'

const rolloverHours = Array.from({ length: settingRanges.rolloverHour.max + 1 }, (_, hour) => hour)

export function Settings({ index }: { readonly index: DeckIndex | null }) {
  const { t } = useTranslation()
  const { user, i18n, loadWords } = useSurroundings()
  const { settings, rejected, language } = useSettings()
  // Makes controls that show an unsaved value begin again with the saved one.
  const [failures, setFailures] = useState(0)
  const wantedLanguage = useRef<Language | null>(null)
  const [message, setMessage] = useState<{ readonly failed: boolean; readonly text: string } | null>(null)

  useEffect(() => {
    if (message === null || message.failed) return
    const timer = setTimeout(() => setMessage(null), 2500)
    return () => clearTimeout(timer)
  }, [message])

  function save(change: Partial<SettingsValues>) {
    saveSettings(user, change).then(
      () => setMessage({ failed: false, text: t('settings.saved') }),
      (error: unknown) => {
        setMessage({ failed: true, text: t('settings.notSaved', { reason: storageErrorToText(error, t) }) })
        setFailures((count) => count + 1)
      },
    )
  }

  /** False where the text is no list of steps that can be set. */
  function saveSteps(name: 'learningStepsMinutes' | 'relearningStepsMinutes', text: string): boolean {
    const steps = textToSteps(text)
    if (steps === null || !isSetting(name, steps)) return false
    save({ [name]: steps })
    return true
  }

  /** A language whose words cannot be had is not chosen, or the next start would find none. */
  function chooseInterface(chosen: Language) {
    wantedLanguage.current = chosen
    loadLanguage(i18n, chosen, loadWords).then(
      () => {
        // Words that come late must not undo a later choice.
        if (wantedLanguage.current === chosen) save({ interfaceLanguage: chosen })
      },
      () => setMessage({ failed: true, text: t('settings.notSaved', { reason: t('error.words') }) }),
    )
  }

  return (
    <div className={styles.page}>
      <title>{`${t('settings.title')} · ${t('app.name')}`}</title>
      <h1 className={styles.title}>{t('settings.title')}</h1>
      {rejected.length > 0 && (
        <Notice tone="warning">
          {t('settings.rejected', {
            names: rejected.map((name) => (isSettingName(name) ? t(settingKeys[name]) : name)).join(', '),
          })}
        </Notice>
      )}
      <Group title={t('settings.languages')}>
        <Segments
          label={t('settings.interfaceLanguage')}
          value={language}
          segments={languages.map((value) => ({ value, label: t(`language.${value}`), lang: value }))}
          onChange={chooseInterface}
        />
        <div>
          <Segments
            label={t('settings.cardLanguage')}
            value={settings.cardLanguage ?? 'same'}
            segments={[
              { value: 'same' as const, label: t('settings.cardLanguageSame') },
              ...languages.map((value) => ({ value, label: t(`language.${value}`), lang: value })),
            ]}
            onChange={(value: Language | 'same') => save({ cardLanguage: value === 'same' ? null : value })}
          />
          <p className={styles.hint}>{t('settings.cardLanguageHint')}</p>
        </div>
      </Group>
      <Group title={t('settings.study')}>
        <Stepper
          key={`cards-${failures}`}
          label={t('settings.cardsPerDay')}
          fewer={t('settings.fewer')}
          more={t('settings.more')}
          value={settings.cardsPerDay}
          step={5}
          {...settingRanges.cardsPerDay}
          rangeMessage={t('settings.range', settingRanges.cardsPerDay)}
          onChange={(cardsPerDay) => save({ cardsPerDay })}
        />
        <Stepper
          key={`new-${failures}`}
          label={t('settings.newCardsPerDay')}
          fewer={t('settings.fewerNew')}
          more={t('settings.moreNew')}
          value={settings.newCardsPerDay}
          step={5}
          {...settingRanges.newCardsPerDay}
          rangeMessage={t('settings.range', settingRanges.newCardsPerDay)}
          onChange={(newCardsPerDay) => save({ newCardsPerDay })}
        />
        <Slider
          key={`retention-${failures}`}
          label={t('settings.retention')}
          hint={t('settings.retentionHint')}
          min={Math.round(settingRanges.desiredRetention.min * 100)}
          max={Math.round(settingRanges.desiredRetention.max * 100)}
          value={Math.round(settings.desiredRetention * 100)}
          valueToText={(percent) => `${formatNumber(percent, language)} %`}
          onChange={(percent) => save({ desiredRetention: percent / 100 })}
        />
        <Select
          label={t('settings.rollover')}
          hint={t('settings.rolloverHint')}
          value={String(settings.rolloverHour)}
          options={rolloverHours.map((hour) => ({ value: String(hour), label: `${String(hour).padStart(2, '0')}:00` }))}
          onChange={(hour) => save({ rolloverHour: Number(hour) })}
        />
        <Switch
          label={t('settings.showIntervals')}
          checked={settings.showIntervals}
          onChange={(showIntervals) => save({ showIntervals })}
        />
        <Switch
          label={t('settings.shortcuts')}
          hint={t('study.keys')}
          checked={settings.shortcutsEnabled}
          onChange={(shortcutsEnabled) => save({ shortcutsEnabled })}
        />
      </Group>
      <Group title={t('settings.order')}>
        <Select
          label={t('settings.newOrder')}
          value={settings.newOrder}
          options={newOrders.map((value) => ({ value, label: t(`newOrder.${value}`) }))}
          onChange={(value) => save({ newOrder: newOrders.find((order) => order === value) ?? settings.newOrder })}
        />
        <Select
          label={t('settings.dueOrder')}
          hint={t('settings.dueOrderHint')}
          value={settings.dueOrder}
          options={dueOrders.map((value) => ({ value, label: t(`dueOrder.${value}`) }))}
          onChange={(value) => save({ dueOrder: dueOrders.find((order) => order === value) ?? settings.dueOrder })}
        />
        <Segments
          label={t('settings.mix')}
          value={settings.mix}
          segments={mixes.map((value) => ({ value, label: t(`mix.${value}`) }))}
          onChange={(mix) => save({ mix })}
        />
      </Group>
      <Group title={t('settings.scheduling')}>
        <TextField
          key={`learning-${failures}`}
          label={t('settings.learningSteps')}
          hint={t('settings.learningStepsHint')}
          value={stepsToText(settings.learningStepsMinutes)}
          refusedMessage={t('settings.stepsRefused')}
          onChange={(text) => saveSteps('learningStepsMinutes', text)}
        />
        <TextField
          key={`relearning-${failures}`}
          label={t('settings.relearningSteps')}
          hint={t('settings.relearningStepsHint')}
          value={stepsToText(settings.relearningStepsMinutes)}
          refusedMessage={t('settings.stepsRefused')}
          onChange={(text) => saveSteps('relearningStepsMinutes', text)}
        />
        <Stepper
          key={`maximum-${failures}`}
          label={t('settings.maximumInterval')}
          fewer={t('settings.shorter')}
          more={t('settings.longer')}
          value={settings.maximumIntervalDays}
          step={30}
          {...settingRanges.maximumIntervalDays}
          rangeMessage={t('settings.range', settingRanges.maximumIntervalDays)}
          onChange={(maximumIntervalDays) => save({ maximumIntervalDays })}
        />
        <Switch
          label={t('settings.fuzz')}
          hint={t('settings.fuzzHint')}
          checked={settings.fuzz}
          onChange={(fuzz) => save({ fuzz })}
        />
      </Group>
      <Group title={t('settings.appearance')}>
        <Segments
          label={t('settings.theme')}
          value={settings.theme}
          segments={themes.map((value) => ({ value, label: t(themeKeys[value]) }))}
          onChange={(theme) => save({ theme })}
        />
      </Group>
      <Group title={t('settings.about')}>
        <div className={styles.about}>
          <p>{t('settings.privacy')}</p>
          {index !== null && (
            <p>
              {t('settings.content', { count: index.cards.length })}.{' '}
              {t('settings.contentVersion', { version: index.contentVersion.slice(0, 8) })}
            </p>
          )}
          <p>{t('settings.appVersion', { version: import.meta.env.VITE_APP_VERSION })}</p>
        </div>
      </Group>
      <div role="status" className={message === null ? styles.noMessage : styles.message} data-failed={message?.failed}>
        {message?.text}
      </div>
    </div>
  )
}

/** What a setting is called on this page. */
const settingKeys = {
  interfaceLanguage: 'settings.interfaceLanguage',
  cardLanguage: 'settings.cardLanguage',
  cardsPerDay: 'settings.cardsPerDay',
  desiredRetention: 'settings.retention',
  rolloverHour: 'settings.rollover',
  theme: 'settings.theme',
  shortcutsEnabled: 'settings.shortcuts',
  showIntervals: 'settings.showIntervals',
  newCardsPerDay: 'settings.newCardsPerDay',
  learningStepsMinutes: 'settings.learningSteps',
  relearningStepsMinutes: 'settings.relearningSteps',
  maximumIntervalDays: 'settings.maximumInterval',
  fuzz: 'settings.fuzz',
  newOrder: 'settings.newOrder',
  dueOrder: 'settings.dueOrder',
  mix: 'settings.mix',
} as const satisfies Record<SettingName, string>

const themeKeys = {
  system: 'settings.themeSystem',
  light: 'settings.themeLight',
  dark: 'settings.themeDark',
} as const

function Group({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className={styles.group}>
      <h2 className={styles.groupTitle}>{title}</h2>
      <div className={styles.panel}>{children}</div>
    </section>
  )
}
