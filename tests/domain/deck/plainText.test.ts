// The words of a tree without its markup.
import { expect, test } from 'vitest'
import { blocksToText, inlinesToText } from '#domain/deck/plainText.ts'
import { readExampleWith } from '#support/exampleCard.ts'

test('words, code and links lose their markup', () => {
  const { face } = readExampleWith(['Raqamlar **tasodifiy** tanlanadi.', '**A** *b* `c` [d](https://go.dev)']).faces.uz
  expect(blocksToText(face.explanation)).toBe('A b c d')
  expect(inlinesToText(face.keyPoints[0]?.text ?? [])).toBe('Mijoz SYN yuboradi')
})

test('each item, row and line of code is a line', () => {
  const text = '1. a\n   - b\n2. c\n\n| d | e |\n|---|---|\n| f | g |\n\n```go\nh\n\ti\n```'
  const { face } = readExampleWith(['Raqamlar **tasodifiy** tanlanadi.', text]).faces.uz
  expect(blocksToText(face.explanation)).toBe('a\nb\nc\nd e\nf g\nh\n\ti')
})
