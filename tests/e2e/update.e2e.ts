// A new version of the app: it is fetched in the background, asks, waits as long as it is told to, and takes over with a
// reload when it is accepted.
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import type { RunningServer } from '../../scripts/server.ts'
import { launchBrowser, readTable, serveBuild, visit, waitUntilOffline } from '../support/browser.ts'

let browser: Browser
let server: RunningServer
let nextBuild = ''
beforeAll(async () => {
  browser = await launchBrowser()
  nextBuild = await mkdtemp(join(tmpdir(), 'suhbat-next-'))
  await cp('dist', nextBuild, { recursive: true })
  // The same app with another page: what a new build changes at the least.
  const page = await readFile(join(nextBuild, 'index.html'), 'utf8')
  await writeFile(join(nextBuild, 'index.html'), page.replace('<title>', '<meta name="edition" content="next"><title>'))
  const worker = await readFile(join(nextBuild, 'sw.js'), 'utf8')
  const next = worker.replace(/[0-9a-f]{32}(?=","url":"index\.html")/, '0'.repeat(32))
  if (next === worker) throw new Error('The worker does not name index.html as it did')
  await writeFile(join(nextBuild, 'sw.js'), next)
})
afterAll(async () => {
  await browser.close()
  await rm(nextBuild, { recursive: true, force: true })
})
beforeEach(async () => {
  server = await serveBuild()
})
afterEach(() => server.close())

function edition(page: Page): Promise<number> {
  return page.locator('meta[name="edition"]').count()
}

/** A device with the version of today, on which the next one has been found. */
async function visitWithUpdate() {
  const visited = await visit(browser)
  await visited.page.goto(server.url)
  await waitUntilOffline(visited.page)
  server.serve(nextBuild)
  await visited.page.reload()
  await visited.page.getByText('A new version is ready').waitFor()
  return visited
}

test('it asks, and stays away as long as it is not accepted', async () => {
  const { page, close, complaints } = await visitWithUpdate()
  await page.getByRole('button', { name: 'Later' }).click()
  await expect.poll(() => page.getByText('A new version is ready').count()).toBe(0)
  await page.getByRole('link', { name: 'Start' }).click()
  await page.getByRole('button', { name: 'Show answer' }).click()
  await page.getByRole('button', { name: /^Good/ }).click()
  await page.getByText('Good: again').waitFor()
  expect(await edition(page)).toBe(0)
  expect(await readTable(page, 'log')).toHaveLength(1)
  expect(complaints).toEqual([])
  await close()
})

test('accepted, it takes over with a reload, and nothing that was answered is lost', async () => {
  const { page, close } = await visitWithUpdate()
  await page.getByRole('link', { name: 'Start' }).click()
  await page.getByRole('button', { name: 'Show answer' }).click()
  await page.getByRole('button', { name: /^Good/ }).click()
  await page.getByText('Good: again').waitFor()
  expect(await page.getByText('A new version is ready').count(), 'a sitting is not disturbed').toBe(0)
  await page.getByRole('button', { name: 'Leave the sitting' }).click()
  await page.getByRole('button', { name: 'Update now' }).click()
  await expect.poll(() => edition(page).catch(() => 0)).toBe(1)
  expect(await readTable(page, 'log')).toHaveLength(1)
  await close()
})
