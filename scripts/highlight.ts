// Colours the code of the cards at build time. Colouring takes about as long as reading the cards, so it is done beside that
// in another process, and what was coloured once is kept.
import { execFile } from 'node:child_process'
import { join } from 'node:path'
import type { SourceCard, SourceFace } from '#domain/deck/sourceCard.ts'
import type { Block, CodeBlock, Token } from '#domain/deck/tree.ts'
import { openBuildCache, type BuildCache } from './buildCache.ts'
import { colourSnippets, hasGrammar, type Lines, type Snippet } from './colouring.ts'
import { projectRoot } from './steps.ts'

type Colour = (block: CodeBlock) => CodeBlock

/** What has been coloured before, by `keyOf`. */
export function openColours(): BuildCache<Lines> {
  return openBuildCache('colours', ['scripts/colouring.ts', 'package-lock.json'], isLines)
}

/**
 * Begins to colour the fenced code in the texts of cards that are still to be read. What comes of it is kept for
 * `highlightCards`, which is to be called after the promise; whatever was missed here is coloured there.
 */
export async function colourAhead(texts: readonly string[]): Promise<void> {
  const colours = openColours()
  const fences = texts.flatMap((text) => [...text.matchAll(/^```(\w+)\n(.*?)\n```$/gms)])
  const snippets = fences.map(([, language = '', code = '']) => ({ language, code }))
  const unknown = unknownSnippets(snippets, colours)
  if (unknown.length === 0) return
  const coloured = await colourInProcess(unknown)
  unknown.forEach((snippet, index) => {
    const lines = coloured[index]
    if (isLines(lines)) colours.keep(keyOf(snippet), lines)
  })
  colours.save()
}

/** Nothing, if the process fails: then the colouring here will, and say why. */
function colourInProcess(snippets: readonly Snippet[]): Promise<readonly unknown[]> {
  return new Promise((resolve) => {
    const script = join(projectRoot, 'scripts', 'colour-snippets.ts')
    const child = execFile(process.execPath, [script], { maxBuffer: Infinity }, (error, out) => {
      const coloured: unknown = error === null ? JSON.parse(out) : []
      resolve(Array.isArray(coloured) ? coloured : [])
    })
    child.stdin?.on('error', () => resolve([]))
    child.stdin?.end(JSON.stringify(snippets))
  })
}

/** The same cards with every block of code coloured. */
export async function highlightCards(cards: readonly SourceCard[]): Promise<SourceCard[]> {
  const colours = openColours()
  const fences = cards.flatMap((card) => card.fences)
  const snippets = fences.map(({ language, lines }) => ({ language, code: lines.join('\n') }))
  const unknown = unknownSnippets(snippets, colours)
  if (unknown.length > 0) {
    const coloured = await colourSnippets(unknown)
    unknown.forEach((snippet, index) => colours.keep(keyOf(snippet), coloured[index] ?? []))
    colours.save()
  }
  const colour: Colour = (block) => {
    const code = block.lines.map(lineToText).join('\n')
    const lines = colours.find(keyOf({ language: block.language, code }))
    return lines === null ? block : { ...block, lines }
  }
  return cards.map((card) => (card.fences.length === 0 ? card : colourCard(card, colour)))
}

function unknownSnippets(snippets: readonly Snippet[], colours: BuildCache<Lines>): readonly Snippet[] {
  return snippets.filter((snippet) => hasGrammar(snippet.language) && colours.find(keyOf(snippet)) === null)
}

export function keyOf({ language, code }: Snippet): string {
  return `${language}\n${code}`
}

function isLines(value: unknown): value is Lines {
  return Array.isArray(value) && value.every((line) => Array.isArray(line))
}

function colourCard(card: SourceCard, colour: Colour): SourceCard {
  return {
    ...card,
    code: card.code === null ? null : { ...card.code, block: colour(card.code.block) },
    faces: {
      uz: colourFace(card.faces.uz, colour),
      ru: colourFace(card.faces.ru, colour),
      en: colourFace(card.faces.en, colour),
    },
  }
}

function lineToText(tokens: readonly Token[]): string {
  return tokens.map((token) => token.text).join('')
}

function colourFace(source: SourceFace, colour: Colour): SourceFace {
  const { face } = source
  return {
    ...source,
    face: {
      ...face,
      answer: colourBlocks(face.answer, colour),
      explanation: colourBlocks(face.explanation, colour),
      mistake: colourBlocks(face.mistake, colour),
      followUp: { ...face.followUp, answer: colourBlocks(face.followUp.answer, colour) },
    },
  }
}

function colourBlocks(blocks: readonly Block[], colour: Colour): Block[] {
  return blocks.map((block): Block => {
    if (block.type === 'codeBlock') return colour(block)
    return block.type === 'list' ? { ...block, items: block.items.map((item) => colourBlocks(item, colour)) } : block
  })
}
