// Reads the six sections of one language of a card. It alone knows what each section may hold.
import type { CardKind, FollowUp, KeyPoint } from './card.ts'
import { CardError } from './cardError.ts'
import { toBlocks, toInlines, toProse, type CardFile } from './markdown.ts'
import type { MarkdownNode, ParagraphNode } from './markdownTree.ts'
import { sectionNames, type SectionName, type SourceFace } from './sourceCard.ts'
import type { Block, Inline } from './tree.ts'

/** A heading as it is written, and everything down to the next one. */
export interface Section {
  readonly heading: string
  readonly line: number
  readonly nodes: readonly MarkdownNode[]
}

const mustMark = '[must]'

/** The face in the six sections, which come in the order of `sectionNames`; throws `CardError`. */
export function readFace(sections: readonly Section[], kind: CardKind, file: CardFile): SourceFace {
  const section = (name: SectionName): Section => {
    const found = sections[sectionNames.indexOf(name)]
    if (found === undefined) throw new CardError(file.path, file.lines.length, `expected "## ${name}"`)
    return found
  }
  const points = readKeyPoints(section('key points'), kind, file)
  return {
    face: {
      question: readQuestion(section('question'), file),
      answer: readAnswer(section('answer'), file),
      keyPoints: points.map(({ keyPoint }) => keyPoint),
      explanation: readBlocks(section('explanation'), file),
      mistake: readBlocks(section('mistake'), file),
      followUp: readFollowUp(section('follow-up'), file),
    },
    prose: sectionNames.flatMap((name) => toProse(section(name).nodes).map((piece) => ({ section: name, ...piece }))),
    headingLines: {
      question: section('question').line,
      answer: section('answer').line,
      'key points': section('key points').line,
      explanation: section('explanation').line,
      mistake: section('mistake').line,
      'follow-up': section('follow-up').line,
    },
    keyPointLines: points.map(({ line }) => line),
  }
}

function readQuestion(section: Section, file: CardFile): Inline[] {
  const [node, second] = section.nodes
  if (node?.type !== 'paragraph' || second !== undefined)
    throw new CardError(file.path, strayLine(section, 'paragraph'), 'expected the question as one paragraph')
  return toInlines(node.children, file)
}

function readBlocks(section: Section, file: CardFile): Block[] {
  if (section.nodes.length === 0)
    throw new CardError(file.path, section.line, `expected text under "${section.heading}", found nothing`)
  return toBlocks(section.nodes, file)
}

function readAnswer(section: Section, file: CardFile): Block[] {
  const fence = section.nodes.find((node) => node.type === 'code')
  if (fence !== undefined)
    throw new CardError(file.path, fence.line, 'expected words to be said aloud in the answer, found a fenced block')
  return readBlocks(section, file)
}

function readKeyPoints(section: Section, kind: CardKind, file: CardFile): { keyPoint: KeyPoint; line: number }[] {
  const [list, second] = section.nodes
  if (list?.type !== 'list' || list.start !== null || second !== undefined) {
    const line = list?.type === 'list' && list.start !== null ? list.line : strayLine(section, 'list')
    throw new CardError(file.path, line, 'expected the key points as one list of "- …" lines')
  }
  const fewest = kind === 'recall' ? 1 : 3
  if (list.items.length < fewest || list.items.length > 6)
    throw new CardError(file.path, section.line, `expected ${fewest} to 6 key points, found ${list.items.length}`)
  const points = list.items.map((item) => {
    const line = item.line
    const [paragraph, below] = item.children
    if (paragraph?.type !== 'paragraph' || below !== undefined)
      throw new CardError(file.path, line, 'expected a key point of one paragraph')
    return { keyPoint: readKeyPoint(paragraph, file), line }
  })
  const musts = points.filter(({ keyPoint }) => keyPoint.must).length
  if (musts > 3) throw new CardError(file.path, section.line, `expected at most 3 [must] key points, found ${musts}`)
  return points
}

function readKeyPoint(paragraph: ParagraphNode, file: CardFile): KeyPoint {
  const text = toInlines(paragraph.children, file)
  const must = firstText(text).startsWith(`${mustMark} `)
  // `[Must]`, `[ ]` or `[must]text` would otherwise quietly be words of the key point.
  if (!must && firstText(text).startsWith('['))
    throw new CardError(file.path, paragraph.line, `expected "- ${mustMark} …" or "- …", found another mark`)
  return { must, text: must ? withoutStart(text, `${mustMark} `) : text }
}

function readFollowUp(section: Section, file: CardFile): FollowUp {
  const [first, second, ...rest] = section.nodes
  const question = prefixed(first, 'Q: ', section, file)
  const answer = prefixed(second, 'A: ', section, file)
  return { question, answer: [{ type: 'paragraph', children: answer }, ...toBlocks(rest, file)] }
}

function prefixed(node: MarkdownNode | undefined, prefix: 'Q: ' | 'A: ', section: Section, file: CardFile): Inline[] {
  const text = node?.type === 'paragraph' ? toInlines(node.children, file) : []
  if (!firstText(text).startsWith(prefix))
    throw new CardError(file.path, lineBelow(section, node), `expected a paragraph that begins with "${prefix}"`)
  // Without a blank line between them the answer would be read as the end of the question.
  if (prefix === 'Q: ' && text.some((inline) => inline.type === 'text' && / A: /.test(inline.text)))
    throw new CardError(file.path, lineBelow(section, node), 'expected a blank line between "Q: …" and "A: …"')
  const left = withoutStart(text, prefix)
  if (left.length === 0) throw new CardError(file.path, lineBelow(section, node), `expected text after "${prefix}"`)
  return left
}

function firstText(inlines: readonly Inline[]): string {
  const [first] = inlines
  // A mark alone before `code` has lost nothing: the space after it belongs to the text.
  return first?.type === 'text' ? first.text : ''
}

function withoutStart(inlines: readonly Inline[], start: string): Inline[] {
  const [, ...rest] = inlines
  const text = firstText(inlines).slice(start.length).trimStart()
  return text === '' ? rest : [{ type: 'text', text }, ...rest]
}

/** The line of the first node where only one of the type was expected. */
function strayLine(section: Section, type: MarkdownNode['type']): number {
  const [first, second] = section.nodes
  return lineBelow(section, first?.type === type ? (second ?? first) : first)
}

function lineBelow(section: Section, node: MarkdownNode | undefined): number {
  return node === undefined ? section.line : node.line
}
