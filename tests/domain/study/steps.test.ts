// Steps as people write them, and back.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { stepsToText, textToSteps } from '#domain/study/steps.ts'

test.each<[string, readonly number[] | null]>([
  ['10m', [10]],
  ['1m 10m', [1, 10]],
  ['10M, 1H', [10, 60]],
  ['10м 1ч', [10, 60]],
  ['10;60', [10, 60]],
  ['90m', [90]],
  ['', []],
  ['  ', []],
  ['30s', null],
  ['1.5h', null],
  ['-5m', null],
  ['ten', null],
  ['10m x', null],
  ['m', null],
])('"%s": %j', (text, minutes) => {
  expect(textToSteps(text)).toEqual(minutes)
})

test('what is written is read again', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 720 })), (steps) => {
      expect(textToSteps(stepsToText(steps))).toEqual(steps)
    }),
  )
})
