// Reads a folder of roadmap documents from the disk, in the order of their names. What cannot be read is gathered, so that
// one run shows it all.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readDocument, type RoadmapDocument } from '#domain/document/document.ts'
import { DocumentError } from '#domain/document/documentError.ts'
import { RepairError } from '#domain/document/repair.ts'
import { checkFolder, CommandError } from './command.ts'

export interface DocumentFolder {
  readonly documents: readonly RoadmapDocument[]
  /** One sentence for each document that cannot be read, as `document.txt:line: …`. */
  readonly problems: readonly string[]
}

export function readDocumentFolder(folder: string): DocumentFolder {
  checkFolder(folder, 'documents')
  const names = readdirSync(folder).filter((name) => name.endsWith('.txt'))
  if (names.length === 0) throw new CommandError(`The folder of documents has no .txt file: ${folder}`)
  const problems: string[] = []
  const documents = names.toSorted().flatMap((name) => {
    try {
      return [readDocument(name, bytesToText(name, readFileSync(join(folder, name))))]
    } catch (error) {
      if (!(error instanceof DocumentError || error instanceof RepairError)) throw error
      problems.push(error.message)
      return []
    }
  })
  return { documents, problems }
}

/** The bytes as UTF-8; a line that is no UTF-8 is a `DocumentError`, where the plain decoder would put a sign of its own. */
function bytesToText(name: string, bytes: Uint8Array): string {
  try {
    return decode(bytes)
  } catch {
    const line = firstBrokenLine(bytes)
    throw new DocumentError(name, line, 'the line is not UTF-8, so it cannot be told how it was damaged')
  }
}

function decode(bytes: Uint8Array): string {
  return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
}

/** 1-based. A line end is never a part of another character in UTF-8, so each line can be decoded by itself. */
function firstBrokenLine(bytes: Uint8Array): number {
  const lineEnd = 0x0a
  let line = 1
  for (let start = 0; start < bytes.length; line += 1) {
    const end = bytes.indexOf(lineEnd, start)
    const stop = end === -1 ? bytes.length : end
    try {
      decode(bytes.subarray(start, stop))
    } catch {
      return line
    }
    start = stop + 1
  }
  return line
}
