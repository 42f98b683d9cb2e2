// What counts as JavaScript to the first card: shown on small builds, written as `file (facade) → imports ⇢ lazy imports`.
import { expect, test } from 'vitest'
import type { Chunk } from '#scripts/chunksPlugin.ts'
import { chunksToFirstCard } from '#scripts/firstCard.ts'

function chunk(file: string, facade: string | null, imports: string[] = [], dynamicImports: string[] = []): Chunk {
  return { file, isEntry: facade === 'index.html', facade, imports, dynamicImports }
}

const never = () => false

function needed(chunks: readonly Chunk[], isInPage: (file: string) => boolean = never): readonly string[] {
  return chunksToFirstCard(chunks, isInPage, (file) => file.length).toSorted()
}

test('the entry, what it imports, and the lazy way through Today to Study', () => {
  const chunks = [
    chunk('main', 'index.html', ['react'], ['today', 'study', 'lazyPages', 'worker']),
    chunk('react', null),
    chunk('today', 'src/features/today/Today.tsx', ['list']),
    chunk('list', null),
    chunk('study', 'src/features/study/Study.tsx', ['react', 'schedule'], ['highlight']),
    chunk('schedule', null),
    chunk('lazyPages', 'src/app/lazyPages.ts', ['form']),
    chunk('form', null),
    chunk('worker', 'src/platform/serviceWorkerLink.ts'),
    chunk('highlight', 'src/platform/highlight.ts'),
    chunk('stray', null),
  ]
  expect(needed(chunks)).toEqual(['highlight', 'list', 'main', 'react', 'schedule', 'study', 'today'])
})

test('of the interface texts the heaviest, with what it imports', () => {
  const chunks = [
    chunk('main', 'index.html', [], ['uz', 'russian', 'en']),
    chunk('uz', 'src/platform/locales/uz.json'),
    chunk('russian', 'src/platform/locales/ru.json', ['plural']),
    chunk('en', 'src/platform/locales/en.json'),
    chunk('plural', null),
  ]
  expect(needed(chunks)).toEqual(['main', 'plural', 'russian'])
})

test('what the page preloads counts, and circles end', () => {
  const chunks = [
    chunk('main', 'index.html', ['one']),
    chunk('one', null, ['two']),
    chunk('two', null, ['one']),
    chunk('lazyPages', 'src/app/lazyPages.ts'),
  ]
  expect(needed(chunks, (file) => file === 'lazyPages')).toEqual(['lazyPages', 'main', 'one', 'two'])
})
