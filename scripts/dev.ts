// `npm run dev`: the app with hot reload; options are those of Vite. The decks are built first and again whenever a card
// changes. A broken card is reported, and the app goes on with the last packs that were whole.
import { watch } from 'node:fs'
import { join } from 'node:path'
import { projectRoot, startNode, viteProgram } from './steps.ts'

let isBuilding = false
let isChanged = false

function buildDecks(): void {
  // A save while the decks are being built asks for one more build, not for one beside it: both would write the same files.
  if (isBuilding) {
    isChanged = true
    return
  }
  isBuilding = true
  isChanged = false
  startNode('scripts/build-decks.ts').once('exit', () => {
    isBuilding = false
    if (isChanged) buildDecks()
  })
}

buildDecks()

let pause: NodeJS.Timeout | undefined
watch(join(projectRoot, 'decks'), { recursive: true }, () => {
  clearTimeout(pause)
  pause = setTimeout(buildDecks, 200)
})

startNode(viteProgram, process.argv.slice(2)).once('exit', (code) => process.exit(code ?? 1))
