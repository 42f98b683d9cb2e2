// The letters and forms of written Uzbek: oʻ and gʻ with U+02BB, the tutuq belgisi with U+02BC, and none of the signs that
// only look like them. Code and links are not prose and are not looked at.
import { findInProse, type Problem } from './problem.ts'
import type { SourceCard } from './sourceCard.ts'

// Both are letters to every tool (search, sorting, the choice of a word by a double tap); these are not:
const lookAlike = "['`´‘’‛′ʹ]"

const rules: readonly (readonly [RegExp, string])[] = [
  [
    new RegExp(`[\\p{L}ʻʼ]*(\\p{L}${lookAlike}|${lookAlike}\\p{L})[\\p{L}ʻʼ]*`, 'u'),
    'expected ʻ (U+02BB) in oʻ gʻ or ʼ (U+02BC) elsewhere, found "$"',
  ],
  [/[\p{L}]*(?<![oOgG])ʻ\p{L}*/u, 'expected ʻ (U+02BB) only after o or g, found "$"'],
  // No Uzbek word has the tutuq belgisi after o or g: moʻjiza and moʻtabar are written with the letter oʻ.
  [/[\p{L}]*[oOgG]ʼ\p{L}*/u, 'expected ʻ (U+02BB) after o or g, found ʼ (U+02BC) in "$"'],
  [/(?<!\p{L})ʼ\p{L}*/u, 'expected ʼ (U+02BC) only inside or after a word, found "$"'],
  [/"[^"]*"?/u, 'expected the quotes « » or “ ”, found $'],
  [/[\p{L}ʻʼ]*\p{Script=Cyrillic}[\p{L}ʻʼ]*/u, 'expected Latin letters, found Cyrillic in "$"'],
  // Russian ц is s after a consonant and at the start, ts after a vowel.
  [/\p{L}*[bcdfghjklmnpqrstvxyz]tsiya\p{L}*/iu, 'expected "s" for ц after a consonant, as in funksiya, found "$"'],
  [/(?<!\p{L})tsikl\p{L}*/iu, 'expected "sikl", found "$"'],
  [/\p{L}*asiya\p{L}*/iu, 'expected "ts" for ц after a vowel, as in replikatsiya, found "$"'],
  [
    /(?<!\p{L})(ob|sub)[ʼʻ']?(?=[ʼʻ'])[ʼʻ']yekt\p{L}*|(?<!\p{L})(ob|sub)[ʼʻ']ekt\p{L}*/iu,
    'expected obyekt, subyekt, found "$"',
  ],
  [/(?<=[\p{Ll},] )(Siz|Sizning|Sizga|Sizdan|Sizni)(?!\p{L})/u, 'expected "siz" in small letters, found "$"'],
]

export function lintUzbek(card: SourceCard): Problem[] {
  const { prose } = card.faces.uz
  return rules.flatMap(([pattern, message]) => findInProse(prose, pattern, `uz: ${message}`))
}
