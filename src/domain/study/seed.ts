// Numbers that look random and are the same each time they are asked for: from a text, such as a card and a day.

/** 0 ≤ fraction < 1: FNV-1a over UTF-16 code units, then the finisher of MurmurHash3, so that like texts differ in every bit. */
export function seededFraction(text: string): number {
  let hash = 0x811c9dc5
  for (let index = 0; index < text.length; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32
}
