// From the log back to the schedules. They are only a cache of the log, so this has to give exactly what answering one
// card after the other gave.
import type { Calendar } from './calendar.ts'
import { standingEntries, type LogEntry } from './log.ts'
import { nextSchedule, type Schedule, type SchedulingParameters } from './schedule.ts'

/**
 * The schedule of each card that the entries (in any order, undone ones included) leave behind.
 *
 * Day and desired retention are those of the entry; the other parameters are given, or found for each entry. Only what
 * an hour depends on is computed with today's calendar: `dueAt`, and the `dueDay` of a card in steps. So moving to
 * another zone changes the moment at which a card's day begins, but never the day.
 */
export function replay(
  entries: readonly LogEntry[],
  parameters: SchedulingParameters | ((entry: LogEntry) => SchedulingParameters),
  calendar: Calendar,
): ReadonlyMap<string, Schedule> {
  const withRetention = retentionVariants()
  const schedulesByCard = new Map<string, Schedule>()
  for (const entry of standingEntries(entries)) {
    const base = typeof parameters === 'function' ? parameters(entry) : parameters
    const previous = schedulesByCard.get(entry.cardId) ?? null
    schedulesByCard.set(entry.cardId, nextSchedule(previous, entry, withRetention(base, entry.retention), calendar))
  }
  return schedulesByCard
}

/** The same object for the same retention, because a scheduler is set up for each object of parameters. */
function retentionVariants(): (base: SchedulingParameters, retention: number) => SchedulingParameters {
  const variantsByBase = new Map<SchedulingParameters, Map<number, SchedulingParameters>>()
  return (base, retention) => {
    if (base.desiredRetention === retention) return base
    const variants = variantsByBase.get(base) ?? new Map<number, SchedulingParameters>()
    variantsByBase.set(base, variants)
    const variant = variants.get(retention) ?? { ...base, desiredRetention: retention }
    variants.set(retention, variant)
    return variant
  }
}
