// Damages a text as the documents were damaged: its UTF-8 bytes are read with a wrong code page.
import { codePages, undefinedCharacter, type CodePageName } from '#domain/document/codePages.ts'

/** What the reader did with bytes that the page does not define: kept as C1 controls, or dropped. */
export const lossModes = ['kept', 'dropped'] as const
export type LossMode = (typeof lossModes)[number]

export function damage(text: string, pageName: CodePageName, lossMode: LossMode): string {
  const page = codePages.find(({ name }) => name === pageName)
  if (page === undefined) throw new Error(`no code page ${pageName}`)
  const characters = Array.from(new TextEncoder().encode(text), (byte) => {
    if (byte < 0x80) return String.fromCharCode(byte)
    const character = page.upperCharacters[byte - 0x80] ?? undefinedCharacter
    if (character !== undefinedCharacter) return character
    return lossMode === 'kept' ? String.fromCharCode(byte) : ''
  })
  return characters.join('')
}
