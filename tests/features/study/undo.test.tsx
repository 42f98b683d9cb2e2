// Undo: the last answer is taken back, the card is on the table again, and its schedule is what it was to the byte.
import { screen, waitFor } from '@testing-library/react'
import { afterEach, describe, expect, test, vi } from 'vitest'
import type { Language } from '#domain/language.ts'
import { failWrites } from '#support/databaseEngine.ts'
import { inReview } from '#support/deckSchedules.ts'
import {
  expectAlert,
  expectStatus,
  expectQuestion,
  expectTitle,
  gradeLabels,
  openApp,
  press,
  readRecord,
  settle,
} from '#support/screen.tsx'
import { buildDeck, cardIds, questionOf } from '#support/screenDeck.ts'
import { giveAnswer, storeSchedules } from '#support/screenHistory.ts'

const deck = buildDeck({ go: cardIds(3) })

afterEach(() => {
  vi.restoreAllMocks()
})

async function answer(id: string, digit: string, language: Language = 'en'): Promise<void> {
  await expectQuestion(questionOf(id, language))
  press('Space')
  await waitFor(() => expect(gradeLabels()).toHaveLength(4))
  press(digit)
}

function undoButton(name = 'Undo the last answer'): HTMLButtonElement {
  return screen.getByRole<HTMLButtonElement>('button', { name })
}

describe('undo in the same sitting', () => {
  test('of a new card: it is new again, and its entry stays in the log, marked', async () => {
    const { surroundings, person } = await openApp({ path: '/study', deck })
    await answer('c1', 'Digit1')
    await expectQuestion(questionOf('c2'))
    await person.click(undoButton())
    const question = await expectQuestion(questionOf('c1'))
    await expectStatus('Undone. The card is back.')
    await waitFor(() => expect(document.activeElement).toBe(question))
    const { log, schedules } = await readRecord(surroundings)
    expect(log).toMatchObject([{ cardId: 'c1', grade: 1, undone: true }])
    expect(schedules).toEqual([])
    expect(screen.getByText('3 left')).toBeDefined()
  })

  test('of a card in review: exactly the schedule that it had', async () => {
    const before = inReview('c1')
    const { surroundings } = await openApp({
      path: '/study',
      deck,
      prepare: (given) => storeSchedules(given, [before]),
    })
    await answer('c1', 'Digit4')
    await expectQuestion(questionOf('c2'))
    press('KeyZ')
    await expectQuestion(questionOf('c1'))
    expect((await readRecord(surroundings)).schedules).toEqual([before])
  })

  test('of several answers, last first', async () => {
    const { surroundings } = await openApp({ path: '/study', deck })
    await answer('c1', 'Digit3')
    await answer('c2', 'Digit4')
    await expectQuestion(questionOf('c3'))
    press('KeyZ')
    await expectQuestion(questionOf('c2'))
    await settle()
    press('KeyZ')
    await expectQuestion(questionOf('c1'))
    expect((await readRecord(surroundings)).schedules).toEqual([])
  })

  test('at the end of the sitting', async () => {
    const { surroundings } = await openApp({ path: '/study', deck: buildDeck({ go: ['c1'] }) })
    await answer('c1', 'Digit3')
    await expectTitle('The sitting is over')
    press('KeyZ')
    await expectQuestion(questionOf('c1'))
    await answer('c1', 'Digit4')
    await expectTitle('The sitting is over')
    const { log } = await readRecord(surroundings)
    expect(log.map(({ grade, undone }) => [grade, undone ?? false])).toEqual([
      [3, true],
      [4, false],
    ])
  })

  test('hides the answer again and forgets the ticks', async () => {
    const { person } = await openApp({ path: '/study', deck })
    await answer('c1', 'Digit3')
    await expectQuestion(questionOf('c2'))
    press('Space')
    await person.click(await screen.findByRole('checkbox', { name: /First point/ }))
    await person.click(undoButton())
    await expectQuestion(questionOf('c1'))
    expect(screen.queryByRole('checkbox')).toBeNull()
    press('Space')
    expect((await screen.findByRole<HTMLInputElement>('checkbox', { name: /First point/ })).checked).toBe(false)
  })
})

describe('undo after a restart', () => {
  test('brings back card and schedule as if nothing had been closed', async () => {
    const before = inReview('c1')
    const app = await openApp({ path: '/study', deck, prepare: (given) => storeSchedules(given, [before]) })
    await answer('c1', 'Digit1')
    await expectQuestion(questionOf('c2'))
    app.device.clock.pass(2)
    const later = await app.restart()
    await expectQuestion(questionOf('c2'))
    await later.person.click(undoButton())
    await expectQuestion(questionOf('c1'))
    await expectStatus('Undone. The card is back.')
    const { log, schedules } = await readRecord(later.surroundings)
    expect(log).toMatchObject([{ cardId: 'c1', undone: true }])
    expect(schedules).toEqual([before])
    // What was on the table is not lost.
    await answer('c1', 'Digit4')
    await expectQuestion(questionOf('c2'))
  })

  test('when the earlier sitting had ended', async () => {
    const app = await openApp({ path: '/study', deck: buildDeck({ go: ['c1'] }) })
    await answer('c1', 'Digit3')
    await expectTitle('The sitting is over')
    app.device.clock.pass(2)
    await app.restart()
    await expectTitle('Nothing to study now')
    press('KeyZ')
    await expectQuestion(questionOf('c1'))
  })
})

describe('nothing to undo', () => {
  test.each<[Language, string, string]>([
    ['uz', 'Bekor qiladigan javob yoʻq.', 'Oxirgi javobni bekor qilish'],
    ['ru', 'Отменять нечего.', 'Отменить последний ответ'],
    ['en', 'There is nothing to undo.', 'Undo the last answer'],
  ])('is said, and the button is off: %s', async (language, sentence, name) => {
    const { surroundings } = await openApp({ path: '/study', deck, language })
    await expectQuestion(questionOf('c1', language))
    expect(undoButton(name).disabled).toBe(true)
    press('KeyZ')
    await expectStatus(sentence)
    expect(await readRecord(surroundings)).toEqual({ log: [], schedules: [] })
  })
})

describe('undo that is refused', () => {
  test('the card was answered again elsewhere: nothing is lost', async () => {
    const { surroundings, device } = await openApp({ path: '/study', deck })
    await answer('c1', 'Digit3')
    await expectQuestion(questionOf('c2'))
    device.clock.pass(1)
    // Another version of the app, which keeps no rows for undo.
    const [schedule] = (await readRecord(surroundings)).schedules
    if (schedule === undefined) throw new Error('No schedule')
    await surroundings.user.schedules.put({ ...schedule, stability: 77 })
    press('KeyZ')
    await expectAlert('another tab')
    expect((await readRecord(surroundings)).log.map((entry) => entry.undone)).toEqual([undefined])
    expect((await readRecord(surroundings)).schedules).toMatchObject([{ stability: 77 }])
  })

  test('full: the sentence, and the answer still stands', async () => {
    const { surroundings } = await openApp({ path: '/study', deck })
    await answer('c1', 'Digit3')
    await expectQuestion(questionOf('c2'))
    failWrites('log', new DOMException('The quota has been exceeded', 'QuotaExceededError'))
    press('KeyZ')
    await expectAlert('storage is full')
    vi.restoreAllMocks()
    expect((await readRecord(surroundings)).log.map((entry) => entry.undone)).toEqual([undefined])
    expect((await readRecord(surroundings)).schedules).toHaveLength(1)
    press('KeyZ')
    await expectQuestion(questionOf('c1'))
  })

  test('two presses take one answer back while the first is being written', async () => {
    const { surroundings } = await openApp({ path: '/study', deck, prepare: (given) => giveAnswer(given, 'c3', 4) })
    await answer('c1', 'Digit3')
    await expectQuestion(questionOf('c2'))
    press('KeyZ')
    press('KeyZ')
    await expectQuestion(questionOf('c1'))
    await settle()
    const undone = (await readRecord(surroundings)).log.filter((entry) => entry.undone).map((entry) => entry.cardId)
    expect(undone).toEqual(['c1'])
  })
})
