// One line as one code page explains it: the line written back into bytes, the bytes read as UTF-8. It alone knows what
// counts as a trace of damage.
import {
  bytesToSequences,
  completions,
  isComplete,
  sequenceAt,
  sequenceToCharacter,
  type ByteSequence,
} from './byteSequences.ts'
import { characterToByte, type CodePage } from './codePages.ts'
import { cyrillicLetter, restoreGlyphs, type Glyph } from './lostCharacters.ts'

export interface RestoredByte {
  /** 1-based, of the character in whose place the restored one stands. */
  readonly column: number
  readonly byte: number
  readonly character: string
}

export type LineReading =
  /** ASCII only: every page reads it as it is. */
  | { readonly type: 'plain' }
  /** Not damaged by this page as a whole; `damageColumn` is where a piece of it seems to be. */
  | { readonly type: 'foreign'; readonly damageColumn: number | null }
  | {
      readonly type: 'read'
      readonly text: string
      readonly restored: readonly RestoredByte[]
      /** Of the first character that was damaged. */
      readonly column: number
      /** One for each character of two bytes, two for each longer one. */
      readonly weight: number
      /** A character of the documents' scripts and signs has come out. */
      readonly isPlausible: boolean
    }
  /** It may have been damaged by this page and lost what cannot be restored; not evident where it may be sound as well. */
  | { readonly type: 'broken'; readonly column: number; readonly reason: string; readonly isEvident: boolean }

/** Letters of Uzbek and Russian, Latin letters with accents, punctuation, arrows, signs and pictographs. */
const plausible =
  /[А-Яа-яЁёЎўҚқҒғҲҳ\u00A0-\u017F\u02BB-\u02BD\u2000-\u2BFF\p{Extended_Pictographic}\p{Regional_Indicator}\p{Emoji_Modifier}]|\uFE0E|\uFE0F/u

export function readLine(line: string, page: CodePage): LineReading {
  if (!/[^\0-\u007F]/u.test(line)) return { type: 'plain' }
  const bytes = Array.from({ length: line.length }, (_, index) => characterToByte(page, line.charAt(index)) ?? null)
  const sequences = bytes.includes(null) ? null : bytesToSequences(bytes.filter((byte) => byte !== null))
  const hasGaps = sequences?.some((sequence) => !isComplete(sequence)) ?? false
  // A page without undefined bytes loses nothing, so what is incomplete was never UTF-8.
  if (sequences === null || (hasGaps && page.undefinedBytes.length === 0)) {
    return { type: 'foreign', damageColumn: findDamage(bytes, page) }
  }
  return sequencesToReading(sequences, page)
}

function sequencesToReading(sequences: readonly ByteSequence[], page: CodePage): LineReading {
  const damaged = sequences.filter((sequence) => sequence.length > 1)
  const tooShort = damaged.find((sequence) => sequence.length - sequence.bytes.length > 1)
  const isEvident = damaged.some((sequence) => isTrace(sequence, page))
  const broken = (sequence: ByteSequence | undefined, reason: string): LineReading => ({
    type: 'broken',
    column: (sequence?.start ?? 0) + 1,
    reason,
    isEvident,
  })
  if (tooShort !== undefined) return broken(tooShort, 'more than one byte of a character is lost here')

  const restoration = restoreGlyphs(sequences.map((sequence) => sequenceToGlyph(sequence, page)))
  if ('gap' in restoration) return broken(sequences[restoration.gap], restoration.reason)
  const { characters } = restoration
  return {
    type: 'read',
    text: characters.join(''),
    restored: sequences.flatMap((sequence, index) => restoredByte(sequence, characters[index] ?? '', page)),
    column: (damaged[0]?.start ?? 0) + 1,
    weight: damaged.reduce((sum, sequence) => sum + (sequence.length > 2 ? 2 : 1), 0),
    isPlausible: characters.some((character) => character > '\u007F' && plausible.test(character)),
  }
}

function sequenceToGlyph(sequence: ByteSequence, page: CodePage): Glyph {
  const character = isComplete(sequence) ? sequenceToCharacter(sequence.bytes) : null
  return character === null
    ? { type: 'gap', candidates: completions(sequence, page.undefinedBytes).map((completion) => completion.character) }
    : { type: 'known', character }
}

function restoredByte(sequence: ByteSequence, character: string, page: CodePage): readonly RestoredByte[] {
  if (isComplete(sequence)) return []
  const completion = completions(sequence, page.undefinedBytes).find((one) => one.character === character)
  return (completion?.lostBytes ?? []).map((byte) => ({ column: sequence.start + 1, byte, character }))
}

/** Where the first piece of damage stands in a line that is not damaged throughout; first bytes alone prove nothing. */
function findDamage(bytes: readonly (number | null)[], page: CodePage): number | null {
  const at = bytes.findIndex((_, start) => {
    const sequence = sequenceAt(bytes, start)
    return sequence !== null && sequence.length > 1 && sequence.bytes.length > 1 && isTrace(sequence, page)
  })
  return at === -1 ? null : at + 1
}

/**
 * Whether this is a character of the documents that was damaged, rather than accented letters of a sound text. A first
 * byte alone ("â", "Ñ") is a trace only where a sign or a Cyrillic letter may have lost all the rest.
 */
function isTrace(sequence: ByteSequence, page: CodePage): boolean {
  if (isComplete(sequence)) return plausible.test(sequenceToCharacter(sequence.bytes) ?? '')
  if (page.undefinedBytes.length === 0) return false
  const isAlone = sequence.bytes.length === 1
  return completions(sequence, page.undefinedBytes).some(({ character }) =>
    isAlone ? cyrillicLetter.test(character) || /[\u2000-\u2BFF]/u.test(character) : plausible.test(character),
  )
}
