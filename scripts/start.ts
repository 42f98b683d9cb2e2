// `npm start`: builds the decks and the app and serves the production build. Its last line of output is the address, so
// that a person, or a program, knows that it is ready and where to go. Options: --port N, --host ADDRESS.
import { networkInterfaces } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { startServer, type RunningServer } from './server.ts'
import { siteBase } from './siteBase.ts'
import { projectRoot, runNode, viteProgram } from './steps.ts'

const { host, port } = readOptions(process.argv.slice(2))
const base = siteBase()

// A taken port is found out before the build, not after it.
await (await listen()).close()
if (!runNode('scripts/build-decks.ts')) stop('The decks did not build; the reason stands above.')
if (!runNode(viteProgram, ['build', '--logLevel', 'warn'])) stop('The app did not build; the reason stands above.')

const server = await listen()
if (isEveryAddress(host)) {
  for (const address of networkAddresses()) console.log(`http://${address}:${server.port}${base}`)
}
console.log(server.url)

async function listen(): Promise<RunningServer> {
  try {
    return await startServer({ root: join(projectRoot, 'dist'), host, port, base })
  } catch (error) {
    return stop(listenProblem(error))
  }
}

function readOptions(args: readonly string[]): { readonly host: string; readonly port: number } {
  // `--host` alone means every address, as in Vite; parseArgs knows no option with a value that may be left out.
  const spelled = args.flatMap((arg, index) => {
    const next = args[index + 1]
    return arg === '--host' && (next === undefined || next.startsWith('--')) ? ['--host', '0.0.0.0'] : [arg]
  })
  try {
    const { values } = parseArgs({
      args: spelled,
      options: { host: { type: 'string', default: '127.0.0.1' }, port: { type: 'string', default: '4173' } },
    })
    const wanted = Number(values.port)
    if (!Number.isInteger(wanted) || wanted < 0 || wanted > 65_535) {
      stop(`--port ${values.port} is not a port: it has to be a number from 0 to 65535.`)
    }
    return { host: values.host, port: wanted }
  } catch (error) {
    return stop(`${error instanceof Error ? error.message : String(error)}. Known options: --port N, --host ADDRESS.`)
  }
}

function isEveryAddress(address: string): boolean {
  return address === '0.0.0.0' || address === '::'
}

function networkAddresses(): readonly string[] {
  return Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .filter((address) => address.family === 'IPv4' && !address.internal)
    .map((address) => address.address)
}

function listenProblem(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : null
  if (code === 'EADDRINUSE') return `Port ${port} is taken: stop what uses it, or choose another with --port.`
  if (code === 'EACCES') return `Port ${port} may not be opened by this user: choose one above 1023 with --port.`
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') return `This machine has no address ${host}: see --host.`
  throw error
}

function stop(sentence: string): never {
  console.error(sentence)
  process.exit(1)
}
