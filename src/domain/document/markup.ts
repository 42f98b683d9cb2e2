// Takes the markup off a piece of a line: bold, italics, code, links and pictures made of characters. What stays is what
// a person would read aloud.

/** Pictographs and what is glued to them. ©, ™ and plain arrows count as pictographs in Unicode but are text here. */
const pictographs =
  /(?![©®™‼⁉ℹ\u2190-\u21FF])\p{Extended_Pictographic}|\p{Emoji_Modifier}|\p{Regional_Indicator}|\uFE0E|\uFE0F|\u200D|\u20E3/gu

export function stripPictographs(text: string): string {
  return /[^\0-\u007F]/u.test(text) ? text.replace(pictographs, '') : text
}

/**
 * Plain words of one line. A star or an underscore counts as markup only where it embraces words, so `trace_id` and
 * `SELECT *` stay as they are.
 */
export function markupToText(markup: string): string {
  return stripPictographs(markup)
    .replace(/\[([^\]]+)\]\([^)\s]*\)/gu, '$1')
    .replace(/\*\*(.+?)\*\*/gu, '$1')
    .replace(/(?<![\p{L}\p{N}_])__(\S.*?)__(?![\p{L}\p{N}_])/gu, '$1')
    .replace(/(?<![\p{L}\p{N}*])\*(?![\s*])([^*]*[^\s*])\*(?![\p{L}\p{N}*])/gu, '$1')
    .replace(/`+([^`]+)`+/gu, '$1')
    .replace(/\s+/gu, ' ')
    .trim()
}
