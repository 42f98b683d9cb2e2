// Grading: what is written, when, and what is shown before and after.
import { fireEvent, screen, waitFor } from '@testing-library/react'
import { describe, expect, test } from 'vitest'
import type { Language } from '#domain/language.ts'
import type { Grade } from '#domain/study/schedule.ts'
import { inReview } from '#support/deckSchedules.ts'
import {
  expectQuestion,
  expectStatus,
  gradeButton,
  gradeLabels,
  press,
  readRecord,
  settle,
  type App,
} from '#support/screen.tsx'
import { questionOf } from '#support/screenDeck.ts'
import { storeSchedules } from '#support/screenHistory.ts'
import { lockTables, type Lock } from '#support/screenLock.ts'
import { openSitting, reveal } from '#support/screenSitting.ts'

/** Holds the tables that an answer is written into. */
async function holdWrites({ device }: App): Promise<Lock> {
  return lockTables(device.engine, ['log', 'schedules', 'undos'])
}

describe('the next interval on each grade', () => {
  test.each<[string, Language, readonly string[]]>([
    ['a new card', 'en', ['Again 10 min', 'Hard 15 min', 'Good 2 d', 'Easy 8 d']],
    ['a new card', 'ru', ['Снова 10 мин', 'Трудно 15 мин', 'Хорошо 2 дн.', 'Легко 8 дн.']],
    ['a new card', 'uz', ['Qayta 10 daq', 'Qiyin 15 daq', 'Yaxshi 2 kun', 'Oson 8 kun']],
  ])('%s in %s', async (_, language, labels) => {
    await openSitting({ language, settings: { fuzz: false } })
    await reveal()
    expect(gradeLabels()).toEqual(labels)
  })

  test('is that of the card’s own schedule', async () => {
    await openSitting({ prepare: (surroundings) => storeSchedules(surroundings, [inReview('c1', undefined, 100)]) })
    await reveal()
    const [again, hard, good, easy] = gradeLabels()
    expect(again).toBe('Again 10 min')
    for (const label of [hard, good, easy]) expect(label).toMatch(/ \d+(\.\d)? mo$/)
  })

  test('follows the desired retention', async () => {
    await openSitting({ settings: { desiredRetention: 0.7 } })
    await reveal()
    const [, , good] = gradeLabels()
    expect(good).toMatch(/^Good \d+ d$/)
    expect(Number(good?.match(/\d+/)?.[0])).toBeGreaterThan(2)
  })

  test('is not shown when the person does not want it', async () => {
    await openSitting({ settings: { showIntervals: false } })
    await reveal()
    expect(gradeLabels()).toEqual(['Again', 'Hard', 'Good', 'Easy'])
  })
})

describe('a grade', () => {
  test.each<[string, Grade, string, object]>([
    ['Again', 1, 'Again: again in 10 minutes', { state: 'learning', intervalDays: 0 }],
    ['Hard', 2, 'Hard: again in 15 minutes', { state: 'learning', intervalDays: 0 }],
    ['Good', 3, 'Good: again in 2 days', { state: 'review', intervalDays: 2 }],
    ['Easy', 4, 'Easy: again in 8 days', { state: 'review', intervalDays: 8 }],
  ])('%s is written down and said', async (name, grade, status, schedule) => {
    const { surroundings, person, device } = await openSitting({ settings: { fuzz: false } })
    device.clock.pass(0.5)
    await reveal()
    device.clock.pass(0.25)
    await person.click(gradeButton(name))
    await expectQuestion(questionOf('c2'))
    await expectStatus(status)
    const { log, schedules } = await readRecord(surroundings)
    expect(log).toMatchObject([
      { cardId: 'c1', grade, language: 'en', mode: 'review', durationMs: 45_000, at: device.clock.now(), points: [] },
    ])
    expect(schedules).toMatchObject([{ cardId: 'c1', ...schedule }])
  })

  test('one polite line says it, and nothing else is announced', async () => {
    await openSitting()
    await reveal()
    press('Digit3')
    await expectQuestion(questionOf('c2'))
    expect(screen.getAllByRole('status').map((line) => line.textContent)).toEqual(['Good: again in 2 days'])
    expect(screen.queryByRole('alert')).toBeNull()
  })

  test('moves the focus to the next question', async () => {
    await openSitting()
    await reveal()
    press('Digit3')
    const next = await expectQuestion(questionOf('c2'))
    await waitFor(() => expect(document.activeElement).toBe(next))
  })

  test('counts the cards that are left', async () => {
    await openSitting()
    expect(screen.getByText('3 left')).toBeDefined()
    await reveal()
    press('Digit3')
    await expectQuestion(questionOf('c2'))
    expect(screen.getByText('2 left')).toBeDefined()
    const bar = screen.getByRole('progressbar', { name: 'Progress of this sitting' })
    expect([bar.getAttribute('aria-valuenow'), bar.getAttribute('aria-valuemax')]).toEqual(['1', '3'])
  })

  test('is on the disk before the next card shows', async () => {
    const app = await openSitting()
    await reveal()
    const lock = await holdWrites(app)
    press('Digit3')
    await settle()
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe(questionOf('c1'))
    expect(await lock.count('log')).toBe(0)
    lock.release()
    await expectQuestion(questionOf('c2'))
    expect((await readRecord(app.surroundings)).log).toHaveLength(1)
  })

  test('survives the app being killed right after the next card shows', async () => {
    const app = await openSitting()
    await reveal()
    press('Digit4')
    await expectQuestion(questionOf('c2'))
    const later = await app.restart()
    await expectQuestion(questionOf('c2'))
    const { log, schedules } = await readRecord(later.surroundings)
    expect(log).toMatchObject([{ cardId: 'c1', grade: 4 }])
    expect(schedules).toMatchObject([{ cardId: 'c1', state: 'review' }])
  })

  test('is no longer than ten minutes of answering', async () => {
    const { surroundings, device } = await openSitting()
    device.clock.pass(45)
    await reveal()
    press('Digit3')
    await expectQuestion(questionOf('c2'))
    expect((await readRecord(surroundings)).log).toMatchObject([{ durationMs: 600_000 }])
  })
})

describe('the day of an answer', () => {
  test.each([
    ['2026-11-20 23:50+05:00', 20_777],
    ['2026-11-21 03:59+05:00', 20_777],
    ['2026-11-21 04:01+05:00', 20_778],
  ])('given at %s is %i, and it counts from there', async (moment, day) => {
    const { surroundings, device } = await openSitting({
      prepare: (_, { clock }) => clock.set('2026-11-20 23:40+05:00'),
    })
    device.clock.set(moment)
    await reveal()
    press('Digit3')
    await expectQuestion(questionOf('c2'))
    const { log, schedules } = await readRecord(surroundings)
    expect(log).toMatchObject([{ day }])
    expect(schedules).toMatchObject([{ lastDay: day, dueDay: day + 2 }])
  })
})

describe('a double press grades once', () => {
  test('two keys while the first is being written', async () => {
    const app = await openSitting()
    await reveal()
    const lock = await holdWrites(app)
    press('Digit3')
    press('Digit3')
    press('Digit1')
    app.device.clock.pass(0.1)
    lock.release()
    await expectQuestion(questionOf('c2'))
    await settle()
    expect((await readRecord(app.surroundings)).log).toMatchObject([{ cardId: 'c1', grade: 3 }])
    // Nor is the second one taken for the answer of another tab.
    expect(screen.queryByRole('alert')).toBeNull()
  })

  test('two keys, the second when the next card is there', async () => {
    const app = await openSitting()
    await reveal()
    press('Digit3')
    await expectQuestion(questionOf('c2'))
    press('Digit3')
    await settle()
    expect((await readRecord(app.surroundings)).log).toHaveLength(1)
    await expectQuestion(questionOf('c2'))
  })

  test('two taps', async () => {
    const app = await openSitting()
    await reveal()
    const good = gradeButton('Good')
    fireEvent.click(good, { detail: 1 })
    fireEvent.click(good, { detail: 2 })
    await expectQuestion(questionOf('c2'))
    await settle()
    expect((await readRecord(app.surroundings)).log).toHaveLength(1)
  })

  test('two taps on the place where the button that shows the answer was', async () => {
    const app = await openSitting()
    fireEvent.click(screen.getByRole('button', { name: 'Show answer' }), { detail: 1 })
    await waitFor(() => expect(gradeLabels()).toHaveLength(4))
    fireEvent.click(gradeButton('Good'), { detail: 2 })
    await settle()
    expect((await readRecord(app.surroundings)).log).toEqual([])
    fireEvent.click(gradeButton('Good'), { detail: 1 })
    await expectQuestion(questionOf('c2'))
  })
})
