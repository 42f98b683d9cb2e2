// The letters and quotes of written Russian: ё where it belongs, «ёлочки», no Latin letter inside a Russian word. Code and
// links are not prose and are not looked at.
import { findInProse, type Problem } from './problem.ts'
import type { Prose, SourceCard } from './sourceCard.ts'
import { yoMissing } from './yoWords.ts'

const cyrillic = '\\p{Script=Cyrillic}'
const mixedWord = new RegExp(`\\p{L}*(${cyrillic}\\p{Script=Latin}|\\p{Script=Latin}${cyrillic})\\p{L}*`, 'u')

const rules: readonly (readonly [RegExp, string])[] = [
  [mixedWord, 'expected letters of one alphabet in a word, found "$"'],
  // A Latin c, o or y alone between Russian words is a slip of the keyboard.
  [
    new RegExp(`(?<=${cyrillic}[,;]? )[acoyk](?= ${cyrillic})`, 'u'),
    'expected a Russian letter, found the Latin "$" alone',
  ],
  [/["“”„]\s*\S*/u, 'expected the quotes « », found $'],
  [new RegExp(`\\p{L}*(${cyrillic}['’ʼ\`´‘]|['’ʼ\`´‘]${cyrillic})\\p{L}*`, 'u'), 'expected no apostrophe in "$"'],
  [/(?<=\S) - (?=\S)/u, 'expected a dash (—) between blanks, found a hyphen'],
  [/(?<=[\p{Ll},] )(Вы|Вас|Вам|Вами|Ваш\p{L}*)(?!\p{L})/u, 'expected "вы" in small letters, found "$"'],
]

export function lintRussian(card: SourceCard): Problem[] {
  const { prose } = card.faces.ru
  const found = rules.flatMap(([pattern, message]) => findInProse(prose, pattern, `ru: ${message}`))
  return [...found, ...prose.flatMap(yoProblems)]
}

function yoProblems({ line, text }: Prose): Problem[] {
  return yoMissing(text).map((word) => ({ line, message: `ru: expected ё in "${word}"` }))
}
