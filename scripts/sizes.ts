// Weighs the JavaScript that a phone has to load before the first card can be answered, and fails when it is more than the
// budget. It reads the build in `dist`, and makes one when there is none.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { readChunks } from './chunksPlugin.ts'
import { chunksToFirstCard } from './firstCard.ts'
import { projectRoot, runNode, viteProgram } from './steps.ts'

const budgetBytes = 170_000
const page = join(projectRoot, 'dist', 'index.html')

if (!existsSync(page) && !runNode(viteProgram, ['build', '--logLevel', 'warn'])) process.exit(1)

const html = readFileSync(page, 'utf8')
const sizes = chunksToFirstCard(readChunks(projectRoot), (file) => html.includes(file), gzipBytes)
  .map((file) => ({ file, bytes: gzipBytes(file) }))
  .toSorted((one, other) => other.bytes - one.bytes)
const total = sizes.reduce((sum, { bytes }) => sum + bytes, 0)

for (const { file, bytes } of sizes) console.log(`${kilobytes(bytes)}  ${file}`)
console.log(
  `${kilobytes(total)}  JavaScript to the first answerable card, gzip; the budget is ${budgetBytes / 1000} kB`,
)
if (total > budgetBytes) {
  console.error(`That is ${total - budgetBytes} bytes too much.`)
  process.exit(1)
}

function gzipBytes(file: string): number {
  return gzipSync(readFileSync(join(projectRoot, 'dist', file)), { level: 9 }).length
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`.padStart(9)
}
