// Colours the code of the cards at build time: it turns Shiki's scopes into the few token kinds of the tree. Shiki and its
// grammars are loaded only when some card has code in their language.
import type { LanguageRegistration, ThemeRegistration } from 'shiki/types'
import type { SourceCard, SourceFace } from '#domain/deck/sourceCard.ts'
import type { Block, CodeBlock, Token, TokenKind } from '#domain/deck/tree.ts'
import { openBuildCache } from './buildCache.ts'

type Grammars = () => Promise<{ readonly default: LanguageRegistration[] }>

// The languages of decks/FORMAT.md without `text`, which has no grammar.
const grammarsByLanguage: Readonly<Record<string, Grammars>> = {
  go: () => import('shiki/langs/go.mjs'),
  sql: () => import('shiki/langs/sql.mjs'),
  yaml: () => import('shiki/langs/yaml.mjs'),
  json: () => import('shiki/langs/json.mjs'),
  bash: () => import('shiki/langs/bash.mjs'),
  dockerfile: () => import('shiki/langs/dockerfile.mjs'),
  proto: () => import('shiki/langs/proto.mjs'),
  http: () => import('shiki/langs/http.mjs'),
  nginx: () => import('shiki/langs/nginx.mjs'),
}

// Shiki can only say a colour for a stretch of code, so each kind has a colour that stands for it and is never seen.
const kindsByColour: Readonly<Record<string, TokenKind>> = {
  '#000000': 'plain',
  '#000001': 'keyword',
  '#000002': 'string',
  '#000003': 'comment',
  '#000004': 'number',
  '#000005': 'function',
  '#000006': 'type',
}

// The more exact scope wins, so `keyword.operator` can be plain inside `keyword`.
const scopesByColour: Readonly<Record<string, readonly string[]>> = {
  // Plain values of YAML and words of a shell line are not strings to the eye.
  '#000000': ['keyword.operator', 'string.unquoted', 'meta.embedded', 'meta.template.expression'],
  '#000001': [
    'keyword',
    'storage',
    'constant.language',
    'keyword.operator.logical.sql',
    'entity.name.function.directive',
  ],
  '#000002': ['string', 'constant.character.escape', 'punctuation.definition.string'],
  '#000003': ['comment', 'punctuation.definition.comment'],
  '#000004': ['constant.numeric', 'constant.other.color'],
  '#000005': ['entity.name.function', 'support.function', 'entity.name.command'],
  '#000006': [
    'entity.name.type',
    'support.type',
    'support.class',
    'entity.name.tag',
    'storage.type.numeric',
    'storage.type.string',
    'storage.type.boolean',
    'storage.type.byte',
    'storage.type.rune',
    'storage.type.error',
    'storage.type.sql',
    'storage.type.proto',
  ],
}

const theme: ThemeRegistration = {
  name: 'kinds',
  type: 'light',
  fg: '#000000',
  bg: '#ffffff',
  settings: Object.entries(scopesByColour).map(([foreground, scope]) => ({
    scope: [...scope],
    settings: { foreground },
  })),
}

type Colour = (block: CodeBlock) => CodeBlock
type Lines = CodeBlock['lines']

/** The same cards with every block of code coloured. */
export async function highlightCards(cards: readonly SourceCard[]): Promise<SourceCard[]> {
  const cache = openBuildCache('colours', ['scripts/highlight.ts', 'package-lock.json'], isLines)
  const blocks = cards.flatMap((card) =>
    card.fences.map(({ language, lines }) => ({ language, code: lines.join('\n') })),
  )
  const unknown = blocks.filter(
    ({ language, code }) => language in grammarsByLanguage && cache.find(blockKey(language, code)) === null,
  )
  if (unknown.length > 0) {
    const { linesOf, stop } = await startColouring([...new Set(unknown.map(({ language }) => language))].toSorted())
    for (const { language, code } of unknown) cache.keep(blockKey(language, code), linesOf(language, code))
    stop()
    cache.save()
  }
  const colour: Colour = (block) => {
    const lines = cache.find(blockKey(block.language, block.lines.map(lineToText).join('\n')))
    return lines === null ? block : { ...block, lines }
  }
  return cards.map((card) => (card.fences.length === 0 ? card : colourCard(card, colour)))
}

function blockKey(language: string, code: string): string {
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

interface Colouring {
  readonly linesOf: (language: string, code: string) => Lines
  readonly stop: () => void
}

async function startColouring(languages: readonly string[]): Promise<Colouring> {
  const [{ createHighlighterCoreSync }, { createOnigurumaEngine }, ...grammars] = await Promise.all([
    import('shiki/core'),
    import('shiki/engine/oniguruma'),
    ...languages.flatMap((language) => grammarsByLanguage[language]?.() ?? []),
  ])
  const highlighter = createHighlighterCoreSync({
    engine: await createOnigurumaEngine(import('shiki/wasm')),
    langs: grammars.map((grammar) => grammar.default),
    themes: [theme],
  })
  return {
    linesOf(language, code) {
      const lines = highlighter.codeToTokensBase(code, { lang: language, theme: 'kinds' })
      return lines.map((tokens) => joinTokens(tokens.map(tokenOf)))
    },
    stop: () => highlighter.dispose(),
  }
}

function tokenOf(token: { readonly content: string; readonly color?: string }): Token {
  return { kind: kindsByColour[token.color?.toLowerCase() ?? ''] ?? 'plain', text: token.content }
}

/** Neighbours of one kind become one token, and blanks go with what is before them: packs stay small. */
function joinTokens(tokens: readonly Token[]): Token[] {
  const joined: Token[] = []
  for (const token of tokens) {
    const last = joined.at(-1)
    if (last !== undefined && (last.kind === token.kind || token.text.trim() === ''))
      joined[joined.length - 1] = { kind: last.kind, text: last.text + token.text }
    else joined.push(token)
  }
  return joined
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
