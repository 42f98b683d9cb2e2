// Keeps what is slow to make and depends on a text alone, such as a card that has been read, or its code in colours. An entry
// is known by the text and by the code that makes it, so a stale one is never found; the folder may be deleted at any time.
import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectRoot } from './steps.ts'

const folder = join(projectRoot, 'node_modules', '.cache', 'suhbat')

export interface BuildCache<Value> {
  /** The value that was made of this text before; null when there is none, or it cannot be read. */
  find(text: string): Value | null
  keep(text: string, value: Value): void
}

/** `makers` are the files and folders of the project whose code makes the values. */
export function openBuildCache<Value>(
  name: string,
  makers: readonly string[],
  isValue: (value: unknown) => value is Value,
): BuildCache<Value> {
  const makersHash = hashOf(makers.flatMap(filesOf).map((file) => readFileSync(file, 'utf8')))
  const entryPath = (text: string): string => join(folder, name, `${hashOf([makersHash, text])}.json`)
  return {
    find(text) {
      try {
        const value: unknown = JSON.parse(readFileSync(entryPath(text), 'utf8'))
        return isValue(value) ? value : null
      } catch {
        return null
      }
    },
    keep(text, value) {
      const path = entryPath(text)
      mkdirSync(join(folder, name), { recursive: true })
      // Two builds at once must not see each other's halves.
      const half = `${path}.${process.pid}`
      writeFileSync(half, JSON.stringify(value))
      renameSync(half, path)
    },
  }
}

/** A file, or the files that lie directly in a folder. */
function filesOf(path: string): readonly string[] {
  const full = join(projectRoot, path)
  if (/\.\w+$/.test(path)) return [full]
  return readdirSync(full)
    .filter((name) => name.endsWith('.ts'))
    .toSorted()
    .map((name) => join(full, name))
}

function hashOf(texts: readonly string[]): string {
  const hash = createHash('sha256')
  for (const text of texts) hash.update(text).update('\0')
  return hash.digest('hex')
}
