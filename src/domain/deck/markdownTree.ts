// Markdown text to a tree of nodes that know their lines. It alone knows the parser of Markdown; what a card may use of
// Markdown is decided in `markdown.ts`.
import MarkdownIt, { type Env, type Token } from 'markdown-it'

/** A stretch of a paragraph; `line` is the 1-based line on which it begins. A text holds its line ends. */
export type PhrasingNode =
  | { readonly type: 'text' | 'inlineCode'; readonly line: number; readonly value: string }
  | { readonly type: 'strong' | 'emphasis'; readonly line: number; readonly children: readonly PhrasingNode[] }
  | { readonly type: 'link'; readonly line: number; readonly url: string; readonly children: readonly PhrasingNode[] }
  | RefusedNode

export interface ParagraphNode {
  readonly type: 'paragraph'
  readonly line: number
  readonly children: readonly PhrasingNode[]
}

export interface ListItemNode {
  readonly line: number
  readonly children: readonly MarkdownNode[]
}

export interface ListNode {
  readonly type: 'list'
  readonly line: number
  /** The number of the first item; null in a list of bullets. */
  readonly start: number | null
  readonly items: readonly ListItemNode[]
}

export interface TableRow {
  readonly line: number
  readonly cells: readonly (readonly PhrasingNode[])[]
}

export interface TableNode {
  readonly type: 'table'
  readonly line: number
  /** The head first. The parser gives every row as many cells as the head has, whatever the line holds. */
  readonly rows: readonly TableRow[]
}

export interface CodeNode {
  readonly type: 'code'
  readonly line: number
  /** The last line, which closes the fence if it is closed. */
  readonly endLine: number
  /** What stands after the opening fence; empty for code that is only indented. */
  readonly info: string
  readonly value: string
}

/** Something that no card may hold; `name` is the parser's word for it. */
export interface RefusedNode {
  readonly type: 'refused'
  readonly line: number
  readonly name: string
}

export type MarkdownNode =
  | ParagraphNode
  | ListNode
  | TableNode
  | CodeNode
  | { readonly type: 'heading'; readonly line: number }
  | RefusedNode

/** HTML is read as HTML, so that it can be refused. */
const parser = new MarkdownIt('commonmark', { html: true }).enable('table')
// An address is kept as it was written; which of them a card may have is for the reader of cards to say.
parser.validateLink = () => true
parser.normalizeLink = (url) => url

/** The nodes of a text, in its order. */
export function parseMarkdown(text: string): readonly MarkdownNode[] {
  const env: Env = {}
  const cursor = new Cursor(parser.parse(text, env))
  const nodes = readBlocks(cursor)
  if (env.references === undefined) return nodes
  // The parser says that there are link definitions, but not where.
  const line = text.split('\n').findIndex((words) => /^[\s>*+-]*\[[^\]]+\]:/.test(words)) + 1
  const after = nodes.findIndex((node) => node.line > line)
  return nodes.toSpliced(after === -1 ? nodes.length : after, 0, { type: 'refused', line, name: 'definition' })
}

/** Walks over the tokens, which come as a flat list of openings, closings and whole things. */
class Cursor {
  readonly #tokens: readonly Token[]
  #position = 0

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens
  }

  get current(): Token | undefined {
    return this.#tokens[this.#position]
  }

  /** The next token, which is passed. */
  take(): Token | undefined {
    const token = this.current
    this.#position += 1
    return token
  }

  /** What `read` makes of each token up to the closing one, which is passed too. */
  collect<Node>(read: (cursor: Cursor) => Node): Node[] {
    const nodes: Node[] = []
    while (this.current !== undefined && this.current.nesting !== -1) nodes.push(read(this))
    this.take()
    return nodes
  }
}

function lineOfToken(token: Token | undefined): number {
  return (token?.map?.[0] ?? 0) + 1
}

function readBlocks(cursor: Cursor): MarkdownNode[] {
  return cursor.collect(readBlock)
}

function readBlock(cursor: Cursor): MarkdownNode {
  const token = cursor.take()
  const line = lineOfToken(token)
  switch (token?.type) {
    case 'paragraph_open':
      return { type: 'paragraph', line, children: cursor.collect(readInline).flat() }
    case 'heading_open':
      cursor.collect(readInline)
      return { type: 'heading', line }
    case 'bullet_list_open':
      return { type: 'list', line, start: null, items: cursor.collect(readItem) }
    case 'ordered_list_open':
      return { type: 'list', line, start: Number(token.attrGet('start') ?? 1), items: cursor.collect(readItem) }
    case 'table_open':
      return { type: 'table', line, rows: cursor.collect(readRows).flat() }
    case 'fence':
    case 'code_block':
      return {
        type: 'code',
        line,
        endLine: token.map?.[1] ?? line,
        info: token.info.trim(),
        value: token.content.replace(/\n$/, ''),
      }
    default:
      if (token?.nesting === 1) readBlocks(cursor)
      return { type: 'refused', line, name: token?.type.replace(/_open$/, '') ?? '' }
  }
}

function readItem(cursor: Cursor): ListItemNode {
  const line = lineOfToken(cursor.take())
  return { line, children: readBlocks(cursor) }
}

/** The rows of the head or of the body of a table. */
function readRows(cursor: Cursor): TableRow[] {
  cursor.take()
  return cursor.collect((inside) => {
    const line = lineOfToken(inside.take())
    return { line, cells: inside.collect((cell) => readCell(cell, line)) }
  })
}

function readCell(cursor: Cursor, line: number): PhrasingNode[] {
  cursor.take()
  return cursor.collect((inside) => readPhrasing(inside.take(), line)).flat()
}

function readInline(cursor: Cursor): PhrasingNode[] {
  const token = cursor.take()
  return readPhrasing(token, lineOfToken(token))
}

function readPhrasing(inline: Token | undefined, startLine: number): PhrasingNode[] {
  let line = startLine
  const readNodes = (cursor: Cursor): PhrasingNode[] => {
    const nodes: PhrasingNode[] = []
    for (const node of cursor.collect(readNode)) {
      const last = nodes.at(-1)
      // The parser cuts a text at every line end and at every escape.
      if (last?.type === 'text' && node.type === 'text')
        nodes[nodes.length - 1] = { ...last, value: last.value + node.value }
      else if (node.type !== 'text' || node.value !== '') nodes.push(node)
    }
    return nodes
  }
  const readNode = (cursor: Cursor): PhrasingNode => {
    const token = cursor.take()
    const at = line
    switch (token?.type) {
      case 'text':
        return { type: 'text', line: at, value: token.content }
      case 'softbreak':
        line += 1
        return { type: 'text', line: at, value: '\n' }
      case 'code_inline':
        return { type: 'inlineCode', line: at, value: token.content }
      case 'strong_open':
        return { type: 'strong', line: at, children: readNodes(cursor) }
      case 'em_open':
        return { type: 'emphasis', line: at, children: readNodes(cursor) }
      case 'link_open':
        return { type: 'link', line: at, url: String(token.attrGet('href')), children: readNodes(cursor) }
      default:
        return { type: 'refused', line: at, name: token?.type ?? '' }
    }
  }
  return readNodes(new Cursor(inline?.children ?? []))
}
