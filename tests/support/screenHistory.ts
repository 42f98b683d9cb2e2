// A past for a device: cards that are due, and answers that were given before the screen opens.
import type { Grade, Schedule } from '#domain/study/schedule.ts'
import { defaultParameters } from '#domain/study/schedule.ts'
import type { Surroundings } from '#platform/surroundings.ts'
import { clockToCalendar } from '#platform/clock.ts'
import { answerCard } from '#storage/answers.ts'
import { answerWith } from './deckAnswers.ts'

/** Schedules as they lie in the database, without the answers that made them. */
export async function storeSchedules(surroundings: Surroundings, schedules: readonly Schedule[]): Promise<void> {
  await surroundings.user.schedules.bulkPut([...schedules])
}

/** Answers a card now, as another tab or an earlier sitting would have done. */
export async function giveAnswer(surroundings: Surroundings, cardId: string, grade: Grade = 3): Promise<void> {
  const before = (await surroundings.user.schedules.get(cardId)) ?? null
  const id = `earlier-${surroundings.createId()}`
  const calendar = clockToCalendar(surroundings.clock, 4)
  const given = answerWith({ id, cardId, grade }, before, surroundings.clock.now(), defaultParameters, calendar)
  await answerCard(surroundings.user, given)
}

export async function giveAnswers(
  surroundings: Surroundings,
  cardIds: readonly string[],
  grade: Grade = 3,
): Promise<void> {
  for (const cardId of cardIds) await giveAnswer(surroundings, cardId, grade)
}
