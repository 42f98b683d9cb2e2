// What is wrong with a file of the deck: where it is, and what was expected there. The reading of cards throws it, the
// build prints it.

export class CardError extends Error {
  override readonly name = 'CardError'
  readonly path: string
  /** 1-based. */
  readonly line: number

  constructor(path: string, line: number, problem: string) {
    super(`${path}:${line}: ${problem}`)
    this.path = path
    this.line = line
  }
}
