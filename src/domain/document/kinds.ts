// What an item is: a question, a topic to know, practice to do, a goal, or an instruction on how to study. It alone knows
// the labels of the roadmaps and the few turns of phrase that overrule them.
import type { OutlineItem, Section } from './outline.ts'
import { textToTimeHeading } from './timeHeading.ts'

export const itemKinds = ['question', 'topic', 'practice', 'goal', 'instruction'] as const
export type ItemKind = (typeof itemKinds)[number]

/** Goals and instructions are read, not asked: no card has to cover them. */
export function needsCard(kind: ItemKind): boolean {
  return kind === 'question' || kind === 'topic' || kind === 'practice'
}

type LabelKind = Exclude<ItemKind, 'question'> | 'interview'

/** A label is the start of a heading; the innermost heading that is a label decides. Dates are no labels. */
const labels: readonly { readonly pattern: RegExp; readonly kind: LabelKind }[] = [
  { pattern: /^interview tayyorgarligi/iu, kind: 'interview' },
  {
    pattern:
      /^(?:amaliy(?:ot)?|практика|(?:мини-)?проекты?|функционал|mini-project(?:lar)?|final(?:\s+(?:project|loyiha))?)(?!\p{L})/iu,
    kind: 'practice',
  },
  { pattern: /^(?:maqsad|natija|цел[ьи])/iu, kind: 'goal' },
  { pattern: /^(?:muhim|har\s)/iu, kind: 'instruction' },
  { pattern: /^(?:nazariya|теория|nima o['’‘ʻʼ]rganasan)/iu, kind: 'topic' },
]

/** How many hours, what to do every Friday, what to commit, record or polish: things done for the process. */
const instructions =
  /^(?:\(?(?:dushanba|понедельник)\s*[–—-]\s*\p{L}+|kuniga\s|har\s+(?:juma|kuni|hafta|design)|commit\s*\+|readme\b|github['’‘ʻʼ]ga\s|portfolio\s|mock interview)/iu

/** Work without a label: what is rewritten, what ends in a commit, the answers about oneself. */
const practice = /\bprototype$|→ commit\b|\bbehaviou?ral answers\b/iu

export function itemKind(item: OutlineItem): ItemKind {
  const label = innermostLabel(item.sections)
  if (label === 'interview') return item.isQuoted ? 'question' : 'instruction'
  if (instructions.test(item.text)) return 'instruction'
  if (label !== null) return label
  return practice.test(item.text) || isDayOfWork(item.sections) ? 'practice' : 'topic'
}

function innermostLabel(sections: readonly Section[]): LabelKind | null {
  for (const { text } of sections.toReversed()) {
    if (textToTimeHeading(text) !== null) continue
    const label = labels.find(({ pattern }) => pattern.test(text))
    if (label !== undefined) return label.kind
  }
  return null
}

/** "Juma (Refactor)" names no theme but what is done that day. */
function isDayOfWork(sections: readonly Section[]): boolean {
  const day = textToTimeHeading(sections.at(-1)?.text ?? '')
  return day?.rank === 'weekday' && /^\(refactor\)$/iu.test(day.rest)
}
