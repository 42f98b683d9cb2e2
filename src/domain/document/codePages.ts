// The three code pages through which the documents were wrongly read. It alone knows their tables: the upper 128 bytes of
// each, row by row from 80 to F0; the lower 128 are ASCII in all of them.

export type CodePageName = 'windows-1254' | 'windows-1252' | 'mac-roman'

export interface CodePage {
  readonly name: CodePageName
  /** The character of each byte from 80 on; U+FFFD where the page has none. */
  readonly upperCharacters: readonly string[]
  readonly bytesByCharacter: ReadonlyMap<string, number>
  /** The bytes without a character: they came through as C1 controls or got lost. */
  readonly undefinedBytes: readonly number[]
}

/** Stands in the tables for a byte that the page leaves undefined. */
export const undefinedCharacter = '\uFFFD'

const windows1254 = [
  '€\uFFFD‚ƒ„…†‡ˆ‰Š‹Œ\uFFFD\uFFFD\uFFFD',
  '\uFFFD‘’“”•–—˜™š›œ\uFFFD\uFFFDŸ',
  '\u00A0¡¢£¤¥¦§¨©ª«¬\u00AD®¯',
  '°±²³´µ¶·¸¹º»¼½¾¿',
  'ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏ',
  'ĞÑÒÓÔÕÖ×ØÙÚÛÜİŞß',
  'àáâãäåæçèéêëìíîï',
  'ğñòóôõö÷øùúûüışÿ',
] as const

const windows1252 = [
  '€\uFFFD‚ƒ„…†‡ˆ‰Š‹Œ\uFFFDŽ\uFFFD',
  '\uFFFD‘’“”•–—˜™š›œ\uFFFDžŸ',
  '\u00A0¡¢£¤¥¦§¨©ª«¬\u00AD®¯',
  '°±²³´µ¶·¸¹º»¼½¾¿',
  'ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏ',
  'ÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞß',
  'àáâãäåæçèéêëìíîï',
  'ðñòóôõö÷øùúûüýþÿ',
] as const

const macRoman = [
  'ÄÅÇÉÑÖÜáàâäãåçéè',
  'êëíìîïñóòôöõúùûü',
  '†°¢£§•¶ß®©™´¨≠ÆØ',
  '∞±≤≥¥µ∂∑∏π∫ªºΩæø',
  '¿¡¬√ƒ≈∆«»…\u00A0ÀÃÕŒœ',
  '–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ',
  '‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ',
  '\uF8FFÒÚÛÙıˆ˜¯˘˙˚¸˝˛\u02C7',
] as const

export const codePages: readonly CodePage[] = [
  toCodePage('windows-1254', windows1254),
  toCodePage('windows-1252', windows1252),
  toCodePage('mac-roman', macRoman),
]

function toCodePage(name: CodePageName, rows: readonly string[]): CodePage {
  const upperCharacters = rows.flatMap((row) => [...row])
  const bytesByCharacter = new Map<string, number>()
  const undefinedBytes: number[] = []
  upperCharacters.forEach((character, index) => {
    const byte = 0x80 + index
    if (character === undefinedCharacter) {
      undefinedBytes.push(byte)
      // Readers that keep an undefined byte keep it as the control character of the same number.
      bytesByCharacter.set(String.fromCharCode(byte), byte)
    } else {
      bytesByCharacter.set(character, byte)
    }
  })
  return { name, upperCharacters, bytesByCharacter, undefinedBytes }
}

/** The byte that the page reads as this character; undefined when it has none. */
export function characterToByte(page: CodePage, character: string): number | undefined {
  return character < '\u0080' ? character.charCodeAt(0) : page.bytesByCharacter.get(character)
}
