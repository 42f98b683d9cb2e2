// The same numbers in three languages: how each one writes them, and what counts as a difference.
import { expect, test } from 'vitest'
import { lintNumbers, numberDifference, textToNumbers } from '#domain/deck/lintNumbers.ts'
import type { Inline } from '#domain/deck/tree.ts'
import { exampleText, readExampleWith } from '#support/exampleCard.ts'

test.each([
  ['en', 'Go 1.25 on port 8080', '1.25 8080'],
  ['en', '1,400 requests, 12,000,000 rows', '1400 12000000'],
  ['en', 'ports 80, 443', '80 443'],
  ['en', 'p99 of 0.5 s.', '99 0.5'],
  ['ru', '1 400 запросов, 12\u00A0000\u202F000 строк', '1400 12000000'],
  ['ru', 'p99 равен 0,5 с', '99 0.5'],
  ['ru', 'порты 80, 443', '80 443'],
  ['uz', 'RFC 9293 va RFC 9110', '9293 9110'],
  ['uz', 'PostgreSQL 18 da 1 400,5 ms', '18 1400.5'],
  ['uz', 'Go 1.25.3-da', '1.25.3'],
] as const)('%s: %s → %s', (language, text, numbers) => {
  expect(textToNumbers(text, language).join(' ')).toBe(numbers)
})

// Words in backticks are code.
function inlines(text: string): Inline[] {
  return text.split('`').map((part, index) => ({ type: index % 2 === 0 ? 'text' : 'code', text: part }))
}

function differenceOf(uz: string, ru: string, en: string): string | null {
  return numberDifference({ uz: inlines(uz), ru: inlines(ru), en: inlines(en) })
}

test.each([
  ['Go 1.25-dan beri', 'С Go 1.25', 'Since Go 1.25'],
  ['0,5 s va 1 400 ta', '0,5 с и 1 400', '0.5 s and 1,400'],
  ['bitta RTT', 'один RTT', '1 RTT'],
  ['ikkita segment', '2 сегмента', 'two segments'],
  ['uchta segment', 'три сегмента', '3 segments'],
  ['uch tomon', '3 стороны', 'three-way'],
  ['`LIMIT 10,20`', '`LIMIT 10,20`', '`LIMIT 10,20`'],
  ['`SELECT 1.5`', '`SELECT 1.5`', '`SELECT 1.5`'],
  ['raqam yoʻq', 'нет чисел', 'no number'],
  ['10 dan 20 gacha', 'от 10 до 20', 'from 10 to 20'],
  ['20 ga 10', 'на 20 — 10', '10 for 20'],
])('[K6] %s | %s | %s → the same', (uz, ru, en) => {
  expect(differenceOf(uz, ru, en)).toBeNull()
})

test.each([
  ['Go 1.25', 'Go 1.24', 'Go 1.25', 'uz 1.25, ru 1.24, en 1.25'],
  ['80 va 443', '80 и 443', '80', 'uz 443 80, ru 443 80, en 80'],
  ['0,5 s', '5 с', '0.5 s', 'uz 0.5, ru 5, en 0.5'],
  ['100 ms', 'сто мс', '100 ms', 'uz 100, ru none, en 100'],
  ['3 marta', 'несколько раз', '3 times', 'uz 3, ru none, en 3'],
  ['uchun 3', 'для 3', 'for many', 'uz 3, ru 3, en none'],
  ['bir necha', '3 раза', 'three times', 'uz none, ru 3, en none'],
  ['shuning uchun', '3 раза', 'three times', 'uz none, ru 3, en none'],
  ['20 20', '20', '20 20', 'uz 20 20, ru 20, en 20 20'],
])('[K6] %s | %s | %s → %s', (uz, ru, en, difference) => {
  expect(differenceOf(uz, ru, en)).toBe(difference)
})

test('the key point and its line are named', () => {
  const point = '- The client sends `ACK`'
  const [problem] = lintNumbers(readExampleWith([point, `${point} after 30 ms`]))
  expect(problem).toEqual({
    line: exampleText().split('\n').indexOf(point) + 1,
    message: 'key point 3 has other numbers in its languages: uz none, ru none, en 30',
  })
})
