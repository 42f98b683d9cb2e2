// Runs the programs that the other scripts are made of, with the Node and the tools of this project.
import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const projectRoot = dirname(dirname(fileURLToPath(import.meta.url)))

export const viteProgram = 'node_modules/vite/bin/vite.js'

/** Where a program runs and what it sees: the tools of the project first, as in an npm script. */
const surroundings = {
  cwd: projectRoot,
  stdio: 'inherit',
  env: {
    ...process.env,
    PATH: [join(projectRoot, 'node_modules', '.bin'), process.env['PATH'] ?? ''].join(delimiter),
  },
} as const

/** Runs a program in the project folder, shows what it prints, and tells whether it succeeded. */
export function runProgram(program: string, args: readonly string[]): boolean {
  const result = spawnSync(program, args, surroundings)
  if (result.error !== undefined) console.error(`${program} could not be started: ${result.error.message}`)
  return result.status === 0
}

/** The same with `node script args…`; the script is named from the project folder. */
export function runNode(script: string, args: readonly string[] = []): boolean {
  return runProgram(process.execPath, [script, ...args])
}

/** Starts `node script args…` and does not wait for its end. */
export function startNode(script: string, args: readonly string[] = []): ChildProcess {
  return spawn(process.execPath, [script, ...args], surroundings)
}
