// When a card comes next. The only file that imports ts-fsrs, and the only one that knows its traps: it counts UTC days,
// makes cards due to the minute, and does not keep its own maximum. Here elapsed days are local days, whole and given.
import {
  clamp,
  forgetting_curve,
  FSRSAlgorithm,
  get_fuzz_range,
  migrateParameters,
  Rating,
  roundTo,
  S_MAX,
  S_MIN,
} from 'ts-fsrs'
import type { FSRSState, Grade as FsrsGrade } from 'ts-fsrs'
import { dayOf, dayStart, type Calendar } from './calendar.ts'
import { grades, type Grade } from './grade.ts'
import { seededFraction } from './seed.ts'
import { assertParameters, defaultParameters, parametersHash, type SchedulingParameters } from './parameters.ts'

export { grades, type Grade } from './grade.ts'
export { defaultParameters, parametersHash, type SchedulingParameters } from './parameters.ts'

/** The memory model, as it stands in every schedule and log entry. */
export const modelVersion = 'fsrs-6'

const minuteMs = 60_000

export type ScheduleState = 'learning' | 'review' | 'relearning'

/** What is known about a card that was answered at least once; a new card has no schedule. */
export interface Schedule {
  readonly cardId: string
  readonly state: ScheduleState
  /** The index of the learning or relearning step that the card waits in; 0 in review. */
  readonly step: number
  /** The local day on which the card is asked next. In review it rules, and `dueAt` follows. */
  readonly dueDay: number
  /** Ms since the epoch: the end of the step, or in review the moment at which `dueDay` begins. */
  readonly dueAt: number
  /** Days after which the chance of recall is 90 %. */
  readonly stability: number
  /** 1–10. */
  readonly difficulty: number
  /** Whole days from the last answer to the next; 0 while in steps. */
  readonly intervalDays: number
  readonly lastAt: number
  readonly lastDay: number
  readonly repetitions: number
  readonly lapses: number
  readonly parametersHash: string
  readonly model: string
}

/** A card at a moment (ms since the epoch) of a local day, about to be graded. */
export interface Occasion {
  readonly cardId: string
  readonly at: number
  readonly day: number
}

export interface GradedOccasion extends Occasion {
  readonly grade: Grade
}

/** What the schedule becomes by an answer. Throws SchedulingParametersError where a parameter is out of its range. */
export function nextSchedule(
  previous: Schedule | null,
  answer: GradedOccasion,
  parameters: SchedulingParameters,
  calendar: Calendar,
): Schedule {
  const engine = engineOf(parameters)
  const elapsedDays = previous === null ? 0 : daysSince(previous, answer.day)
  const { stability, difficulty } = engine.algorithm.next_state(previous, elapsedDays, answer.grade)
  const past = {
    cardId: answer.cardId,
    stability,
    difficulty,
    lastAt: answer.at,
    lastDay: answer.day,
    repetitions: (previous?.repetitions ?? 0) + 1,
    lapses: (previous?.lapses ?? 0) + (previous?.state === 'review' && answer.grade === grades.again ? 1 : 0),
    parametersHash: engine.hash,
    model: modelVersion,
  }
  const wait = waitAfter(previous, answer.grade, parameters)
  if (wait !== null) {
    const dueAt = answer.at + Math.round(wait.minutes * minuteMs)
    return { ...past, state: wait.state, step: wait.step, intervalDays: 0, dueAt, dueDay: dayOf(dueAt, calendar) }
  }
  const spread = fuzzOf(previous, answer, elapsedDays, parameters)
  const wishedDays =
    previous?.state === 'review' && answer.grade !== grades.again
      ? reviewIntervals(previous, elapsedDays, engine, spread)[answer.grade]
      : spread(engine.algorithm.next_interval(stability, elapsedDays))
  // The maximum is kept here, after the order of the grades: ts-fsrs adds its "one day more" on top of the maximum.
  const intervalDays = Math.max(1, Math.min(wishedDays, Math.floor(parameters.maximumIntervalDays)))
  const dueDay = answer.day + intervalDays
  return { ...past, state: 'review', step: 0, intervalDays, dueDay, dueAt: dayStart(dueDay, calendar) }
}

/** What `nextSchedule` would give for each of the four grades. */
export function previewSchedules(
  previous: Schedule | null,
  occasion: Occasion,
  parameters: SchedulingParameters,
  calendar: Calendar,
): Readonly<Record<Grade, Schedule>> {
  const preview = (grade: Grade): Schedule => nextSchedule(previous, { ...occasion, grade }, parameters, calendar)
  return { 1: preview(1), 2: preview(2), 3: preview(3), 4: preview(4) }
}

/**
 * The chance, 0–1, that a card is recalled on a day: R(t, S) of FSRS-6 with t in whole local days. Only the last of the
 * weights (the decay) matters here.
 */
export function retrievability(
  schedule: Schedule,
  day: number,
  parameters: SchedulingParameters = defaultParameters,
): number {
  return forgetting_curve(engineOf(parameters).weights, daysSince(schedule, day), schedule.stability)
}

/** Whole local days since the last answer. A clock that was set back gives 0; ts-fsrs would throw. */
function daysSince(schedule: Schedule, day: number): number {
  return Math.max(0, day - schedule.lastDay)
}

/** Days for the three grades that keep a card in review, each longer than the one before (as Anki and ts-fsrs do). */
function reviewIntervals(
  memory: FSRSState,
  elapsedDays: number,
  engine: Engine,
  spread: (days: number) => number,
): Record<2 | 3 | 4, number> {
  const days = (grade: Grade): number =>
    spread(
      engine.algorithm.next_interval(engine.algorithm.next_state(memory, elapsedDays, grade).stability, elapsedDays),
    )
  const hard = days(grades.hard)
  const good = Math.max(days(grades.good), hard + 1)
  return { 2: hard, 3: good, 4: Math.max(days(grades.easy), good + 1) }
}

/**
 * Moves an interval within the range of Anki and ts-fsrs (±1 day from 2.5 days on, then 15, 10 and 5 % of what lies above).
 * Where in the range depends on the card and on how often it was answered, and on nothing else: the preview says what the
 * answer gives, a replay repeats it, and all grades of one card move the same way.
 */
function fuzzOf(
  previous: Schedule | null,
  occasion: Occasion,
  elapsedDays: number,
  parameters: SchedulingParameters,
): (days: number) => number {
  if (!parameters.fuzz) return (days) => days
  const fraction = seededFraction(`${occasion.cardId} ${previous?.repetitions ?? 0}`)
  return (days) => {
    const { min_ivl: shortest, max_ivl: longest } = get_fuzz_range(days, elapsedDays, parameters.maximumIntervalDays)
    return days < 2.5 ? days : Math.floor(shortest + fraction * (longest - shortest + 1))
  }
}

interface Wait {
  readonly state: 'learning' | 'relearning'
  readonly step: number
  readonly minutes: number
}

/** The step that a card goes into by an answer, or null where it is next asked on another day. */
function waitAfter(previous: Schedule | null, grade: Grade, parameters: SchedulingParameters): Wait | null {
  if (grade === grades.easy || (previous?.state === 'review' && grade !== grades.again)) return null
  const state = previous === null || previous.state === 'learning' ? 'learning' : 'relearning'
  const steps = state === 'learning' ? parameters.learningStepsMinutes : parameters.relearningStepsMinutes
  const first = steps[0]
  if (first === undefined) return null
  if (grade === grades.again) return { state, step: 0, minutes: first }
  // The list of steps may have become shorter since the card went into its step.
  const step = Math.min(previous?.step ?? 0, steps.length - 1)
  if (grade === grades.hard) return { state, step, minutes: hardMinutes(steps, step, first) }
  const next = steps[step + 1]
  return next === undefined ? null : { state, step: step + 1, minutes: next }
}

/** As Anki: Hard in the first step waits halfway to the second one (half as long again if there is none), later in full. */
function hardMinutes(steps: readonly number[], step: number, first: number): number {
  if (step > 0) return steps[step] ?? first
  const second = steps[1]
  return second === undefined ? first * 1.5 : (first + second) / 2
}

/** A scheduler that has been set up for one set of parameters. */
interface Engine {
  readonly algorithm: FSRSAlgorithm
  readonly weights: readonly number[]
  readonly hash: string
}

// Setting one up checks and migrates the weights, which is too slow to do for every entry of a replayed log.
const engines = new WeakMap<SchedulingParameters, Engine>()

function engineOf(parameters: SchedulingParameters): Engine {
  const known = engines.get(parameters)
  if (known !== undefined) return known
  assertParameters(parameters)
  const weights = migrateParameters(parameters.weights, parameters.relearningStepsMinutes.length)
  const options = {
    w: weights,
    request_retention: parameters.desiredRetention,
    maximum_interval: Number.MAX_SAFE_INTEGER,
    enable_fuzz: false,
    enable_short_term: true,
    // Only their number matters to the algorithm: it bounds two of the weights.
    relearning_steps: parameters.relearningStepsMinutes.map(() => '1m' as const),
  }
  const isMigrated = parameters.weights.length < 21
  const algorithm = isMigrated ? new MigratedAlgorithm(options) : new FSRSAlgorithm(options)
  const engine = { algorithm, weights, hash: parametersHash(parameters) }
  engines.set(parameters, engine)
  return engine
}

/**
 * FSRS-5 and older have no w19, which means w19 = 0; but ts-fsrs 5.4.2 raises it to 0.01 after migrating, and then the
 * published histories of FSRS-5 come out shorter. So their same-day formula is written out: S′ = S · e^(w17 · (G − 3 + w18)),
 * and only Again makes it smaller.
 */
class MigratedAlgorithm extends FSRSAlgorithm {
  override next_short_term_stability(stability: number, grade: FsrsGrade): number {
    const { w } = this.parameters
    const growth = Math.exp((w[17] ?? 0) * (grade - 3 + (w[18] ?? 0)))
    return roundTo(clamp(stability * (grade === Rating.Again ? growth : Math.max(growth, 1)), S_MIN, S_MAX), 8)
  }
}
