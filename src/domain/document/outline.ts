// Sorts the lines of a repaired document into headings, separators and items, and gives each item its path of sections.
// It alone knows how the roadmaps are laid out; what an item means is decided in kinds.ts.
import { DocumentError } from './documentError.ts'
import { textToLineShape, type LineShape } from './lineShape.ts'
import { enterSection, leaveAtIndent, leaveAtRule, leaveParagraph, type OpenSection } from './sections.ts'
import { textToSlug } from './slug.ts'

export interface Section {
  /** Readable words, without markup and pictographs. */
  readonly text: string
  readonly slug: string
}

export interface OutlineItem {
  readonly line: number
  readonly text: string
  /** The whole line stood in quotation marks, which `text` no longer has. */
  readonly isQuoted: boolean
  readonly sections: readonly Section[]
}

export interface OutlineCounts {
  readonly lines: number
  readonly nonBlank: number
  readonly headings: number
  readonly separators: number
  readonly items: number
}

export interface Outline {
  /** The first heading; it names the document and is no section, unless it is itself a month, a week or a day. */
  readonly title: string
  readonly items: readonly OutlineItem[]
  /** `headings + separators + items = nonBlank`, always. A line that is a label and an item is counted as an item. */
  readonly counts: OutlineCounts
}

/** `document` is the file name, for messages. Throws DocumentError for a line that is neither of the three. */
export function textToOutline(document: string, text: string): Outline {
  const lines = textToLines(text)
  const nonBlank = lines.filter((raw) => !isBlank(raw)).length
  if (nonBlank === 0) throw new DocumentError(document, 1, 'the document is empty')
  const items: OutlineItem[] = []
  let open: readonly OpenSection[] = []
  let title: string | null = null
  let headings = 0
  let separators = 0
  let isAfterRule = false

  for (const [index, raw] of lines.entries()) {
    if (isBlank(raw)) {
      open = leaveParagraph(open)
      continue
    }
    const line = index + 1
    const isFirst = title === null
    const shape = textToLineShape(raw, { isFirst, next: nextNonBlank(lines, index) })
    refuseUnreadable(document, line, shape)
    title ??= shape.type === 'heading' ? shape.text : ''
    // Plain text after a rule speaks of the whole document: "Har Juma kechqurun:" is no part of the last Friday.
    if (isAfterRule && 'isPlain' in shape && shape.isPlain) open = []
    isAfterRule = shape.type === 'separator'

    if (shape.type === 'separator') {
      separators += 1
      open = leaveAtRule(open)
    } else if (shape.type === 'heading') {
      headings += 1
      if (!isFirst || shape.time !== null) open = enterSection(open, headingToSection(shape))
    } else if (shape.type === 'item') {
      const { lasting, path } = placeItem(open, shape)
      open = lasting
      items.push({ line, text: shape.text, isQuoted: shape.isQuoted, sections: path })
    }
  }

  const counts = { lines: lines.length, nonBlank, headings, separators, items: items.length }
  if (headings + separators + items.length !== nonBlank) {
    throw new DocumentError(document, lines.length, `the outline lost a line: ${JSON.stringify(counts)}`)
  }
  return { title: title ?? '', items, counts }
}

function textToLines(text: string): readonly string[] {
  const lines = text.replace(/^\uFEFF/u, '').split(/\r?\n/u)
  return lines.at(-1) === '' ? lines.slice(0, -1) : lines
}

function isBlank(raw: string): boolean {
  return !/\S/u.test(raw)
}

function nextNonBlank(lines: readonly string[], index: number): string | null {
  return lines.slice(index + 1).find((raw) => !isBlank(raw)) ?? null
}

/** An id is made of words; a line of marks only ("👉", "- !!!") would have an empty one. */
function refuseUnreadable(document: string, line: number, shape: LineShape): void {
  if (shape.type === 'separator') return
  if (shape.type === 'unknown') throw new DocumentError(document, line, shape.reason)
  const words = shape.type === 'item' ? [...shape.labels.map((label) => label.text), shape.text] : [shape.text]
  const wordless = words.find((word) => textToSlug(word) === '')
  if (wordless === undefined) return
  throw new DocumentError(document, line, `"${wordless}" holds no letter and no digit`)
}

function headingToSection(shape: LineShape & { type: 'heading' }): OpenSection {
  return {
    text: shape.text,
    slug: shape.time?.slug ?? textToSlug(shape.text),
    level: shape.level,
    rank: shape.time?.rank ?? null,
    lasts: 'open',
  }
}

/**
 * Where an item stands. Labels on its own line ("**Maqsad:** …", "Amaliyot: …", "**Dushanba** → …") are sections of this
 * item; a label at the start of a paragraph holds for the rest of the paragraph too.
 */
function placeItem(
  before: readonly OpenSection[],
  shape: LineShape & { type: 'item' },
): { lasting: readonly OpenSection[]; path: readonly Section[] } {
  let around = leaveAtIndent(before, shape.indent)
  let lasting = around
  for (const label of shape.labels) {
    const section: OpenSection = {
      text: label.text,
      slug: label.time?.slug ?? textToSlug(label.text),
      level: label.level,
      rank: label.time?.rank ?? null,
      lasts: label.lasts,
    }
    around = enterSection(around, section)
    if (label.lasts !== 'line') lasting = enterSection(lasting, section)
  }
  return { lasting, path: around.map(({ text, slug }) => ({ text, slug })) }
}
