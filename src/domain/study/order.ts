// In which order cards are asked: new ones, due ones, and how the two are mixed. It decides an order, never which day.
import { levels, type CardHead } from '#domain/deck/card.ts'
import { retrievability, type Schedule } from './schedule.ts'
import { seededFraction } from './seed.ts'

/** `deck` is the deck's own order: interview questions first, then subjects as they teach. */
export const newOrders = ['deck', 'subject', 'level', 'random'] as const
export type NewOrder = (typeof newOrders)[number]

export const dueOrders = ['dueDay', 'stability', 'retrievability', 'overdueness', 'random'] as const
export type DueOrder = (typeof dueOrders)[number]

export const mixes = ['dueFirst', 'newFirst', 'mixed'] as const
export type Mix = (typeof mixes)[number]

type NewCard = Pick<CardHead, 'id' | 'subject' | 'level'>

/** The ids of cards in the order in which new ones are introduced; `cards` and `subjects` are in the deck's order. */
export function orderNewCards(
  cards: readonly NewCard[],
  subjects: readonly string[],
  order: NewOrder,
): readonly string[] {
  return sortedBy(cards, newKey(subjects, order)).map((card) => card.id)
}

function newKey(subjects: readonly string[], order: NewOrder): (card: NewCard) => number {
  switch (order) {
    case 'deck':
      return () => 0
    case 'subject':
      return (card) => subjects.indexOf(card.subject) * levels.length + levels.indexOf(card.level)
    case 'level':
      return (card) => levels.indexOf(card.level)
    case 'random':
      return (card) => seededFraction(card.id)
  }
}

/**
 * Schedules that are due on `day`, in the order in which they are asked.
 *
 * `dueDay`: the oldest day first, the most stable first within a day. `stability`: the most stable first, which under a
 * backlog keeps the most cards for the time. `retrievability`: what is nearest to being forgotten first. `overdueness`:
 * the longest overdue for its interval first. `random`: another order each day.
 */
export function orderDue(schedules: readonly Schedule[], order: DueOrder, day: number): readonly Schedule[] {
  const byStability = sortedBy(
    schedules.toSorted((one, other) => (one.cardId < other.cardId ? -1 : 1)),
    (schedule) => -schedule.stability,
  )
  return sortedBy(byStability, dueKey(order, day))
}

function dueKey(order: DueOrder, day: number): (schedule: Schedule) => number {
  switch (order) {
    case 'dueDay':
      return (schedule) => schedule.dueDay
    case 'stability':
      return () => 0
    case 'retrievability':
      return (schedule) => retrievability(schedule, day)
    case 'overdueness':
      return (schedule) => -(day - schedule.dueDay) / Math.max(1, schedule.intervalDays)
    case 'random':
      return (schedule) => seededFraction(`${schedule.cardId} ${day}`)
  }
}

/**
 * Due and new cards in one list. `firstPlace` is the place in the day of the first of them: `mixed` decides for each place
 * by itself and by what is left, so that coming back in the middle of the day finds the rest in the same order.
 */
export function mixDueAndNew(
  due: readonly string[],
  fresh: readonly string[],
  mix: Mix,
  firstPlace: number,
): readonly string[] {
  if (mix === 'dueFirst') return [...due, ...fresh]
  if (mix === 'newFirst') return [...fresh, ...due]
  const mixed: string[] = []
  for (let dueIndex = 0, newIndex = 0; mixed.length < due.length + fresh.length;) {
    const newLeft = fresh.length - newIndex
    const share = newLeft / (newLeft + due.length - dueIndex)
    const next = evenFraction(firstPlace + mixed.length) < share ? fresh[newIndex++] : due[dueIndex++]
    if (next !== undefined) mixed.push(next)
  }
  return mixed
}

/** Fractions 0 ≤ f < 1 of which any few in a row lie evenly (the multiples of the golden ratio, Weyl 1916). */
function evenFraction(place: number): number {
  return (place * 0.6180339887498949 + 0.5) % 1
}

/** Sorted by a number, what is equal as it was; each number is computed once. */
function sortedBy<Item>(items: readonly Item[], keyOf: (item: Item) => number): readonly Item[] {
  return items
    .map((item) => ({ item, key: keyOf(item) }))
    .toSorted((one, other) => one.key - other.key)
    .map(({ item }) => item)
}
