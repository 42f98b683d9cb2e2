// Judges every card by the rules that a machine can check, and prints each problem as `path:line: …`. The gate runs it
// beside the deck build.
import { lintDeck } from '#domain/deck/lint.ts'
import { languages } from '#domain/language.ts'
import { CommandError, readOptions, runCommand } from './command.ts'
import { readDeckFolder, readGlossaryFile } from './deckFolder.ts'

await runCommand(() => {
  const { cards: folder } = readOptions({ cards: 'decks' })
  const { cards, problems } = readDeckFolder(folder)
  const lints = lintDeck(cards, readGlossaryFile(folder)).map(
    ({ path, line, message }) => `${path}:${line}: ${message}`,
  )
  const all = [...problems, ...lints]
  for (const problem of all) console.error(problem)
  console.log(`${cards.length} cards, ${languages.length} languages, ${all.length} problems`)
  if (cards.length === 0) throw new CommandError(`The folder of cards has no card: ${folder}`)
  return all.length === 0
})
