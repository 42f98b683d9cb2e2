// What a build keeps is found again for the same text only, and what cannot be read is as if it were not there.
import { readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { openBuildCache } from '#scripts/buildCache.ts'

const name = `test-${process.pid}`
const folder = join('node_modules/.cache/suhbat', name)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const isNumber = (value: unknown): value is number => typeof value === 'number'

test('a value is found for the text that it was kept for, and for no other', () => {
  const cache = openBuildCache(name, ['scripts/buildCache.ts'], isNumber)
  expect(cache.find('a card')).toBeNull()
  cache.keep('a card', 7)
  expect(cache.find('a card')).toBe(7)
  expect(cache.find('a card.')).toBeNull()
})

test('other code makes other values, so it finds none', () => {
  openBuildCache(name, ['scripts/buildCache.ts'], isNumber).keep('text', 1)
  expect(openBuildCache(name, ['scripts/buildCache.ts', 'package.json'], isNumber).find('text')).toBeNull()
})

test('an entry that is broken or of another kind is made anew', () => {
  const cache = openBuildCache(name, ['scripts/buildCache.ts'], isNumber)
  cache.keep('broken', 1)
  for (const broken of ['{', '"words"']) {
    for (const file of readdirSync(folder)) writeFileSync(join(folder, file), broken)
    expect(cache.find('broken')).toBeNull()
  }
})
