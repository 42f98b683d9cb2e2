// Schedules for tests of the queue, the sitting and storage: believable in every field, told by the few that matter.
import { dayStart } from '#domain/study/calendar.ts'
import { modelVersion, type Schedule } from '#domain/study/schedule.ts'
import { tashkent } from './calendarZones.ts'
import { breakfast } from './deckHistory.ts'

/** 20 November 2026. */
export const today = 20_777

/** A card in review that is due on a day. */
export function inReview(cardId: string, dueDay = today, stability = 10): Schedule {
  const intervalDays = 10
  return {
    cardId,
    state: 'review',
    step: 0,
    dueDay,
    dueAt: dayStart(dueDay, tashkent),
    stability,
    difficulty: 5,
    intervalDays,
    lastAt: dayStart(dueDay - intervalDays, tashkent) + 14_400_000,
    lastDay: dueDay - intervalDays,
    repetitions: 3,
    lapses: 0,
    parametersHash: '0123456789abcdef',
    model: modelVersion,
  }
}

/** A card in a step that was begun before breakfast and ends so many minutes after it. */
export function inStep(cardId: string, dueInMinutes: number, state: 'learning' | 'relearning' = 'learning'): Schedule {
  const dueAt = breakfast + dueInMinutes * 60_000
  return {
    ...inReview(cardId),
    state,
    dueDay: today,
    dueAt,
    intervalDays: 0,
    lastAt: Math.min(dueAt, breakfast) - 600_000,
    lastDay: today,
  }
}
