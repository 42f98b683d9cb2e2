// Shows a tree of rich text: paragraphs, lists, tables, code. It names the shape of the tree itself, because this floor
// stands alone; the trees of the decks have that shape.
import { createElement, Fragment, type ReactNode } from 'react'
import styles from './RichText.module.css'

type Inline =
  | { readonly type: 'text' | 'code'; readonly text: string }
  | { readonly type: 'strong' | 'emphasis'; readonly children: readonly Inline[] }
  | { readonly type: 'link'; readonly url: string; readonly children: readonly Inline[] }

export interface Code {
  readonly type: 'codeBlock'
  readonly language: string
  readonly lines: readonly (readonly { readonly kind: string; readonly text: string }[])[]
}

type Block =
  | { readonly type: 'paragraph'; readonly children: readonly Inline[] }
  | { readonly type: 'list'; readonly ordered: boolean; readonly items: readonly (readonly Block[])[] }
  | {
      readonly type: 'table'
      readonly head: readonly (readonly Inline[])[]
      readonly rows: readonly (readonly (readonly Inline[])[])[]
    }
  | Code

/** Children in their places. The trees never change, so the place is all the identity a node needs, and no key is. */
function inPlace(tag: string, className: string | null, children: readonly ReactNode[]): ReactNode {
  return createElement(tag, className === null ? null : { className }, ...children)
}

export function RichInline({ content }: { readonly content: readonly Inline[] }) {
  return inlinesToNode(content)
}

export function RichText({ content }: { readonly content: readonly Block[] }) {
  return blocksToNode(content)
}

function inlinesToNode(content: readonly Inline[]): ReactNode {
  return createElement(Fragment, null, ...content.map(inlineToNode))
}

function inlineToNode(inline: Inline): ReactNode {
  switch (inline.type) {
    case 'text':
      return inline.text
    case 'code':
      return <code className={styles.inlineCode}>{inline.text}</code>
    case 'strong':
      return <strong>{inlinesToNode(inline.children)}</strong>
    case 'emphasis':
      return <em>{inlinesToNode(inline.children)}</em>
    case 'link':
      return (
        <a href={inline.url} target="_blank" rel="noreferrer">
          {inlinesToNode(inline.children)}
        </a>
      )
  }
}

function blocksToNode(content: readonly Block[]): ReactNode {
  return inPlace('div', styles['text'] ?? null, content.map(blockToNode))
}

function blockToNode(block: Block): ReactNode {
  switch (block.type) {
    case 'paragraph':
      return <p>{inlinesToNode(block.children)}</p>
    case 'list': {
      const items = block.items.map((item) => inPlace('li', null, [blocksToNode(item)]))
      return inPlace(block.ordered ? 'ol' : 'ul', styles['list'] ?? null, items)
    }
    case 'table':
      return tableToNode(block.head, block.rows)
    case 'codeBlock':
      return <CodeText code={block} />
  }
}

type Cell = readonly Inline[]

function tableToNode(head: readonly Cell[], rows: readonly (readonly Cell[])[]): ReactNode {
  // An empty corner is no heading; the column under it then names the rows.
  const namesRows = head[0]?.length === 0
  const heads = head.map((cell) =>
    cell.length === 0 ? createElement('td') : createElement('th', { scope: 'col' }, inlinesToNode(cell)),
  )
  const bodyRows = rows.map((row) => {
    const cells = row.map((cell, column) =>
      namesRows && column === 0
        ? createElement('th', { scope: 'row' }, inlinesToNode(cell))
        : inPlace('td', null, [inlinesToNode(cell)]),
    )
    return inPlace('tr', null, cells)
  })
  // A wide table is scrolled by itself; with a keyboard that takes a place to stand on.
  return (
    <div className={styles.scroll} tabIndex={0} role="group">
      <table className={styles.table}>
        <thead>{inPlace('tr', null, heads)}</thead>
        {inPlace('tbody', null, bodyRows)}
      </table>
    </div>
  )
}

/** A program, coloured by the kinds of its tokens. Code is English whatever the language around it. */
export function CodeText({ code }: { readonly code: Code }) {
  const lines = code.lines.flatMap((line) => [
    ...line.map(({ kind, text }) => (kind === 'plain' ? text : inPlace('span', styles[kind] ?? null, [text]))),
    '\n',
  ])
  return (
    <pre className={styles.code} tabIndex={0} lang="en" translate="no">
      {inPlace('code', null, lines)}
    </pre>
  )
}

/** What a program prints. */
export function PlainCode({ lines }: { readonly lines: readonly string[] }) {
  return (
    <pre className={styles.code} tabIndex={0} lang="en" translate="no">
      <code>{lines.join('\n')}</code>
    </pre>
  )
}
