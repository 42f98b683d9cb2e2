// The rule by which a character that lost one byte is restored. It alone knows it:
// (a) a closing quote ” where a “ is still open in the line and the place is one for a closing quote: words before it, and
//     behind it the end, a space or closing punctuation. A hyphen ‐ between letters, a „ before a word and a joiner between
//     two pictographs stand in no such place, so they are never taken for a quote;
// (b) the variation selector U+FE0F after a pictograph, or before the square of a keycap. Windows-1254 loses the last byte
//     of U+FE0E (text style) as well; that one is not what people type, and U+FE0F is taken;
// (c) a letter of the Russian or Uzbek Cyrillic alphabet in a word of such letters, where known stems (russianStems.ts)
//     cover every gap of the word, each in one way only. Latin Uzbek has no letter that can be lost.
// Everything else is left to a person.
import { russianStems } from './russianStems.ts'

/** One character of a line, or a gap where it may be any of `candidates`. */
export type Glyph =
  | { readonly type: 'known'; readonly character: string }
  | { readonly type: 'gap'; readonly candidates: readonly string[] }

export type Restoration = { readonly characters: readonly string[] } | { readonly gap: number; readonly reason: string }

export const cyrillicLetter = /^[А-Яа-яЁёЎўҚқҒғҲҳ]$/u

/** Fills the gaps of one line, or names the first that cannot be filled with certainty. */
export function restoreGlyphs(glyphs: readonly Glyph[]): Restoration {
  const characters: string[] = []
  for (const [index, glyph] of glyphs.entries()) {
    const character = glyph.type === 'known' ? glyph.character : restoreGap(glyphs, index, glyph.candidates, characters)
    if (character === null) return { gap: index, reason: gapReason(glyph) }
    characters.push(character)
  }
  return { characters }
}

function gapReason(glyph: Glyph): string {
  const letters = glyph.type === 'gap' ? glyph.candidates.filter((candidate) => cyrillicLetter.test(candidate)) : []
  return letters.length > 0
    ? `a byte is lost here, and nothing decides between ${letters.join(', ')}`
    : 'a byte is lost here, and no rule says what the character was'
}

function restoreGap(
  glyphs: readonly Glyph[],
  index: number,
  candidates: readonly string[],
  before: readonly string[],
): string | null {
  const next = glyphs[index + 1]
  const kept = [
    candidates.includes('”') && isPlaceOfClosingQuote(before, next) ? '”' : null,
    candidates.includes('\uFE0F') && isPlaceOfSelector(before, next) ? '\uFE0F' : null,
    stemLetter(glyphs, index),
  ].filter((character) => character !== null)
  return kept.length === 1 ? (kept[0] ?? null) : null
}

function isPlaceOfClosingQuote(before: readonly string[], next: Glyph | undefined): boolean {
  const isBehindWords = /[^\s“„«([{]$/u.test(before.at(-1) ?? ' ')
  const isBeforeEnd = next === undefined || (next.type === 'known' && /[\s.,;:!?…)\]}»”’*_/|—–-]/u.test(next.character))
  return isBehindWords && isBeforeEnd && isQuoteOpen(before)
}

/** “ closes a quotation that „ has opened, and opens one otherwise. */
function isQuoteOpen(before: readonly string[]): boolean {
  let isLowOpen = false
  let depth = 0
  for (const character of before) {
    if (character === '„') isLowOpen = true
    else if (isLowOpen && (character === '“' || character === '”')) isLowOpen = false
    else if (character === '“') depth += 1
    else if (character === '”') depth = Math.max(0, depth - 1)
  }
  return depth > 0 && !isLowOpen
}

function isPlaceOfSelector(before: readonly string[], next: Glyph | undefined): boolean {
  const last = before.at(-1) ?? ''
  const isKeycap = /^[\d#*]$/u.test(last) && next?.type === 'known' && next.character === '\u20E3'
  return isKeycap || (/^\p{Extended_Pictographic}$/u.test(last) && last > '\u007F')
}

/** The letter that stems give to this gap; null when none or more than one does. */
function stemLetter(glyphs: readonly Glyph[], index: number): string | null {
  const [start, end] = wordAround(glyphs, index)
  const word = glyphs.slice(start, end).map(glyphToLetters)
  // A letter of another script is in it.
  if (word.some((letters) => letters.length === 0)) return null
  const found = new Set<string>()
  for (const stem of russianStems) {
    for (let at = 0; at + stem.length <= word.length; at += 1) {
      const letter = matchStem(stem, word.slice(at, at + stem.length))?.[index - start - at]
      if (letter !== undefined) found.add(letter)
    }
  }
  const [letter = null] = found
  return found.size === 1 ? letter : null
}

/** A gap belongs to a word when it may be a Cyrillic letter. */
function isOfWord(glyph: Glyph | undefined): boolean {
  if (glyph?.type === 'known') return /^\p{L}$/u.test(glyph.character)
  return glyph?.candidates.some((candidate) => cyrillicLetter.test(candidate)) ?? false
}

function wordAround(glyphs: readonly Glyph[], index: number): readonly [start: number, end: number] {
  let start = index
  let end = index + 1
  while (start > 0 && isOfWord(glyphs[start - 1])) start -= 1
  while (isOfWord(glyphs[end])) end += 1
  return [start, end]
}

/** What a place of a word may hold; nothing for a letter of another script. */
function glyphToLetters(glyph: Glyph): readonly string[] {
  const candidates = glyph.type === 'known' ? [glyph.character] : glyph.candidates
  return candidates.filter((candidate) => cyrillicLetter.test(candidate))
}

/** The letters that the stem puts here, in their own case; null when it does not fit or too little of it is known. */
function matchStem(stem: string, places: readonly (readonly string[])[]): readonly string[] | null {
  const letters = [...stem].map((letter, at) => places[at]?.find((place) => place.toLowerCase() === letter))
  const found = letters.filter((letter) => letter !== undefined)
  const knownCount = places.filter((place) => place.length === 1).length
  return found.length === stem.length && knownCount >= 4 ? found : null
}
