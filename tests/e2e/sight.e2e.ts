// What every screen owes everybody, in each state, theme and language: no axe violation, no complaint in the console, no
// raw key, nothing wider than the screen, and dates as people write them.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { RunningServer } from '../../scripts/server.ts'
import { desktop, launchBrowser, phone, serveBuild, visit, waitUntilOffline } from '../support/browser.ts'

declare global {
  interface Window {
    /** There once its source has been run in the page. */
    readonly axe: typeof import('axe-core')
  }
}

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

let browser: Browser
let server: RunningServer
beforeAll(async () => {
  browser = await launchBrowser()
  server = await serveBuild()
})
afterAll(async () => {
  await browser.close()
  await server.close()
})

async function expectSound(page: Page, state: string) {
  await page.evaluate(axeSource)
  const violations = await page.evaluate(async () => {
    const result = await window.axe.run({
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    })
    return result.violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`)
  })
  expect(violations, state).toEqual([])
  const text = await page.locator('body').innerText()
  expect(text, state).not.toMatch(/\b(app|today|subjects|study|settings|install|update|error|time)\.[a-z]+/i)
  expect(text, state).not.toMatch(/\bM\d\d\b/)
  const width = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  expect(width, `${state}: nothing wider than the screen`).toBe(0)
}

const cases = (['uz-UZ', 'ru-RU', 'en-US'] as const).flatMap((locale) =>
  (['light', 'dark'] as const).flatMap((colorScheme) =>
    [phone, desktop].map((viewport) => ({ locale, colorScheme, viewport, width: viewport.width })),
  ),
)

test.each(cases)('$locale, $colorScheme, $width wide', async ({ locale, colorScheme, viewport }) => {
  const { page, complaints, close } = await visit(browser, { locale, colorScheme, viewport })
  await page.goto(server.url)
  await waitUntilOffline(page)
  await page.locator('a[href="/study"]').waitFor()
  await expectSound(page, 'Today')
  expect(await page.locator('html').getAttribute('lang')).toBe(locale.slice(0, 2))
  expect(await page.locator('html').getAttribute('data-theme')).toBe(colorScheme)

  await page.locator('a[href="/study"]').click()
  await page.locator('footer button').waitFor()
  await expectSound(page, 'the question')
  await page.keyboard.press('Space')
  await page.getByRole('checkbox').first().waitFor()
  for (const summary of await page.locator('summary').all()) await summary.click()
  await expectSound(page, 'the answer')
  await page.keyboard.press('1')
  await expect.poll(() => page.getByRole('checkbox').count()).toBe(0)
  await expectSound(page, 'the next question')
  while ((await page.locator('footer button').count()) > 0) {
    await page.keyboard.press('Space')
    await page.getByRole('checkbox').first().waitFor()
    const before = await page.locator('h1').textContent()
    await page.keyboard.press('4')
    await expect.poll(() => page.locator('h1').textContent()).not.toBe(before)
  }
  await expectSound(page, 'the end of the sitting')

  await page.locator('a[href="/"]').click()
  await page.locator('nav').waitFor()
  await expectSound(page, 'the day over')
  await page.locator('a[href="/subjects"]').click()
  await page.locator('main dl').first().waitFor()
  await expectSound(page, 'Subjects')
  await page.locator('a[href="/settings"]').click()
  await page.getByRole('slider').waitFor()
  await expectSound(page, 'Settings')
  await page.goto(`${server.url}nowhere`)
  await page.locator('h1').waitFor()
  await expectSound(page, 'an unknown address')
  expect(complaints).toEqual([])
  await close()
})

test('targets are at least 44 px high and wide', async () => {
  const { page, close } = await visit(browser)
  for (const path of ['', 'study', 'subjects', 'settings']) {
    await page.goto(server.url + path)
    await page.locator('h1').waitFor()
    if (path === 'study') {
      await page.locator('footer button').waitFor()
      await page.keyboard.press('Space')
      await page.getByRole('checkbox').first().waitFor()
    }
    const small = await page.evaluate(() =>
      [...document.querySelectorAll('button, a, input, select, summary')]
        .filter((element) => !element.matches('[href="#content"]'))
        .map((element) => ({ box: element.getBoundingClientRect(), html: element.outerHTML.slice(0, 120) }))
        .filter(({ box }) => box.width > 0 && (box.height < 43.5 || box.width < 43.5))
        .map(({ box, html }) => `${Math.round(box.width)}×${Math.round(box.height)} ${html}`),
    )
    expect(small, path).toEqual([])
  }
  await close()
})

test('Chromium would install it', async () => {
  const { page, close } = await visit(browser)
  await page.goto(server.url)
  await waitUntilOffline(page)
  const session = await page.context().newCDPSession(page)
  const { installabilityErrors } = await session.send('Page.getInstallabilityErrors')
  expect(installabilityErrors.map((error) => error.errorId).filter((id) => id !== 'in-incognito')).toEqual([])
  await close()
})
