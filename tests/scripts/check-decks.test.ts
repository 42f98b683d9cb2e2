// The check of the cards as a person runs it: the real cards have no problem, and a bad one is named with its line.
import { execFile } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test, vi } from 'vitest'
import { lintDeck } from '#domain/deck/lint.ts'
import { readDeckFolder, readGlossaryFile } from '#scripts/deckFolder.ts'

// Each check is a process of its own, and a machine may be busy with others.
vi.setConfig({ testTimeout: 60_000 })

const root = join(import.meta.dirname, '../..')
const temporary = mkdtempSync(join(tmpdir(), 'suhbat-cards-'))
afterAll(() => rmSync(temporary, { recursive: true }))

function check(...options: readonly string[]): Promise<{ code: number; out: string; errors: string }> {
  return new Promise((resolve) => {
    const script = join(root, 'scripts/check-decks.ts')
    execFile(process.execPath, [script, ...options], { cwd: root }, (error, out, errors) => {
      resolve({ code: error === null ? 0 : Number(error.code), out, errors })
    })
  })
}

test('no card of the deck has a problem', () => {
  const { cards, problems } = readDeckFolder(join(root, 'decks'))
  expect(cards.length).toBeGreaterThanOrEqual(22)
  expect([...problems, ...lintDeck(cards, readGlossaryFile(join(root, 'decks')))]).toEqual([])
})

test('the command says so', async () => {
  const { code, out, errors } = await check()
  expect({ code, errors }).toEqual({ code: 0, errors: '' })
  expect(out).toMatch(/^\d+ cards, 3 languages, 0 problems\n$/)
})

test('a broken card and a bad word are named with their lines', async () => {
  const folder = join(temporary, 'decks')
  cpSync(join(root, 'decks'), folder, { recursive: true })
  const bad = join(folder, 'network/tcp-three-way-handshake.md')
  const text = readFileSync(bad, 'utf8')
  writeFileSync(bad, text.replace(/(?<=# ru\n\n## question\n\n).*/, 'Нужен ли handshake?'))
  writeFileSync(join(folder, 'os/broken.md'), 'words\n')
  const { code, out, errors } = await check('--cards', folder)
  const line = text.split('\n').indexOf('# ru') + 3
  expect(code).toBe(1)
  expect(errors.trimEnd().split('\n')).toEqual([
    `${folder}/os/broken.md:1: expected the front matter to begin with "---" here, found "words"`,
    `${bad}:${line}: ru: the question can be answered with yes or no; ask what, how, why or when`,
    `${bad}:${line}: ru: the question has no question word and no request`,
  ])
  expect(out).toMatch(/^\d+ cards, 3 languages, 3 problems\n$/)
})

test('a folder without cards is an error', async () => {
  const { code, errors } = await check('--cards', 'src')
  expect({ code, errors }).toEqual({ code: 1, errors: 'The folder of cards has no subjects.yaml: src\n' })
})
