// Code in colours: it turns Shiki's scopes into the few token kinds of the tree. Shiki and its grammars are loaded only for
// the languages asked for.
import type { LanguageRegistration, ThemeRegistration } from 'shiki/types'
import type { CodeBlock, Token, TokenKind } from '#domain/deck/tree.ts'

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

export type Lines = CodeBlock['lines']

/** A piece of code, and the language that it is written in. */
export interface Snippet {
  readonly language: string
  readonly code: string
}

export function hasGrammar(language: string): boolean {
  return language in grammarsByLanguage
}

/** The lines of each snippet in colours; all languages need a grammar. */
export async function colourSnippets(snippets: readonly Snippet[]): Promise<readonly Lines[]> {
  const languages = [...new Set(snippets.map(({ language }) => language))].toSorted()
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
  const coloured = snippets.map(({ language, code }) => {
    const lines = highlighter.codeToTokensBase(code, { lang: language, theme: 'kinds' })
    return lines.map((tokens) => joinTokens(tokens.map(tokenOf)))
  })
  highlighter.dispose()
  return coloured
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
