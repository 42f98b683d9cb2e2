// What a person can set, in which range, and what holds until they do. A stored value that makes no sense falls back to
// its default and is named, so that one bad value never keeps the app from starting.
import { isLanguage, type Language } from '#domain/language.ts'
import { dueOrders, mixes, newOrders, type DueOrder, type Mix, type NewOrder } from './order.ts'
import { defaultParameters, type SchedulingParameters } from './schedule.ts'

export const themes = ['system', 'light', 'dark'] as const
export type Theme = (typeof themes)[number]

export interface Settings {
  /** Null: what the browser prefers. */
  readonly interfaceLanguage: Language | null
  /** Null: the language of the interface. */
  readonly cardLanguage: Language | null
  readonly cardsPerDay: number
  /** How many of them may be new. */
  readonly newCardsPerDay: number
  readonly desiredRetention: number
  readonly learningStepsMinutes: readonly number[]
  readonly relearningStepsMinutes: readonly number[]
  readonly maximumIntervalDays: number
  readonly fuzz: boolean
  readonly newOrder: NewOrder
  readonly dueOrder: DueOrder
  readonly mix: Mix
  readonly rolloverHour: number
  readonly theme: Theme
  readonly shortcutsEnabled: boolean
  readonly showIntervals: boolean
}
export type SettingName = keyof Settings

/** The numbers that a setting may be, both ends included. */
export const settingRanges = {
  cardsPerDay: { min: 1, max: 500 },
  newCardsPerDay: { min: 0, max: 500 },
  desiredRetention: { min: 0.7, max: 0.97 },
  maximumIntervalDays: { min: 7, max: 36_500 },
  /** Of one step. */
  stepMinutes: { min: 1, max: 720 },
  stepCount: { min: 0, max: 5 },
  rolloverHour: { min: 0, max: 12 },
} as const

const checks: { readonly [Name in SettingName]: (value: unknown) => value is Settings[Name] } = {
  interfaceLanguage: isLanguageOrNull,
  cardLanguage: isLanguageOrNull,
  cardsPerDay: (value): value is number => isInteger(value) && isInRange(value, 'cardsPerDay'),
  newCardsPerDay: (value): value is number => isInteger(value) && isInRange(value, 'newCardsPerDay'),
  desiredRetention: (value): value is number => typeof value === 'number' && isInRange(value, 'desiredRetention'),
  learningStepsMinutes: isSteps,
  relearningStepsMinutes: isSteps,
  maximumIntervalDays: (value): value is number => isInteger(value) && isInRange(value, 'maximumIntervalDays'),
  fuzz: (value): value is boolean => typeof value === 'boolean',
  newOrder: (value): value is NewOrder => newOrders.some((order) => order === value),
  dueOrder: (value): value is DueOrder => dueOrders.some((order) => order === value),
  mix: (value): value is Mix => mixes.some((mix) => mix === value),
  rolloverHour: (value): value is number => isInteger(value) && isInRange(value, 'rolloverHour'),
  theme: (value): value is Theme => themes.some((theme) => theme === value),
  shortcutsEnabled: (value): value is boolean => typeof value === 'boolean',
  showIntervals: (value): value is boolean => typeof value === 'boolean',
}

export const defaultSettings: Settings = {
  interfaceLanguage: null,
  cardLanguage: null,
  cardsPerDay: 20,
  newCardsPerDay: 20,
  desiredRetention: 0.9,
  learningStepsMinutes: defaultParameters.learningStepsMinutes,
  relearningStepsMinutes: defaultParameters.relearningStepsMinutes,
  maximumIntervalDays: 36_500,
  fuzz: true,
  newOrder: 'deck',
  dueOrder: 'stability',
  mix: 'dueFirst',
  rolloverHour: 4,
  theme: 'system',
  shortcutsEnabled: true,
  showIntervals: true,
}

export class InvalidSettingsError extends Error {
  readonly names: readonly string[]

  constructor(names: readonly string[]) {
    super(`Settings out of range or unknown: ${names.join(', ')}`)
    this.name = 'InvalidSettingsError'
    this.names = names
  }
}

export interface SettingsReading {
  readonly settings: Settings
  /** Names of stored values that were out of range or unknown, and were not used. */
  readonly rejected: readonly string[]
}

/** Settings from anything that may lie in storage: a record of values by name, complete or not. Never throws. */
export function settingsFromStored(stored: unknown): SettingsReading {
  if (stored === undefined || stored === null) return { settings: defaultSettings, rejected: [] }
  if (!isRecord(stored)) return { settings: defaultSettings, rejected: Object.keys(checks) }
  const accepted: { -readonly [Name in SettingName]?: Settings[Name] } = {}
  const rejected: string[] = []
  for (const [name, value] of Object.entries(stored)) {
    if (!isSettingName(name) || !accept(accepted, name, value)) rejected.push(name)
  }
  return { settings: { ...defaultSettings, ...accepted }, rejected }
}

function accept<Name extends SettingName>(
  accepted: { -readonly [Each in Name]?: Settings[Each] },
  name: Name,
  value: unknown,
): boolean {
  const isSound = checks[name]
  if (!isSound(value)) return false
  accepted[name] = value
  return true
}

/** What the scheduler is run with under these settings. */
export function settingsToParameters(settings: Settings): SchedulingParameters {
  const { desiredRetention, learningStepsMinutes, relearningStepsMinutes, maximumIntervalDays, fuzz } = settings
  return {
    ...defaultParameters,
    desiredRetention,
    learningStepsMinutes,
    relearningStepsMinutes,
    maximumIntervalDays,
    fuzz,
  }
}

/** Whether a value can be set under this name. */
export function isSetting(name: SettingName, value: unknown): boolean {
  return checks[name](value)
}

export function isSettingName(name: string): name is SettingName {
  return Object.hasOwn(checks, name)
}

function isLanguageOrNull(value: unknown): value is Language | null {
  return value === null || isLanguage(value)
}

/** Steps of a whole number of minutes, each longer than the one before. None: a card graduates at once. */
function isSteps(value: unknown): value is readonly number[] {
  return (
    Array.isArray(value) &&
    isInRange(value.length, 'stepCount') &&
    value.every(
      (minutes, index) =>
        isInteger(minutes) && isInRange(minutes, 'stepMinutes') && (index === 0 || minutes > value[index - 1]),
    )
  )
}

function isInteger(value: unknown): value is number {
  return Number.isInteger(value)
}

function isInRange(value: number, name: keyof typeof settingRanges): boolean {
  const { min, max } = settingRanges[name]
  return value >= min && value <= max
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
