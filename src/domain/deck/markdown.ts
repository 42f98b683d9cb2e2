// Markdown to the typed tree, for the deck build. It alone knows the parser of Markdown and what of Markdown a card may
// use; everything else is an error with its line. The app never imports it.
import type { Code, List, PhrasingContent, RootContent, Table } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table'
import { gfmTable } from 'micromark-extension-gfm-table'
import { CardError } from './cardError.ts'
import { notProse, type Fence } from './sourceCard.ts'
import type { Block, CodeBlock, Inline } from './tree.ts'

/** The languages that a fence may name. */
const codeLanguages = ['go', 'sql', 'yaml', 'json', 'bash', 'dockerfile', 'proto', 'http', 'nginx', 'text'] as const

/** A file that is being read; `lines` are its raw lines, for what the parser does not keep. */
export interface CardFile {
  readonly path: string
  readonly lines: readonly string[]
}

export function parseMarkdown(text: string): readonly RootContent[] {
  return fromMarkdown(text, { extensions: [gfmTable()], mdastExtensions: [gfmTableFromMarkdown()] }).children
}

interface Positioned {
  readonly position?: { readonly start: { readonly line: number }; readonly end: { readonly line: number } } | undefined
}

/** The 1-based line on which a node begins. */
export function lineOf(node: Positioned): number {
  return node.position?.start.line ?? 1
}

const refusedNames: Readonly<Record<string, string>> = {
  html: 'HTML (put it in backticks)',
  image: 'an image',
  imageReference: 'an image',
  heading: "a heading of one's own",
  blockquote: 'a quotation block',
  thematicBreak: 'a separator line',
  definition: 'a link definition',
  linkReference: 'a link reference',
  break: 'a hard line break',
}

function refuse(node: Positioned & { readonly type: string }, file: CardFile): CardError {
  const name = refusedNames[node.type] ?? `"${node.type}"`
  const allowed = 'paragraphs, strong, emphasis, code, https links, lists, tables and fenced code'
  return new CardError(file.path, lineOf(node), `expected only ${allowed}, found ${name}`)
}

export function toInlines(nodes: readonly PhrasingContent[], file: CardFile): Inline[] {
  return nodes.map((node): Inline => {
    switch (node.type) {
      case 'text':
        // A line end inside a paragraph is only how the file is wrapped.
        return { type: 'text', text: node.value.replace(/\s*\n\s*/g, ' ') }
      case 'inlineCode':
        return { type: 'code', text: node.value }
      case 'strong':
        return { type: 'strong', children: toInlines(node.children, file) }
      case 'emphasis':
        return { type: 'emphasis', children: toInlines(node.children, file) }
      case 'link':
        if (!/^https:\/\/\S+$/.test(node.url))
          throw new CardError(file.path, lineOf(node), `expected a link to an https page, found "${node.url}"`)
        return { type: 'link', url: node.url, children: toInlines(node.children, file) }
      default:
        throw refuse(node, file)
    }
  })
}

function listToBlock(node: List, file: CardFile): Block {
  const ordered = node.ordered === true
  // The tree has no first number, so a list that starts elsewhere would be shown with other numbers than were written.
  if (ordered && node.start !== 1)
    throw new CardError(file.path, lineOf(node), `expected a numbered list to start at 1, found ${node.start}`)
  const items = node.children.map((item) => {
    if (item.children.length === 0)
      throw new CardError(file.path, lineOf(item), 'expected text in the list item, found nothing')
    return toBlocks(item.children, file)
  })
  return { type: 'list', ordered, items }
}

function tableToBlock(node: Table, file: CardFile): Block {
  const [head, ...rows] = node.children.map((row) => ({
    line: lineOf(row),
    cells: row.children.map((cell) => toInlines(cell.children, file)),
  }))
  const columns = head?.cells.length ?? 0
  for (const row of rows) {
    if (row.cells.length !== columns)
      throw new CardError(file.path, row.line, `expected ${columns} cells in the row, found ${row.cells.length}`)
  }
  return { type: 'table', head: head?.cells ?? [], rows: rows.map((row) => row.cells) }
}

/** A block of code whose words all are `plain`; the build colours it later. */
export function codeToBlock(node: Code, file: CardFile): CodeBlock {
  const line = lineOf(node)
  const language = codeLanguages.find((name) => name === node.lang)
  if (language === undefined || node.meta) {
    const found = `${node.lang ?? 'none'}${node.meta ? ` ${node.meta}` : ''}`
    throw new CardError(
      file.path,
      line,
      `expected a fence with a language (${codeLanguages.join(', ')}), found ${found}`,
    )
  }
  const lastLine = file.lines[(node.position?.end.line ?? line) - 1] ?? ''
  if (!/^\s*(`{3,}|~{3,})\s*$/.test(lastLine))
    throw new CardError(file.path, line, 'expected the fence to be closed, found the end of the section')
  const lines = node.value.split('\n').map((text) => (text === '' ? [] : [{ kind: 'plain' as const, text }]))
  return { type: 'codeBlock', language, lines }
}

export function toBlocks(nodes: readonly RootContent[], file: CardFile): Block[] {
  return nodes.map((node): Block => {
    switch (node.type) {
      case 'paragraph':
        return { type: 'paragraph', children: toInlines(node.children, file) }
      case 'list':
        return listToBlock(node, file)
      case 'table':
        return tableToBlock(node, file)
      case 'code':
        return codeToBlock(node, file)
      default:
        throw refuse(node, file)
    }
  })
}

/** The words under the nodes, by line and without markup; code and links are one `notProse` each. */
export function toProse(nodes: readonly RootContent[]): { line: number; text: string }[] {
  const found: { line: number; text: string }[] = []
  const add = (line: number, text: string, joins: boolean) => {
    const last = found.at(-1)
    if (joins && last?.line === line) found[found.length - 1] = { line, text: last.text + text }
    else found.push({ line, text })
  }
  const addPhrasing = (children: readonly PhrasingContent[], startsAt: number) => {
    // An empty first piece keeps two cells of one table row apart.
    add(startsAt, '', false)
    const walk = (node: PhrasingContent) => {
      if (node.type === 'text') node.value.split('\n').forEach((text, index) => add(lineOf(node) + index, text, true))
      else if (node.type === 'strong' || node.type === 'emphasis') node.children.forEach(walk)
      else add(lineOf(node), notProse, true)
    }
    children.forEach(walk)
  }
  const walkBlock = (node: RootContent) => {
    if (node.type === 'paragraph' || node.type === 'tableCell') addPhrasing(node.children, lineOf(node))
    else if (node.type === 'list' || node.type === 'listItem' || node.type === 'table' || node.type === 'tableRow')
      node.children.forEach(walkBlock)
  }
  nodes.forEach(walkBlock)
  return found.filter((piece) => piece.text !== '')
}

/** Every fence under the nodes, in the order of the file. */
export function toFences(nodes: readonly RootContent[]): Fence[] {
  return nodes.flatMap((node) => {
    if (node.type === 'code')
      return [{ line: lineOf(node) + 1, language: node.lang ?? '', lines: node.value.split('\n') }]
    return node.type === 'list' || node.type === 'listItem' ? toFences(node.children) : []
  })
}
