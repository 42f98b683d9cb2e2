// Holds SPEC.md and the tests together: no rule without a test that carries its number, no number without a rule. It alone
// knows how a rule is written there and how a name carries its number.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readSources } from '#support/house/sources.ts'

const root = join(import.meta.dirname, '../..')

interface NamedFile {
  readonly path: string
  /** Without comments: a test that is commented out holds nothing. */
  readonly code: string
}

/** The names of tests and of groups of tests; one that is skipped has none. */
function testNames(code: string): readonly string[] {
  // After a table of cases comes `)(` and the title.
  const call =
    /(?:(?<![\w.$])(?:describe|test)\(|\)\()\s*(?:'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)"|`((?:[^`\\]|\\.)*)`)/g
  return Array.from(code.matchAll(call), (match) => match.slice(1).find((name) => typeof name === 'string') ?? '')
}

function nameToRules(name: string): readonly string[] {
  return Array.from(name.matchAll(/\[([A-Z]\d+)\]/g), (match) => match[1] ?? '')
}

/** Everything by which the rules and the tests disagree, as sentences. */
function specProblems(spec: string, files: readonly NamedFile[]): readonly string[] {
  const bullets = spec.split('\n').filter((line) => line.startsWith('- '))
  const rules = bullets.map((line) => /^- \*\*([A-Z]\d+)\*\* \S/.exec(line)?.[1] ?? '')
  const carried = files.flatMap(({ path, code }) =>
    testNames(code)
      .flatMap(nameToRules)
      .map((rule) => ({ rule, path })),
  )
  return [
    ...bullets.filter((_, index) => rules[index] === '').map((line) => `SPEC.md: no number in "${line}"`),
    ...rules.filter((rule, index) => rules.indexOf(rule) !== index).map((rule) => `SPEC.md: ${rule} is there twice`),
    ...rules
      .filter((rule) => rule !== '' && !carried.some((each) => each.rule === rule))
      .map((rule) => `SPEC.md: no test carries ${rule}`),
    ...carried.filter(({ rule }) => !rules.includes(rule)).map(({ rule, path }) => `${path}: SPEC.md has no ${rule}`),
  ]
}

test('every rule has a test, and every number in the name of a test is a rule', () => {
  const spec = readFileSync(join(root, 'src/domain/SPEC.md'), 'utf8')
  // The cases below carry numbers of no rule.
  const files = readSources(root, ['tests']).filter(
    ({ path }) => /\.(test|e2e)\.tsx?$/.test(path) && path !== 'tests/domain/spec.test.ts',
  )
  expect(files.length).toBeGreaterThan(0)
  expect(specProblems(spec, files)).toEqual([])
})

describe('the names', () => {
  test.each([
    ["test('[A1] a day', () => {})", ['A1']],
    ["test('[A1] [B22] both', () => {})", ['A1', 'B22']],
    ["describe('[A1] days', () => { test('one', () => {}) })", ['A1']],
    ["test.each([1, 2])('[A1] %s', () => {})", ['A1']],
    ["test.each<[string]>([\n  ['a'],\n])(\n  '[A1] %s',\n  () => {},\n)", ['A1']],
    ["describe.each([f(1)])('[A1] in %s', () => {})", ['A1']],
    ['test(`[A1] goes back ${limit}`, () => {})', ['A1']],
    ["test('it\\'s [A1]', () => {})", ['A1']],
    ['test("[A1] a day", () => {})', ['A1']],
    ["test('a1 [a1] [1] [A]', () => {})", []],
    ["test.skip('[A1] a day', () => {})", []],
    ["test.todo('[A1] a day')", []],
    ["pattern.test('[A1]')", []],
    ["const words = ['[A1]']", []],
  ])('of %s carry %j', (code, rules) => {
    expect(testNames(code).flatMap(nameToRules)).toEqual(rules)
  })
})

describe('a disagreement', () => {
  const spec = '# Rules\n\n- **A1** One\n  and on.\n- **A2** Two.\n'
  const one = { path: 'tests/one.test.ts', code: "test('[A1] one', () => {})" }
  const two = { path: 'tests/two.test.ts', code: "test('[A2] two', () => {})" }

  test.each<[string, string, readonly NamedFile[], readonly string[]]>([
    ['none', spec, [one, two], []],
    ['a rule without a test', spec, [one], ['SPEC.md: no test carries A2']],
    ['a number without a rule', '- **A1** One.', [one, two], ['tests/two.test.ts: SPEC.md has no A2']],
    ['a number given twice', `${spec}- **A1** Three.`, [one, two], ['SPEC.md: A1 is there twice']],
    ['a rule without a number', `${spec}- Three.`, [one, two], ['SPEC.md: no number in "- Three."']],
  ])('%s', (_, rules, files, problems) => {
    expect(specProblems(rules, files)).toEqual(problems)
  })
})
