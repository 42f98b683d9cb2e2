// Takes the pictures in public/screenshots, which the install sheet of a browser and the README show. To be run on a build
// (`npm run build` first) when the look of the app has changed: `npm run screenshots`.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { chromium, type Page } from 'playwright-core'
import { browserArguments, findOrInstallBrowser } from './browser.ts'
import { startServer } from './server.ts'
import { projectRoot } from './steps.ts'

const folder = join(projectRoot, 'public', 'screenshots')
const phone = { width: 390, height: 844 }
const desktop = { width: 1280, height: 800 }

const browserPath = findOrInstallBrowser()
if (browserPath === null) process.exit(1)
mkdirSync(folder, { recursive: true })
const server = await startServer({ root: join(projectRoot, 'dist') })
const browser = await chromium.launch({ executablePath: browserPath, args: [...browserArguments, '--disable-gpu'] })

await shoot('uz-UZ', 'light', phone, async (page) => {
  await page.screenshot({ path: join(folder, 'phone-today.png') })
  await openAnswer(page)
  await page.screenshot({ path: join(folder, 'phone-answer.png') })
})
await shoot('ru-RU', 'dark', phone, async (page) => {
  await openAnswer(page)
  await page.screenshot({ path: join(folder, 'phone-answer-dark.png') })
})
await shoot('en-US', 'light', desktop, async (page) => {
  await openAnswer(page)
  await page.screenshot({ path: join(folder, 'wide-answer.png') })
})
await browser.close()
await server.close()

async function shoot(
  locale: string,
  colorScheme: 'light' | 'dark',
  viewport: { readonly width: number; readonly height: number },
  take: (page: Page) => Promise<void>,
): Promise<void> {
  const context = await browser.newContext({ locale, colorScheme, viewport, timezoneId: 'Asia/Tashkent' })
  const page = await context.newPage()
  await page.goto(server.url)
  // The decks have come when the progress beside the title is gone.
  await page.locator('a[href="/study"]').waitFor()
  await page.getByRole('progressbar').waitFor({ state: 'detached' })
  await take(page)
  await context.close()
}

/** The third card of the deck, revealed, with two points ticked. */
async function openAnswer(page: Page): Promise<void> {
  await page.locator('a[href="/study"]').click()
  for (let card = 0; card < 2; card += 1) {
    await page.locator('footer button').waitFor()
    await page.keyboard.press('Space')
    await page.getByRole('checkbox').first().waitFor()
    await page.keyboard.press('Digit3')
    await page.getByRole('checkbox').first().waitFor({ state: 'detached' })
  }
  await page.locator('footer button').waitFor()
  await page.keyboard.press('Space')
  await page.getByRole('checkbox').nth(0).click()
  await page.getByRole('checkbox').nth(1).click()
}
