// Reads decks/subjects.yaml: the subjects of the deck in the order in which they teach, with their names in each language.
import { z } from '#domain/schema.ts'
import { CardError } from './cardError.ts'
import { parseYaml, readYaml } from './frontMatter.ts'

const filledText = z.string('text').check(z.minLength(1, 'text'), z.maxLength(500, 'at most 500 characters'))
const inEachLanguage = z.strictObject({ uz: filledText, ru: filledText, en: filledText }, 'uz, ru and en')

const subjectsSchema = z
  .array(
    z.strictObject(
      {
        id: z
          .string('a folder name')
          .check(z.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'small letters, digits and single dashes'), z.maxLength(100)),
        name: inEachLanguage,
        description: inEachLanguage,
      },
      'id, name and description',
    ),
    'a list of subjects',
  )
  .check(z.minLength(1, 'at least one subject'))

export type Subject = z.infer<typeof subjectsSchema>[number]

/** The subjects in teaching order; throws `CardError`. */
export function readSubjects(path: string, text: string): readonly Subject[] {
  const { value, lineOf } = readYaml(path, text, 0)
  const subjects = parseYaml(subjectsSchema, value, path, lineOf)
  subjects.forEach(({ id }, index) => {
    if (subjects.findIndex((subject) => subject.id === id) !== index)
      throw new CardError(path, lineOf([index, 'id']), `expected each subject once, found "${id}" again`)
  })
  return subjects
}
