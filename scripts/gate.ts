// The gate: everything that has to hold before a change is good, short of real browsers. The quick and telling steps come
// first; a failed step does not stop the others, so that one run shows everything that is wrong.
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { projectRoot, runNode, viteProgram } from './steps.ts'

export interface Counts {
  readonly passed: number
  readonly failed: number
}

/** Everything in its order; at its end, if given, the browser tests. Without a build nothing that needs it is run. */
export function runGate(runInBrowser?: () => Counts): Counts {
  const checks = [
    // From nothing each time: what a build remembers does not notice every change of a tsconfig.
    runStep('Types', 'node_modules/typescript/bin/tsc', ['--build', '--force']),
    runStep('Lint', 'node_modules/oxlint/bin/oxlint', ['--type-aware', '--deny-warnings']),
    runStep('Format', 'node_modules/oxfmt/bin/oxfmt', ['--check']),
    runStep('Dead code', 'node_modules/knip/bin/knip.js'),
    runTests('Unit tests', []),
    runStep('Decks', 'scripts/build-decks.ts'),
    runStep('Cards', 'scripts/check-decks.ts'),
    runStep('Code of the cards', 'scripts/check-code.ts'),
  ]
  const build = runStep('Build', viteProgram, ['build', '--logLevel', 'warn'])
  checks.push(build)
  if (build.failed > 0) {
    console.log('What needs the build is not run.')
    return sum(checks)
  }
  checks.push(runStep('Sizes', 'scripts/sizes.ts'))
  if (runInBrowser !== undefined) checks.push(runInBrowser())
  return sum(checks)
}

/** The browser tests, which use the production build in `dist`. */
export function runBrowserTests(): Counts {
  return runTests('Browser tests', ['--mode', 'e2e'])
}

function sum(counts: readonly Counts[]): Counts {
  return {
    passed: counts.reduce((total, { passed }) => total + passed, 0),
    failed: counts.reduce((total, { failed }) => total + failed, 0),
  }
}

/** Prints the line that a machine reads, which has to be the last, and ends with the exit code that goes with it. */
export function finish({ passed, failed }: Counts): never {
  console.log(`\n${passed} passed, ${failed} failed`)
  process.exit(failed === 0 ? 0 : 1)
}

function runStep(title: string, script: string, args: readonly string[] = []): Counts {
  heading(title)
  const isGood = runNode(script, args)
  console.log(isGood ? `${title}: passed` : `${title}: FAILED`)
  return isGood ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }
}

function runTests(title: string, args: readonly string[]): Counts {
  heading(title)
  const report = join(projectRoot, 'build', 'tests.json')
  // A report of an earlier run would be counted if this one dies before it writes its own.
  rmSync(report, { force: true })
  const isGood = runNode('node_modules/vitest/vitest.mjs', [
    'run',
    ...args,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ])
  const { passed, failed } = existsSync(report) ? readReport(readFileSync(report, 'utf8')) : { passed: 0, failed: 0 }
  // A file that cannot be loaded or an error between tests fails the run without failing a test.
  return { passed, failed: isGood ? failed : Math.max(1, failed) }
}

function readReport(json: string): Counts {
  const report: unknown = JSON.parse(json)
  return { passed: numberAt(report, 'numPassedTests'), failed: numberAt(report, 'numFailedTests') }
}

function numberAt(report: unknown, key: string): number {
  const value: unknown = typeof report === 'object' && report !== null ? Reflect.get(report, key) : undefined
  return typeof value === 'number' ? value : 0
}

function heading(title: string): void {
  console.log(`\n── ${title} ${'─'.repeat(Math.max(0, 60 - title.length))}`)
}
