// What has to agree between the interface texts of the three languages: keys, plural forms, placeholders and tags; and the
// letters of Uzbek.

/** Texts by their path, joined with dots: `today.ready_one`. */
export type Texts = ReadonlyMap<string, string>

/** The plural forms that a language needs, after Unicode (CLDR). Uzbek nouns stay as they are after a number. */
const pluralForms: Readonly<Record<string, readonly string[]>> = {
  uz: ['other'],
  ru: ['one', 'few', 'many', 'other'],
  en: ['one', 'other'],
}
const pluralEnding = /_(zero|one|two|few|many|other)$/

/** Flattens nested texts; throws on anything that is neither a text nor a group of texts. */
export function flatten(tree: unknown, path = ''): Texts {
  if (typeof tree === 'string') return new Map([[path, tree]])
  if (typeof tree !== 'object' || tree === null || Array.isArray(tree)) throw new Error(`${path} is not a text`)
  return new Map(
    Object.entries(tree).flatMap(([key, value]) => [...flatten(value, path === '' ? key : `${path}.${key}`)]),
  )
}

/** Everything in which the languages disagree, as `language: key: sentence`. */
export function localeProblems(textsByLanguage: Readonly<Record<string, Texts>>): readonly string[] {
  const languages = Object.entries(textsByLanguage).map(([language, texts]) => ({ language, ...group(texts), texts }))
  const keys = new Set(languages.flatMap(({ forms }) => [...forms.keys()]))
  const plurals = new Set(languages.flatMap((language) => [...language.plurals]))
  return languages.flatMap(({ language, forms, texts }) => {
    const problems: string[] = []
    for (const key of keys) {
      const own = forms.get(key)
      if (own === undefined) {
        problems.push(`${key}: is missing`)
        continue
      }
      for (const form of plurals.has(key) ? (pluralForms[language] ?? []) : []) {
        if (!own.has(form)) problems.push(`${key}_${form}: is missing`)
      }
      const expected = union(languages.map((other) => marks(other.forms.get(key))))
      const missing = [...expected].filter((mark) => !marks(own).has(mark))
      if (missing.length > 0) problems.push(`${key}: has no ${missing.join(', ')}, which another language has`)
    }
    for (const [key, text] of texts) if (text.trim() === '') problems.push(`${key}: is empty`)
    return problems.map((problem) => `${language}: ${problem}`)
  })
}

/** The forms of each key ('' when it has no plural), and which keys have plurals. */
function group(texts: Texts) {
  const forms = new Map<string, Map<string, string>>()
  const plurals = new Set<string>()
  for (const [path, text] of texts) {
    const form = pluralEnding.exec(path)?.[1] ?? ''
    const key = form === '' ? path : path.slice(0, -form.length - 1)
    forms.set(key, new Map([...(forms.get(key) ?? []), [form, text]]))
    if (form !== '') plurals.add(key)
  }
  return { forms, plurals }
}

/** Placeholders and tags of all forms together: one form may rightly say "one card" without the number. */
function marks(forms: ReadonlyMap<string, string> | undefined): ReadonlySet<string> {
  const texts = [...(forms?.values() ?? [])]
  return new Set([
    ...texts.flatMap((text) => [...text.matchAll(/\{\{\s*(\w+)/g)].map((match) => `{{${match[1]}}}`)),
    ...texts.flatMap((text) => text.match(/<\w+|\$t\([\w.]+/g) ?? []),
  ])
}

function union(sets: readonly ReadonlySet<string>[]): ReadonlySet<string> {
  return new Set(sets.flatMap((set) => [...set]))
}

/** Uzbek writes oʻ and gʻ with U+02BB and every other apostrophe within a word with U+02BC; keyboards give neither. */
export function uzbekLetterProblems(texts: Texts): readonly string[] {
  return [...texts].flatMap(([key, text]) => {
    const prose = text.replaceAll(/\{\{.*?\}\}|<.*?>/g, '')
    if (/\p{L}['`´‘’‛′ʹ]|['`´‘’‛′ʹ]\p{L}/u.test(prose)) return [`uz: ${key}: an apostrophe that is no Uzbek letter`]
    if (/(?<![oOgG])ʻ/.test(prose)) return [`uz: ${key}: ʻ (U+02BB) stands only after o and g`]
    if (/[oOgG]ʼ/.test(prose)) return [`uz: ${key}: after o and g stands ʻ (U+02BB), not ʼ (U+02BC)`]
    // A language is called by its own name: Русский.
    const isForeign = key.startsWith('language.')
    return !isForeign && /[\u0400-\u04ff]/.test(prose) ? [`uz: ${key}: Cyrillic letters`] : []
  })
}
