// Reads a folder of cards from the disk: subjects.yaml, pending.txt and every card file, in a fixed order. What is wrong
// is gathered, so that one run shows it all.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join, relative } from 'node:path'
import { CardError } from '#domain/deck/cardError.ts'
import { readCard } from '#domain/deck/readCard.ts'
import { type SourceCard } from '#domain/deck/sourceCard.ts'
import { readGlossary, type RefusedForm } from '#domain/deck/glossary.ts'
import { readSubjects, type Subject } from '#domain/deck/subjects.ts'
import { checkFolder, CommandError } from './command.ts'

export interface DeckFolder {
  readonly subjects: readonly Subject[]
  readonly cards: readonly SourceCard[]
  /** One sentence for each broken file, as `path:line: …`. */
  readonly problems: readonly string[]
}

function shownPath(path: string): string {
  const short = relative(process.cwd(), path)
  return short.startsWith('..') ? path : short
}

export function readDeckFolder(folder: string): DeckFolder {
  checkFolder(folder, 'cards')
  const problems: string[] = []
  const collect = <Value>(read: () => Value): Value | null => {
    try {
      return read()
    } catch (error) {
      if (!(error instanceof CardError)) throw error
      problems.push(error.message)
      return null
    }
  }
  const subjectsPath = join(folder, 'subjects.yaml')
  if (!existsSync(subjectsPath)) throw new CommandError(`The folder of cards has no subjects.yaml: ${folder}`)
  const subjects = collect(() => readSubjects(shownPath(subjectsPath), readFileSync(subjectsPath, 'utf8'))) ?? []
  const cards = cardPaths(folder).flatMap((path) => {
    const card = collect(() => readCard(shownPath(path), readFileSync(path, 'utf8')))
    return card === null ? [] : [card]
  })
  problems.push(...placeProblems(cards, subjects))
  return { subjects, cards, problems }
}

/** The forms that the glossary of a folder of cards refuses; throws `CommandError`. */
export function readGlossaryFile(folder: string): readonly RefusedForm[] {
  const path = join(folder, 'glossary.yaml')
  if (!existsSync(path)) throw new CommandError(`The folder of cards has no glossary.yaml: ${folder}`)
  try {
    return readGlossary(shownPath(path), readFileSync(path, 'utf8'))
  } catch (error) {
    if (error instanceof CardError) throw new CommandError(error.message)
    throw error
  }
}

/** The texts of all cards of a folder as they are; none, where there is no such folder. */
export function readCardTexts(folder: string): readonly string[] {
  return existsSync(folder) && statSync(folder).isDirectory()
    ? cardPaths(folder).map((path) => readFileSync(path, 'utf8'))
    : []
}

/** Every `<subject>/<card>.md`; the documents lie beside the subjects and are no cards. */
function cardPaths(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== 'documents')
    .map((entry) => join(folder, entry.name))
    .flatMap((subject) => readdirSync(subject).map((name) => join(subject, name)))
    .filter((path) => path.endsWith('.md'))
    .toSorted()
}

/** The ids of `pending.txt`, one a line; a line that begins with # is a comment (ids of parts have it further on). */
export function readPending(folder: string): string[] {
  const path = join(folder, 'pending.txt')
  if (!existsSync(path)) return []
  const lines = readFileSync(path, 'utf8').split('\n')
  return lines.map((line) => line.trim()).filter((line) => line !== '' && !line.startsWith('#'))
}

function placeProblems(cards: readonly SourceCard[], subjects: readonly Subject[]): string[] {
  const pathsById = new Map<string, string>()
  return cards.flatMap((card) => {
    const found: string[] = []
    if (subjects.length > 0 && !subjects.some((subject) => subject.id === card.subject))
      found.push(`${card.path}:1: expected a folder of subjects.yaml, found "${card.subject}"`)
    // The file name is the card's identity for ever, in whatever folder it lies.
    const other = pathsById.get(card.id)
    if (other !== undefined) found.push(`${card.path}:1: expected a file name of its own, found it again as ${other}`)
    pathsById.set(card.id, card.path)
    return found
  })
}
