// Whatever the encoding, the same JSON is read.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { encodeJson } from '#scripts/encodeJson.ts'

describe.each(['utf-8', 'windows-1251'])('%s', (encoding) => {
  const read = (bytes: Uint8Array): unknown => JSON.parse(new TextDecoder(encoding, { fatal: true }).decode(bytes))

  test('any text comes back', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(read(encodeJson(JSON.stringify([text]), encoding))).toEqual([text])
      }),
    )
  })

  test.each(['«Ёлка — ёж»', 'oʻgʻil', '5 → 6 ≤ 7', '👩‍💻', '€ № …'])('%s comes back', (text) => {
    expect(read(encodeJson(JSON.stringify({ text }), encoding))).toEqual({ text })
  })
})

test('Russian letters take one byte each', () => {
  expect(encodeJson('"Ёж — «да»"', 'windows-1251')).toHaveLength('"Ёж — «да»"'.length)
})
