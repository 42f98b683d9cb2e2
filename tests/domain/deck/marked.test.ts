// Marked text: short, and nothing is lost on the way there and back.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { codeToMarked, inlinesToMarked, markedToCode, markedToInlines } from '#domain/deck/marked.ts'
import { tokenKinds, type Inline, type Token } from '#domain/deck/tree.ts'

const words = fc.stringMatching(/^[a-zʻʼа-я~^\\ _*`.]{1,12}$/u)

/** Trees as the reader of cards makes them: no text is empty, and none follows another. */
const { inlines } = fc.letrec<{ inline: Inline; inlines: Inline[] }>((tie) => ({
  inline: fc.oneof(
    { depthSize: 'small' },
    fc.record({ type: fc.constant('text' as const), text: words }),
    fc.record({ type: fc.constant('code' as const), text: fc.oneof(words, fc.constant('')) }),
    fc.record({ type: fc.constantFrom('strong' as const, 'emphasis' as const), children: tie('inlines') }),
    fc.record({
      type: fc.constant('link' as const),
      url: fc.constantFrom('https://go.dev/~gopher', 'https://go.dev/ref/spec#^x'),
      children: tie('inlines'),
    }),
  ),
  inlines: fc
    .array(tie('inline'), { maxLength: 4 })
    .map((list) => list.filter((inline, index) => inline.type !== 'text' || list[index - 1]?.type !== 'text'))
    .filter((list) => list.every((inline, index) => inline.type !== 'text' || list[index - 1]?.type !== 'text')),
}))

const code = fc.array(
  fc
    .array(fc.record({ kind: fc.constantFrom(...tokenKinds), text: words }), { maxLength: 5 })
    .map((line): Token[] => line.filter(({ kind }, index) => kind !== 'plain' || line[index - 1]?.kind !== 'plain'))
    .filter((line) => line.every(({ kind }, index) => kind !== 'plain' || line[index - 1]?.kind !== 'plain')),
  { minLength: 1, maxLength: 4 },
)

describe('[P3] inline text', () => {
  test.each<[string, readonly Inline[]]>([
    ['', []],
    ['a `b`', [{ type: 'text', text: 'a `b`' }]],
    [
      '~~int ~c~^^',
      [
        { type: 'text', text: '~int ' },
        { type: 'code', text: '^' },
      ],
    ],
    [
      '~sa ~eb^^ c',
      [
        {
          type: 'strong',
          children: [
            { type: 'text', text: 'a ' },
            { type: 'emphasis', children: [{ type: 'text', text: 'b' }] },
          ],
        },
        { type: 'text', text: ' c' },
      ],
    ],
    ['~lhttps://go.dev Go^', [{ type: 'link', url: 'https://go.dev', children: [{ type: 'text', text: 'Go' }] }]],
  ])('%j', (marked, tree) => {
    expect(inlinesToMarked(tree)).toBe(marked)
    expect(markedToInlines(marked)).toEqual(tree)
  })

  test('comes back whatever it is', () => {
    fc.assert(
      fc.property(inlines, (tree) => {
        expect(markedToInlines(inlinesToMarked(tree))).toEqual(tree)
      }),
    )
  })

  test.each(['~', '~sa', 'a^', '~sa^^', '~xa^', '~lhttps://go.dev^', '~ca~sb^^'])('%j is not whole', (marked) => {
    expect(() => markedToInlines(marked)).toThrow(RangeError)
  })
})

describe('[P3] code', () => {
  test('is its own text where it has no colour', () => {
    expect(codeToMarked([[{ kind: 'plain', text: 'a := 1' }], [], [{ kind: 'keyword', text: 'go' }]])).toBe(
      'a := 1\n\n~kgo^',
    )
  })

  test('comes back whatever it is', () => {
    fc.assert(
      fc.property(code, (lines) => {
        expect(markedToCode(codeToMarked(lines))).toEqual(lines)
      }),
    )
  })

  test.each(['~', '~ka', 'a^', '~xa^', '~ka\n^', '~ka~sb^^'])('%j is not whole', (marked) => {
    expect(() => markedToCode(marked)).toThrow(RangeError)
  })
})
