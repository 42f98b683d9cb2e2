// Coverage: which cards reach which items and parts, and everything that is a problem.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { coverage, coverageProblemToText, type CoveringCard } from '#domain/deck/coverage.ts'
import { readDocument } from '#domain/document/document.ts'
import { needsCard } from '#domain/document/kinds.ts'
import { receivedDocuments } from '#support/roadmaps.ts'

const file = '007_x.txt'
const { items } = readDocument(
  file,
  [
    '# T',
    '## Теория',
    '- Redis',
    '- io, bufio, os',
    '## Цели',
    '- Бегать',
    '## Interview tayyorgarligi',
    '“Nima?”',
  ].join('\n'),
)
const redis = '007/teoriya/redis'
const packages = '007/teoriya/io-bufio-os'
const question = '007/interview-tayyorgarligi/nima'
const goal = '007/tseli/begat'

function card(id: string, ...covers: string[]): CoveringCard {
  return { id, covers }
}

function problems(cards: readonly CoveringCard[], pending: readonly string[] = []): string[] {
  return coverage(items, cards, pending).problems.map(coverageProblemToText)
}

const everything = card('all', redis, packages, question)

describe('the inventory', () => {
  test('[C2] names the cards of each item and each part, in its exact shape', () => {
    const cards = [card('a', redis), card('b', `${packages}#os`, redis), card('c', packages)]
    expect(coverage(items, cards, []).inventory).toEqual({
      items: [
        {
          id: redis,
          document: '007',
          line: 3,
          kind: 'topic',
          section: ['Теория'],
          text: 'Redis',
          parts: [],
          cards: ['a', 'b'],
        },
        {
          id: packages,
          document: '007',
          line: 4,
          kind: 'topic',
          section: ['Теория'],
          text: 'io, bufio, os',
          parts: [
            { id: `${packages}#io`, text: 'io', cards: ['c'] },
            { id: `${packages}#bufio`, text: 'bufio', cards: ['c'] },
            { id: `${packages}#os`, text: 'os', cards: ['b', 'c'] },
          ],
          cards: ['c'],
        },
        { id: goal, document: '007', line: 6, kind: 'goal', section: ['Цели'], text: 'Бегать', parts: [], cards: [] },
        {
          id: question,
          document: '007',
          line: 8,
          kind: 'question',
          section: ['Interview tayyorgarligi'],
          text: 'Nima?',
          parts: [],
          cards: [],
        },
      ],
    })
  })
})

describe('what is missing', () => {
  test('[C2] a card that covers everything leaves nothing', () => {
    expect(problems([everything])).toEqual([])
    expect(coverage(items, [everything], []).uncovered).toEqual([])
  })

  test('[C2] parts one by one cover an item', () => {
    const parts = ['io', 'bufio', 'os'].map((part) => card(part, `${packages}#${part}`))
    expect(problems([card('a', redis, question), ...parts])).toEqual([])
  })

  test('[C1] items without a card, with their place', () => {
    expect(problems([])).toEqual([
      `${file}:3: the topic ${redis} has no card`,
      `${file}:4: the topic ${packages} has no card`,
      `${file}:8: the question ${question} has no card`,
    ])
    expect(coverage(items, [], []).uncovered).toEqual([redis, packages, question])
  })

  test('[C1] parts without a card', () => {
    const cards = [card('a', redis, question, `${packages}#io`)]
    expect(problems(cards)).toEqual([
      `${file}:4: the part of a topic ${packages}#bufio has no card`,
      `${file}:4: the part of a topic ${packages}#os has no card`,
    ])
    expect(coverage(items, cards, []).uncovered).toEqual([`${packages}#bufio`, `${packages}#os`])
  })

  test('[C1] a goal needs no card, and may have one', () => {
    expect(problems([everything, card('goal', goal)])).toEqual([])
  })

  test('[C1] a question, a topic and practice owe a card, a goal and an instruction do not', () => {
    const sections = ['Теория', 'Практика', 'Цели', 'Muhim', 'Interview tayyorgarligi']
    const text = ['# T', ...sections.flatMap((section) => [`## ${section}`, '“Redis”'])].join('\n')
    const { items: ofEachKind } = readDocument(file, text)
    expect(ofEachKind.map(({ kind }) => kind)).toEqual(['topic', 'practice', 'goal', 'instruction', 'question'])
    expect(coverage(ofEachKind, [], []).problems.map(coverageProblemToText)).toEqual([
      `${file}:3: the topic ${redis} has no card`,
      `${file}:5: the practice 007/praktika/redis has no card`,
      `${file}:11: the question 007/interview-tayyorgarligi/redis has no card`,
    ])
  })

  test('[C3] what a card covers has to exist', () => {
    expect(problems([everything, card('b', `${packages}#oss`, '007/x')])).toEqual([
      `the card b covers ${packages}#oss, which no document has`,
      'the card b covers 007/x, which no document has',
    ])
  })

  test('two files with one number collide', () => {
    const others = readDocument('007_y.txt', '# T\n## Теория\n- Redis').items
    expect(coverage([...items, ...others], [everything], []).problems.map(coverageProblemToText)).toEqual([
      `007_y.txt:3: ${redis} is the id of ${file}:3 too`,
    ])
  })
})

describe('[C4] pending', () => {
  test.each<[string, string[], string[], string[]]>([
    ['whole items', [question], [redis, packages], []],
    ['some parts', [redis, question, `${packages}#io`], [`${packages}#bufio`, `${packages}#os`], []],
    [
      'parts of an item without any card',
      [redis, question],
      [`${packages}#io`],
      [
        `${file}:4: the part of a topic ${packages}#bufio has no card`,
        `${file}:4: the part of a topic ${packages}#os has no card`,
      ],
    ],
    ['a covered item', [redis, packages, question], [redis], [`${file}:3: ${redis} is pending, but covered already`]],
    [
      'a covered part',
      [redis, packages, question],
      [`${packages}#os`],
      [`${file}:4: ${packages}#os is pending, but covered already`],
    ],
    [
      'an item covered in part',
      [redis, question, `${packages}#io`],
      [packages],
      [`${file}:4: ${packages} is pending, but covered in part; what is missing is ${packages}#bufio, ${packages}#os`],
    ],
    [
      'an item and its part',
      [redis, question],
      [packages, `${packages}#io`],
      [`${file}:4: ${packages}#io is pending twice, by itself and with ${packages}`],
    ],
    ['the same twice', [packages, question], [redis, redis], [`${file}:3: ${redis} is pending twice`]],
    ['an unknown id', [redis, packages, question], ['007/x'], ['007/x is pending, but no document has it']],
    [
      'a goal',
      [redis, packages, question],
      [goal],
      [`${file}:6: ${goal} is pending, but a card is not owed for a line of kind goal`],
    ],
  ])('%s', (_, covers, pending, expected) => {
    expect(problems([card('a', ...covers)], pending)).toEqual(expected)
  })
})

test('the table of counts', () => {
  const counts = coverage(items, [card('a', redis, `${packages}#io`)], [question, `${packages}#os`]).counts
  expect(counts).toEqual([
    { document: '007', kind: 'question', lines: 1, items: 1, parts: 0, units: 1, covered: 0, pending: 1 },
    { document: '007', kind: 'topic', lines: 2, items: 2, parts: 3, units: 4, covered: 2, pending: 1 },
    { document: '007', kind: 'practice', lines: 0, items: 0, parts: 0, units: 0, covered: 0, pending: 0 },
    { document: '007', kind: 'goal', lines: 1, items: 1, parts: 0, units: 0, covered: 0, pending: 0 },
    { document: '007', kind: 'instruction', lines: 0, items: 0, parts: 0, units: 0, covered: 0, pending: 0 },
  ])
})

test('[C1] what is uncovered is exactly what makes a pending list that passes', () => {
  const all = receivedDocuments.flatMap(({ name, text }) => readDocument(name, text).items)
  const ids = all.flatMap((item) => [item.id, ...item.parts.map((part) => part.id)])
  const owed = all
    .filter((item) => needsCard(item.kind))
    .flatMap((item) => (item.parts.length > 0 ? item.parts : [item]))
  fc.assert(
    fc.property(fc.subarray(ids), (covered) => {
      const cards = [card('a', ...covered)]
      const { uncovered } = coverage(all, cards, [])
      const joined = coverage(all, cards, uncovered)
      expect(joined.problems).toEqual([])
      const sum = joined.counts.reduce((total, count) => total + count.covered + count.pending, 0)
      expect(sum).toBe(owed.length)
    }),
    { numRuns: 50 },
  )
})
