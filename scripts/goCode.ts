// Compiles, vets, formats and runs one Go program of a card. A block with `func Test…` is run as a test file, everything
// else as a program; what starts goroutines is run under the race detector as well.
import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

const leastMinor = 27
const timeoutMs = 120_000
const concurrent = /\bgo func|\bgo \w|sync\.|\bchan\b|errgroup|atomic\./

/** The go on the PATH, if it is new enough for the cards. */
export async function findGo(): Promise<string | null> {
  try {
    const { stdout } = await run('go', ['version'], { timeout: timeoutMs })
    const minor = Number(/go1\.(\d+)/.exec(stdout)?.[1] ?? 0)
    return minor >= leastMinor ? 'go' : null
  } catch {
    return null
  }
}

/** What the program prints. Throws an Error whose message says which step failed and with which words. */
export async function runGo(go: string, code: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'suhbat-go-'))
  const isTest = /^func (Test|Fuzz|Benchmark)\w*\(/m.test(code)
  const file = isTest ? 'card_test.go' : 'main.go'
  const step = async (title: string, program: string, args: readonly string[]): Promise<string> => {
    try {
      // One stream, as a terminal shows it.
      const { stdout, stderr } = await run(program, args, { cwd: folder, timeout: timeoutMs })
      return stdout + stderr
    } catch (error) {
      throw new Error(`${title}: ${words(error)}`, { cause: error })
    }
  }
  try {
    await writeFile(join(folder, 'go.mod'), `module card\n\ngo 1.${leastMinor}\n`)
    await writeFile(join(folder, file), code)
    const unformatted = await step('gofmt', 'gofmt', ['-l', file])
    if (unformatted.trim() !== '') throw new Error('gofmt would change it')
    await step('go vet', go, ['vet', './...'])
    const args = isTest ? ['test', '-v', '-count=1'] : ['run']
    const target = isTest ? './...' : '.'
    const printed = await step('go run', go, [...args, target])
    if (concurrent.test(code)) await step('go run -race', go, [...args, '-race', target])
    return isTest ? withoutTimes(printed) : printed
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** The report of a test run without what differs each time: durations, and the line that says where and how long. */
function withoutTimes(report: string): string {
  return report.replaceAll(/ \(\d+\.\d+s\)$/gm, '').replaceAll(/^ok\s+card\s.*$/gm, 'ok')
}

function words(error: unknown): string {
  const printed = ['stdout', 'stderr'].map((name) => {
    const value: unknown = typeof error === 'object' && error !== null ? Reflect.get(error, name) : undefined
    return typeof value === 'string' ? value : ''
  })
  return printed.join('').trim() || (error instanceof Error ? error.message : String(error))
}
