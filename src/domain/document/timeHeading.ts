// The calendar of a roadmap: months, weeks and weekdays in Uzbek and Russian. It alone knows how they are written and what
// they are called in an id, which is the number or the day and nothing of the topic beside it.
import { textToSlug } from './slug.ts'

/** From coarse to fine: a month holds weeks, a week holds days. */
export const timeRanks = ['month', 'week', 'weekday'] as const
export type TimeRank = (typeof timeRanks)[number]

export interface TimeHeading {
  readonly rank: TimeRank
  readonly slug: string
  /** "Dushanba", "1-HAFTA": the words of the date as they stand. */
  readonly name: string
  /** What follows them: "(OS chuqur)", ": OS + Networking", "→ Real-time Chat design"; may be empty. */
  readonly rest: string
}

const weekdays =
  'dushanba|seshanba|chorshanba|payshanba|juma|shanba|yakshanba|понедельник|вторник|среда|четверг|пятница|суббота|воскресенье'

// "2 OYLIK ROADMAP" is a roadmap of two months and no month, hence the guard against a letter that follows.
const patterns: readonly { readonly rank: TimeRank; readonly pattern: RegExp; readonly slug: string }[] = [
  { rank: 'month', pattern: /^(\d+)\s*-?\s*oy(?![\p{L}\p{N}])/iu, slug: '$-oy' },
  { rank: 'month', pattern: /^месяц\s+(\d+)(?![\p{L}\p{N}])/iu, slug: 'mesyats-$' },
  { rank: 'week', pattern: /^(\d+)\s*-?\s*hafta(?![\p{L}\p{N}])/iu, slug: '$-hafta' },
  { rank: 'week', pattern: /^неделя\s+(\d+)(?![\p{L}\p{N}])/iu, slug: 'nedelya-$' },
  { rank: 'weekday', pattern: new RegExp(`^(${weekdays})(?![\\p{L}\\p{N}])`, 'iu'), slug: '$' },
]

/**
 * After the date of a heading comes nothing, or a mark that parts it from its topic: "Juma kuni review" is no heading, and
 * "Dushanba–Juma" is a span of days.
 */
const restOfHeading = /^\s*(?:$|[(:]|→|->|=>)|^\s+[—–-]\s/u

/** Reads the plain text of a heading; null when it does not start with a month, a week or a weekday. */
export function textToTimeHeading(text: string): TimeHeading | null {
  for (const { rank, pattern, slug } of patterns) {
    const match = pattern.exec(text)
    if (match === null) continue
    const rest = text.slice(match[0].length)
    if (!restOfHeading.test(rest)) return null
    return { rank, slug: slug.replace('$', textToSlug(match[1] ?? '')), name: match[0], rest: rest.trim() }
  }
  return null
}

/** "→ Real-time Chat design" gives "Real-time Chat design"; null when no arrow leads on. */
export function restToArrowText(rest: string): string | null {
  return /^(?:→|->|=>)\s*(\S.*)$/u.exec(rest)?.[1] ?? null
}
