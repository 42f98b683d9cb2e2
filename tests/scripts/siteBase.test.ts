// The base path, however somebody writes it.
import { expect, test } from 'vitest'
import { siteBase } from '#scripts/siteBase.ts'

test.each([
  ['', '/'],
  ['/', '/'],
  ['suhbat', '/suhbat/'],
  ['/suhbat', '/suhbat/'],
  ['suhbat/', '/suhbat/'],
  ['/team//suhbat/', '/team/suhbat/'],
])('"%s" is %s', (written, base) => {
  expect(siteBase(written)).toBe(base)
})
