// Storage refuses an answer, or another tab was first: a sentence says so, nothing is lost and nothing is counted twice.
import { screen, waitFor } from '@testing-library/react'
import { afterEach, describe, expect, test, vi } from 'vitest'
import type { Language } from '#domain/language.ts'
import { failWrites } from '#support/databaseEngine.ts'
import { expectAlert, expectQuestion, expectTitle, gradeLabels, press, readRecord, settle } from '#support/screen.tsx'
import { questionOf } from '#support/screenDeck.ts'
import { giveAnswer } from '#support/screenHistory.ts'
import { openSitting, reveal } from '#support/screenSitting.ts'

afterEach(() => {
  vi.restoreAllMocks()
})

describe('storage refuses the answer', () => {
  test('full: the sentence, the same card, nothing half-written, and it works again later', async () => {
    const app = await openSitting()
    await reveal()
    const quota = new DOMException('The quota has been exceeded', 'QuotaExceededError')
    failWrites('schedules', quota)
    press('Digit3')
    await expectAlert(/storage is full.*answer has not been saved/)
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe(questionOf('c1'))
    expect(await readRecord(app.surroundings)).toEqual({ log: [], schedules: [] })
    vi.restoreAllMocks()
    press('Digit3')
    await expectQuestion(questionOf('c2'))
    expect(screen.queryByRole('alert')).toBeNull()
    expect((await readRecord(app.surroundings)).log).toHaveLength(1)
  })

  test('full, as Chromium wraps it: an AbortError with the quota inside', async () => {
    const app = await openSitting()
    await reveal()
    const inner = new DOMException('The quota has been exceeded', 'QuotaExceededError')
    const spy = vi.spyOn(app.surroundings.user, 'transaction').mockImplementation((): never => {
      throw Object.assign(new Error('Transaction aborted'), { name: 'AbortError', inner })
    })
    press('Digit3')
    await expectAlert('The device’s storage is full')
    spy.mockRestore()
    press('Digit3')
    await expectQuestion(questionOf('c2'))
  })

  test('the ticks and the answer stay on the screen', async () => {
    const { person } = await openSitting()
    await reveal()
    await person.click(screen.getByRole('checkbox', { name: /First point/ }))
    failWrites('log', new DOMException('The quota has been exceeded', 'QuotaExceededError'))
    press('Digit3')
    await expectAlert('storage is full')
    expect(screen.getByRole<HTMLInputElement>('checkbox', { name: /First point/ }).checked).toBe(true)
    expect(gradeLabels()).toHaveLength(4)
  })

  test.each<[Language, RegExp]>([
    ['uz', /joy qolmagan.*javob saqlanmadi/i],
    ['ru', /кончилось место.*ответ не сохранён/i],
  ])('says so in %s', async (language, sentence) => {
    await openSitting({ language })
    await reveal()
    failWrites('log', new DOMException('The quota has been exceeded', 'QuotaExceededError'))
    press('Digit3')
    await expectAlert(sentence)
  })
})

describe('another tab has answered the card', () => {
  test('the sentence is shown and nothing is counted twice', async () => {
    const app = await openSitting()
    await reveal()
    await giveAnswer(app.surroundings, 'c1', 4)
    app.device.clock.pass(1)
    press('Digit1')
    await expectAlert('This card has just been answered in another tab.')
    await settle()
    // A sentence that is gone after a moment has been read by nobody.
    expect(screen.getByRole('alert').textContent).toContain('nothing was counted twice')
    const { log, schedules } = await readRecord(app.surroundings)
    expect(log).toMatchObject([{ cardId: 'c1', grade: 4 }])
    expect(schedules).toMatchObject([{ cardId: 'c1', repetitions: 1 }])
  })

  test('the newer state is loaded, and the sitting goes on with it', async () => {
    const app = await openSitting()
    await reveal()
    await giveAnswer(app.surroundings, 'c1', 4)
    app.device.clock.pass(1)
    press('Digit1')
    await expectQuestion(questionOf('c2'))
    await reveal()
    press('Digit3')
    await expectQuestion(questionOf('c3'))
    const { log } = await readRecord(app.surroundings)
    expect(log.map(({ cardId, grade }) => `${cardId} ${grade}`).toSorted()).toEqual(['c1 4', 'c2 3'])
  })
})

describe('after another tab was first', () => {
  test('the language of the card stays, and the sentence goes with the next answer', async () => {
    const app = await openSitting()
    await app.person.click(screen.getByRole('radio', { name: 'Русский' }))
    await expectQuestion(questionOf('c1', 'ru'))
    await app.person.click(screen.getByRole('button', { name: 'Show answer' }))
    await waitFor(() => expect(gradeLabels()).toHaveLength(4))
    await giveAnswer(app.surroundings, 'c1', 4)
    app.device.clock.pass(1)
    press('Digit1')
    await expectQuestion(questionOf('c2', 'ru'))
    await expectAlert('another tab')
    await reveal()
    press('Digit3')
    await expectQuestion(questionOf('c3', 'ru'))
    expect(screen.queryByRole('alert')).toBeNull()
  })

  test('the sentence does not come again with the next sitting', async () => {
    const { device, person, surroundings } = await openSitting({
      prepare: async (given) => {
        await giveAnswer(given, 'c3', 1)
        await given.user.schedules.update('c3', { dueAt: given.clock.now() + 45 * 60_000 })
      },
    })
    await reveal()
    await giveAnswer(surroundings, 'c1', 4)
    device.clock.pass(1)
    press('Digit1')
    await expectQuestion(questionOf('c2'))
    await reveal()
    press('Digit4')
    await expectTitle('A card comes back shortly')
    expect(screen.queryByRole('alert')).toBeNull()
    device.clock.pass(50)
    await person.click(screen.getByRole('button', { name: 'Try again' }))
    await expectQuestion(questionOf('c3'))
    expect(screen.queryByRole('alert')).toBeNull()
  })
})
