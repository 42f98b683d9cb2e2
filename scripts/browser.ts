// Finds the Chromium that the browser tests drive, or fetches one. It alone knows where browsers lie on each system.
// `node scripts/browser.ts` prints the path.
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { chromium } from 'playwright-core'
import { runNode, runProgram } from './steps.ts'

const names = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'chrome.exe',
  'msedge.exe',
]

const usualPlaces: Partial<Record<NodeJS.Platform, readonly string[]>> = {
  linux: ['/usr/bin/chromium', '/snap/bin/chromium', '/opt/google/chrome/chrome'],
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  win32: ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((variable) => {
    const folder = process.env[variable]
    if (folder === undefined) return []
    return [
      join(folder, 'Google/Chrome/Application/chrome.exe'),
      join(folder, 'Chromium/Application/chrome.exe'),
      join(folder, 'Microsoft/Edge/Application/msedge.exe'),
    ]
  }),
}

/** What every launch needs: root may not use the sandbox, and a test run should not call home for updates. */
export const browserArguments: readonly string[] = [
  ...(isRoot() ? ['--no-sandbox'] : []),
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
]

/** The path of a Chromium that runs, or null. SUHBAT_BROWSER names one before all others. */
export function findBrowser(): string | null {
  const chosen = process.env['SUHBAT_BROWSER']
  const inPath = (process.env['PATH'] ?? '')
    .split(delimiter)
    .filter((folder) => folder !== '')
    .flatMap((folder) => names.map((name) => join(folder, name)))
  const candidates = [
    ...(chosen === undefined ? [] : [chosen]),
    ...inPath,
    ...(usualPlaces[process.platform] ?? []),
    chromium.executablePath(),
  ]
  return candidates.find((file) => existsSync(file) && isWorking(file)) ?? null
}

/** Finds a Chromium or installs one; null when neither was possible, after saying what can be done. */
export function findOrInstallBrowser(): string | null {
  const found = findBrowser()
  if (found !== null) return found
  if (isDebian() && isRoot()) {
    console.error('There is no Chromium on this machine: installing the one of Debian.')
    if (runProgram('apt-get', ['update']) && runProgram('apt-get', aptInstall)) {
      const installed = findBrowser()
      if (installed !== null) return installed
    }
  }
  console.error('There is no Chromium on this machine: fetching the one of Playwright.')
  runNode('node_modules/playwright-core/cli.js', ['install', 'chromium'])
  const fetched = findBrowser()
  if (fetched === null) {
    console.error(
      'No Chromium could be found or installed. Install Chromium or Chrome, or name one: SUHBAT_BROWSER=/path/to/chrome npm test',
    )
  }
  return fetched
}

const aptInstall = ['install', '-y', '--no-install-recommends', 'chromium']

/** Ubuntu has a `chromium-browser` that only says to install a snap, so it is not enough that the file exists. */
function isWorking(file: string): boolean {
  // On Windows `--version` opens a window instead of printing.
  if (process.platform === 'win32') return true
  return spawnSync(file, ['--version'], { stdio: 'ignore', timeout: 20_000 }).status === 0
}

function isRoot(): boolean {
  return process.getuid?.() === 0
}

function isDebian(): boolean {
  const file = '/etc/os-release'
  return existsSync(file) && /^ID=debian$/m.test(readFileSync(file, 'utf8'))
}

if (import.meta.main) {
  const browser = findOrInstallBrowser()
  if (browser === null) process.exit(1)
  console.log(browser)
}
