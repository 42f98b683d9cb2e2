// The main job on the production build, in a browser on a phone-sized screen: load, answer the day's 20 cards, be killed,
// come back without a server to the same state, take the last answer back, and read a card in another language.
import { expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { launchKillable, readTable, serveBuild, waitUntilOffline, withProfile } from '../support/browser.ts'

const question = 'h1'

async function answerByKeyboard(page: Page, grade: '1' | '2' | '3' | '4') {
  await page.keyboard.press('Space')
  await page.getByRole('heading', { name: 'Key points' }).waitFor()
  await page.keyboard.press(grade)
}

async function answerByTapping(page: Page, grade: RegExp) {
  await page.getByRole('button', { name: 'Show answer' }).click()
  await page.getByRole('checkbox').first().check({ force: true })
  await page.getByRole('button', { name: grade }).click()
}

/** The next question, or the end of the sitting: a heading that says that a card is still on its way is neither. */
async function nextQuestion(page: Page, last: string): Promise<string> {
  await expect.poll(() => page.locator(question).textContent()).not.toBe(last)
  await page
    .getByRole('button', { name: 'Show answer' })
    .or(page.getByRole('heading', { name: 'The sitting is over' }))
    .waitFor()
  return (await page.locator(question).textContent()) ?? ''
}

test('20 cards by keyboard and by tapping, a kill, no server, undo, another language', async () => {
  await withProfile(async (profile) => {
    const server = await serveBuild()
    const { url } = server
    const first = await launchKillable(profile, 'en-US,en')
    await first.page.goto(url)
    await first.page.getByRole('link', { name: 'Start' }).click()

    let asked = await nextQuestion(first.page, '')
    const questions = [asked]
    for (let count = 1; count <= 20; count += 1) {
      if (count % 2 === 1) await answerByKeyboard(first.page, count % 4 === 1 ? '3' : '4')
      else await answerByTapping(first.page, /^Good/)
      asked = await nextQuestion(first.page, asked)
      // Shown means written: the next question never stands before the answer is on the disk.
      expect(await readTable(first.page, 'log')).toHaveLength(count)
      questions.push(asked)
    }
    expect(new Set(questions.slice(0, 20)).size).toBe(20)
    expect(asked).toBe('The sitting is over')
    await waitUntilOffline(first.page)
    const log = await readTable(first.page, 'log')
    const schedules = await readTable(first.page, 'schedules')
    expect(schedules).toHaveLength(20)
    expect(log.filter((entry) => Array.isArray(entry['points']) && entry['points'].length === 1)).toHaveLength(10)
    expect(first.complaints).toEqual([])
    await first.kill()
    await server.close()

    const second = await launchKillable(profile, 'en-US,en')
    await second.page.goto(url)
    await second.page.getByRole('heading', { name: 'Done for today' }).waitFor()
    expect(await readTable(second.page, 'log')).toEqual(log)
    expect(await readTable(second.page, 'schedules')).toEqual(schedules)

    await second.page.goto(`${url}study`)
    await second.page.getByRole('button', { name: 'Undo the last answer' }).click()
    await expect.poll(() => second.page.locator(question).textContent()).toBe(questions[19])
    expect((await readTable(second.page, 'log')).filter((entry) => entry['undone'] === true)).toHaveLength(1)
    expect(await readTable(second.page, 'schedules')).toHaveLength(19)

    await second.page.getByRole('radio', { name: 'Русский' }).check({ force: true })
    await expect.poll(() => second.page.locator(question).textContent()).toMatch(/[а-яё]{4}/i)
    expect(await second.page.locator(question).getAttribute('lang')).toBe('ru')
    await second.page.getByRole('radio', { name: 'Oʻzbekcha' }).check({ force: true })
    await expect.poll(() => second.page.locator(question).getAttribute('lang')).toBe('uz')
    await answerByTapping(second.page, /^Easy/)
    await second.page.getByRole('heading', { name: 'The sitting is over' }).waitFor()
    const standing = (await readTable(second.page, 'log')).filter((entry) => entry['undone'] !== true)
    expect(standing).toHaveLength(20)
    expect(standing.filter((entry) => entry['language'] === 'uz')).toHaveLength(1)
    await second.kill()
  })
})
