// Reads decks/glossary.yaml: the deck's word for each idea in each language, and the forms that no card may have instead.
import { languages, type Language } from '#domain/language.ts'
import { z } from '#domain/schema.ts'
import { CardError } from './cardError.ts'
import { parseYaml, readYaml } from './frontMatter.ts'

const word = z.string('text').check(z.minLength(1, 'text'), z.maxLength(100, 'at most 100 characters'))
const form = word.check(z.regex(/^[\p{L}ʻʼ -]+\*?$/u, 'letters, and * only at the end'))
const forms = z.optional(z.array(form, 'a list of forms').check(z.minLength(1, 'at least one form')))

const glossarySchema = z
  .array(
    z.strictObject(
      {
        en: word,
        uz: word,
        ru: word,
        refused: z.optional(z.strictObject({ uz: forms, ru: forms, en: forms }, 'uz, ru or en')),
        subjects: z.optional(z.array(word, 'a list of subjects')),
      },
      'en, uz, ru, and perhaps refused and subjects',
    ),
    'a list of words',
  )
  .check(z.minLength(1, 'at least one word'))

/** A form that cards may not have, as a pattern for prose, and the word that they have instead. */
export interface RefusedForm {
  readonly language: Language
  readonly pattern: RegExp
  readonly expected: string
  /** Null where it holds in every subject. */
  readonly subjects: readonly string[] | null
}

/** The refused forms of a glossary; throws `CardError`. */
export function readGlossary(path: string, text: string): readonly RefusedForm[] {
  const { value, lineOf } = readYaml(path, text, 0)
  const words = parseYaml(glossarySchema, value, path, lineOf)
  return words.flatMap((entry, index) => {
    if (words.findIndex(({ en }) => en === entry.en) !== index)
      throw new CardError(path, lineOf([index, 'en']), `expected each word once, found "${entry.en}" again`)
    return languages.flatMap((language) => {
      const refused = entry.refused?.[language]
      if (refused === undefined) return []
      return [
        { language, pattern: formsToPattern(refused), expected: entry[language], subjects: entry.subjects ?? null },
      ]
    })
  })
}

function formsToPattern(refused: readonly string[]): RegExp {
  const alternatives = refused.map((text) => (text.endsWith('*') ? `${text.slice(0, -1)}[\\p{L}ʻʼ]*` : text))
  return new RegExp(`(?<![\\p{L}ʻʼ])(?:${alternatives.join('|')})(?![\\p{L}ʻʼ])`, 'iu')
}
