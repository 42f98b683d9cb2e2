// Holds the house to its table: who may import whom, how files begin and are called, what may not stand in them, and that
// the three interface languages say the same. Each rule is first shown something bad, so that it is known to bite.
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { codeProblems, nameProblems } from '#support/house/codeRules.ts'
import { importProblems } from '#support/house/importRules.ts'
import { flatten, localeProblems, uzbekLetterProblems } from '#support/house/localeRules.ts'
import { readSource, readSources } from '#support/house/sources.ts'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const everything = readSources(root, ['src', 'scripts', 'tests'])
const sources = everything.filter(({ path }) => path.startsWith('src/'))
// The rules themselves and this file quote what they forbid.
const judged = everything.filter(({ path }) => !/^tests\/(house\.test\.ts|support\/house\/)/.test(path))

function file(path: string, text: string) {
  return readSource(path, text)
}

describe('imports', () => {
  test('the house stands as the table says', () => {
    expect(sources.length).toBeGreaterThan(0)
    expect(sources.flatMap(importProblems)).toEqual([])
  })

  test.each([
    ['src/domain/study/log.ts', '#storage/database.ts', 'domain may not import storage'],
    ['src/domain/study/log.ts', '#ui/Button.tsx', 'domain may not import ui'],
    ['src/storage/commands.ts', '#platform/clock.ts', 'storage may not import platform'],
    ['src/platform/clock.ts', '#features/today/Today.tsx', 'platform may not import features'],
    ['src/features/today/Today.tsx', '#app/routes.tsx', 'features may not import app'],
    ['src/features/today/Today.tsx', '#features/study/Study.tsx', 'the feature today imports the feature study'],
    ['src/ui/Button.tsx', '#domain/deck/card.ts', 'ui may not import domain'],
    ['src/service-worker.ts', '#domain/language.ts', 'service-worker may not import domain'],
    ['src/app/Layout.tsx', '#support/clock.ts', 'is not a floor of src'],
    ['src/domain/study/log.ts', '../deck/card.ts', 'climbs out of its folder'],
    ['src/domain/study/log.ts', './grade', 'has no extension'],
    ['src/domain/study/log.ts', '#domain/study/grade.ts', 'write ./grade.ts'],
    ['src/domain/study/queue.ts', 'ts-fsrs', 'known only to src/domain/study/schedule.ts'],
    ['src/domain/deck/pack.ts', 'zod/mini', 'known only to src/domain/schema.ts'],
    ['src/features/today/Today.tsx', 'dexie', 'known only to src/storage'],
    ['src/storage/queries.ts', 'dexie-react-hooks', 'known only to src/platform and src/features'],
    ['src/storage/queries.ts', 'react', 'known only to the screens'],
    ['src/ui/Button.tsx', 'i18next', 'known only to src/platform'],
    ['src/app/Layout.tsx', 'workbox-window', 'known only to src/platform'],
    ['src/platform/offline.ts', 'workbox-precaching', 'known only to src/service-worker.ts'],
    ['src/domain/deck/card.ts', 'node:fs', 'known only to scripts and tests'],
  ])('%s must not import %s', (path, specifier, sentence) => {
    const forms = [
      `import { x } from '${specifier}'`,
      `import type { X } from '${specifier}'`,
      `export * from '${specifier}'`,
      `const later = () => import('${specifier}')`,
      `type X = typeof import('${specifier}')`,
    ]
    for (const form of forms) {
      const problems = importProblems(file(path, `// For a test.\n${form}\n`))
      expect(problems, form).toHaveLength(1)
      expect(problems[0], form).toContain(`${path}:2: `)
      expect(problems[0], form).toContain(sentence)
    }
  })

  test.each([
    ['src/features/today/Today.tsx', '#domain/study/queue.ts'],
    ['src/features/today/Today.tsx', '#features/today/parts/Row.tsx'],
    ['src/app/routes.tsx', '#features/today/Today.tsx'],
    ['src/main.tsx', '#app/routes.tsx'],
    ['src/domain/study/schedule.ts', 'ts-fsrs'],
    ['src/domain/study/log.ts', './grade.ts'],
    ['src/platform/i18n.ts', './locales/uz.json'],
    ['src/platform/i18n.ts', './locales/uz.json?url'],
  ])('%s may import %s', (path, specifier) => {
    expect(importProblems(file(path, `// For a test.\nimport { x } from '${specifier}'\n`))).toEqual([])
  })
})

describe('code', () => {
  test('every file keeps the rules', () => {
    expect(judged.flatMap(codeProblems)).toEqual([])
  })

  test.each([
    ['src/ui/Text.tsx', 'node.innerHTML = text', 'an HTML sink'],
    ['src/ui/Text.tsx', '<p dangerouslySetInnerHTML={{ __html: text }} />', 'an HTML sink'],
    ['src/ui/Text.tsx', "node.insertAdjacentHTML('beforeend', text)", 'an HTML sink'],
    ['src/ui/Text.tsx', 'document.write(text)', 'an HTML sink'],
    ['scripts/start.ts', 'eval(text)', 'code made from a string'],
    ['src/platform/offline.ts', "fetch('https://example.com/')", 'nothing leaves the device'],
    ['src/platform/offline.ts', 'navigator.sendBeacon(url)', 'nothing leaves the device'],
    ['src/platform/offline.ts', 'new WebSocket(url)', 'nothing leaves the device'],
    ['src/domain/study/calendar.ts', 'date.toISOString()', 'the day of Greenwich'],
    ['src/features/today/Today.tsx', 'new Intl.NumberFormat(language)', 'Chromium has no Uzbek'],
    ['src/features/today/Today.tsx', 'date.toLocaleDateString(language)', 'Chromium has no Uzbek'],
    ['src/domain/study/queue.ts', 'const now = Date.now()', 'the domain is pure'],
    ['src/domain/study/queue.ts', 'const now = new Date()', 'the domain is pure'],
    ['src/domain/study/queue.ts', 'const chance = Math.random()', 'the domain is pure'],
    ['src/domain/study/queue.ts', '// TODO: later', 'a note to oneself'],
    ['src/domain/study/queue.ts', '// @ts-expect-error it is fine', 'a silenced check'],
    ['src/domain/study/queue.ts', '/* oxlint-disable-next-line */', 'a silenced check'],
  ])('%s must not hold %s', (path, line, sentence) => {
    const problems = codeProblems(file(path, `// For a test.\n\n${line}\n`))
    expect(problems).toHaveLength(1)
    expect(problems[0]).toContain(`${path}:3: `)
    expect(problems[0]).toContain(sentence)
  })

  test('a file begins with a comment and is not too long', () => {
    expect(codeProblems(file('src/domain/study/log.ts', 'export const one = 1\n'))).toEqual([
      expect.stringContaining('does not begin with a comment'),
    ])
    expect(codeProblems(file('src/domain/study/log.ts', `// For a test.\n${'\n'.repeat(350)}`))).toEqual([
      expect.stringContaining('is longer than 350 lines'),
    ])
  })

  test('what is allowed passes', () => {
    const allowed = [
      ['src/platform/format.ts', 'new Intl.NumberFormat(language)'],
      ['src/domain/study/calendar.ts', 'new Date(at).getDate()'],
      ['src/platform/clock.ts', 'Date.now()'],
      ['src/ui/Text.tsx', '// innerHTML is never used'],
      ['src/storage/install.ts', "fetch('packs/index.json')"],
    ] as const
    for (const [path, line] of allowed) expect(codeProblems(file(path, `// For a test.\n${line}\n`))).toEqual([])
  })
})

describe('names', () => {
  test('every file of src is called what it is', () => {
    expect(sources.flatMap(nameProblems)).toEqual([])
  })

  test.each([
    ['src/domain/utils.ts', '', 'says nothing'],
    ['src/domain/dateHelpers.ts', '', 'says nothing'],
    ['src/platform/offlineService.ts', '', 'says nothing'],
    ['src/storage/common/rows.ts', '', 'says nothing'],
    ['src/storage/CardManager.tsx', 'export function CardManager() {}', 'says nothing'],
    ['src/domain/Study-log/rows.ts', '', 'is not camelCase'],
    ['src/domain/review-log.ts', '', 'every other file is camelCase'],
    ['src/domain/Log.ts', '', 'every other file is camelCase'],
    ['src/ui/Button.tsx', 'export function Knob() {}', 'exports no component Button'],
    ['src/ui/button.tsx', 'export function Button() {}', 'holds a component'],
  ])('%s is refused', (path, code, sentence) => {
    expect(nameProblems(file(path, code)).join('\n')).toContain(sentence)
  })

  test.each([
    ['src/main.tsx', ''],
    ['src/service-worker.ts', ''],
    ['src/ui/Button.tsx', 'export function Button() {}'],
    ['src/ui/Button.module.css', ''],
    ['src/app/routes.tsx', 'export const routes = []'],
    ['src/platform/i18next.d.ts', ''],
    ['src/platform/serviceWorkerLink.ts', ''],
    ['src/domain/study/tsconfig.json', ''],
  ])('%s is accepted', (path, code) => {
    expect(nameProblems(file(path, code))).toEqual([])
  })
})

describe('interface texts', () => {
  const textsByLanguage = Object.fromEntries(
    ['uz', 'ru', 'en'].map((language) => {
      const json: unknown = JSON.parse(readFileSync(join(root, `src/platform/locales/${language}.json`), 'utf8'))
      return [language, flatten(json)]
    }),
  )

  test('the three languages say the same, in their own letters', () => {
    expect(localeProblems(textsByLanguage)).toEqual([])
    expect(uzbekLetterProblems(textsByLanguage['uz'] ?? new Map())).toEqual([])
  })

  const good = {
    uz: { a: { b: '{{count}} ta <1>karta</1>' }, c_other: '{{count}} ta' },
    ru: { a: { b: '<1>{{ count }}</1>' }, c_one: '1', c_few: '2', c_many: '5', c_other: '{{count}}' },
    en: { a: { b: '<1>{{count}}</1>' }, c_one: 'one', c_other: '{{count}}' },
  }

  /** A key set to undefined is one that the file does not have. */
  function written(tree: unknown): unknown {
    return JSON.parse(JSON.stringify(tree))
  }

  test.each([
    ['all is well', {}, []],
    ['a key is missing', { en: { a: {}, c_one: 'one', c_other: '{{count}}' } }, ['en: a.b: is missing']],
    ['a key too many', { en: { ...good.en, d: 'x' } }, ['uz: d: is missing', 'ru: d: is missing']],
    ['no few', { ru: { ...good.ru, c_few: undefined } }, ['ru: c_few: is missing']],
    ['no other', { uz: { ...good.uz, c_other: undefined, c_one: '{{count}}' } }, ['uz: c_other: is missing']],
    ['no plural', { uz: { ...good.uz, c_other: undefined, c: '{{count}}' } }, ['uz: c_other: is missing']],
    [
      'a placeholder is lost',
      { en: { ...good.en, a: { b: '<1>n</1>' } } },
      ['en: a.b: has no {{count}}, which another language has'],
    ],
    [
      'a tag is lost',
      { en: { ...good.en, a: { b: '{{count}}' } } },
      ['en: a.b: has no <1, which another language has'],
    ],
    ['a text is empty', { en: { ...good.en, c_one: ' ' } }, ['en: c_one: is empty']],
  ])('%s', (_, change, problems) => {
    const trees = { ...good, ...change }
    const texts = { uz: flatten(written(trees.uz)), ru: flatten(written(trees.ru)), en: flatten(written(trees.en)) }
    expect(localeProblems(texts)).toEqual(problems)
  })

  test.each([
    ["bo'ldi", 'an apostrophe'],
    ['bo‘ldi', 'an apostrophe'],
    ['ma’no', 'an apostrophe'],
    ['maʻno', 'only after o and g'],
    ['boʼldi', 'not ʼ'],
    ['сана', 'Cyrillic'],
  ])('Uzbek does not write %s', (text, sentence) => {
    expect(uzbekLetterProblems(new Map([['key', text]]))).toEqual([expect.stringContaining(sentence)])
  })

  test('Uzbek writes oʻ, gʻ and maʼno, and quotes with quotes', () => {
    expect(uzbekLetterProblems(new Map([['key', 'Toʻgʻri maʼno: «soʻz», “{{name}}”']]))).toEqual([])
  })
})
