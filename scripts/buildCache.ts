// Keeps what is slow to make and depends on a text alone, such as code in colours, in one file for each kind. An entry is
// known by the text and by the code that makes it, so a stale one is never found; the file may be deleted at any time.
import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectRoot } from './steps.ts'

const folder = join(projectRoot, 'node_modules', '.cache', 'suhbat')

/** The oldest entries go when there are more: texts that no card has any longer. */
const maxEntries = 5000

export interface BuildCache<Value> {
  /** The value that was made of this text before; null when there is none, or it cannot be read. */
  find(text: string): Value | null
  keep(text: string, value: Value): void
  /** Writes what was kept. A cache that cannot be written is only slow. */
  save(): void
}

/** `makers` are the files of the project whose code makes the values. */
export function openBuildCache<Value>(
  name: string,
  makers: readonly string[],
  isValue: (value: unknown) => value is Value,
): BuildCache<Value> {
  const file = join(folder, `${name}.json`)
  const maker = hashOf(makers.map((path) => readFileSync(join(projectRoot, path), 'utf8')).join('\0'))
  const entries = new Map<string, unknown>(readEntries(file, maker))
  return {
    find(text) {
      const value = entries.get(hashOf(text))
      return isValue(value) ? value : null
    },
    keep(text, value) {
      entries.set(hashOf(text), value)
    },
    save() {
      try {
        mkdirSync(folder, { recursive: true })
        // Two builds at once must not see each other's halves.
        const half = `${file}.${process.pid}`
        writeFileSync(half, JSON.stringify({ maker, entries: [...entries].slice(-maxEntries) }))
        renameSync(half, file)
      } catch (error) {
        console.warn(`${file} cannot be written: ${error instanceof Error ? error.message : ''}`)
      }
    },
  }
}

function readEntries(file: string, maker: string): readonly (readonly [string, unknown])[] {
  try {
    const kept: unknown = JSON.parse(readFileSync(file, 'utf8'))
    if (typeof kept !== 'object' || kept === null || !('maker' in kept) || kept.maker !== maker) return []
    return 'entries' in kept && Array.isArray(kept.entries) ? kept.entries.filter(isEntry) : []
  } catch {
    return []
  }
}

function isEntry(value: unknown): value is readonly [string, unknown] {
  return Array.isArray(value) && value.length === 2 && typeof value[0] === 'string'
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
