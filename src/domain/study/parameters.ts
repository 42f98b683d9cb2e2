// The numbers that a scheduler is run with, and a short name for each set of them that goes into every log entry.

export interface SchedulingParameters {
  /** The chance of recall at which a card is asked again, above 0 and at most 1. */
  readonly desiredRetention: number
  readonly maximumIntervalDays: number
  readonly learningStepsMinutes: readonly number[]
  readonly relearningStepsMinutes: readonly number[]
  /** 21 weights of FSRS-6; the 19 of FSRS-5 and the 17 of FSRS-4.5 are accepted and migrated. */
  readonly weights: readonly number[]
  /** Whether intervals are spread a little, so that cards that were begun together do not come back together for ever. */
  readonly fuzz: boolean
}

/**
 * One learning step of ten minutes, where Anki has 1 and 10: a new card answered Good at 1m/10m and then Good again has
 * the stability it had after the first answer, so the second look costs time and teaches the model nothing.
 */
export const defaultParameters: SchedulingParameters = {
  desiredRetention: 0.9,
  maximumIntervalDays: 36_500,
  learningStepsMinutes: [10],
  relearningStepsMinutes: [10],
  weights: [
    0.212, 1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001, 1.8722, 0.1666, 0.796, 1.4835, 0.0614, 0.2629, 1.6483,
    0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542,
  ],
  fuzz: false,
}

export class SchedulingParametersError extends Error {
  readonly field: keyof SchedulingParameters

  constructor(field: keyof SchedulingParameters, expected: string) {
    super(`Scheduling parameter ${field}: ${expected}`)
    this.name = 'SchedulingParametersError'
    this.field = field
  }
}

/**
 * Throws SchedulingParametersError at the first field that is out of its range. ts-fsrs puts its own default in the
 * place of a retention or maximum of 0, and of weights of an unknown length, without a word.
 */
export function assertParameters(parameters: SchedulingParameters): void {
  const { desiredRetention, maximumIntervalDays, learningStepsMinutes, relearningStepsMinutes, weights } = parameters
  if (!(desiredRetention > 0 && desiredRetention <= 1)) {
    throw new SchedulingParametersError('desiredRetention', 'above 0 and at most 1')
  }
  if (!(maximumIntervalDays >= 1)) throw new SchedulingParametersError('maximumIntervalDays', 'at least 1')
  if (!learningStepsMinutes.every(isStep)) throw new SchedulingParametersError('learningStepsMinutes', 'above 0')
  if (!relearningStepsMinutes.every(isStep)) throw new SchedulingParametersError('relearningStepsMinutes', 'above 0')
  if (![17, 19, 21].includes(weights.length) || !weights.every(Number.isFinite)) {
    throw new SchedulingParametersError('weights', '17, 19 or 21 finite numbers')
  }
}

function isStep(minutes: number): boolean {
  return minutes > 0 && Number.isFinite(minutes)
}

/** Sixteen hex digits that stand for the parameters: equal for equal parameters, in every engine and version of ours. */
export function parametersHash(parameters: SchedulingParameters): string {
  const text = JSON.stringify([
    parameters.desiredRetention,
    parameters.maximumIntervalDays,
    parameters.learningStepsMinutes,
    parameters.relearningStepsMinutes,
    parameters.weights,
    ...(parameters.fuzz ? ['fuzz'] : []),
  ])
  return fnv1a(text, 0x811c9dc5) + fnv1a(text, 0x01000193)
}

/** FNV-1a over UTF-16 code units (http://www.isthe.com/chongo/tech/comp/fnv/), 32 bits as eight hex digits. */
function fnv1a(text: string, basis: number): string {
  let hash = basis
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193)
  }
  return (hash >>> 0).toString(16).padStart(8, '0')
}
