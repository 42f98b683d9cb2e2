// What a build keeps is found again for the same text only, and what cannot be read is as if it were not there.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, test, vi } from 'vitest'
import { openBuildCache } from '#scripts/buildCache.ts'

const name = `test-${process.pid}`
const file = join('node_modules/.cache/suhbat', `${name}.json`)
afterEach(() => rmSync(file, { recursive: true, force: true }))

const isNumber = (value: unknown): value is number => typeof value === 'number'
const open = (makers = ['scripts/buildCache.ts']) => openBuildCache(name, makers, isNumber)

function keep(text: string, value: number): void {
  const cache = open()
  cache.keep(text, value)
  cache.save()
}

test('a value is found for the text that it was kept for, and for no other', () => {
  const cache = open()
  expect(cache.find('a card')).toBeNull()
  cache.keep('a card', 7)
  expect(cache.find('a card')).toBe(7)
  expect(cache.find('a card.')).toBeNull()
})

test('another build finds what was saved, and adds to it', () => {
  keep('one', 1)
  keep('two', 2)
  expect([open().find('one'), open().find('two')]).toEqual([1, 2])
})

test('other code makes other values, so it finds none', () => {
  keep('text', 1)
  expect(open(['scripts/buildCache.ts', 'package.json']).find('text')).toBeNull()
})

test.each([
  ['cut off', (text: string) => text.slice(0, -9)],
  ['of another kind', (text: string) => text.replace('1]', '"one"]')],
  ['without entries', (text: string) => text.replace('entries', 'others')],
])('a file that is %s is as if there were none', (_, damage) => {
  keep('text', 1)
  writeFileSync(file, damage(readFileSync(file, 'utf8')))
  expect(open().find('text')).toBeNull()
})

test('a cache that cannot be written breaks no build', () => {
  const warn = vi.spyOn(console, 'warn').mockReturnValue()
  mkdirSync(file, { recursive: true })
  keep('text', 1)
  expect(warn).toHaveBeenCalledExactlyOnceWith(expect.stringContaining('cannot be written'))
})
