// Turns a text back that was UTF-8 and was read with a wrong code page. The page is found by evidence alone; what is sound
// stays as it is, and what is uncertain is an error, never a guess.
//
// The evidence: written back through the page, the characters are bytes, and the bytes are UTF-8. A line that holds a
// character which the page does not have, or bytes that are no UTF-8, cannot have been damaged by that page.
import { codePages, type CodePageName } from './codePages.ts'
import { readLine, type LineReading, type RestoredByte } from './lineReading.ts'

export interface Restored extends RestoredByte {
  readonly line: number
}

export interface Repair {
  readonly text: string
  /** The page by which the text had been read wrongly; null for a sound text. */
  readonly codePage: CodePageName | null
  /** The bytes that the page had lost, where they were missing in the text as received. */
  readonly restored: readonly Restored[]
}

/** `line` and `column` are 1-based and count in the text as received. */
export class RepairError extends Error {
  override readonly name = 'RepairError'
  readonly document: string
  readonly line: number
  readonly column: number
  readonly reason: string

  constructor(document: string, line: number, column: number, reason: string) {
    super(`${document}:${line}:${column}: ${reason}`)
    this.document = document
    this.line = line
    this.column = column
    this.reason = reason
  }
}

/** How one page reads all the lines. */
interface Hypothesis {
  readonly codePage: CodePageName
  readonly readings: readonly LineReading[]
}

/**
 * Throws RepairError, with the place in the text as received: for a lost byte that no rule restores, for two pages that
 * give different texts, for a line that is damaged in part, and where the evidence is too thin to tell damage from a
 * sound text. `document` is the file name.
 */
export function repairText(text: string, document: string): Repair {
  const repair = repairOnce(text, document)
  if (repair.codePage !== null && isDamaged(repair.text)) {
    throw new RepairError(document, 1, 1, 'the text was read with a wrong code page more than once')
  }
  return repair
}

function repairOnce(text: string, document: string): Repair {
  const lines = text.split('\n')
  refuseReplacementCharacter(document, lines)
  const hypotheses = codePages.map((page): Hypothesis => ({
    codePage: page.name,
    readings: lines.map((line) => readLine(line, page)),
  }))
  const suspects = hypotheses.filter(({ readings }) => readings.some(isSuspicious))
  const [best, ...others] = widest(suspects)
  if (best === undefined) {
    refuseMixedLines(document, hypotheses)
    return { text, codePage: null, restored: [] }
  }
  refuseRivals(document, best, others)
  // Of two pages that explain the same lines the later may be the true one, so every one has to hold.
  for (const hypothesis of [best, ...others]) refuseBroken(document, hypothesis)
  refuseMixedLines(document, [best])
  refuseThinEvidence(document, best)
  for (const other of others) refuseDifference(document, best, other)
  return {
    text: best.readings
      .map((reading, index) => (reading.type === 'read' ? reading.text : (lines[index] ?? '')))
      .join('\n'),
    codePage: best.codePage,
    restored: best.readings.flatMap((reading, index) =>
      reading.type === 'read' ? reading.restored.map((restored) => ({ line: index + 1, ...restored })) : [],
    ),
  }
}

function isDamaged(text: string): boolean {
  return codePages.some((page) =>
    text.split('\n').some((line) => {
      const reading = readLine(line, page)
      return reading.type === 'read' && reading.weight >= enoughWeight && reading.isPlausible
    }),
  )
}

/** Damage, beyond what the letters of a sound text could be by chance. */
function isSuspicious(reading: LineReading): boolean {
  return (
    (reading.type === 'read' && (reading.isPlausible || reading.weight >= enoughWeight)) || isEvidentlyBroken(reading)
  )
}

function isEvidentlyBroken(reading: LineReading): boolean {
  return reading.type === 'broken' && reading.isEvident
}

function isExplained(reading: LineReading): boolean {
  return reading.type === 'read' || reading.type === 'broken'
}

/** The first line that only one of two pages explains; -1 when there is none. */
function lineOnlyIn(one: Hypothesis, other: Hypothesis): number {
  return one.readings.findIndex((reading, index) => {
    const otherReading = other.readings[index]
    return isExplained(reading) && otherReading !== undefined && !isExplained(otherReading)
  })
}

/**
 * The pages that explain most. The true page explains every line that is not plain ASCII, so a page that explains only
 * some of the lines of another one is out.
 */
function widest(hypotheses: readonly Hypothesis[]): readonly Hypothesis[] {
  return hypotheses.filter((one) =>
    hypotheses.every((other) => lineOnlyIn(other, one) === -1 || lineOnlyIn(one, other) !== -1),
  )
}

/** Where each of two pages explains a line that the other does not, no page is right. */
function refuseRivals(document: string, best: Hypothesis, others: readonly Hypothesis[]): void {
  for (const other of others) {
    const index = lineOnlyIn(other, best)
    if (index === -1) continue
    const reason = `this line reads as damaged by ${other.codePage}, others as damaged by ${best.codePage}`
    throw new RepairError(document, index + 1, 1, reason)
  }
}

/** A decoder put it where it lost bytes; which ones, nothing tells. */
function refuseReplacementCharacter(document: string, lines: readonly string[]): void {
  lines.forEach((line, index) => {
    const at = line.indexOf('\uFFFD')
    if (at !== -1)
      throw new RepairError(document, index + 1, at + 1, 'a character was lost here and replaced by U+FFFD')
  })
}

function refuseBroken(document: string, { codePage, readings }: Hypothesis): void {
  readings.forEach((reading, index) => {
    if (reading.type !== 'broken') return
    throw new RepairError(document, index + 1, reading.column, `${reading.reason} (read as ${codePage})`)
  })
}

/** Part of the line is damaged and part of it cannot be: whichever is left alone would be wrong. */
function refuseMixedLines(document: string, hypotheses: readonly Hypothesis[]): void {
  for (const { codePage, readings } of hypotheses) {
    readings.forEach((reading, index) => {
      if (reading.type !== 'foreign' || reading.damageColumn === null) return
      const reason = `a part of this line reads as damaged by ${codePage}, the rest does not`
      throw new RepairError(document, index + 1, reading.damageColumn, reason)
    })
  }
}

/** One character of three bytes, or two of two: a single pair of letters such as "–∞" may stand in a sound text. */
const enoughWeight = 2

/**
 * Where every line agrees, they are weighed together: one pair of letters may have come from a sound text. Where some
 * lines are sound, each repaired line has to carry its own proof. And a proof holds a character that such documents are
 * written with: "—•" is bytes of a letter too, but of one that nobody writes.
 */
function refuseThinEvidence(document: string, { codePage, readings }: Hypothesis): void {
  const read = readings.flatMap((reading, index) => (reading.type === 'read' ? [{ reading, line: index + 1 }] : []))
  const isPartial = readings.some((reading) => reading.type === 'foreign')
  const isProven = read.some(({ reading }) => reading.isPlausible) && read.reduce(addWeight, 0) >= enoughWeight
  const thin = read.find(({ reading }) => {
    const isEnough = reading.weight >= enoughWeight
    return isPartial ? !(isEnough && reading.isPlausible) : !(isProven && (isEnough || reading.isPlausible))
  })
  if (thin === undefined) return
  const reason = `this line may be sound or damaged by ${codePage}, and there is too little of it to tell`
  throw new RepairError(document, thin.line, thin.reading.column, reason)
}

function addWeight(sum: number, { reading }: { readonly reading: { readonly weight: number } }): number {
  return sum + reading.weight
}

function refuseDifference(document: string, one: Hypothesis, other: Hypothesis): void {
  one.readings.forEach((reading, index) => {
    const otherReading = other.readings[index]
    if (reading.type !== 'read' || otherReading?.type !== 'read' || reading.text === otherReading.text) return
    const reason = `${one.codePage} and ${other.codePage} both read this line, and differ`
    throw new RepairError(document, index + 1, reading.column, reason)
  })
}
