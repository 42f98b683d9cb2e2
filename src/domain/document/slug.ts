// Words as they stand in ids: lower-case ASCII and single dashes. It alone knows how Cyrillic is written in an id.

/** Longer slugs are cut at a dash. */
export const slugMaxLength = 60

/** Uzbek writes oʻ, gʻ and ʼ with any of these; none of them may part a word in two. */
const apostrophes = /['’‘ʻʼ´`′]/gu

const asciiByCyrillicLetter: ReadonlyMap<string, string> = new Map(
  Object.entries({
    а: 'a',
    б: 'b',
    в: 'v',
    г: 'g',
    ғ: 'g',
    д: 'd',
    е: 'e',
    ё: 'yo',
    ж: 'zh',
    з: 'z',
    и: 'i',
    й: 'y',
    к: 'k',
    қ: 'q',
    л: 'l',
    м: 'm',
    н: 'n',
    о: 'o',
    п: 'p',
    р: 'r',
    с: 's',
    т: 't',
    у: 'u',
    ў: 'o',
    ф: 'f',
    х: 'kh',
    ҳ: 'h',
    ц: 'ts',
    ч: 'ch',
    ш: 'sh',
    щ: 'shch',
    ъ: '',
    ы: 'y',
    ь: '',
    э: 'e',
    ю: 'yu',
    я: 'ya',
  }),
)

/** The slug of plain text; empty when it has neither a letter nor a digit that ASCII can say. */
export function textToSlug(text: string): string {
  const ascii = text
    .normalize('NFC')
    .toLowerCase()
    .replace(apostrophes, '')
    .replace(/[^\0-\u007F]/gu, letterToAscii)
  return cutAtDash(ascii.replace(/[^a-z0-9]+/gu, '-').replace(/^-|-$/gu, ''))
}

/** Cyrillic by the table; of other letters what is left without their accents. */
function letterToAscii(letter: string): string {
  return asciiByCyrillicLetter.get(letter) ?? letter.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
}

function cutAtDash(slug: string): string {
  if (slug.length <= slugMaxLength) return slug
  const dash = slug.lastIndexOf('-', slugMaxLength)
  return slug.slice(0, dash > 0 ? dash : slugMaxLength)
}
