// Runs the code of every card and compares what it prints with what the card says (`npm run check:code`): Go where a `go`
// of at least 1.27 is on the PATH, SQL on PGlite; YAML, JSON, Dockerfiles, proto files and bash are parsed. It says what it skipped and why. `--cards DIR`
// names another folder of cards, `--only TEXT` runs only the cards whose path holds the text.
import { spawnSync } from 'node:child_process'
import { parseArgs } from 'node:util'
import { validate, ValidationSeverity } from 'dockerfile-utils'
import protobuf from 'protobufjs'
import { parseAllDocuments } from 'yaml'
import type { SourceCard } from '#domain/deck/sourceCard.ts'
import { CommandError, runCommand } from './command.ts'
import { readDeckFolder } from './deckFolder.ts'
import { findGo, runGo } from './goCode.ts'
import { runSql } from './sqlCode.ts'

/** What came of one block, with a sentence unless all is well; a `skipped` one has no runner here. */
type Verdict = { readonly kind: 'good' } | { readonly kind: 'bad' | 'skipped'; readonly reason: string }

type Runner = (code: string, expected: readonly string[] | null) => Promise<Verdict>

const good: Verdict = { kind: 'good' }

await runCommand(async () => {
  const { cards: folder, only, lenient } = options()
  const { cards, problems } = readDeckFolder(folder)
  const chosen = cards.filter((card) => card.path.includes(only) && card.code !== null)
  for (const problem of problems) console.error(problem)
  const runners = await findRunners()
  const counts = new Map<string, Record<Verdict['kind'], number>>()
  const reasons = new Set<string>()
  for (const card of chosen) {
    const { language, verdict } = await judge(card, runners)
    const count = counts.get(language) ?? { good: 0, bad: 0, skipped: 0 }
    count[verdict.kind] += 1
    counts.set(language, count)
    if (verdict.kind === 'bad') console.error(`${card.path}: ${verdict.reason}`)
    if (verdict.kind === 'skipped') reasons.add(`${language}: ${verdict.reason}`)
  }
  for (const [language, count] of [...counts].toSorted(([one], [other]) => one.localeCompare(other))) {
    console.log(`${language.padEnd(12)}${count.good} good, ${count.bad} bad, ${count.skipped} skipped`)
  }
  for (const reason of reasons) console.log(`skipped ${reason}`)
  const badCount = [...counts.values()].reduce((sum, count) => sum + count.bad, 0)
  console.log(`${chosen.length} blocks, ${badCount} bad`)
  return badCount === 0 && (lenient || problems.length === 0)
})

function options(): { readonly cards: string; readonly only: string; readonly lenient: boolean } {
  try {
    const { values } = parseArgs({
      options: { cards: { type: 'string', default: 'decks' }, only: { type: 'string', default: '' } },
    })
    return { ...values, lenient: values.only !== '' }
  } catch (error) {
    throw new CommandError(
      `${error instanceof Error ? error.message : String(error)}. Known: --cards DIR, --only TEXT.`,
    )
  }
}

async function judge(
  card: SourceCard,
  runners: ReadonlyMap<string, Runner>,
): Promise<{ readonly language: string; readonly verdict: Verdict }> {
  if (card.code === null) return { language: 'none', verdict: good }
  const { block, output } = card.code
  const code = `${block.lines.map((line) => line.map((token) => token.text).join('')).join('\n')}\n`
  const runner = runners.get(block.language)
  const verdict: Verdict =
    runner === undefined
      ? { kind: 'skipped', reason: 'nothing here can run or parse it' }
      : await runner(code, output).catch((error: unknown) =>
          bad(error instanceof Error ? error.message : String(error)),
        )
  return { language: block.language, verdict }
}

async function findRunners(): Promise<ReadonlyMap<string, Runner>> {
  const go = await findGo()
  return new Map<string, Runner>([
    [
      'go',
      go === null
        ? () => Promise.resolve({ kind: 'skipped', reason: 'there is no go of at least 1.27 on the PATH' })
        : async (code, expected) => compared(await runGo(go, code), expected),
    ],
    ['sql', async (code, expected) => compared(await runSql(code), expected)],
    ['yaml', (code) => Promise.try(() => parsedYaml(code))],
    ['json', (code) => Promise.try(() => parsedJson(code))],
    ['dockerfile', (code) => Promise.try(() => parsedDockerfile(code))],
    ['proto', (code) => Promise.try(() => parsedProto(code))],
    ['bash', (code) => Promise.try(() => parsedBash(code))],
  ])
}

/** The printed lines against those of the card; blanks at the ends of lines and of the whole do not count. */
function compared(printed: string, expected: readonly string[] | null): Verdict {
  const real = trimmed(printed)
  const said = trimmed((expected ?? []).join('\n'))
  return real === said ? good : bad(`prints\n${real}\nand not, as the card says,\n${said}`)
}

function trimmed(text: string): string {
  return text.replaceAll(/[ \t]+$/gm, '').trim()
}

function parsedYaml(code: string): Verdict {
  const errors = parseAllDocuments(code).flatMap((document) => document.errors)
  return errors[0] === undefined ? good : bad(errors[0].message)
}

function parsedJson(code: string): Verdict {
  JSON.parse(code)
  return good
}

function parsedDockerfile(code: string): Verdict {
  const errors = validate(code, { deprecatedMaintainer: ValidationSeverity.ERROR })
  const [error] = errors
  if (error === undefined) return good
  return bad(typeof error.message === 'string' ? error.message : error.message.value)
}

function parsedProto(code: string): Verdict {
  protobuf.parse(code)
  return good
}

/** Reads the commands without running any. */
function parsedBash(code: string): Verdict {
  const { error, status, stderr } = spawnSync('bash', ['-n'], { input: code, encoding: 'utf8' })
  if (error !== undefined) return { kind: 'skipped', reason: 'there is no bash on the PATH' }
  return status === 0 ? good : bad(stderr.trim())
}

function bad(reason: string): Verdict {
  return { kind: 'bad', reason }
}
