// Runs before every npm script: installs the packages when they are missing or not those of the lock file, and sees to it
// that the project's own Node is there. Plain JavaScript without dependencies, because nothing else exists yet.
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const modules = join(root, 'node_modules')
const [major, minor] = process.versions.node.split('.').map(Number)

if (major < 20 || (major === 20 && minor < 19)) {
  stop(`Suhbat needs Node 20.19 or newer to set itself up, and this is Node ${process.versions.node}.`)
}
if (!isInstalled()) install()
if (!hasOwnNode()) fetchOwnNode()

/** npm leaves a list of what it has installed; what was installed is right when that list agrees with the lock file. */
function isInstalled() {
  const installedList = join(modules, '.package-lock.json')
  if (!existsSync(installedList)) return false
  const installed = readPackages(installedList)
  const locked = Object.entries(readPackages(join(root, 'package-lock.json'))).filter(([path]) => path !== '')
  const lockedPaths = new Set(locked.map(([path]) => path))
  return (
    Object.keys(installed).every((path) => lockedPaths.has(path)) &&
    locked.every(([path, wanted]) => {
      const found = installed[path]
      // Packages for other systems are in the lock file and are rightly left out.
      return found === undefined
        ? wanted.optional === true || wanted.peer === true
        : found.integrity === wanted.integrity
    })
  )
}

function readPackages(file) {
  return JSON.parse(readFileSync(file, 'utf8')).packages ?? {}
}

function install() {
  console.error('Installing the packages of Suhbat (npm ci). This takes a minute, once.')
  // Standard output belongs to the script that follows: its last line may be read by a program.
  const result = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', process.stderr, process.stderr],
    shell: process.platform === 'win32',
  })
  if (result.status !== 0) stop('The packages could not be installed; the reason stands above. Is there a network?')
}

function ownNode() {
  return join(modules, 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
}

function hasOwnNode() {
  const file = ownNode()
  if (process.execPath === file) return true
  if (!existsSync(file)) return false
  const result = spawnSync(file, ['--version'], { encoding: 'utf8' })
  return result.status === 0 && result.stdout.startsWith('v24.')
}

/** The package `node` fetches its binary in an install script, which newer versions of npm may refuse to run. */
function fetchOwnNode() {
  console.error('Fetching Node 24, which the scripts of Suhbat run with.')
  spawnSync(process.execPath, ['installArchSpecificPackage.js'], {
    cwd: join(modules, 'node'),
    stdio: ['ignore', process.stderr, process.stderr],
  })
  if (!hasOwnNode()) {
    stop(
      `There is no working Node 24 in ${ownNode()}: allow the install script of the npm package "node" and run "npm ci".`,
    )
  }
}

function stop(sentence) {
  console.error(sentence)
  process.exit(1)
}
