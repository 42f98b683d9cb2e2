// What is said when a document cannot be read as a roadmap: the file, the line, and one plain sentence.

/** `document` is the file name as received; `line` is 1-based. */
export class DocumentError extends Error {
  override readonly name = 'DocumentError'
  readonly document: string
  readonly line: number
  readonly reason: string

  constructor(document: string, line: number, reason: string) {
    super(`${document}:${line}: ${reason}`)
    this.document = document
    this.line = line
    this.reason = reason
  }
}
