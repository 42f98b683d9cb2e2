// A past for a device: cards that are due, and answers that were given before the screen opens.
import type { Grade, Schedule } from '#domain/study/schedule.ts'
import { defaultParameters } from '#domain/study/schedule.ts'
import type { Services } from '#platform/services.ts'
import { clockToCalendar } from '#platform/clock.ts'
import { answerCard } from '#storage/answers.ts'
import { answerWith } from './deckAnswers.ts'

/** Schedules as they lie in the database, without the answers that made them. */
export async function storeSchedules(services: Services, schedules: readonly Schedule[]): Promise<void> {
  await services.user.schedules.bulkPut([...schedules])
}

/** Answers a card now, as another tab or an earlier sitting would have done. */
export async function giveAnswer(services: Services, cardId: string, grade: Grade = 3): Promise<void> {
  const before = (await services.user.schedules.get(cardId)) ?? null
  const id = `earlier-${services.createId()}`
  const calendar = clockToCalendar(services.clock, 4)
  const given = answerWith({ id, cardId, grade }, before, services.clock.now(), defaultParameters, calendar)
  await answerCard(services.user, given)
}

export async function giveAnswers(services: Services, cardIds: readonly string[], grade: Grade = 3): Promise<void> {
  for (const cardId of cardIds) await giveAnswer(services, cardId, grade)
}
