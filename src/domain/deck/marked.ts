// Inline text and lines of code as one string, which is how packs carry them: about a fifth shorter, gzipped, than the tree
// as JSON. `~` and a letter open a mark, `^` closes it, and a `~` before one of the two means the sign itself.
import type { Inline, Token, TokenKind } from './tree.ts'

const inlineMarks = { code: 'c', strong: 's', emphasis: 'e', link: 'l' } as const

const kindsByMark: Readonly<Record<string, TokenKind>> = {
  k: 'keyword',
  s: 'string',
  c: 'comment',
  n: 'number',
  f: 'function',
  t: 'type',
}
const marksByKind = new Map(Object.entries(kindsByMark).map(([mark, kind]) => [kind, mark]))

function escaped(text: string): string {
  return text.replaceAll(/[~^]/g, '~$&')
}

export function inlinesToMarked(inlines: readonly Inline[]): string {
  return inlines.map(inlineToMarked).join('')
}

function inlineToMarked(inline: Inline): string {
  switch (inline.type) {
    case 'text':
      return escaped(inline.text)
    case 'code':
      return `~${inlineMarks.code}${escaped(inline.text)}^`
    case 'link':
      // An address has no blank, so the first one ends it.
      return `~${inlineMarks.link}${escaped(inline.url)} ${inlinesToMarked(inline.children)}^`
    case 'strong':
    case 'emphasis':
      return `~${inlineMarks[inline.type]}${inlinesToMarked(inline.children)}^`
  }
}

/** The tree of a marked text, neighbouring texts as one; throws `RangeError` if the marks are not whole. */
export function markedToInlines(marked: string): Inline[] {
  const reader = new MarkReader(marked)
  const inlines = readInlines(reader)
  reader.end()
  return inlines
}

function readInlines(reader: MarkReader): Inline[] {
  const inlines: Inline[] = []
  const addText = () => {
    const text = reader.text()
    if (text !== '') inlines.push({ type: 'text', text })
  }
  addText()
  for (let mark = reader.open(); mark !== null; mark = reader.open()) {
    inlines.push(readInline(reader, mark))
    reader.close()
    addText()
  }
  return inlines
}

function readInline(reader: MarkReader, mark: string): Inline {
  switch (mark) {
    case inlineMarks.code:
      return { type: 'code', text: reader.text() }
    case inlineMarks.strong:
      return { type: 'strong', children: readInlines(reader) }
    case inlineMarks.emphasis:
      return { type: 'emphasis', children: readInlines(reader) }
    case inlineMarks.link: {
      const url = reader.word()
      return { type: 'link', url, children: readInlines(reader) }
    }
    default:
      throw new RangeError(`Unknown mark ${mark}`)
  }
}

export function codeToMarked(lines: readonly (readonly Token[])[]): string {
  return lines.map((tokens) => tokens.map(tokenToMarked).join('')).join('\n')
}

function tokenToMarked({ kind, text }: Token): string {
  const mark = marksByKind.get(kind)
  return mark === undefined ? escaped(text) : `~${mark}${escaped(text)}^`
}

/** The lines of a marked text, neighbouring plain tokens as one; throws `RangeError` if the marks are not whole. */
export function markedToCode(marked: string): Token[][] {
  return marked.split('\n').map((line) => {
    const reader = new MarkReader(line)
    const tokens: Token[] = []
    const addPlain = () => {
      const text = reader.text()
      if (text !== '') tokens.push({ kind: 'plain', text })
    }
    addPlain()
    for (let mark = reader.open(); mark !== null; mark = reader.open()) {
      const kind = kindsByMark[mark]
      if (kind === undefined) throw new RangeError(`Unknown mark ${mark}`)
      tokens.push({ kind, text: reader.text() })
      reader.close()
      addPlain()
    }
    reader.end()
    return tokens
  })
}

class MarkReader {
  readonly #marked: string
  #at = 0

  constructor(marked: string) {
    this.#marked = marked
  }

  /** The text up to the next mark, which may be none. */
  text(): string {
    return this.#take(/(?:[^~^]|~[~^])*/y)
  }

  /** The text up to a blank, which is passed. */
  word(): string {
    const word = this.#take(/(?:[^~^ ]|~[~^])*/y)
    if (this.#marked[this.#at] !== ' ') throw new RangeError('Expected a blank after the address')
    this.#at += 1
    return word
  }

  /** The letter of the mark that begins here; null when none does. */
  open(): string | null {
    if (this.#marked[this.#at] !== '~') return null
    const mark = this.#marked[this.#at + 1] ?? ''
    this.#at += 2
    return mark
  }

  close(): void {
    if (this.#marked[this.#at] !== '^') throw new RangeError('Expected the end of a mark')
    this.#at += 1
  }

  end(): void {
    if (this.#at < this.#marked.length) throw new RangeError('Expected the end of the text')
  }

  #take(pattern: RegExp): string {
    pattern.lastIndex = this.#at
    const [found = ''] = pattern.exec(this.#marked) ?? []
    this.#at += found.length
    return found.replaceAll(/~([~^])/g, '$1')
  }
}
