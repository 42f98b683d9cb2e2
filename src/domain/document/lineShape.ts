// What one line is by its looks: a heading, a separator, an item with its labels, or none of them. It alone knows the
// Markdown of the roadmaps.
import { markupToText, stripPictographs } from './markup.ts'
import { levels } from './sections.ts'
import { restToArrowText, textToTimeHeading, type TimeHeading } from './timeHeading.ts'

/** A section that an item names on its own line. */
export interface Label {
  readonly text: string
  readonly time: TimeHeading | null
  readonly level: number
  readonly lasts: 'paragraph' | 'line'
}

export type LineShape =
  | { readonly type: 'separator' }
  | {
      readonly type: 'heading'
      readonly text: string
      readonly level: number
      readonly time: TimeHeading | null
      readonly isPlain: boolean
    }
  | {
      readonly type: 'item'
      readonly text: string
      readonly indent: number
      readonly isQuoted: boolean
      readonly labels: readonly Label[]
      readonly isPlain: boolean
    }
  | { readonly type: 'unknown'; readonly reason: string }

interface Surroundings {
  /** No line with words came before. */
  readonly isFirst: boolean
  readonly next: string | null
}

const separator = /^\s*([-*_])(?:\s*\1){2,}\s*$/u
const markdownHeading = /^ {0,3}(#{1,6})(?:\s+(.*?))?(?:\s+#+)?\s*$/u
const bullet = /^(\s*)(?:[-*+•]|\d+[.)])(?:\s+(?:\[[ xX]\](?:\s+|$))?(.*))?$/u

/** Blocks that an outline has no place for; silence would lose what they say. */
const foreignBlocks: readonly { readonly pattern: RegExp; readonly name: string }[] = [
  { pattern: /^\s*(?:```|~~~)/u, name: 'a code fence' },
  { pattern: /^\s*\|/u, name: 'a table row' },
  { pattern: /^\s*<[a-z!/]/iu, name: 'HTML' },
  { pattern: /^\s*>/u, name: 'a block quotation' },
  { pattern: /^\s*!\[/u, name: 'an image' },
]

/** Labels that may share a Markdown heading or an unmarked line with what they say: "### Цель: создать …". */
const goalLabel = /^(Maqsad|Natija|Цел[ьи]|Muhim)\s*:\s+(\S.*)$/iu
/** Labels that may start a bullet: "- Amaliyot: TodoListʼga …". */
const practiceLabel = /^(Amaliyot|Amaliy|Практика)\s*:\s+(\S.*)$/iu

export function textToLineShape(raw: string, surroundings: Surroundings): LineShape {
  if (separator.test(raw)) return { type: 'separator' }
  const foreign = foreignBlocks.find(({ pattern }) => pattern.test(raw))
  if (foreign !== undefined) return unknown(`${foreign.name} is neither a heading, a separator nor an item`)

  const heading = markdownHeading.exec(raw)
  if (heading !== null) return markdownHeadingToShape(heading[1]?.length ?? 1, heading[2] ?? '')

  const listItem = bullet.exec(raw)
  if (listItem !== null) return bulletToShape(indentOf(listItem[1] ?? ''), listItem[2] ?? '', surroundings)

  return plainToShape(raw, surroundings)
}

function markdownHeadingToShape(level: number, markup: string): LineShape {
  const text = markupToText(markup)
  if (text === '') return unknown('a heading without words')
  const goal = goalLabel.exec(text)
  if (goal !== null) return labelled(goal, 0, { level, lasts: 'paragraph' })
  return { type: 'heading', text: withoutColon(text), level, time: textToTimeHeading(text), isPlain: false }
}

function bulletToShape(indent: number, markup: string, { next }: Surroundings): LineShape {
  const text = markupToText(markup)
  if (text === '') return unknown('a list item without words')
  const level = levels.bullet(indent)
  const hasChildren = next !== null && isListLine(next) && indentOf(/^\s*/u.exec(next)?.[0] ?? '') > indent

  const time = textToTimeHeading(text)
  if (time !== null) {
    const said = restToArrowText(time.rest) ?? (hasChildren ? null : (/^:\s*(\S.*)$/u.exec(time.rest)?.[1] ?? null))
    if (said === null) return { type: 'heading', text: withoutColon(text), level, time, isPlain: false }
    return item(said, indent, [{ text: time.name, time, level, lasts: 'line' }])
  }
  if (isBold(markup) && hasChildren) {
    return { type: 'heading', text: withoutColon(text), level, time: null, isPlain: false }
  }
  const practice = practiceLabel.exec(text)
  if (practice !== null) return labelled(practice, indent, { level, lasts: 'line' })
  return item(text, indent, [])
}

function plainToShape(raw: string, { isFirst, next }: Surroundings): LineShape {
  const indent = indentOf(/^\s*/u.exec(raw)?.[0] ?? '')
  const markup = stripPictographs(raw).trim()
  const text = markupToText(markup)
  if (text === '') return unknown('a line without words')

  const label = /^\*\*([^*]+?)\s*:\s*\*\*\s*(\S.*)$/u.exec(markup) ?? /^\*\*([^*]+)\*\*\s*:\s+(\S.*)$/u.exec(markup)
  if (label !== null) return labelled(label, indent, { level: levels.label, lasts: 'paragraph' })
  const goal = goalLabel.exec(text)
  if (goal !== null) return labelled(goal, indent, { level: levels.label, lasts: 'paragraph' })

  const time = textToTimeHeading(text)
  const arrowText = time === null ? null : restToArrowText(time.rest)
  if (time !== null && arrowText !== null) {
    return item(arrowText, indent, [{ text: time.name, time, level: levels.plainDate[time.rank], lasts: 'line' }])
  }
  // A span of days or a remark may be bold too, so a bold line is a heading only by its colon or as the first line.
  const isLabel = text.endsWith(':') && (isBold(markup) || (indent === 0 && next !== null && isListLine(next)))
  if (!isFirst && time === null && !isLabel) return item(text, indent, [], !isBold(markup) && indent === 0)
  const level = time === null ? levels.label : levels.plainDate[time.rank]
  return { type: 'heading', text: withoutColon(text), level, time, isPlain: time === null && !isBold(markup) }
}

function item(text: string, indent: number, labels: readonly Label[], isPlain = false): LineShape {
  const quoted = textToQuoted(text)
  return { type: 'item', text: withoutColon(quoted ?? text), indent, isQuoted: quoted !== null, labels, isPlain }
}

/** What one pair of quotation marks embraces from end to end; null for «a» and «b». */
function textToQuoted(text: string): string | null {
  const match = /^(?:“([^“”]+)”|«([^«»]+)»|"([^"]+)"|„([^„“”]+)[“”])[.,;]?$/u.exec(text)
  return match?.slice(1).find((inner) => typeof inner === 'string') ?? null
}

function labelled(match: RegExpExecArray, indent: number, where: Pick<Label, 'level' | 'lasts'>): LineShape {
  const label: Label = { text: markupToText(match[1] ?? ''), time: null, ...where }
  return item(markupToText(match[2] ?? ''), indent, [label])
}

function unknown(reason: string): LineShape {
  return { type: 'unknown', reason }
}

/** The whole line is bold, with the colon inside or outside. */
function isBold(markup: string): boolean {
  return /^\*\*(?:(?!\*\*).)+\*\*\s*:?$/u.test(markup.trim())
}

function isListLine(raw: string): boolean {
  return bullet.test(raw) && !separator.test(raw)
}

/** In columns; a tab counts as four. */
function indentOf(space: string): number {
  return space.replaceAll('\t', '    ').length
}

function withoutColon(text: string): string {
  return text.replace(/\s*:$/u, '')
}
