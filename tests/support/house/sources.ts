// Reads source files for the house test: their imports as the parser sees them, and their code with the comments blanked
// out, so that a rule does not stumble over prose.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseSync } from 'vite'

export interface Import {
  readonly specifier: string
  readonly line: number
}

export interface Source {
  /** From the project folder, with forward slashes: `src/domain/study/log.ts`. */
  readonly path: string
  readonly text: string
  /** The text with every comment turned into spaces; the lines stay where they are. */
  readonly code: string
  readonly comments: readonly string[]
  readonly imports: readonly Import[]
}

/** Throws when the text cannot be parsed. Everything but JavaScript and TypeScript has no imports and no comments. */
export function readSource(path: string, text: string): Source {
  if (!/\.(ts|tsx|mjs)$/.test(path)) return { path, text, code: text, comments: [], imports: [] }
  const { module, comments, errors } = parseSync(path, text)
  if (errors[0] !== undefined) throw new Error(`${path}: ${errors[0].message}`)
  let code = text
  for (const { start, end } of comments) {
    code = code.slice(0, start) + code.slice(start, end).replaceAll(/[^\n]/g, ' ') + code.slice(end)
  }
  const requests = [
    ...module.staticImports.map(({ moduleRequest }) => moduleRequest),
    ...module.staticExports.flatMap(({ entries }) => entries.flatMap(({ moduleRequest }) => moduleRequest ?? [])),
  ]
  // `import('./x.ts')` as an expression and as a type; the parser lists only the first, so both are read from the code.
  const dynamic = [...code.matchAll(/\bimport\(\s*(['"`])([^'"`]+)\1/g)]
  return {
    path,
    text,
    code,
    comments: comments.map((comment) => text.slice(comment.start, comment.end)),
    imports: [
      ...requests.map(({ value, start }) => ({ specifier: value, line: lineAt(text, start) })),
      ...dynamic.map((match) => ({ specifier: match[2] ?? '', line: lineAt(text, match.index) })),
    ],
  }
}

/** All files under the folders, in the order of their paths. */
export function readSources(root: string, folders: readonly string[]): readonly Source[] {
  return folders
    .flatMap((folder) => readdirSync(join(root, folder), { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(root.length + 1)
        .replaceAll('\\', '/'),
    )
    .toSorted()
    .map((path) => readSource(path, readFileSync(join(root, path), 'utf8')))
}

export function lineAt(text: string, index: number): number {
  return text.slice(0, index).split('\n').length
}
