// Real Chromium for the browser tests: one that Playwright keeps, and one that is a process of our own, so that it can be
// killed as a phone kills it.
import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core'
import { expect } from 'vitest'
import { browserArguments, findBrowser } from '../../scripts/browser.ts'
import { startServer, type RunningServer } from '../../scripts/server.ts'

export const phone = { width: 390, height: 844 } as const
export const desktop = { width: 1280, height: 800 } as const

const launchArguments = [...browserArguments, '--disable-gpu']

function browserPath(): string {
  const path = findBrowser()
  if (path === null) throw new Error('No Chromium was found; `npm test` says what to do')
  return path
}

export function serveBuild(): Promise<RunningServer> {
  return startServer({ root: 'dist' })
}

export function launchBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: browserPath(), args: [...launchArguments] })
}

export interface Visit {
  readonly page: Page
  /** Everything that the pages of this visit complained about; a sound journey leaves it empty. */
  readonly complaints: readonly string[]
  close(): Promise<void>
}

interface VisitOptions {
  readonly locale?: string
  readonly colorScheme?: 'light' | 'dark'
  readonly viewport?: { readonly width: number; readonly height: number }
  readonly reducedMotion?: 'reduce'
}

/** A person with a new device, in Tashkent, with a phone in the hand unless said otherwise. */
export async function visit(browser: Browser, options: VisitOptions = {}): Promise<Visit> {
  const viewport = options.viewport ?? phone
  const context = await browser.newContext({
    locale: 'en-US',
    colorScheme: 'light',
    timezoneId: 'Asia/Tashkent',
    hasTouch: viewport.width === phone.width,
    ...options,
    viewport,
  })
  const page = await context.newPage()
  return { page, complaints: listen(context, page), close: () => context.close() }
}

/** Console errors and warnings (violations of the content policy are among them), uncaught errors, foreign requests. */
function listen(context: BrowserContext, page: Page): readonly string[] {
  const complaints: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(String(error)))
  context.on('request', (request) => {
    const { protocol, hostname } = new URL(request.url())
    if (protocol !== 'data:' && protocol !== 'blob:' && hostname !== '127.0.0.1') {
      complaints.push(`A request left the origin: ${request.url()}`)
    }
  })
  return complaints
}

export interface KillableBrowser {
  readonly page: Page
  readonly complaints: readonly string[]
  /** SIGKILL: the browser writes nothing any more. Resolves when the process is gone. */
  kill(): Promise<void>
}

/** The processes of `launchKillable` that have not been killed yet. */
const running = new Set<ChildProcess>()

async function killProcess(process: ChildProcess): Promise<void> {
  if (!running.delete(process) || process.pid === undefined || process.exitCode !== null) return
  const gone = new Promise((resolve) => process.once('exit', resolve))
  // The whole group, or its children would go on writing for a moment.
  globalThis.process.kill(-process.pid, 'SIGKILL')
  await gone
}

/** A Chromium of our own on a profile folder that outlives it. */
export async function launchKillable(profile: string, acceptLanguages: string): Promise<KillableBrowser> {
  const process = spawn(
    browserPath(),
    [
      '--headless',
      ...launchArguments,
      '--remote-debugging-port=0',
      `--user-data-dir=${profile}`,
      `--accept-lang=${acceptLanguages}`,
      'about:blank',
    ],
    { stdio: 'ignore', detached: true },
  )
  running.add(process)
  const browser = await chromium.connectOverCDP(`http://127.0.0.1:${await debuggingPort(profile, process)}`)
  const context = browser.contexts()[0]
  if (context === undefined) throw new Error('Chromium has no window')
  const page = context.pages()[0] ?? (await context.newPage())
  await page.setViewportSize(phone)
  return {
    page,
    complaints: listen(context, page),
    async kill() {
      await killProcess(process)
      await rm(join(profile, 'DevToolsActivePort'), { force: true })
      await browser.close()
    },
  }
}

async function debuggingPort(profile: string, process: ChildProcess): Promise<number> {
  for (let attempt = 0; attempt < 300; attempt += 1) {
    if (process.exitCode !== null) throw new Error(`Chromium ended with code ${process.exitCode}`)
    const text = await readFile(join(profile, 'DevToolsActivePort'), 'utf8').catch(() => '')
    const port = Number(text.split('\n')[0])
    if (port > 0) return port
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error('Chromium did not open its debugging port')
}

/** A profile folder that is removed after `work`, and with it every browser that a failed test left behind. */
export async function withProfile(work: (profile: string) => Promise<void>): Promise<void> {
  const profile = await mkdtemp(join(tmpdir(), 'suhbat-profile-'))
  try {
    await work(profile)
  } finally {
    for (const process of running) await killProcess(process)
    await rm(profile, { recursive: true, force: true, maxRetries: 5 })
  }
}

/** All rows of a table of the user's database, read past the app. */
export function readTable(page: Page, table: 'log' | 'schedules' | 'settings'): Promise<readonly Row[]> {
  return page.evaluate(
    (name) =>
      new Promise<Row[]>((resolve, reject) => {
        const opening = indexedDB.open('suhbat')
        opening.addEventListener('error', () => reject(new Error('The database cannot be opened')))
        opening.addEventListener('success', () => {
          const reading = opening.result.transaction(name).objectStore(name).getAll()
          reading.addEventListener('success', () => {
            opening.result.close()
            resolve(reading.result)
          })
        })
      }),
    table,
  )
}

export type Row = Readonly<Record<string, unknown>>

/** Waits until the service worker has everything and all packs are stored, so that the server is not needed any more. */
export async function waitUntilOffline(page: Page): Promise<void> {
  await page.waitForFunction(async () => {
    const registration = await navigator.serviceWorker.getRegistration()
    return registration?.active?.state === 'activated'
  })
  await expect.poll(() => countPacks(page), { timeout: 30_000, interval: 200 }).toBeGreaterThan(0)
}

/** 0 until every pack that the stored index names has been installed. */
function countPacks(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const opening = indexedDB.open('suhbat-content')
        opening.addEventListener('success', () => {
          const database = opening.result
          const reading = database.transaction(['packs', 'index'])
          const packs = reading.objectStore('packs').count()
          const index = reading.objectStore('index').getAll()
          reading.addEventListener('complete', () => {
            database.close()
            const rows: readonly { readonly index: { readonly subjects: readonly unknown[] } }[] = index.result
            const wanted = (rows[0]?.index.subjects.length ?? Number.POSITIVE_INFINITY) * 3
            resolve(packs.result >= wanted ? packs.result : 0)
          })
        })
      }),
  )
}
