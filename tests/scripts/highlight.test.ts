// Code keeps every character when it is coloured, and its words get the kinds that the app has colours for.
import { describe, expect, test } from 'vitest'
import type { CodeBlock } from '#domain/deck/tree.ts'
import { colourSnippets } from '#scripts/colouring.ts'
import { colourAhead, highlightCards, keyOf, openColours } from '#scripts/highlight.ts'
import { exampleText, readExampleWith } from '#support/exampleCard.ts'

const place = 'Raqamlar **tasodifiy** tanlanadi.'

async function coloured(language: string, code: string): Promise<CodeBlock> {
  const [card] = await highlightCards([
    readExampleWith([place, `- \`\`\`${language}\n  ${code.replaceAll('\n', '\n  ')}\n  \`\`\``]),
  ])
  const [list] = card?.faces.uz.face.explanation ?? []
  const block = list?.type === 'list' ? list.items[0]?.[0] : undefined
  if (block?.type !== 'codeBlock') throw new Error('expected a block of code in a list')
  return block
}

function wordsOfKind(block: CodeBlock, kind: string): string[] {
  return block.lines.flatMap((line) => line.filter((token) => token.kind === kind).map((token) => token.text.trim()))
}

const samples: Readonly<Record<string, string>> = {
  go: 'package main\n\n// Sum adds.\nfunc Sum(n int) string {\n\treturn "a" + x.Y(42)\n}',
  sql: "SELECT id, count(*) FROM task -- all\nWHERE name = 'x' LIMIT 10;",
  yaml: '# ci\non: [push]\njobs: { a: "b", n: 3 }',
  json: '{ "a": [1, true, "b"] }',
  bash: '# go\nfor i in 1 2; do\n  echo "$i"\ndone',
  dockerfile: '# build\nFROM golang:1.27\nRUN go build ./...',
  proto: 'syntax = "proto3";\nmessage Task {\n  string title = 1; // t\n}',
  http: 'GET /tasks HTTP/1.1\nHost: example.com',
  nginx: 'server {\n  listen 80; # http\n}',
  text: 'for if "x" 1',
}

describe.each(Object.entries(samples))('%s', (language, code) => {
  test('keeps every character', async () => {
    const block = await coloured(language, code)
    expect(block.lines.map((line) => line.map((token) => token.text).join('')).join('\n')).toBe(code)
  })

  test('has colours', async () => {
    const kinds = (await coloured(language, code)).lines.flatMap((line) => line.map((token) => token.kind))
    const distinct = new Set(kinds)
    if (language === 'text') expect([...distinct]).toEqual(['plain'])
    else expect(distinct.size).toBeGreaterThan(1)
  })
})

test('the kinds of Go', async () => {
  const block = await coloured('go', samples['go'] ?? '')
  expect(wordsOfKind(block, 'keyword')).toEqual(['package', 'func', 'return'])
  expect(wordsOfKind(block, 'comment')).toEqual(['// Sum adds.'])
  expect(wordsOfKind(block, 'function')).toEqual(['Sum', 'Y'])
  expect(wordsOfKind(block, 'type')).toEqual(['main', 'int', 'string'])
  expect(wordsOfKind(block, 'string')).toEqual(['"a"'])
  expect(wordsOfKind(block, 'number')).toEqual(['42'])
})

test('the program of a card is coloured, and what it prints is not', async () => {
  const [card] = await highlightCards([readExampleWith()])
  expect(card?.code?.block.lines[2]).toEqual([
    { kind: 'keyword', text: 'import ' },
    { kind: 'string', text: '"fmt"' },
  ])
  expect(card?.code?.output).toEqual(['SYN SYN-ACK ACK'])
})

test('what was coloured ahead, in another process, is what would have been coloured here', async () => {
  const code = `var ahead${process.pid} = "go"`
  const text = exampleText().replace(place, `\`\`\`go\n${code}\n\`\`\``)
  expect(openColours().find(keyOf({ language: 'go', code }))).toBeNull()
  await colourAhead([text])
  const ahead = openColours().find(keyOf({ language: 'go', code }))
  expect(ahead).toEqual(await colourSnippets([{ language: 'go', code }]).then(([lines]) => lines))
  expect(ahead?.[0]?.[0]).toEqual({ kind: 'keyword', text: 'var' })
})
