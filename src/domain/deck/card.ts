// A card as the app knows it: what it covers, where its claims come from, and one face in one language.
import type { Language } from '#domain/language.ts'
import type { Block, CodeBlock, Inline } from './tree.ts'

export const cardKinds = [
  'concept',
  'compare',
  'code',
  'command',
  'scenario',
  'design',
  'history',
  'behavioural',
  'recall',
] as const
export type CardKind = (typeof cardKinds)[number]

export const levels = ['junior', 'middle', 'senior'] as const
export type Level = (typeof levels)[number]

/** An official page; `points` are the 1-based numbers of the key points that it backs. */
export interface Source {
  readonly title: string
  readonly section: string
  readonly url: string
  readonly points: readonly number[]
}

export interface KeyPoint {
  readonly must: boolean
  readonly text: readonly Inline[]
}

export interface FollowUp {
  readonly question: readonly Inline[]
  readonly answer: readonly Block[]
}

/** Everything of a card that is said in one language. */
export interface Face {
  readonly question: readonly Inline[]
  readonly answer: readonly Block[]
  readonly keyPoints: readonly KeyPoint[]
  readonly explanation: readonly Block[]
  readonly mistake: readonly Block[]
  readonly followUp: FollowUp
}

/** A language-neutral program and what it prints (lines), if it prints anything. */
export interface CardCode {
  readonly block: CodeBlock
  readonly output: readonly string[] | null
}

export interface CardHead {
  readonly id: string
  readonly subject: string
  readonly kind: CardKind
  readonly level: Level
}

/** A card in one language, as a pack carries it and the content database keeps it. */
export interface Card extends CardHead {
  readonly covers: readonly string[]
  readonly sources: readonly Source[]
  /** The day on which the sources were last read against the card, `YYYY-MM-DD`. */
  readonly checked: string
  readonly code: CardCode | null
  readonly language: Language
  readonly face: Face
}
