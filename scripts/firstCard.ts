// Which chunks of a build are needed before the first card can be answered: what the page loads, and every lazy part on the
// way through Today to Study.
import type { Chunk } from './chunksPlugin.ts'

/** Lazy parts that nobody needs on the way: other screens, and what runs after the app has started. */
const offTheWay = [/^src\/app\/lazyPages\.ts$/, /^src\/platform\/serviceWorkerLink\.ts$/]
const interfaceTexts = /\/locales\//

/**
 * The files of the chunks, each once. `isInPage` tells which of them the page itself names. Of the interface texts a person
 * loads one language: `weigh` (in bytes) tells which is the heaviest, and that one is counted.
 */
export function chunksToFirstCard(
  chunks: readonly Chunk[],
  isInPage: (file: string) => boolean,
  weigh: (file: string) => number,
): readonly string[] {
  const chunksByFile = new Map(chunks.map((chunk) => [chunk.file, chunk]))
  const needed = new Set<string>()
  const texts = new Set<string>()

  function need(file: string): void {
    const chunk = chunksByFile.get(file)
    if (chunk === undefined || needed.has(file)) return
    needed.add(file)
    chunk.imports.forEach(need)
    for (const lazy of chunk.dynamicImports) {
      const facade = chunksByFile.get(lazy)?.facade ?? ''
      if (interfaceTexts.test(facade)) texts.add(lazy)
      // A new lazy part counts until it is written down as off the way.
      else if (!offTheWay.some((place) => place.test(facade))) need(lazy)
    }
  }

  for (const { file, isEntry } of chunks) if (isEntry || isInPage(file)) need(file)
  const heaviest = [...texts].toSorted((one, other) => weigh(other) - weigh(one))[0]
  if (heaviest !== undefined) need(heaviest)
  return [...needed]
}
