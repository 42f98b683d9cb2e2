// UTF-8 as bytes, where some bytes may have been lost on the way. Only continuation bytes (80–BF) can be lost, so every
// character still begins with its first byte, and what is missing can be counted.

/** The bytes of one character: `bytes` as they came, `length` as many as its first byte announces. */
export interface ByteSequence {
  /** Offset of the first byte. */
  readonly start: number
  readonly bytes: readonly number[]
  readonly length: number
}

/** A way to complete a sequence, and the bytes that it puts back. */
export interface Completion {
  readonly character: string
  readonly lostBytes: readonly number[]
}

export function isComplete(sequence: ByteSequence): boolean {
  return sequence.bytes.length === sequence.length
}

/** Null where the bytes are no UTF-8 even with losses: a continuation byte without a first one, or a forbidden sequence. */
export function bytesToSequences(bytes: readonly number[]): readonly ByteSequence[] | null {
  const sequences: ByteSequence[] = []
  let start = 0
  while (start < bytes.length) {
    const sequence = sequenceAt(bytes, start)
    if (sequence === null) return null
    sequences.push(sequence)
    start += sequence.bytes.length
  }
  return sequences
}

/** The sequence that starts at this offset and takes what continuation bytes follow, if it is one. */
export function sequenceAt(bytes: readonly (number | null)[], start: number): ByteSequence | null {
  const length = announcedLength(bytes[start] ?? null)
  if (length === 0) return null
  let end = start + 1
  while (end < bytes.length && isContinuation(bytes[end] ?? null)) end += 1
  const own = bytes.slice(start, end).filter((byte) => byte !== null)
  if (own.length > length) return null
  const sequence = { start, bytes: own, length }
  return isComplete(sequence) && sequenceToCharacter(own) === null ? null : sequence
}

/** 0 for what cannot be the first byte of a character. */
function announcedLength(byte: number | null): number {
  if (byte === null) return 0
  if (byte < 0x80) return 1
  if (byte >= 0xc2 && byte <= 0xdf) return 2
  if (byte >= 0xe0 && byte <= 0xef) return 3
  return byte >= 0xf0 && byte <= 0xf4 ? 4 : 0
}

function isContinuation(byte: number | null): boolean {
  return byte !== null && byte >= 0x80 && byte <= 0xbf
}

/** Strict: overlong forms, surrogates and numbers beyond U+10FFFF are null. Source: RFC 3629 §3. */
export function sequenceToCharacter(bytes: readonly number[]): string | null {
  const [first = 0, ...rest] = bytes
  const length = announcedLength(first)
  if (length !== bytes.length || !rest.every(isContinuation)) return null
  if (length === 1) return String.fromCharCode(first)
  const codePoint = rest.reduce((sum, byte) => sum * 64 + (byte & 0x3f), first & (0xff >> (length + 1)))
  const smallest = [0, 0, 0x80, 0x800, 0x10000][length] ?? 0
  const isSurrogate = codePoint >= 0xd800 && codePoint <= 0xdfff
  return codePoint < smallest || codePoint > 0x10ffff || isSurrogate ? null : String.fromCodePoint(codePoint)
}

/** Every character that the sequence may have been, by putting lost bytes back at every place behind the first byte. */
export function completions(sequence: ByteSequence, losableBytes: readonly number[]): readonly Completion[] {
  const [first, ...rest] = sequence.bytes
  if (first === undefined) return []
  const completionsByCharacter = new Map<string, Completion>()
  for (const { bytes, lostBytes } of interleavings(rest, sequence.length - 1, losableBytes)) {
    const character = sequenceToCharacter([first, ...bytes])
    if (character !== null) completionsByCharacter.set(character, { character, lostBytes })
  }
  return [...completionsByCharacter.values()]
}

interface Interleaving {
  readonly bytes: readonly number[]
  readonly lostBytes: readonly number[]
}

function interleavings(
  present: readonly number[],
  length: number,
  losable: readonly number[],
): readonly Interleaving[] {
  if (length === 0) return [{ bytes: [], lostBytes: [] }]
  const [next, ...others] = present
  const kept =
    next === undefined
      ? []
      : interleavings(others, length - 1, losable).map((rest) => ({ ...rest, bytes: [next, ...rest.bytes] }))
  if (present.length === length) return kept
  const restored = losable.flatMap((byte) =>
    interleavings(present, length - 1, losable).map((rest) => ({
      bytes: [byte, ...rest.bytes],
      lostBytes: [byte, ...rest.lostBytes],
    })),
  )
  return [...kept, ...restored]
}
