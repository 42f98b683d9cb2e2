// The first visit when the network is bad: the first card before the rest, failures in words, nothing damaged stored.
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, afterEach, expect, test } from 'vitest'
import { isDeckIndex } from '#domain/deck/pack.ts'
import { isLanguage } from '#domain/language.ts'
import type { RunningServer } from '../../scripts/server.ts'
import { launchBrowser, readTable, serveBuild, visit, waitUntilOffline } from '../support/browser.ts'

let browser: Browser
let server: RunningServer
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())
beforeEach(async () => {
  server = await serveBuild()
})
afterEach(() => server.close())

/** The names of all packs, in the order in which the index has them. */
async function packNames(language: string): Promise<readonly string[]> {
  const response = await fetch(`${server.url}packs/index.json`)
  const index: unknown = await response.json()
  if (!isDeckIndex(index) || !isLanguage(language)) throw new Error(`No packs in ${language}`)
  return index.subjects.map((subject) => subject.packs[language].file)
}

test('a card can be answered while the other packs are still on their way', async () => {
  const [, ...others] = await packNames('en')
  for (const file of others) server.spoil(`packs/${file}`, { kind: 'hang' })
  const { page, close } = await visit(browser)
  await page.goto(server.url)
  await page.getByRole('link', { name: 'Start' }).click()
  await page.getByRole('button', { name: 'Show answer' }).click()
  await page.getByRole('button', { name: /^Good/ }).click()
  await page.getByText('Good: again').waitFor()
  expect(await readTable(page, 'log')).toHaveLength(1)
  await close()
})

test('a sitting that is ahead of its packs waits for the card', async () => {
  const [first = ''] = await packNames('en')
  server.spoil(`packs/${first}`, { kind: 'hang' })
  const { page, close } = await visit(browser)
  await page.goto(`${server.url}study`)
  await page.getByRole('heading', { name: 'The card is on its way' }).waitFor()
  await close()
})

test.each([
  ['en-US', 'The cards could not all be downloaded', 'Try again'],
  ['ru-RU', 'Загрузились не все карточки', 'Повторить попытку'],
  ['uz-UZ', 'Kartalarning hammasi yuklanmadi', 'Qayta urinish'],
])('a failed download says so in %s and can be tried again', async (locale, sentence, retry) => {
  const [, second = ''] = await packNames(locale.slice(0, 2))
  server.spoil(`packs/${second}`, { kind: 'status', status: 500 })
  const { page, close } = await visit(browser, { locale })
  await page.goto(server.url)
  await page.getByRole('alert').getByText(sentence).waitFor()
  server.mend()
  await page.getByRole('button', { name: retry }).click()
  await waitUntilOffline(page)
  await expect.poll(() => page.getByRole('alert').count()).toBe(0)
  await close()
})

test('a truncated and a changed pack are refused by name; once they are whole again the rest comes', async () => {
  const names = await packNames('en')
  const first = names[0] ?? ''
  // Far enough from the first that it has not been fetched ahead, whole, when that one fails.
  const second = names.at(-1) ?? ''
  server.spoil(`packs/${first}`, { kind: 'truncate', sizeBytes: 500 })
  const { page, close } = await visit(browser)
  await page.goto(server.url)
  await page.getByRole('alert').getByText(first).waitFor()
  server.mend()
  const text = await (await fetch(`${server.url}packs/${second}`)).text()
  server.spoil(`packs/${second}`, { kind: 'body', body: text.replace('the', 'THE') })
  await page.getByRole('button', { name: 'Try again' }).click()
  await page.getByRole('alert').getByText(second).waitFor()
  server.mend()
  await page.getByRole('button', { name: 'Try again' }).click()
  await waitUntilOffline(page)
  await close()
})

test('a deck of a newer format asks for a newer app', async () => {
  server.spoil('packs/index.json', { kind: 'body', body: JSON.stringify({ format: 99, subjects: [], cards: [] }) })
  const { page, close } = await visit(browser)
  await page.goto(server.url)
  await page.getByRole('alert').getByText('The decks are newer than this app').waitFor()
  await close()
})

test('a database of a newer version is not touched, and says so', async () => {
  const { page, close } = await visit(browser)
  await page.goto(`${server.url}favicon.svg`)
  await page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        const opening = indexedDB.open('suhbat', 990)
        opening.addEventListener('upgradeneeded', () => opening.result.createObjectStore('future').put('kept', 'key'))
        opening.addEventListener('success', () => {
          opening.result.close()
          resolve()
        })
      }),
  )
  await page.goto(server.url)
  await page.getByText('data from a newer version').waitFor()
  const stores = await page.evaluate(
    () =>
      new Promise<string[]>((resolve) => {
        const opening = indexedDB.open('suhbat')
        opening.addEventListener('success', () => resolve([...opening.result.objectStoreNames]))
      }),
  )
  expect(stores).toEqual(['future'])
  await close()
})

test('where the browser refuses storage, the page says what to do', async () => {
  const { page, close } = await visit(browser, { locale: 'uz-UZ' })
  await page.addInitScript(() => Object.defineProperty(window, 'indexedDB', { value: undefined }))
  await page.goto(server.url)
  await page.getByText('Brauzer bu yerda maʼlumot saqlashga ruxsat bermayapti').waitFor()
  await close()
})
