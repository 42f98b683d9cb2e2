// What a schedule must look like to be gone on from after it was stored, and when two are the same.
import type { Schedule } from './schedule.ts'

const states: readonly unknown[] = ['learning', 'review', 'relearning'] satisfies readonly Schedule['state'][]
const stringFields = ['cardId', 'parametersHash', 'model'] as const
const numberFields = [
  'step',
  'dueDay',
  'dueAt',
  'stability',
  'difficulty',
  'intervalDays',
  'lastAt',
  'lastDay',
  'repetitions',
  'lapses',
] as const

/** FSRS goes no lower, and refuses to go on from less. */
const smallestStability = 0.001

/** True when every field is there and the memory is one that FSRS can go on from. */
export function isSchedule(value: unknown): value is Schedule {
  if (typeof value !== 'object' || value === null) return false
  const fields: Record<string, unknown> = { ...value }
  return (
    states.includes(fields['state']) &&
    stringFields.every((name) => typeof fields[name] === 'string') &&
    numberFields.every((name) => Number.isFinite(fields[name])) &&
    Number(fields['stability']) >= smallestStability &&
    Number(fields['difficulty']) >= 1 &&
    Number(fields['difficulty']) <= 10
  )
}

/** True when both are the same in every field, or both are absent. */
export function isSameSchedule(left: Schedule | null, right: Schedule | null): boolean {
  if (left === null || right === null) return left === right
  return (
    left.state === right.state && [...stringFields, ...numberFields].every((name) => Object.is(left[name], right[name]))
  )
}
