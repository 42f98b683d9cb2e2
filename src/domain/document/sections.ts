// The sections that are open at a line, from the outermost in. It alone knows which of them a new heading, an indent, a
// blank line or a rule closes.
import { timeRanks, type TimeRank } from './timeHeading.ts'

export interface OpenSection {
  readonly text: string
  readonly slug: string
  /** See `levels`: a section closes every open one of its own level or a deeper one. */
  readonly level: number
  readonly rank: TimeRank | null
  /** Until another heading closes it, to the end of the paragraph, or for its own line only. */
  readonly lasts: 'open' | 'paragraph' | 'line'
}

/**
 * Markdown headings have levels 1 to 6. A date on a plain line ("8-HAFTA — …") is above them all, a label ("**Amaliyot:**")
 * below them all, and a bullet that is a heading is deeper than labels, by its indent.
 */
export const levels = {
  plainDate: { month: 0.1, week: 0.2, weekday: 0.3 },
  label: 7,
  bullet: (indent: number): number => 8 + indent,
} as const

/** A month, week or day closes open ones that are not coarser, whatever their level; then the level decides. */
export function enterSection(open: readonly OpenSection[], section: OpenSection): readonly OpenSection[] {
  const { rank } = section
  const isClosed = (other: OpenSection): boolean =>
    other.level >= section.level ||
    (rank !== null && other.rank !== null && timeRanks.indexOf(other.rank) >= timeRanks.indexOf(rank))
  return [...before(open, isClosed), section]
}

/** A line at this indent is no child of a bullet that stands as far right. */
export function leaveAtIndent(open: readonly OpenSection[], indent: number): readonly OpenSection[] {
  return before(open, (section) => section.level >= levels.bullet(indent))
}

export function leaveParagraph(open: readonly OpenSection[]): readonly OpenSection[] {
  return before(open, (section) => section.lasts === 'paragraph')
}

/** A rule ends labels and bullets; the weeks and months of the headings run on across it. */
export function leaveAtRule(open: readonly OpenSection[]): readonly OpenSection[] {
  return before(open, (section) => section.level >= levels.label)
}

function before(open: readonly OpenSection[], isClosed: (section: OpenSection) => boolean): readonly OpenSection[] {
  const end = open.findIndex(isClosed)
  return end === -1 ? open : open.slice(0, end)
}
