// Builds the decks (`npm run decks`): joins the documents' items with the cards, prints what is covered, and writes packs,
// their index and the inventory. It writes nothing while anything is wrong. With `--similar` it only lists, for each card, the
// questions that read most like its own.
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { coverage, coverageProblemToText, type Coverage } from '#domain/deck/coverage.ts'
import type { ItemPlaces } from '#domain/deck/introduction.ts'
import { CommandError, readOptions, runCommand } from './command.ts'
import { coverageTable, coverageWords } from './coverageTable.ts'
import { readCardTexts, readDeckFolder, readPending, type DeckFolder } from './deckFolder.ts'
import { readDocumentFolder } from './documentFolder.ts'
import { colourAhead, highlightCards } from './highlight.ts'
import { similarTable } from './similarTable.ts'
import { packFiles, packNamePattern, type PackFile } from './packFiles.ts'

await runCommand(async () => {
  const folders = readOptions({ documents: 'decks/documents', cards: 'decks', out: 'build/packs' }, ['similar'])
  const colouring = colourAhead(readCardTexts(folders.cards))
  const { documents, problems } = readDocumentFolder(folders.documents)
  const deck = readDeckFolder(folders.cards)
  const broken = [...problems, ...deck.problems]
  // Without one of the files the join would only repeat its absence for every item.
  if (broken.length > 0) return fail(broken)
  if (folders.flags.has('similar')) {
    console.log(similarTable(deck.cards))
    return true
  }

  const pending = readPending(folders.cards)
  const items = documents.flatMap((document) => document.items)
  const joined = coverage(items, deck.cards, pending)
  console.log(coverageTable(joined.counts))
  console.log(coverageWords(joined, pending))
  if (joined.problems.length > 0) return fail(joined.problems.map(coverageProblemToText))

  await colouring
  const files = await deckFiles(deck, joined)
  writeFiles(folders.out, files)
  const sizeKb = Math.round(files.reduce((sum, file) => sum + file.bytes.length, 0) / 1000)
  console.log(`${folders.out}: ${deck.cards.length} cards in ${files.length - 2} packs, ${sizeKb} kB`)
  return true
})

function fail(problems: readonly string[]): false {
  for (const problem of problems) console.error(problem)
  console.error(`The decks are not built: ${problems.length === 1 ? 'one problem' : `${problems.length} problems`}.`)
  return false
}

async function deckFiles(deck: DeckFolder, { inventory }: Coverage): Promise<PackFile[]> {
  const cards = await highlightCards(deck.cards)
  const places: ItemPlaces = new Map(
    inventory.items.map(({ id, kind }, rank) => [id, { rank, isQuestion: kind === 'question' }]),
  )
  const inventoryFile = { name: 'inventory.json', bytes: Buffer.from(`${JSON.stringify(inventory, null, 1)}\n`) }
  return [...packFiles(deck.subjects, cards, places), inventoryFile]
}

/** Packs come before the index that names them, and old packs go last: the folder is whole at every moment. */
function writeFiles(folder: string, files: readonly PackFile[]): void {
  try {
    mkdirSync(folder, { recursive: true })
    for (const { name, bytes } of files) writeFileSync(join(folder, name), bytes)
    const kept = new Set(files.map((file) => file.name))
    for (const name of readdirSync(folder)) {
      if (packNamePattern.test(name) && !kept.has(name)) rmSync(join(folder, name))
    }
  } catch (error) {
    throw new CommandError(`The packs cannot be written to ${folder}: ${error instanceof Error ? error.message : ''}`)
  }
}
