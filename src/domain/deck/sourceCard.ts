// A card as its file has it: the three faces together, and the lines on which their words stand, so that a lint can name
// the place. Packs carry `Card` instead, one face at a time.
import type { Language } from '#domain/language.ts'
import type { Card, CardCode, CardHead, Face, Source } from './card.ts'

export const sectionNames = ['question', 'answer', 'key points', 'explanation', 'mistake', 'follow-up'] as const
export type SectionName = (typeof sectionNames)[number]

/** Stands in prose for what is not prose: inline code and links. It is no letter, so no rule about letters sees it. */
export const notProse = '\uFFFC'

/** The words of one line of a section, without markup; `line` is 1-based. */
export interface Prose {
  readonly section: SectionName
  readonly line: number
  readonly text: string
}

export interface SourceFace {
  readonly face: Face
  readonly prose: readonly Prose[]
  /** The 1-based line of each section's heading. */
  readonly headingLines: Readonly<Record<SectionName, number>>
  /** The 1-based line of each key point. */
  readonly keyPointLines: readonly number[]
}

/** A fenced block of code anywhere in the file; `line` is the 1-based line of its first line of code. */
export interface Fence {
  readonly line: number
  readonly language: string
  readonly lines: readonly string[]
}

export interface SourceCard extends CardHead {
  readonly path: string
  readonly covers: readonly string[]
  readonly sources: readonly Source[]
  readonly checked: string
  readonly code: CardCode | null
  readonly faces: Readonly<Record<Language, SourceFace>>
  readonly fences: readonly Fence[]
}

/** The one face of a card that a pack of this language carries. */
export function sourceToCard(source: SourceCard, language: Language): Card {
  const { id, subject, kind, level, covers, sources, checked, code } = source
  return { id, subject, kind, level, covers, sources, checked, code, language, face: source.faces[language].face }
}
