// The list of subjects: the real one, and what is said of a broken one.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readSubjects } from '#domain/deck/subjects.ts'

const text = readFileSync(join(import.meta.dirname, '../../../decks/subjects.yaml'), 'utf8')

test('the subjects come in teaching order with names in each language', () => {
  const subjects = readSubjects('subjects.yaml', text)
  const ids = subjects.map((subject) => subject.id)
  expect(ids).toEqual([...text.matchAll(/^- id: (\S+)$/gm)].map((match) => match[1]))
  expect(ids.slice(0, 4)).toEqual(['os', 'network', 'git', 'go'])
  expect(subjects[2]).toEqual({
    id: 'git',
    name: { uz: 'Git', ru: 'Git', en: 'Git' },
    description: {
      uz: 'Tarix, branchlar va jamoa bilan ishlash',
      ru: 'История, ветки и работа в команде',
      en: 'History, branches and working in a team',
    },
  })
})

test.each([
  ['- id: os', '- id: O S', 'subjects.yaml:2: expected small letters, digits and single dashes in #1 id, found "O S"'],
  ['- id: network', '- id: os', 'subjects.yaml:8: expected each subject once, found "os" again'],
  ['en: Operating system }', 'de: Betriebssystem }', 'subjects.yaml:3: expected text in #1 name en, found nothing'],
  ['- id: os', '- title: os', 'subjects.yaml:2: expected a folder name in #1 id, found nothing'],
  [/^-[^]*/m, 'os: 1', 'subjects.yaml:1: expected a list of subjects, found a map'],
  [
    /^-[^]*/m,
    '- [',
    'subjects.yaml:2: expected YAML, found Flow sequence in block collection must be sufficiently indented and end with a ]',
  ],
])('%s → %s', (from, to, message) => {
  expect(() => readSubjects('subjects.yaml', text.replace(from, to))).toThrow(message)
})
