// The example card of decks/FORMAT.md, whole or with one place changed: a card that is right, and as many wrong ones as a
// test wants.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readCard } from '#domain/deck/readCard.ts'
import type { SourceCard } from '#domain/deck/sourceCard.ts'

export const examplePath = 'decks/network/tcp-three-way-handshake.md'

export function exampleText(): string {
  const format = readFileSync(join(import.meta.dirname, '../../decks/FORMAT.md'), 'utf8')
  const [, text] = /^````markdown\n([\s\S]*?)^````$/m.exec(format) ?? []
  if (text === undefined) throw new Error('decks/FORMAT.md has no example')
  return text
}

/** The example with each `from` replaced by its `to`; every `from` must occur. */
export function exampleWith(...changes: readonly (readonly [from: string, to: string])[]): string {
  return changes.reduce((text, [from, to]) => {
    if (!text.includes(from)) throw new Error(`The example has no "${from}"`)
    return text.replace(from, () => to)
  }, exampleText())
}

export function readExampleWith(...changes: readonly (readonly [from: string, to: string])[]): SourceCard {
  return readCard(examplePath, exampleWith(...changes))
}
