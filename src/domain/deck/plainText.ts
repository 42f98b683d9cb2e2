// The words of a tree without its markup: what is counted, searched and read aloud.
import type { Block, Inline } from './tree.ts'

export function inlinesToText(inlines: readonly Inline[]): string {
  return inlines
    .map((inline) => (inline.type === 'text' || inline.type === 'code' ? inline.text : inlinesToText(inline.children)))
    .join('')
}

/** The words of the blocks, one line for a paragraph, a list item, a table row or a line of code. */
export function blocksToText(blocks: readonly Block[]): string {
  return blocks.map(blockToText).join('\n')
}

function blockToText(block: Block): string {
  switch (block.type) {
    case 'paragraph':
      return inlinesToText(block.children)
    case 'list':
      return block.items.map(blocksToText).join('\n')
    case 'table':
      return [block.head, ...block.rows].map((cells) => cells.map(inlinesToText).join(' ')).join('\n')
    case 'codeBlock':
      return block.lines.map((tokens) => tokens.map((token) => token.text).join('')).join('\n')
  }
}
