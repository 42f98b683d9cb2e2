// A broken card is an error with path, line and what was expected there: one change of the example in each row.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { CardError } from '#domain/deck/cardError.ts'
import { readCard } from '#domain/deck/readCard.ts'
import { examplePath, exampleText, exampleWith, readExampleWith } from '#support/exampleCard.ts'

type Change = readonly [from: string, to: string]

/** The line that is blamed and what is said of it, as `line ⟶ problem`. */
function problemOf(...changes: readonly Change[]): string {
  const text = exampleWith(...changes)
  try {
    readCard(examplePath, text)
  } catch (error) {
    if (!(error instanceof CardError)) throw error
    const blamed = text.split('\n')[error.line - 1] ?? 'no such line'
    return `${blamed} ⟶ ${error.message.replace(`${examplePath}:${error.line}: `, '')}`
  }
  return 'no problem'
}

const points = 'points: [1, 2, 3]'
const fourPoints: Change = ['- Mijoz `ACK` yuboradi', '- Mijoz `ACK` yuboradi\n- Yana bir fakt']

describe('[K2] headings', () => {
  test.each<readonly [string, Change, string]>([
    [
      'misspelt',
      ['## key points', '## keypoints'],
      '## keypoints ⟶ expected "## key points" here, found "## keypoints"',
    ],
    [
      'missing',
      ['## mistake\n\n«Uchinchi', '«Uchinchi'],
      '## follow-up ⟶ expected "## mistake" here, found "## follow-up"',
    ],
    ['languages in another order', ['# uz\n', '# en\n'], '# en ⟶ expected "# uz" here, found "# en"'],
    ['deeper', ['## answer', '### answer'], '### answer ⟶ expected "## answer" here, found "### answer"'],
    [
      'of its own',
      ['Raqamlar **', '## Raqamlar\n\nRaqamlar **'],
      '## Raqamlar ⟶ expected "## mistake" here, found "## Raqamlar"',
    ],
    ['without a blank', ['# uz\n', '#uz\n'], '#uz ⟶ expected "# uz" here, found "#uz"'],
    ['text under a language', ['# ru\n', '# ru\n\nМатн\n'], 'Матн ⟶ expected "## question" here, found "Матн"'],
    ['after the faces', ['# code', '# kod'], '# kod ⟶ expected "# code" or the end of the file here, found "# kod"'],
    ['after the code', ['## output', '## prints'], '## prints ⟶ expected "## output" here, found "## prints"'],
    [
      'after the output',
      ['ACK\n```\n', 'ACK\n```\n\n## more\n'],
      '## more ⟶ expected the end of the file here, found "## more"',
    ],
  ])('%s', (_, change, problem) => {
    expect(problemOf(change)).toBe(problem)
  })

  test('a file that ends too early', () => {
    const text = exampleText().split('# en\n')[0] ?? ''
    expect(() => readCard(examplePath, text)).toThrow(`${examplePath}:74: expected "# en", found the end of the file`)
  })
})

describe('front matter', () => {
  test.each<readonly [string, Change, string]>([
    [
      'missing',
      ['---\nkind', 'kind'],
      'kind: concept ⟶ expected the front matter to begin with "---" here, found "kind: concept"',
    ],
    ['no end', ['20\n---', '20'], ' ⟶ expected "---" after the front matter, found the end of the file'],
    [
      'not YAML',
      ['kind: concept', 'kind: [concept'],
      'level: junior ⟶ expected YAML, found Flow sequence in block collection must be sufficiently indented and end with a ]',
    ],
    [
      'kind',
      ['kind: concept', 'kind: idea'],
      'kind: idea ⟶ expected one of concept, compare, code, command, scenario, design, history, behavioural, recall in kind, found "idea"',
    ],
    [
      'level',
      ['level: junior', 'level: lead'],
      'level: lead ⟶ expected one of junior, middle, senior in level, found "lead"',
    ],
    [
      'no level',
      ['level: junior\n', ''],
      'kind: concept ⟶ expected one of junior, middle, senior in level, found nothing',
    ],
    ['another key', ['level:', 'author: me\nlevel:'], 'author: me ⟶ expected no "author"'],
    ['a key twice', ['level:', 'kind: code\nlevel:'], 'kind: code ⟶ expected YAML, found Map keys must be unique'],
    [
      'an item with a line number',
      ['- 002/1-hafta', '- 002:26'],
      '  - 002:26/interview-tayyorgarligi/tcp-3-way-handshake-qanday-ishlaydi ⟶ expected an item id like 002/section/text#part in covers #1, found "002:26/interview-tayyorgarligi/tcp-3-way-handshake-qanday-ishlaydi"',
    ],
    [
      'an item twice',
      ['covers:\n', 'covers:\n  - 002/a\n  - 002/a\n'],
      '  - 002/a ⟶ expected each item once in covers, found "002/a" again',
    ],
    [
      'no source',
      [
        'sources:\n  - title: RFC 9293\n    section: §3.5 Establishing a Connection\n    url: https://www.rfc-editor.org/rfc/rfc9293#section-3.5\n    points: [1, 2, 3]\n',
        'sources: []\n',
      ],
      'sources: [] ⟶ expected at least one source in sources, found a list',
    ],
    [
      'http',
      ['url: https:', 'url: http:'],
      '    url: http://www.rfc-editor.org/rfc/rfc9293#section-3.5 ⟶ expected an https address in sources #1 url, found "http://www.rfc-editor.org/rfc/rfc9293#section-3.5"',
    ],
    [
      'no section',
      ['    section: §3.5 Establishing a Connection\n', ''],
      '  - title: RFC 9293 ⟶ expected text in sources #1 section, found nothing',
    ],
    ['blank title', ['title: RFC 9293', 'title: " "'], '  - title: " " ⟶ expected text in sources #1 title, found " "'],
    [
      'a point without a source',
      [points, 'points: [1, 3]'],
      'sources: ⟶ expected a source that backs key point 2, found none',
    ],
    [
      'a source for no point',
      [points, 'points: [1, 2, 3, 4]'],
      '    points: [1, 2, 3, 4] ⟶ expected numbers of key points from 1 to 3, found 4',
    ],
    [
      'a point twice',
      [points, 'points: [1, 2, 3, 3]'],
      '    points: [1, 2, 3, 3] ⟶ expected each key point once in a source, found 3 again',
    ],
    [
      'point zero',
      [points, 'points: [0, 1, 2, 3]'],
      '    points: [0, 1, 2, 3] ⟶ expected the number of a key point in sources #1 points #1, found 0',
    ],
    [
      'no such day',
      ['checked: 2026-11-20', 'checked: 2026-02-29'],
      'checked: 2026-02-29 ⟶ expected a day of the calendar as YYYY-MM-DD in checked, found "2026-02-29"',
    ],
    [
      'a day in words',
      ['checked: 2026-11-20', 'checked: November'],
      'checked: November ⟶ expected a day of the calendar as YYYY-MM-DD in checked, found "November"',
    ],
  ])('[K3] %s', (_, change, problem) => {
    expect(problemOf(change)).toBe(problem)
  })

  test('a leap day is a day', () => {
    expect(readExampleWith(['2026-11-20', '2028-02-29']).checked).toBe('2028-02-29')
  })

  test('a card that no document asks for covers nothing', () => {
    const covers = 'covers:\n  - 002/1-hafta/interview-tayyorgarligi/tcp-3-way-handshake-qanday-ishlaydi\n'
    expect(readExampleWith([covers, 'covers: []\n']).covers).toEqual([])
  })
})

describe('sections', () => {
  const must = '- [must] Mijoz `SYN` yuboradi'
  test.each<readonly [string, readonly Change[], string]>([
    [
      'no question',
      [['TCP three-way handshake qanday ishlaydi?\n\n', '']],
      '## question ⟶ expected the question as one paragraph',
    ],
    ['two paragraphs', [['ishlaydi?\n', 'ishlaydi?\n\nYana?\n']], 'Yana? ⟶ expected the question as one paragraph'],
    [
      'no answer',
      [['Both sides exchange initial numbers with `SYN`, `SYN-ACK` and `ACK`.\n', '']],
      '## answer ⟶ expected text under "## answer", found nothing',
    ],
    [
      'code to be said aloud',
      [['Ikki tomon', '```go\nx\n```\n\nIkki tomon']],
      '```go ⟶ expected words to be said aloud in the answer, found a fenced block',
    ],
    ['numbered key points', [[must, `1. Mijoz`]], '1. Mijoz ⟶ expected the key points as one list of "- …" lines'],
    [
      'a text after the key points',
      [['- Mijoz `ACK` yuboradi', '- Mijoz `ACK` yuboradi\n\nMatn']],
      'Matn ⟶ expected the key points as one list of "- …" lines',
    ],
    ['two key points', [[`${must}\n`, '']], '## key points ⟶ expected 3 to 6 key points, found 2'],
    [
      'seven key points',
      [['- Mijoz `ACK`', '- a\n- b\n- c\n- d\n- Mijoz `ACK`']],
      '## key points ⟶ expected 3 to 6 key points, found 7',
    ],
    [
      'four musts',
      [['- Mijoz `ACK`', '- [must] a\n- [must] Mijoz `ACK`']],
      '## key points ⟶ expected at most 3 [must] key points, found 4',
    ],
    ['another mark', [[must, '- [Must] Mijoz']], '- [Must] Mijoz ⟶ expected "- [must] …" or "- …", found another mark'],
    ['a mark and nothing', [[must, '- [must]']], '- [must] ⟶ expected "- [must] …" or "- …", found another mark'],
    [
      'a key point with a list',
      [[must, `${must}\n  - va yana`]],
      '- [must] Mijoz `SYN` yuboradi ⟶ expected a key point of one paragraph',
    ],
    ['an empty key point', [[must, '-']], '- ⟶ expected a key point of one paragraph'],
    ['one more in uz', [fourPoints], '## key points ⟶ expected 4 key points as in uz, found 3 in ru'],
    [
      'a mark more in en',
      [['- The client sends `ACK`', '- [must] The client sends `ACK`']],
      '- [must] The client sends `ACK` ⟶ expected no [must] on key point 3 as in uz, found another in en',
    ],
    [
      'a mark less in ru',
      [['- [must] Клиент', '- Клиент']],
      '- Клиент отправляет `SYN` ⟶ expected [must] on key point 1 as in uz, found another in ru',
    ],
    [
      'no Q',
      [['Q: Handshake', 'Handshake']],
      'Handshake qancha vaqt oladi? ⟶ expected a paragraph that begins with "Q: "',
    ],
    ['no A', [['A: Bitta', 'Bitta']], 'Bitta RTT. ⟶ expected a paragraph that begins with "A: "'],
    [
      'no blank line before A',
      [['oladi?\n\nA:', 'oladi?\nA:']],
      'Q: Handshake qancha vaqt oladi? ⟶ expected a blank line between "Q: …" and "A: …"',
    ],
    [
      'an empty explanation',
      [['Raqamlar **tasodifiy** tanlanadi.\n\n', '']],
      '## explanation ⟶ expected text under "## explanation", found nothing',
    ],
    ['code without a fence', [['# code\n', '# code\n\nMatn\n']], 'Matn ⟶ expected one fenced block under "# code"'],
    [
      'output of another language',
      [['```text', '```bash']],
      '## output ⟶ expected the output in a fence of text, found bash',
    ],
    [
      'nothing printed',
      [['SYN SYN-ACK ACK\n```', '```']],
      '```text ⟶ expected code in the fence under "## output", found nothing',
    ],
    [
      'an open fence',
      [['SYN SYN-ACK ACK\n```', 'SYN SYN-ACK ACK\n']],
      '```text ⟶ expected the fence to be closed, found the end of the section',
    ],
  ])('[K3] %s', (_, changes, problem) => {
    expect(problemOf(...changes)).toBe(problem)
  })

  test('[K3] a recall card may have one key point', () => {
    const text = exampleText()
      .replace('kind: concept', 'kind: recall')
      .replace(points, 'points: [1]')
      .replace(/^- \[must\] (Сервер|Server|The server).*\n/gm, '')
      .replace(/^- (Клиент|Mijoz|The client).*\n/gm, '')
    expect(readCard(examplePath, text).faces.en.face.keyPoints).toHaveLength(1)
  })

  test('a card without code, and a program that prints nothing', () => {
    const [faces = '', code = ''] = exampleText().split('# code\n')
    expect(readCard(examplePath, faces).code).toBeNull()
    const silent = `${faces}# code\n${code.split('## output')[0]}`
    expect(readCard(examplePath, silent).code?.output).toBeNull()
  })
})

describe('[K4] Markdown', () => {
  const place = 'Raqamlar **tasodifiy** tanlanadi.'
  const allowed = 'expected only paragraphs, strong, emphasis, code, https links, lists, tables and fenced code, found'
  test.each<readonly [string, string, string]>([
    ['HTML', 'Bu <b>muhim</b>', `Bu <b>muhim</b> ⟶ ${allowed} HTML (put it in backticks)`],
    ['a block of HTML', '<div>x</div>', `<div>x</div> ⟶ ${allowed} HTML (put it in backticks)`],
    ['an image', '![rasm](https://go.dev/x.png)', `![rasm](https://go.dev/x.png) ⟶ ${allowed} an image`],
    ['a quotation', '> gap', `> gap ⟶ ${allowed} a quotation block`],
    ['a separator', 'Gap.\n\n***\n\nGap.', `*** ⟶ ${allowed} a separator line`],
    ['a hard break', 'Gap  \ngap', `Gap   ⟶ ${allowed} a hard line break`],
    ['a definition', '[a]: https://go.dev', `[a]: https://go.dev ⟶ ${allowed} a link definition`],
    ['http', '[Go](http://go.dev)', '[Go](http://go.dev) ⟶ expected a link to an https page, found "http://go.dev"'],
    [
      'a script',
      '[Go](javascript:alert(1))',
      '[Go](javascript:alert(1)) ⟶ expected a link to an https page, found "javascript:alert(1)"',
    ],
    [
      'a fence without a language',
      '```\nx\n```',
      '``` ⟶ expected a fence with a language (go, sql, yaml, json, bash, dockerfile, proto, http, nginx, text), found none',
    ],
    [
      'another language',
      '```rust\nx\n```',
      '```rust ⟶ expected a fence with a language (go, sql, yaml, json, bash, dockerfile, proto, http, nginx, text), found rust',
    ],
    [
      'code by blanks',
      '    x := 1',
      '    x := 1 ⟶ expected a fence with a language (go, sql, yaml, json, bash, dockerfile, proto, http, nginx, text), found none',
    ],
    ['a row too long', '| a | b |\n|---|---|\n| 1 | 2 | 3 |', '| 1 | 2 | 3 | ⟶ expected 2 cells in the row, found 3'],
    ['a row too short', '| a | b |\n|---|---|\n| 1 |', '| 1 | ⟶ expected 2 cells in the row, found 1'],
    ['a list from five', '5. besh', '5. besh ⟶ expected a numbered list to start at 1, found 5'],
    ['an empty item', '- a\n-\n- b', '- ⟶ expected text in the list item, found nothing'],
  ])('%s', (_, text, problem) => {
    expect(problemOf([place, text])).toBe(problem)
  })

  test('what is allowed becomes the tree', () => {
    const text = [
      'Bir *ikki* [`go`](https://go.dev/doc)',
      'uch.',
      '',
      '1. bir',
      '   - ichki',
      '2. ikki',
      '',
      '| a | b |',
      '|---|--:|',
      '| `1` | **2** |',
      '',
      '```sql',
      'SELECT 1;',
      '```',
    ].join('\n')
    const plain = (value: string) => ({ type: 'text', text: value })
    const paragraph = (value: string) => ({ type: 'paragraph', children: [plain(value)] })
    expect(readExampleWith([place, text]).faces.uz.face.explanation).toEqual([
      {
        type: 'paragraph',
        children: [
          plain('Bir '),
          { type: 'emphasis', children: [plain('ikki')] },
          plain(' '),
          { type: 'link', url: 'https://go.dev/doc', children: [{ type: 'code', text: 'go' }] },
          plain(' uch.'),
        ],
      },
      {
        type: 'list',
        ordered: true,
        items: [
          [paragraph('bir'), { type: 'list', ordered: false, items: [[paragraph('ichki')]] }],
          [paragraph('ikki')],
        ],
      },
      {
        type: 'table',
        head: [[plain('a')], [plain('b')]],
        rows: [[[{ type: 'code', text: '1' }], [{ type: 'strong', children: [plain('2')] }]]],
      },
      { type: 'codeBlock', language: 'sql', lines: [[{ kind: 'plain', text: 'SELECT 1;' }]] },
    ])
  })
})

describe('[K1] the path', () => {
  test.each([
    ['decks/network/TCP.md', 'expected the file name to be small letters, digits and single dashes, found "TCP"'],
    ['decks/network/a--b.md', 'expected the file name to be small letters, digits and single dashes, found "a--b"'],
    ['decks/Go_lang/a.md', 'expected the folder to be small letters, digits and single dashes, found "Go_lang"'],
  ])('%s', (path, problem) => {
    expect(() => readCard(path, exampleText())).toThrow(`${path}:1: ${problem}`)
  })
})

test('line ends of another system change nothing', () => {
  expect(readCard(examplePath, exampleText().replaceAll('\n', '\r\n'))).toEqual(readCard(examplePath, exampleText()))
})

test('[K2] whatever is cut out of a card, it is read or refused with a line of the file, and nothing else happens', () => {
  const text = exampleText()
  fc.assert(
    fc.property(fc.nat(text.length), fc.nat(200), fc.string({ maxLength: 20 }), (start, length, put) => {
      const broken = text.slice(0, start) + put + text.slice(start + length)
      try {
        expect(readCard(examplePath, broken).id).toBe('tcp-three-way-handshake')
      } catch (error) {
        if (!(error instanceof CardError)) throw error
        expect(error.line).toBeGreaterThanOrEqual(1)
        expect(error.line).toBeLessThanOrEqual(broken.split('\n').length)
      }
    }),
  )
})

test('a change of the example that is not found would be noticed', () => {
  expect(() => exampleWith(['no such words', ''])).toThrow('The example has no "no such words"')
})
