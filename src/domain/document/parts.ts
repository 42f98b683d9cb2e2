// Divides a compound line into the parts that must each be reached by a card.
//
// The rule, from the outside in:
// 1. "Head: a, b" is the list after the colon. The head is the name of the list and no part, unless it is a list itself.
// 2. "a → b → c", three steps or more, is a list of steps. A single arrow ("monolith → microservices") is one change, and
//    divides only where one of its ends is a list.
// 3. "a, b", "a + b", "a & b" and "a / b" with its spaces are lists; "va", "и" and "and" too, but only in topics: in
//    practice they join verbs and tools of one task. "a vs b" is one comparison. A choice ("или", "yoki") is one part.
// 4. "head (a, b)" is the head and its details. Where it is the whole line the head is only the name of the list. A single
//    detail ("Escape analysis (go build)") belongs to its head.
// 5. "pass by value/reference" without spaces is "pass by value" and "pass by reference".
// 6. The terms of unsplittable.ts are never divided, nor is a path (/etc) or a number (24/7).
import { processPiece, withoutProcessTail } from './process.ts'
import { unsplittableRanges } from './unsplittable.ts'

type CompoundKind = 'topic' | 'practice'

/** The parts of a line, two or more, or none when it is no compound. Pieces that are process (commits) are left out. */
export function textToParts(text: string, kind: CompoundKind): readonly string[] {
  const parts = colonToParts(withoutProcessTail(text), kind).filter((part) => !processPiece.test(part))
  return parts.length < 2 ? [] : parts
}

/** Never empty: a text that does not divide is its own one part. So do all the functions below. */
function colonToParts(text: string, kind: CompoundKind): readonly string[] {
  const [head = '', body] = splitAt(text, /:\s/gu, 2)
  if (body === undefined) return arrowsToParts(text, kind)
  const headParts = arrowsToParts(head, kind)
  const bodyParts = arrowsToParts(body, kind)
  if (headParts.length < 2) return bodyParts.length < 2 ? [text] : bodyParts
  return [...headParts, ...bodyParts]
}

function arrowsToParts(text: string, kind: CompoundKind): readonly string[] {
  const steps = splitAt(text, /\s(?:→|->)\s/gu)
  if (steps.length === 1) return listToParts(text, kind)
  const parts = steps.flatMap((step) => listToParts(step, kind))
  return parts.length > 2 ? parts : [text]
}

const topicSeparator = /,\s|\s[+&/]\s|\s(?:va|и|and)\s/gu
const practiceSeparator = /,\s|\s[+&/]\s/gu

function listToParts(text: string, kind: CompoundKind): readonly string[] {
  const pieces = splitAt(text, kind === 'topic' ? topicSeparator : practiceSeparator)
  const whole = kind === 'practice' ? joinConverbs(pieces) : pieces
  const [only = text] = whole
  if (whole.length === 1) return detailsToParts(only, kind, true)
  return withoutSharedTail(whole).flatMap((piece) => detailsToParts(piece, kind, false))
}

/** "PostgreSQL oʻrnatib, 20 ta query yoz" is one task: a verb in -ib says how the next one is done. */
function joinConverbs(pieces: readonly string[]): readonly string[] {
  const joined: string[] = []
  for (const piece of pieces) {
    const last = joined.at(-1)
    if (last !== undefined && /\s\p{L}[\p{L}'’‘ʻʼ]+ib$/u.test(last)) joined.splice(-1, 1, `${last}, ${piece}`)
    else joined.push(piece)
  }
  return joined
}

/** "strace, lsof, htop bilan real app trace qilish": what is done with the tools is said once, after the last. */
function withoutSharedTail(pieces: readonly string[]): readonly string[] {
  const last = /^(\S+(?:\s\S+)?)\sbilan(?:\s.*)?$/u.exec(pieces.at(-1) ?? '')?.[1]
  const others = pieces.slice(0, -1)
  return last === undefined || others.some((piece) => piece.includes(' ')) ? pieces : [...others, last]
}

function detailsToParts(piece: string, kind: CompoundKind, isWholeLine: boolean): readonly string[] {
  const [open, close] = parenthesisRanges(piece)[0] ?? [0, 0]
  const details = close === 0 ? [] : colonToParts(piece.slice(open + 1, close - 1), kind)
  if (details.length < 2) return slashesToParts(piece)
  const heads = slashesToParts(`${piece.slice(0, open)} ${piece.slice(close)}`.replace(/\s+/gu, ' ').trim())
  return isWholeLine && heads.length === 1 ? details : [...heads, ...details]
}

/** "cancel/deadline propagation" gives both propagations. Only the first such word divides. */
function slashesToParts(piece: string): readonly string[] {
  const kept = [...unsplittableRanges(piece), ...parenthesisRanges(piece)]
  for (const word of piece.matchAll(/[^\s()]+\/[^\s()]+/gu)) {
    const alternatives = word[0].split('/')
    const isDivisible = alternatives.every((alternative) => /\p{L}/u.test(alternative))
    if (!isDivisible || isInside(word.index, kept)) continue
    const before = piece.slice(0, word.index)
    const after = piece.slice(word.index + word[0].length)
    return alternatives.map((alternative) => `${before}${alternative}${after}`)
  }
  return [piece]
}

/** Divides at separators that stand outside parentheses and unsplittable terms, into at most `limit` pieces. */
function splitAt(text: string, separator: RegExp, limit = Infinity): readonly string[] {
  const kept = [...unsplittableRanges(text), ...parenthesisRanges(text)]
  const pieces: string[] = []
  let start = 0
  for (const match of text.matchAll(separator)) {
    if (isInside(match.index, kept) || pieces.length + 1 >= limit) continue
    pieces.push(text.slice(start, match.index))
    start = match.index + match[0].length
  }
  return [...pieces, text.slice(start)]
    .map((piece) => piece.trim().replace(/[,;.]$/u, ''))
    .filter((piece) => piece !== '')
}

type Range = readonly [start: number, end: number]

/** The outermost pairs of parentheses. */
function parenthesisRanges(text: string): readonly Range[] {
  const ranges: Range[] = []
  let depth = 0
  let start = 0
  for (const { 0: sign, index } of text.matchAll(/[()]/gu)) {
    if (sign === '(' && depth === 0) start = index
    depth += sign === '(' ? 1 : -1
    if (depth === 0) ranges.push([start, index + 1])
    if (depth < 0) depth = 0
  }
  return ranges
}

function isInside(index: number, ranges: readonly Range[]): boolean {
  return ranges.some(([start, end]) => start <= index && index < end)
}
