// A card as the files of a pack carry it, in two parts: what all languages share, and one face. It alone knows how the
// parts are made and joined again.
import type { Language } from '#domain/language.ts'
import type { Card, CardCode, CardHead, Face, Source } from './card.ts'
import { codeToMarked, inlinesToMarked, markedToCode, markedToInlines } from './marked.ts'
import type { Block } from './tree.ts'

/** Text is marked (see `marked.ts`); a string alone is a paragraph. */
type PackedBlock =
  | string
  | { readonly ordered: boolean; readonly items: readonly (readonly PackedBlock[])[] }
  | { readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] }
  | { readonly language: string; readonly code: string }

/** In the order of a card's file: a name for each part in each card would weigh more than it tells. */
export type PackedFace = readonly [
  question: string,
  answer: readonly PackedBlock[],
  keyPoints: readonly string[],
  explanation: readonly PackedBlock[],
  mistake: readonly PackedBlock[],
  followUpQuestion: string,
  followUpAnswer: readonly PackedBlock[],
]

/** What a card says in no language. */
export interface SharedCard extends CardHead {
  readonly covers: readonly string[]
  readonly sources: readonly Source[]
  readonly checked: string
  /** For each key point, whether it is a must. */
  readonly musts: readonly boolean[]
  readonly code: { readonly language: string; readonly code: string; readonly output: readonly string[] | null } | null
}

export function cardToShared(card: Card): SharedCard {
  const { id, subject, kind, level, covers, sources, checked, code, face } = card
  return {
    id,
    subject,
    kind,
    level,
    covers,
    sources,
    checked,
    musts: face.keyPoints.map((point) => point.must),
    code: code === null ? null : { ...packCode(code.block), output: code.output },
  }
}

export function faceToPacked(face: Face): PackedFace {
  return [
    inlinesToMarked(face.question),
    face.answer.map(packBlock),
    face.keyPoints.map((point) => inlinesToMarked(point.text)),
    face.explanation.map(packBlock),
    face.mistake.map(packBlock),
    inlinesToMarked(face.followUp.question),
    face.followUp.answer.map(packBlock),
  ]
}

function packBlock(block: Block): PackedBlock {
  switch (block.type) {
    case 'paragraph':
      return inlinesToMarked(block.children)
    case 'list':
      return { ordered: block.ordered, items: block.items.map((item) => item.map(packBlock)) }
    case 'table':
      return { head: block.head.map(inlinesToMarked), rows: block.rows.map((row) => row.map(inlinesToMarked)) }
    case 'codeBlock':
      return packCode(block)
  }
}

function packCode(block: CardCode['block']): { readonly language: string; readonly code: string } {
  return { language: block.language, code: codeToMarked(block.lines) }
}

/** The card of both parts; throws `RangeError` if they do not belong together or are not whole. */
export function joinCard(shared: SharedCard, packed: PackedFace, language: Language): Card {
  const { musts, code, ...head } = shared
  const [question, answer, keyPoints, explanation, mistake, followUpQuestion, followUpAnswer] = packed
  if (keyPoints.length !== musts.length) throw new RangeError(`Expected ${musts.length} key points of ${shared.id}`)
  return {
    ...head,
    code: code === null ? null : { block: unpackCode(code), output: code.output },
    language,
    face: {
      question: markedToInlines(question),
      answer: answer.map(unpackBlock),
      keyPoints: keyPoints.map((text, index) => ({ must: musts[index] === true, text: markedToInlines(text) })),
      explanation: explanation.map(unpackBlock),
      mistake: mistake.map(unpackBlock),
      followUp: { question: markedToInlines(followUpQuestion), answer: followUpAnswer.map(unpackBlock) },
    },
  }
}

function unpackBlock(packed: PackedBlock): Block {
  if (typeof packed === 'string') return { type: 'paragraph', children: markedToInlines(packed) }
  if ('items' in packed)
    return { type: 'list', ordered: packed.ordered, items: packed.items.map((item) => item.map(unpackBlock)) }
  if ('head' in packed)
    return {
      type: 'table',
      head: packed.head.map(markedToInlines),
      rows: packed.rows.map((row) => row.map(markedToInlines)),
    }
  return unpackCode(packed)
}

function unpackCode({ language, code }: { readonly language: string; readonly code: string }): CardCode['block'] {
  return { type: 'codeBlock', language, lines: markedToCode(code) }
}
