// The small typed tree that a card's Markdown becomes at build time. The app renders it with React; no HTML exists anywhere.

export type Inline =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'code'; readonly text: string }
  | { readonly type: 'strong'; readonly children: readonly Inline[] }
  | { readonly type: 'emphasis'; readonly children: readonly Inline[] }
  | { readonly type: 'link'; readonly url: string; readonly children: readonly Inline[] }

/** The part of speech of a stretch of code; `plain` has no colour of its own. */
export const tokenKinds = ['plain', 'keyword', 'string', 'comment', 'number', 'function', 'type'] as const
export type TokenKind = (typeof tokenKinds)[number]

export interface Token {
  readonly kind: TokenKind
  readonly text: string
}

/** A block of code, highlighted at build time: lines of tokens, without line ends. */
export interface CodeBlock {
  readonly type: 'codeBlock'
  readonly language: string
  readonly lines: readonly (readonly Token[])[]
}

export type Block =
  | { readonly type: 'paragraph'; readonly children: readonly Inline[] }
  | { readonly type: 'list'; readonly ordered: boolean; readonly items: readonly (readonly Block[])[] }
  | {
      readonly type: 'table'
      readonly head: readonly (readonly Inline[])[]
      readonly rows: readonly (readonly (readonly Inline[])[])[]
    }
  | CodeBlock
