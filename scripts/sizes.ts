// Weighs what a phone has to load: the JavaScript before the first card can be answered, and the packs of each language. It
// fails when one is more than its budget. It reads the build in `dist`, and makes one when there is none.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { readChunks } from './chunksPlugin.ts'
import { languages } from '#domain/language.ts'
import { chunksToFirstCard } from './firstCard.ts'
import { projectRoot, runNode, viteProgram } from './steps.ts'

const scriptBudgetBytes = 170_000
const packBudgetBytes = 450_000
const page = join(projectRoot, 'dist', 'index.html')

if (!existsSync(page) && !runNode(viteProgram, ['build', '--logLevel', 'warn'])) process.exit(1)

const html = readFileSync(page, 'utf8')
const sizes = chunksToFirstCard(readChunks(projectRoot), (file) => html.includes(file), gzipBytes)
  .map((file) => ({ file, bytes: gzipBytes(file) }))
  .toSorted((one, other) => other.bytes - one.bytes)
const total = sizes.reduce((sum, { bytes }) => sum + bytes, 0)

for (const { file, bytes } of sizes) console.log(`${kilobytes(bytes)}  ${file}`)
weigh('JavaScript to the first answerable card', total, scriptBudgetBytes)

const packNames = readdirSync(join(projectRoot, 'dist', 'packs'))
const packBytes = (kind: string) =>
  packNames.filter((name) => name.split('.')[1] === kind).reduce((sum, name) => sum + gzipBytes(join('packs', name)), 0)
for (const language of languages) weigh(`packs in ${language}`, packBytes(language), packBudgetBytes)
console.log(`${kilobytes(packBytes('all'))}  packs that the languages share`)

function weigh(what: string, bytes: number, budgetBytes: number): void {
  console.log(`${kilobytes(bytes)}  ${what}, gzip; the budget is ${budgetBytes / 1000} kB`)
  if (bytes <= budgetBytes) return
  console.error(`That is ${bytes - budgetBytes} bytes too much.`)
  process.exitCode = 1
}

function gzipBytes(file: string): number {
  return gzipSync(readFileSync(join(projectRoot, 'dist', file)), { level: 9 }).length
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`.padStart(9)
}
