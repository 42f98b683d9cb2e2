// What the deck commands share as commands: options by name, sentences instead of stack traces, exit code 1 on problems.
import { existsSync, statSync } from 'node:fs'
import { parseArgs } from 'node:util'

/** A sentence for the person who ran the command; it is printed without a stack trace. */
export class CommandError extends Error {
  override readonly name = 'CommandError'
}

/**
 * The values of `--name DIR` for the names given, else their defaults, and which of the `flags` (`--name` alone) were set;
 * anything else is a `CommandError`.
 */
export function readOptions<Name extends string, Flag extends string = never>(
  defaults: Readonly<Record<Name, string>>,
  flags: readonly Flag[] = [],
): Record<Name, string> & { readonly flags: ReadonlySet<Flag> } {
  const names = Object.keys(defaults)
  const values: Record<Name, string> = { ...defaults }
  const set = new Set<Flag>()
  const isName = (name: string): name is Name => names.includes(name)
  const { tokens } = parseArgs({
    args: process.argv.slice(2),
    options: {
      ...Object.fromEntries(names.map((name) => [name, { type: 'string' as const }])),
      ...Object.fromEntries(flags.map((flag) => [flag, { type: 'boolean' as const }])),
    },
    strict: false,
    tokens: true,
  })
  const usage = `The options are ${[...names.map((name) => `--${name} DIR`), ...flags.map((flag) => `--${flag}`)].join(', ')}.`
  for (const token of tokens) {
    if (token.kind === 'positional') throw new CommandError(`"${token.value}" is not an option. ${usage}`)
    if (token.kind !== 'option') continue
    const flag = flags.find((name) => name === token.name)
    if (flag !== undefined && token.value === undefined) {
      set.add(flag)
      continue
    }
    if (!isName(token.name)) throw new CommandError(`"${token.rawName}" is not an option. ${usage}`)
    if (token.value === undefined || token.value === '' || token.value.startsWith('--'))
      throw new CommandError(`"${token.rawName}" needs a folder after it. ${usage}`)
    values[token.name] = token.value
  }
  return { ...values, flags: set }
}

/** Throws a `CommandError` if there is no such folder. */
export function checkFolder(folder: string, what: string): void {
  if (!existsSync(folder)) throw new CommandError(`The folder of ${what} does not exist: ${folder}`)
  if (!statSync(folder).isDirectory()) throw new CommandError(`The folder of ${what} is not a folder: ${folder}`)
}

/** Runs a command that says whether all is well; its `CommandError`s become one sentence and exit code 1. */
export async function runCommand(command: () => boolean | Promise<boolean>): Promise<void> {
  try {
    if (!(await command())) process.exitCode = 1
  } catch (error) {
    if (!(error instanceof CommandError)) throw error
    console.error(error.message)
    process.exitCode = 1
  }
}
