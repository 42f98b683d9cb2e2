// The deck build as a person runs it: on the real documents and cards, and on copies of them with one thing wrong. What is
// wrong is named with its line, and then nothing is written.
import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { levels, type CardHead } from '#domain/deck/card.ts'
import { isFacePack, isSharedPack, joinPacks, packEncodings, type DeckIndex } from '#domain/deck/pack.ts'
import { deckIndexSchema, packSchema } from '#domain/deck/packSchema.ts'
import { sourceToCard } from '#domain/deck/sourceCard.ts'
import { languages } from '#domain/language.ts'
import { z } from '#domain/schema.ts'
import { readDeckFolder } from '#scripts/deckFolder.ts'
import { highlightCards } from '#scripts/highlight.ts'

// Each build is a process of its own, and a machine may be busy with others.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

const inventorySchema = z.object({ items: z.array(z.object({ kind: z.string(), cards: z.array(z.string()) })) })
const root = join(import.meta.dirname, '../..')
const decks = join(root, 'decks')
const cardPath = 'network/tcp-three-way-handshake.md'
const cardItem = '002/1-hafta/interview-tayyorgarligi/tcp-3-way-handshake-qanday-ishlaydi'

const temporary = mkdtempSync(join(tmpdir(), 'suhbat-decks-'))
afterAll(() => rmSync(temporary, { recursive: true }))

interface Result {
  readonly code: number
  readonly out: string
  readonly errors: string
}

function build(...options: readonly string[]): Promise<Result> {
  return new Promise((resolve) => {
    const script = join(root, 'scripts/build-decks.ts')
    execFile(process.execPath, [script, ...options], { cwd: root }, (error, out, errors) => {
      resolve({ code: error === null ? 0 : Number(error.code), out, errors })
    })
  })
}

let folders = 0

/** A copy of the deck that may be changed, and an out folder that does not exist yet. */
function deckCopy(change: (folder: string) => void): { readonly options: readonly string[]; readonly out: string } {
  folders += 1
  const folder = join(temporary, String(folders))
  const out = join(folder, 'out')
  cpSync(decks, folder, { recursive: true })
  change(folder)
  return { options: ['--documents', join(folder, 'documents'), '--cards', folder, '--out', out], out }
}

/** Builds a changed copy, which must fail, and gives back what it said without the sentence at the end. */
async function failuresOf(change: (folder: string) => void): Promise<string[]> {
  const { options, out } = deckCopy(change)
  const { code, errors } = await build(...options)
  expect(code).toBe(1)
  expect(existsSync(out)).toBe(false)
  const lines = errors.trimEnd().split('\n')
  expect(lines.at(-1)).toMatch(/^The decks are not built: (one problem|\d+ problems)\.$/)
  return lines.slice(0, -1)
}

function edit(path: string, change: (text: string) => string): void {
  writeFileSync(path, change(readFileSync(path, 'utf8')))
}

function documentName(folder: string, number: string): string {
  const name = readdirSync(join(folder, 'documents')).find((file) => file.startsWith(number))
  if (name === undefined) throw new Error(`There is no document ${number}`)
  return name
}

describe('the real decks', () => {
  const out = join(temporary, 'real')
  let result: Result
  let index: DeckIndex

  beforeAll(async () => {
    mkdirSync(out)
    writeFileSync(join(out, 'network.uz.0123456789abcdef.json'), 'an old pack')
    writeFileSync(join(out, 'notes.txt'), 'not ours')
    result = await build('--out', out)
    index = deckIndexSchema.parse(JSON.parse(readFileSync(join(out, 'index.json'), 'utf8')))
  })

  const readPack = (file: string, encoding = 'utf-8'): unknown =>
    JSON.parse(new TextDecoder(encoding, { fatal: true }).decode(readFileSync(join(out, file))))

  test('build, with everything covered', () => {
    expect(result).toMatchObject({ code: 0, errors: '' })
    expect(result.out).toContain('questions: 21 of 21 covered\n')
    expect(result.out).toMatch(/^topics: (\d+) of \1 covered$/m)
    expect(result.out).toMatch(/^practice: (\d+) of \1 covered$/m)
    expect(result.out).not.toContain('pending:')
    expect(result.out).toMatch(/^002 +question +21 +21 +0 +21 +0$/m)
  })

  test('the packs are those that the index names, by name, hash and size', () => {
    const references = index.subjects.flatMap((subject) => [
      { subject: subject.id, kind: 'all', ...subject.shared },
      ...languages.map((language) => ({ subject: subject.id, kind: language, ...subject.packs[language] })),
    ])
    for (const { subject, kind, file, hash, sizeBytes } of references) {
      const bytes = readFileSync(join(out, file))
      expect(createHash('sha256').update(bytes).digest('hex')).toBe(hash)
      expect(file).toBe(`${subject}.${kind}.${hash.slice(0, 16)}.json`)
      expect(bytes.length).toBe(sizeBytes)
    }
    const files = [...references.map(({ file }) => file), 'index.json', 'inventory.json', 'notes.txt']
    expect(readdirSync(out).toSorted()).toEqual(files.toSorted())
  })

  test('[P3] the files of each pack joined are its cards, as they were written', async () => {
    const { cards } = readDeckFolder('decks')
    const sources = new Map((await highlightCards(cards)).map((card) => [card.id, card]))
    for (const subject of index.subjects) {
      const shared = readPack(subject.shared.file)
      if (!isSharedPack(shared, subject.id)) throw new Error(`${subject.shared.file} cannot be used`)
      const own = index.cards.filter((card) => card.subject === subject.id).map((card) => card.id)
      for (const language of languages) {
        const faces = readPack(subject.packs[language].file, packEncodings[language])
        if (!isFacePack(faces, subject.id, language)) throw new Error(`${subject.id} cannot be used in ${language}`)
        const pack = packSchema.parse(joinPacks(shared, faces))
        const written = own.flatMap((id) => sources.get(id) ?? []).map((source) => sourceToCard(source, language))
        expect(pack).toEqual({ subject: subject.id, language, cards: written })
      }
    }
  })

  test('the cards of interview questions come first, the others by subject, and by level within a subject', () => {
    const subjects = index.subjects.map((subject) => subject.id)
    const rank = ({ subject, level }: CardHead) => subjects.indexOf(subject) * 10 + levels.indexOf(level)
    const { items } = inventorySchema.parse(JSON.parse(readFileSync(join(out, 'inventory.json'), 'utf8')))
    const asked = new Set(items.filter(({ kind }) => kind === 'question').flatMap(({ cards }) => cards))
    const first = index.cards.slice(0, asked.size)
    expect(new Set(first.map(({ id }) => id))).toEqual(asked)
    for (const group of [first, index.cards.slice(asked.size)]) {
      const ranks = group.map(rank)
      expect(ranks).toEqual(ranks.toSorted((a, b) => a - b))
    }
    expect(index.cards).toHaveLength(new Set(index.cards.map((card) => card.id)).size)
  })

  test('the inventory knows the card of each question', () => {
    const inventory: unknown = JSON.parse(readFileSync(join(out, 'inventory.json'), 'utf8'))
    expect(inventory).toMatchObject({
      items: expect.arrayContaining([
        expect.objectContaining({
          id: cardItem,
          document: '002',
          line: 26,
          kind: 'question',
          parts: [],
          cards: ['tcp-three-way-handshake'],
        }),
      ]) as unknown,
    })
  })

  test('the same decks give the same bytes', async () => {
    const { options, out: first } = deckCopy(() => {})
    const second = `${first}-again`
    expect((await build(...options)).code).toBe(0)
    expect((await build(...options, '--out', second)).code).toBe(0)
    const names = readdirSync(first)
    expect(names.length).toBeGreaterThan(languages.length + 2)
    expect(readdirSync(second)).toEqual(names)
    for (const name of names)
      expect(readFileSync(join(first, name), 'utf8')).toBe(readFileSync(join(second, name), 'utf8'))
  })
})

describe('documents', () => {
  test('a topic that no card covers is named with its line', async () => {
    let place = ''
    const failures = await failuresOf((folder) => {
      const name = documentName(folder, '003')
      edit(join(folder, 'documents', name), (text) => {
        const lines = text.split('\n')
        const at = lines.findIndex((line) => line.startsWith('    - '))
        place = `${name}:${at + 2}: the topic `
        return lines.toSpliced(at + 1, 0, '    - Zyzzyva boshqaruvi').join('\n')
      })
    })
    expect(failures).toHaveLength(1)
    expect(failures[0]?.startsWith(place)).toBe(true)
    expect(failures[0]).toContain('zyzzyva-boshqaruvi')
  })

  test('a document that cannot be repaired is named with its line', async () => {
    let name = ''
    const failures = await failuresOf((folder) => {
      name = documentName(folder, '003')
      // Half of a Cyrillic letter, twice: nothing says which two letters these were.
      edit(join(folder, 'documents', name), (text) => `${text}\n- Ð Ñ Ð\n`)
    })
    const lines = readFileSync(join(decks, 'documents', name), 'utf8').split('\n').length + 1
    expect(failures).toHaveLength(1)
    expect(failures[0]?.startsWith(`${name}:${lines}:`)).toBe(true)
  })

  test('bytes that are no UTF-8 are named with their line', async () => {
    const failures = await failuresOf((folder) => {
      writeFileSync(join(folder, 'documents/009_x.txt'), Buffer.from([0x61, 0x0a, 0xd0, 0x0a, 0xd0]))
    })
    expect(failures).toEqual(['009_x.txt:2: the line is not UTF-8, so it cannot be told how it was damaged'])
  })
})

describe('cards', () => {
  test('a broken card is named with its line, and with every other broken card', async () => {
    const failures = await failuresOf((folder) => {
      edit(join(folder, cardPath), (text) => text.replace('## key points', '## keypoints'))
      edit(join(folder, 'os/process-vs-thread.md'), (text) => text.replace('level: ', 'level: un'))
    })
    const line = readFileSync(join(decks, cardPath), 'utf8').split('\n').indexOf('## key points') + 1
    expect(failures).toHaveLength(2)
    expect(failures[0]).toContain(`${cardPath}:${line}: expected "## key points" here, found "## keypoints"`)
    expect(failures[1]).toContain('os/process-vs-thread.md:3: expected one of junior, middle, senior in level')
  })

  test('a question that lost its card is named with the line of the document', async () => {
    const failures = await failuresOf((folder) => rmSync(join(folder, cardPath)))
    expect(failures).toEqual([`${documentName(decks, '002')}:26: the question ${cardItem} has no card`])
  })

  test('a card that covers what does not exist is named', async () => {
    const failures = await failuresOf((folder) => {
      edit(join(folder, cardPath), (text) => text.replace('covers:\n', 'covers:\n  - 002/no/such-item\n'))
    })
    expect(failures).toHaveLength(1)
    expect(failures[0]).toContain('tcp-three-way-handshake covers 002/no/such-item')
  })

  test('one id in two folders, and a folder that is no subject', async () => {
    const failures = await failuresOf((folder) => {
      mkdirSync(join(folder, 'zoology'))
      cpSync(join(folder, cardPath), join(folder, 'zoology/tcp-three-way-handshake.md'))
    })
    expect(failures).toHaveLength(2)
    expect(failures[0]).toMatch(
      /zoology\/tcp-three-way-handshake\.md:1: expected a folder of subjects\.yaml, found "zoology"$/,
    )
    expect(failures[1]).toMatch(
      /:1: expected a file name of its own, found it again as .*network\/tcp-three-way-handshake\.md$/,
    )
  })
})

describe('pending.txt can only shrink', () => {
  test.each([
    ['covered already', cardItem, `${cardItem} is pending, but covered already`],
    ['unknown', '002/no/such-item', '002/no/such-item is pending, but no document has it'],
  ])('an item that is %s', async (_, id, message) => {
    const failures = await failuresOf((folder) => writeFileSync(join(folder, 'pending.txt'), `# a comment\n${id}\n`))
    expect(failures).toHaveLength(1)
    expect(failures[0]).toContain(message)
  })

  test('an item that waits for its card is counted, and named once it is off the list', async () => {
    const waiting = (folder: string) => {
      edit(join(folder, cardPath), (text) => text.replace(`covers:\n  - ${cardItem}\n`, 'covers: []\n'))
      writeFileSync(join(folder, 'pending.txt'), `${cardItem}\n`)
    }
    const { options } = deckCopy(waiting)
    const { code, out } = await build(...options)
    expect(code).toBe(0)
    expect(out).toContain('questions: 20 of 21 covered\n')
    expect(out).toMatch(/^pending: 1 items with 0 parts$/m)
    const failures = await failuresOf((folder) => {
      waiting(folder)
      rmSync(join(folder, 'pending.txt'))
    })
    expect(failures).toEqual([`${documentName(decks, '002')}:26: the question ${cardItem} has no card`])
  })
})

describe('the command', () => {
  test.each([
    [
      ['--nonsense', 'x'],
      /^"--nonsense" is not an option\. The options are --documents DIR, --cards DIR, --out DIR, --similar\.\n$/,
    ],
    [['elsewhere'], /^"elsewhere" is not an option\./],
    [['--out'], /^"--out" needs a folder after it\./],
    [['--cards', '--out', 'x'], /^"--cards" needs a folder after it\./],
    [['--cards', 'no/such'], /^The folder of cards does not exist: no\/such\n$/],
    [['--documents', 'no/such'], /^The folder of documents does not exist: no\/such\n$/],
    [['--documents', 'package.json'], /^The folder of documents is not a folder: package\.json\n$/],
    [['--documents', 'src'], /^The folder of documents has no \.txt file: src\n$/],
    [['--cards', 'src'], /^The folder of cards has no subjects\.yaml: src\n$/],
    [['--out', 'package.json'], /^The packs cannot be written to package\.json: /],
  ])('%j', async (options, sentence) => {
    const { code, errors } = await build(...options)
    expect(code).toBe(1)
    expect(errors).toMatch(sentence)
    expect(errors).not.toMatch(/^\s+at /m)
  })
})

test('--similar lists, for each card, three questions and writes nothing', async () => {
  const { options, out } = deckCopy(() => {})
  const { code, out: said } = await build(...options, '--similar')
  expect(code).toBe(0)
  expect(existsSync(out)).toBe(false)
  const lines = said.trimEnd().split('\n')
  const { cards } = readDeckFolder('decks')
  expect(lines).toHaveLength(cards.length * 4)
  expect(lines.filter((line) => /^ {2}[01]\.\d\d {2}[a-z-]+\/[a-z0-9-]+: .*[?.]$/.test(line))).toHaveLength(
    cards.length * 3,
  )
  // A question about deadlocks in Go and one in SQL: the pair that the deck keeps apart on purpose.
  const place = lines.findIndex((line) => line.startsWith('concurrency/goroutine-deadlock: '))
  expect(lines.slice(place + 1, place + 4).join()).toContain('sql/transaction-deadlock: ')
})
