// The front matter of a card file: YAML between two lines of dashes, read by a strict schema. It alone knows the parser
// of YAML, and how to find the line of a value that is wrong.
import { isMap, isScalar, LineCounter, parseDocument, type Document } from 'yaml'
import { z } from '#domain/schema.ts'
import { cardKinds, levels, type Source } from './card.ts'
import { CardError } from './cardError.ts'

const daysByMonth = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/** Whether the text is a day of the Gregorian calendar as `YYYY-MM-DD`. */
function isDate(text: string): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  if (match === null) return false
  const [year = 0, month = 0, day = 0] = match.slice(1).map(Number)
  const isLeapYear = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  const days = month === 2 && isLeapYear ? 29 : (daysByMonth[month - 1] ?? 0)
  return day >= 1 && day <= days
}

// Each message says what was expected; `frontMatterError` makes the sentence around it.
const filledText = z.string('text').check(z.trim(), z.minLength(1, 'text'), z.maxLength(500, 'at most 500 characters'))
const coveredId = z
  .string('an item id')
  .check(
    z.regex(/^\d{3}(\/[a-z0-9]+(-[a-z0-9]+)*)+(#[a-z0-9]+(-[a-z0-9]+)*)?$/, 'an item id like 002/section/text#part'),
  )
const point = z.int('the number of a key point').check(z.gte(1, 'the number of a key point'))

const frontMatterSchema = z.strictObject(
  {
    kind: z.enum(cardKinds, `one of ${cardKinds.join(', ')}`),
    level: z.enum(levels, `one of ${levels.join(', ')}`),
    covers: z.array(coveredId, 'a list of item ids'),
    sources: z
      .array(
        z.strictObject({
          title: filledText,
          section: filledText,
          url: z.string('an https address').check(z.regex(/^https:\/\/[^\s/]+\.[^\s]+$/, 'an https address')),
          points: z
            .array(point, 'a list of numbers of key points')
            .check(z.minLength(1, 'at least one number of a key point')),
        }),
        'a list of sources',
      )
      .check(z.minLength(1, 'at least one source')),
    checked: z.string('a day as YYYY-MM-DD').check(z.refine(isDate, 'a day of the calendar as YYYY-MM-DD')),
  },
  'kind, level, covers, sources and checked',
)

export type FrontMatter = z.infer<typeof frontMatterSchema>

export interface ReadFrontMatter {
  readonly values: FrontMatter
  /** The 1-based line of the value at the path, or of what is nearest above it. */
  readonly lineOf: (path: readonly PropertyKey[]) => number
  /** The 0-based index of the first line below the front matter. */
  readonly bodyStart: number
}

/** Reads the front matter of the file's lines; throws `CardError`. */
export function readFrontMatter(path: string, lines: readonly string[]): ReadFrontMatter {
  if (lines[0] !== '---')
    throw new CardError(path, 1, `expected the front matter to begin with "---" here, found "${lines[0] ?? ''}"`)
  const end = lines.indexOf('---', 1)
  if (end === -1)
    throw new CardError(path, lines.length, 'expected "---" after the front matter, found the end of the file')
  const { value, lineOf } = readYaml(path, lines.slice(1, end).join('\n'), 1)
  const values = parseYaml(frontMatterSchema, value, path, lineOf)
  checkCovers(path, values.covers, lineOf)
  return { values, lineOf, bodyStart: end + 1 }
}

interface ReadYaml {
  readonly value: unknown
  readonly lineOf: (path: readonly PropertyKey[]) => number
}

/** Reads YAML that stands `linesAbove` lines below the file's first line; throws `CardError`. */
export function readYaml(path: string, text: string, linesAbove: number): ReadYaml {
  const lineCounter = new LineCounter()
  const document = parseDocument(text, { lineCounter })
  const [error] = document.errors
  if (error !== undefined) {
    const line = (error.linePos?.[0].line ?? 1) + linesAbove
    throw new CardError(
      path,
      line,
      `expected YAML, found ${error.message.split('\n', 1)[0]?.replace(/ at line .*$/, '')}`,
    )
  }
  const lineOf = (keys: readonly PropertyKey[]) => lineCounter.linePos(offsetOf(document, keys)).line + linesAbove
  return { value: document.toJS() as unknown, lineOf }
}

/** Where the value at the path begins; if there is none, where its nearest parent does. */
function offsetOf(document: Document.Parsed, keys: readonly PropertyKey[]): number {
  for (let length = keys.length; length > 0; length -= 1) {
    const key = keys[length - 1]
    const parent = length === 1 ? document.contents : document.getIn(keys.slice(0, length - 1), true)
    // The line of `key: value` is the key's; a long value begins on a line below.
    const pair = isMap(parent) ? parent.items.find((item) => isScalar(item.key) && item.key.value === key) : undefined
    const node: unknown = pair === undefined ? document.getIn(keys.slice(0, length), true) : pair.key
    const offset = rangeStart(node)
    if (offset !== null) return offset
  }
  return 0
}

function rangeStart(node: unknown): number | null {
  if (typeof node !== 'object' || node === null || !('range' in node) || !Array.isArray(node.range)) return null
  const start: unknown = node.range[0]
  return typeof start === 'number' ? start : null
}

/** The value as the schema has it; throws a `CardError` that names the first wrong place. */
export function parseYaml<Value>(
  schema: z.ZodMiniType<Value>,
  value: unknown,
  path: string,
  lineOf: (path: readonly PropertyKey[]) => number,
): Value {
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  if (issue === undefined) throw new CardError(path, lineOf([]), 'expected other values')
  if (issue.code === 'unrecognized_keys') {
    const [key = ''] = issue.keys
    throw new CardError(path, lineOf([...issue.path, key]), `expected no "${key}"${whereText(issue.path)}`)
  }
  const found = foundText(valueAt(value, issue.path))
  throw new CardError(path, lineOf(issue.path), `expected ${issue.message}${whereText(issue.path)}, found ${found}`)
}

function whereText(keys: readonly PropertyKey[]): string {
  const names = keys.map((key) => (typeof key === 'number' ? `#${key + 1}` : String(key)))
  return names.length === 0 ? '' : ` in ${names.join(' ')}`
}

function valueAt(value: unknown, keys: readonly PropertyKey[]): unknown {
  return keys.reduce<unknown>(
    (at, key) => (typeof at === 'object' && at !== null ? Reflect.get(at, key) : undefined),
    value,
  )
}

function foundText(value: unknown): string {
  if (value === undefined || value === null) return 'nothing'
  return typeof value === 'object' ? (Array.isArray(value) ? 'a list' : 'a map') : JSON.stringify(value)
}

function checkCovers(path: string, covers: readonly string[], lineOf: ReadFrontMatter['lineOf']): void {
  covers.forEach((id, index) => {
    if (covers.indexOf(id) !== index)
      throw new CardError(path, lineOf(['covers', index]), `expected each item once in covers, found "${id}" again`)
  })
}

/** Every key point has a source, and every number is that of a key point; throws `CardError`. */
export function checkSources(
  path: string,
  sources: readonly Source[],
  pointCount: number,
  lineOf: ReadFrontMatter['lineOf'],
): void {
  sources.forEach((source, sourceIndex) => {
    source.points.forEach((number, index) => {
      const line = lineOf(['sources', sourceIndex, 'points'])
      if (number > pointCount)
        throw new CardError(path, line, `expected numbers of key points from 1 to ${pointCount}, found ${number}`)
      if (source.points.indexOf(number) !== index)
        throw new CardError(path, line, `expected each key point once in a source, found ${number} again`)
    })
  })
  for (let number = 1; number <= pointCount; number += 1) {
    if (!sources.some((source) => source.points.includes(number)))
      throw new CardError(path, lineOf(['sources']), `expected a source that backs key point ${number}, found none`)
  }
}
