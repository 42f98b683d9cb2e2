// The code of a card is run and its output compared; a wrong word in either is found and named.
import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'suhbat-code-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** The cards of the project with one file changed, and what the check says of that file's subject. */
function checkWith(card: string, change: (text: string) => string) {
  const cards = join(folder, String(Math.random()).slice(2))
  cpSync('decks', cards, { recursive: true })
  const file = join(cards, card)
  writeFileSync(file, change(readFileSync(file, 'utf8')))
  const only = card.replace(/\.md$/, '')
  const result = spawnSync(process.execPath, ['scripts/check-code.ts', '--cards', cards, '--only', only], {
    encoding: 'utf8',
  })
  return { status: result.status, said: result.stdout + result.stderr }
}

test('a block that prints what the card says is good', () => {
  const { status, said } = checkWith('sql/acid.md', (text) => text)
  expect(said).toContain('1 blocks, 0 bad')
  expect(status).toBe(0)
})

test('an output that the block does not print is named with what it prints', () => {
  const { status, said } = checkWith('sql/acid.md', (text) => text.replace('  1 |     500', '  1 |     501'))
  expect(said).toContain('sql/acid.md: prints')
  expect(said).toContain('1 |     500')
  expect(status).toBe(1)
})

test('an error of the database is named', () => {
  const { status, said } = checkWith('sql/acid.md', (text) =>
    text.replace('CREATE TABLE account', 'CREATE TABLET account'),
  )
  expect(said).toMatch(/sql\/acid\.md: syntax error/)
  expect(status).toBe(1)
})

test('YAML that does not parse is named', () => {
  const { status, said } = checkWith('devops/ci-cd-pipeline.md', (text) => text.replace('jobs:', 'jobs: ]'))
  expect(said).toContain('devops/ci-cd-pipeline.md: ')
  expect(status).toBe(1)
})

test.each([
  ['dockerfile', 'FROM scratch\nCOPY /a /b', 'FROM scratch\nCOPI /a /b', 'Unknown instruction: COPI'],
  [
    'proto',
    'syntax = "proto3";\nmessage A {\n  string a = 1;\n}',
    'syntax = "proto3";\nmessage A {\n  string a = 1\n}',
    "';' expected",
  ],
  ['bash', 'for f in *; do echo "$f"; done', 'for f in *; do echo "$f"', 'syntax error'],
  ['json', '{ "a": 1 }', '{ "a": 1, }', 'JSON'],
])('%s is parsed', (language, right, wrong, problem) => {
  const replaced = (code: string) => (text: string) =>
    `${text.split('# code\n')[0] ?? ''}# code\n\n\`\`\`${language}\n${code}\n\`\`\`\n`
  const goodCode = checkWith('sql/acid.md', replaced(right))
  expect(goodCode.said).toContain('1 good, 0 bad, 0 skipped')
  expect(goodCode.status).toBe(0)
  const badCode = checkWith('sql/acid.md', replaced(wrong))
  expect(badCode.said).toContain('sql/acid.md: ')
  expect(badCode.said).toContain(problem)
  expect(badCode.status).toBe(1)
})

test('an unknown option is a sentence', () => {
  const result = spawnSync(process.execPath, ['scripts/check-code.ts', '--deck', 'x'], { encoding: 'utf8' })
  expect(result.stderr).toContain('Known: --cards DIR, --only TEXT.')
  expect(result.status).toBe(1)
})
