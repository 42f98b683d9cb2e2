// Markdown to the typed tree, for the deck build. It alone knows what of Markdown a card may use; everything else is an
// error with its line. The app never imports it.
import { CardError } from './cardError.ts'
import type { CodeNode, ListNode, MarkdownNode, PhrasingNode, TableNode, TableRow } from './markdownTree.ts'
import { notProse, type Fence } from './sourceCard.ts'
import type { Block, CodeBlock, Inline } from './tree.ts'

/** The languages that a fence may name. */
const codeLanguages = ['go', 'sql', 'yaml', 'json', 'bash', 'dockerfile', 'proto', 'http', 'nginx', 'text'] as const

/** A file that is being read; `lines` are its raw lines, for what the parser does not keep. */
export interface CardFile {
  readonly path: string
  readonly lines: readonly string[]
}

const refusedNames: Readonly<Record<string, string>> = {
  html_inline: 'HTML (put it in backticks)',
  html_block: 'HTML (put it in backticks)',
  image: 'an image',
  heading: "a heading of one's own",
  blockquote: 'a quotation block',
  hr: 'a separator line',
  definition: 'a link definition',
  hardbreak: 'a hard line break',
}

function refuse(node: { readonly line: number; readonly name: string }, file: CardFile): CardError {
  const name = refusedNames[node.name] ?? `"${node.name}"`
  const allowed = 'paragraphs, strong, emphasis, code, https links, lists, tables and fenced code'
  return new CardError(file.path, node.line, `expected only ${allowed}, found ${name}`)
}

export function toInlines(nodes: readonly PhrasingNode[], file: CardFile): Inline[] {
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
          throw new CardError(file.path, node.line, `expected a link to an https page, found "${node.url}"`)
        return { type: 'link', url: node.url, children: toInlines(node.children, file) }
      case 'refused':
        throw refuse(node, file)
    }
  })
}

function listToBlock(node: ListNode, file: CardFile): Block {
  // The tree has no first number, so a list that starts elsewhere would be shown with other numbers than were written.
  if (node.start !== null && node.start !== 1)
    throw new CardError(file.path, node.line, `expected a numbered list to start at 1, found ${node.start}`)
  const items = node.items.map((item) => {
    if (item.children.length === 0)
      throw new CardError(file.path, item.line, 'expected text in the list item, found nothing')
    return toBlocks(item.children, file)
  })
  return { type: 'list', ordered: node.start !== null, items }
}

function tableToBlock(node: TableNode, file: CardFile): Block {
  const [head, ...rows] = node.rows
  const columns = head?.cells.length ?? 0
  for (const { line } of rows) {
    const found = cellsIn(file.lines[line - 1] ?? '')
    if (found !== columns) throw new CardError(file.path, line, `expected ${columns} cells in the row, found ${found}`)
  }
  const toCells = (row: TableRow | undefined) => (row?.cells ?? []).map((cell) => toInlines(cell, file))
  return { type: 'table', head: toCells(head), rows: rows.map(toCells) }
}

/** How many cells a line of a table has; a bar is part of a cell only after a backslash. */
function cellsIn(line: string): number {
  return line
    .trim()
    .replace(/^\|/, '')
    .replace(/(?<!\\)\|$/, '')
    .split(/(?<!\\)\|/).length
}

/** A block of code whose words all are `plain`; the build colours it later. */
export function codeToBlock(node: CodeNode, file: CardFile): CodeBlock {
  const { line } = node
  const language = codeLanguages.find((name) => name === node.info)
  if (language === undefined) {
    throw new CardError(
      file.path,
      line,
      `expected a fence with a language (${codeLanguages.join(', ')}), found ${node.info || 'none'}`,
    )
  }
  const lastLine = file.lines[node.endLine - 1] ?? ''
  if (!/^\s*(`{3,}|~{3,})\s*$/.test(lastLine))
    throw new CardError(file.path, line, 'expected the fence to be closed, found the end of the section')
  const lines = node.value.split('\n').map((text) => (text === '' ? [] : [{ kind: 'plain' as const, text }]))
  return { type: 'codeBlock', language, lines }
}

export function toBlocks(nodes: readonly MarkdownNode[], file: CardFile): Block[] {
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
      case 'heading':
        throw refuse({ line: node.line, name: 'heading' }, file)
      case 'refused':
        throw refuse(node, file)
    }
  })
}

/** The words under the nodes, by line and without markup; code and links are one `notProse` each. */
export function toProse(nodes: readonly MarkdownNode[]): { line: number; text: string }[] {
  const found: { line: number; text: string }[] = []
  const add = (line: number, text: string, joins: boolean) => {
    const last = found.at(-1)
    if (joins && last?.line === line) found[found.length - 1] = { line, text: last.text + text }
    else found.push({ line, text })
  }
  const addPhrasing = (children: readonly PhrasingNode[], startsAt: number) => {
    // An empty first piece keeps two cells of one table row apart.
    add(startsAt, '', false)
    const walk = (node: PhrasingNode) => {
      if (node.type === 'text') node.value.split('\n').forEach((text, index) => add(node.line + index, text, true))
      else if (node.type === 'strong' || node.type === 'emphasis') node.children.forEach(walk)
      else add(node.line, notProse, true)
    }
    children.forEach(walk)
  }
  const walkBlock = (node: MarkdownNode) => {
    if (node.type === 'paragraph') addPhrasing(node.children, node.line)
    else if (node.type === 'list') node.items.forEach((item) => item.children.forEach(walkBlock))
    else if (node.type === 'table')
      node.rows.forEach(({ line, cells }) => cells.forEach((cell) => addPhrasing(cell, line)))
  }
  nodes.forEach(walkBlock)
  return found.filter((piece) => piece.text !== '')
}

/** Every fence under the nodes, in the order of the file. */
export function toFences(nodes: readonly MarkdownNode[]): Fence[] {
  return nodes.flatMap((node) => {
    if (node.type === 'code') return [{ line: node.line + 1, language: node.info, lines: node.value.split('\n') }]
    return node.type === 'list' ? node.items.flatMap((item) => toFences(item.children)) : []
  })
}
