// Writes down how a production build hangs together (which file imports which, and what lies in each) and reads it again,
// for `sizes.ts`. It alone knows where that stands: in `build`, not in the site.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import type { Plugin } from 'vite'

export interface Chunk {
  readonly file: string
  readonly isEntry: boolean
  /** The module for whose sake the chunk was made, relative to the project; null for a shared chunk. */
  readonly facade: string | null
  readonly imports: readonly string[]
  readonly dynamicImports: readonly string[]
}

const chunksFile = 'build/chunks.json'

export function chunksPlugin(): Plugin {
  let root = ''
  return {
    name: 'suhbat:chunks',
    apply: 'build',
    configResolved(config) {
      root = config.root
    },
    writeBundle(_options, bundle) {
      const chunks: Chunk[] = Object.values(bundle)
        .filter((output) => output.type === 'chunk')
        .map((chunk) => ({
          file: chunk.fileName,
          isEntry: chunk.isEntry,
          facade: chunk.facadeModuleId === null ? null : relative(root, chunk.facadeModuleId).replaceAll('\\', '/'),
          imports: chunk.imports,
          dynamicImports: chunk.dynamicImports,
        }))
      mkdirSync(join(root, 'build'), { recursive: true })
      writeFileSync(join(root, chunksFile), `${JSON.stringify(chunks, null, 2)}\n`)
    },
  }
}

/** The chunks of the last build; throws when there was none. */
export function readChunks(root: string): readonly Chunk[] {
  const chunks: unknown = JSON.parse(readFileSync(join(root, chunksFile), 'utf8'))
  if (!Array.isArray(chunks) || !chunks.every(isChunk)) throw new Error(`${chunksFile} is not what a build writes.`)
  return chunks
}

function isChunk(value: unknown): value is Chunk {
  return (
    typeof value === 'object' &&
    value !== null &&
    'file' in value &&
    typeof value.file === 'string' &&
    'imports' in value &&
    Array.isArray(value.imports) &&
    'dynamicImports' in value &&
    Array.isArray(value.dynamicImports)
  )
}
