// What may not stand in a file, and what a file has to be called: the rules of the house that the linter cannot say.
import { basename, dirname } from 'node:path/posix'
import { lineAt, type Source } from './sources.ts'

interface Ban {
  readonly pattern: RegExp
  readonly sentence: string
  /** The files in which it is banned; everywhere when left out. */
  readonly where?: RegExp
  readonly except?: RegExp
}

const codeBans: readonly Ban[] = [
  {
    pattern:
      /dangerouslySetInnerHTML|\b(inner|outer)HTML\b|insertAdjacentHTML|document\.write(ln)?\b|\bsrcDoc\b|setHTMLUnsafe|createContextualFragment|\bDOMParser\b/,
    sentence: 'an HTML sink: render a tree',
    where: /^(src|scripts)\//,
  },
  { pattern: /\beval\s*\(|\bnew Function\b/, sentence: 'code made from a string' },
  {
    pattern: /\bfetch\(\s*['"`](https?:|\/\/)|\bsendBeacon\b|\bnew (WebSocket|EventSource|XMLHttpRequest)\b/,
    sentence: 'nothing leaves the device: only files of this site are fetched',
    where: /^src\//,
  },
  {
    pattern: /\.toISOString\b/,
    sentence: 'toISOString gives the day of Greenwich, not of the person',
    where: /^src\//,
  },
  {
    pattern: /\bIntl\.|\.toLocale(Date|Time)?String\b/,
    sentence: 'Chromium has no Uzbek: format in src/platform/format.ts',
    where: /^src\//,
    except: /^src\/platform\/format\.ts$/,
  },
  {
    pattern:
      /\bDate\.now\b|\bnew Date\(\s*\)|\bMath\.random\b|\bperformance\.|\bcrypto\.|\bset(Timeout|Interval)\b|\blocalStorage\b|\bindexedDB\b/,
    sentence: 'the domain is pure: the clock, chance and storage are handed in',
    where: /^src\/domain\//,
  },
]

const commentBans: readonly Ban[] = [
  { pattern: /\b(TODO|FIXME|XXX|HACK)\b/, sentence: 'a note to oneself: do it, or open an issue' },
  { pattern: /@ts-\w+|(eslint|oxlint|prettier|oxfmt)-(disable|ignore)/, sentence: 'a silenced check' },
]

const bannedWords = new Set(['util', 'helper', 'common', 'manager', 'service', 'misc'])

/** A file with more lines than this holds more than one idea; a test may be longer, because its tables are. */
function lineLimit(path: string): number {
  return path.startsWith('tests/') ? 450 : 350
}

/** Everything wrong with one file, as `path:line: sentence`. */
export function codeProblems(source: Source): readonly string[] {
  const { path, text, code, comments } = source
  const isCode = /\.(ts|tsx|mjs)$/.test(path)
  const lines = text.split('\n').length
  return [
    ...(isCode && !/^(\/\/|\/\*|#!)/.test(text)
      ? [`${path}:1: does not begin with a comment that says what it is for`]
      : []),
    ...(isCode && lines > lineLimit(path) ? [`${path}:${lines}: is longer than ${lineLimit(path)} lines`] : []),
    ...codeBans.flatMap((ban) => found(ban, path, code)),
    ...comments.flatMap((comment) => {
      const line = lineAt(text, text.indexOf(comment))
      return commentBans.filter(({ pattern }) => pattern.test(comment)).map((ban) => `${path}:${line}: ${ban.sentence}`)
    }),
  ]
}

function found(ban: Ban, path: string, code: string): readonly string[] {
  if (ban.where?.test(path) === false || ban.except?.test(path) === true) return []
  return [...code.matchAll(new RegExp(ban.pattern, 'g'))].map(
    (match) => `${path}:${lineAt(code, match.index)}: ${match[0].trim()}: ${ban.sentence}`,
  )
}

/** What is wrong with the name of a file of `src`. */
export function nameProblems({ path, code }: Source): readonly string[] {
  const name = basename(path)
  // SPEC.md is written in capitals as README.md is.
  if (name === 'service-worker.ts' || name === 'SPEC.md' || name.endsWith('tsconfig.json')) return []
  const stem = name.replace(/(\.module)?\.\w+$|\.d\.ts$/, '')
  const problems: string[] = []
  for (const step of [...dirname(path).split('/'), stem]) {
    if (isBannedName(step)) problems.push(`"${step}" says nothing: name what it is`)
  }
  for (const folder of dirname(path).split('/'))
    if (!isCamelCase(folder)) problems.push(`the folder "${folder}" is not camelCase`)
  const isComponent = isPascalCase(stem)
  if (
    name.endsWith('.tsx') &&
    isComponent &&
    !new RegExp(`export (default )?(function|const|class) ${stem}\\b`).test(code)
  ) {
    problems.push(`exports no component ${stem}`)
  }
  if (name.endsWith('.tsx') && !isComponent && /export (default )?(function|const) [A-Z][a-z]/.test(code)) {
    problems.push('holds a component: the file is named after it, in PascalCase')
  }
  if (isComponent ? !/\.(tsx|module\.css)$/.test(name) : !isCamelCase(stem)) {
    problems.push('components are PascalCase .tsx, every other file is camelCase')
  }
  return problems.map((problem) => `${path}: ${problem}`)
}

function isBannedName(name: string): boolean {
  // "Service worker" is what the platform calls it.
  const words = name
    .replace(/service-?worker/i, '')
    .split(/[-.]|(?=[A-Z])/)
    .map((word) => word.toLowerCase())
  return words.some((word) => bannedWords.has(word) || bannedWords.has(word.replace(/s$/, '')))
}

function isCamelCase(name: string): boolean {
  return /^[a-z][a-zA-Z0-9]*$/.test(name)
}

function isPascalCase(name: string): boolean {
  return /^[A-Z][a-zA-Z0-9]*$/.test(name)
}
