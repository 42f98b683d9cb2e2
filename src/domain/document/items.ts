// The items of a document: what each one is, its id for ever and its parts. It alone knows how an id is put together.
import { DocumentError } from './documentError.ts'
import { itemKind, type ItemKind } from './kinds.ts'
import type { OutlineItem } from './outline.ts'
import { textToParts } from './parts.ts'
import { textToSlug } from './slug.ts'

export interface Part {
  /** The id of its item, `#`, and the slug of its text. */
  readonly id: string
  readonly text: string
}

export interface Item {
  /** Document, section slugs and the slug of the text, joined by `/`. It holds no line number: inserted lines rename nothing. */
  readonly id: string
  /** The number of the document: "000". */
  readonly document: string
  /** The name of the file, for messages. */
  readonly file: string
  readonly line: number
  readonly kind: ItemKind
  readonly section: readonly string[]
  readonly text: string
  /** Two or more, or none: an item that is no compound is covered as a whole. Goals and instructions have none. */
  readonly parts: readonly Part[]
}

/** Throws DocumentError, naming both lines, when two items or two parts of an item would have one id. */
export function outlineToItems(document: string, file: string, outlineItems: readonly OutlineItem[]): readonly Item[] {
  const linesById = new Map<string, number>()
  return outlineItems.map((outlineItem) => {
    const { line, text, sections } = outlineItem
    const kind = itemKind(outlineItem)
    const id = [document, ...sections.map(({ slug }) => slug), textToSlug(text)].join('/')
    const other = linesById.get(id)
    if (other !== undefined) throw new DocumentError(file, line, `lines ${other} and ${line} have the same id ${id}`)
    linesById.set(id, line)
    return {
      id,
      document,
      file,
      line,
      kind,
      section: sections.map((section) => section.text),
      text,
      parts: kind === 'topic' || kind === 'practice' ? itemToParts(file, line, id, textToParts(text, kind)) : [],
    }
  })
}

function itemToParts(file: string, line: number, itemId: string, texts: readonly string[]): readonly Part[] {
  const textsById = new Map<string, string>()
  return texts.map((text) => {
    const slug = textToSlug(text)
    const id = `${itemId}#${slug}`
    const other = textsById.get(id)
    if (slug === '') throw new DocumentError(file, line, `the part "${text}" holds no letter and no digit`)
    if (other !== undefined) throw new DocumentError(file, line, `"${other}" and "${text}" have the same id ${id}`)
    textsById.set(id, text)
    return { id, text }
  })
}
