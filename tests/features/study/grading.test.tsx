// Grading: what is written, when, and what is shown before and after.
import { fireEvent, screen, waitFor } from '@testing-library/react'
import { afterEach, describe, expect, test, vi } from 'vitest'
import type { Language } from '#domain/language.ts'
import type { Grade } from '#domain/study/schedule.ts'
import { inReview } from '#support/deckSchedules.ts'
import { failWrites } from '#support/databaseEngine.ts'
import {
  expectAlert,
  expectStatus,
  findQuestion,
  findTitle,
  gradeButton,
  gradeLabels,
  openApp,
  press,
  readRecord,
  settle,
  type App,
  type OpenOptions,
} from '#support/screen.tsx'
import { buildDeck, cardIds, questionOf } from '#support/screenDeck.ts'
import { giveAnswer, storeSchedules } from '#support/screenHistory.ts'

const deck = buildDeck({ go: cardIds(3) })

afterEach(() => {
  vi.restoreAllMocks()
})

async function openSitting(options: OpenOptions = {}): Promise<App> {
  const app = await openApp({ path: '/study', deck, ...options })
  await screen.findByRole('heading', { level: 1 })
  await settle()
  return app
}

async function reveal(): Promise<void> {
  press('Space')
  await waitFor(() => expect(gradeLabels()).toHaveLength(4))
}

/** Holds every write into the log until the returned function is called. */
function holdWrites(app: App): () => void {
  const { user } = app.services
  let release = () => {}
  const released = new Promise<void>((resolve) => {
    release = resolve
  })
  const real = user.transaction.bind(user)
  vi.spyOn(user, 'transaction').mockImplementation((...given: unknown[]): never => {
    const held = released.then(() => Reflect.apply(real, user, given))
    return held as never
  })
  return () => release()
}

describe('the next interval on each grade', () => {
  test.each<[string, Language, readonly string[]]>([
    ['a new card', 'en', ['Again 10 min', 'Hard 15 min', 'Good 2 d', 'Easy 8 d']],
    ['a new card', 'ru', ['Снова 10 мин', 'Трудно 15 мин', 'Хорошо 2 дн.', 'Легко 8 дн.']],
    ['a new card', 'uz', ['Qayta 10 daq', 'Qiyin 15 daq', 'Yaxshi 2 kun', 'Oson 8 kun']],
  ])('%s in %s', async (_, language, labels) => {
    await openSitting({ language })
    await reveal()
    expect(gradeLabels()).toEqual(labels)
  })

  test('is that of the card’s own schedule', async () => {
    await openSitting({ prepare: (services) => storeSchedules(services, [inReview('c1', undefined, 100)]) })
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
    const { services, person, device } = await openSitting()
    device.clock.pass(0.5)
    await reveal()
    device.clock.pass(0.25)
    await person.click(gradeButton(name))
    await findQuestion(questionOf('c2'))
    await expectStatus(status)
    const { log, schedules } = await readRecord(services)
    expect(log).toMatchObject([
      { cardId: 'c1', grade, language: 'en', mode: 'review', durationMs: 45_000, at: device.clock.now(), points: [] },
    ])
    expect(schedules).toMatchObject([{ cardId: 'c1', ...schedule }])
  })

  test('one polite line says it, and nothing else is announced', async () => {
    await openSitting()
    await reveal()
    press('Digit3')
    await findQuestion(questionOf('c2'))
    expect(screen.getAllByRole('status').map((line) => line.textContent)).toEqual(['Good: again in 2 days'])
    expect(screen.queryByRole('alert')).toBeNull()
  })

  test('moves the focus to the next question', async () => {
    await openSitting()
    await reveal()
    press('Digit3')
    const next = await findQuestion(questionOf('c2'))
    await waitFor(() => expect(document.activeElement).toBe(next))
  })

  test('counts the cards that are left', async () => {
    await openSitting()
    expect(screen.getByText('3 left')).toBeDefined()
    await reveal()
    press('Digit3')
    await findQuestion(questionOf('c2'))
    expect(screen.getByText('2 left')).toBeDefined()
    const bar = screen.getByRole('progressbar', { name: 'Progress of this sitting' })
    expect([bar.getAttribute('aria-valuenow'), bar.getAttribute('aria-valuemax')]).toEqual(['1', '3'])
  })

  test('is on the disk before the next card shows', async () => {
    const app = await openSitting()
    await reveal()
    const release = holdWrites(app)
    press('Digit3')
    await settle()
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe(questionOf('c1'))
    expect((await readRecord(app.services)).log).toEqual([])
    release()
    await findQuestion(questionOf('c2'))
    expect((await readRecord(app.services)).log).toHaveLength(1)
  })

  test('survives the app being killed right after the next card shows', async () => {
    const app = await openSitting()
    await reveal()
    press('Digit4')
    await findQuestion(questionOf('c2'))
    const later = await app.restart()
    await findQuestion(questionOf('c2'))
    const { log, schedules } = await readRecord(later.services)
    expect(log).toMatchObject([{ cardId: 'c1', grade: 4 }])
    expect(schedules).toMatchObject([{ cardId: 'c1', state: 'review' }])
  })

  test('is no longer than ten minutes of answering', async () => {
    const { services, device } = await openSitting()
    device.clock.pass(45)
    await reveal()
    press('Digit3')
    await findQuestion(questionOf('c2'))
    expect((await readRecord(services)).log).toMatchObject([{ durationMs: 600_000 }])
  })
})

describe('the day of an answer', () => {
  test.each([
    ['2026-11-20 23:50+05:00', 20_777],
    ['2026-11-21 03:59+05:00', 20_777],
    ['2026-11-21 04:01+05:00', 20_778],
  ])('given at %s is %i, and it counts from there', async (moment, day) => {
    const { services, device } = await openSitting({ prepare: (_, { clock }) => clock.set('2026-11-20 23:40+05:00') })
    device.clock.set(moment)
    await reveal()
    press('Digit3')
    await findQuestion(questionOf('c2'))
    const { log, schedules } = await readRecord(services)
    expect(log).toMatchObject([{ day }])
    expect(schedules).toMatchObject([{ lastDay: day, dueDay: day + 2 }])
  })
})

describe('a double press grades once', () => {
  test('two keys while the first is being written', async () => {
    const app = await openSitting()
    await reveal()
    const release = holdWrites(app)
    press('Digit3')
    press('Digit3')
    press('Digit1')
    release()
    await findQuestion(questionOf('c2'))
    await settle()
    expect((await readRecord(app.services)).log).toMatchObject([{ cardId: 'c1', grade: 3 }])
  })

  test('two keys, the second when the next card is there', async () => {
    const app = await openSitting()
    await reveal()
    press('Digit3')
    await findQuestion(questionOf('c2'))
    press('Digit3')
    await settle()
    expect((await readRecord(app.services)).log).toHaveLength(1)
    await findQuestion(questionOf('c2'))
  })

  test('two taps', async () => {
    const app = await openSitting()
    await reveal()
    const good = gradeButton('Good')
    fireEvent.click(good, { detail: 1 })
    fireEvent.click(good, { detail: 2 })
    await findQuestion(questionOf('c2'))
    await settle()
    expect((await readRecord(app.services)).log).toHaveLength(1)
  })
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
    expect(await readRecord(app.services)).toEqual({ log: [], schedules: [] })
    vi.restoreAllMocks()
    press('Digit3')
    await findQuestion(questionOf('c2'))
    expect(screen.queryByRole('alert')).toBeNull()
    expect((await readRecord(app.services)).log).toHaveLength(1)
  })

  test('full, as Chromium wraps it: an AbortError with the quota inside', async () => {
    const app = await openSitting()
    await reveal()
    const inner = new DOMException('The quota has been exceeded', 'QuotaExceededError')
    const spy = vi.spyOn(app.services.user, 'transaction').mockImplementation((): never => {
      throw Object.assign(new Error('Transaction aborted'), { name: 'AbortError', inner })
    })
    press('Digit3')
    await expectAlert('The device’s storage is full')
    spy.mockRestore()
    press('Digit3')
    await findQuestion(questionOf('c2'))
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
    await giveAnswer(app.services, 'c1', 4)
    app.device.clock.pass(1)
    press('Digit1')
    await expectAlert('This card has just been answered in another tab.')
    await settle()
    // A sentence that is gone after a moment has been read by nobody.
    expect(screen.getByRole('alert').textContent).toContain('nothing was counted twice')
    const { log, schedules } = await readRecord(app.services)
    expect(log).toMatchObject([{ cardId: 'c1', grade: 4 }])
    expect(schedules).toMatchObject([{ cardId: 'c1', repetitions: 1 }])
  })

  test('the newer state is loaded, and the sitting goes on with it', async () => {
    const app = await openSitting()
    await reveal()
    await giveAnswer(app.services, 'c1', 4)
    app.device.clock.pass(1)
    press('Digit1')
    await findQuestion(questionOf('c2'))
    await reveal()
    press('Digit3')
    await findQuestion(questionOf('c3'))
    const { log } = await readRecord(app.services)
    expect(log.map(({ cardId, grade }) => `${cardId} ${grade}`).toSorted()).toEqual(['c1 4', 'c2 3'])
  })
})

describe('after another tab was first', () => {
  test('the language of the card stays, and the sentence goes with the next answer', async () => {
    const app = await openSitting()
    await app.person.click(screen.getByRole('radio', { name: 'Русский' }))
    await findQuestion(questionOf('c1', 'ru'))
    await app.person.click(screen.getByRole('button', { name: 'Show answer' }))
    await waitFor(() => expect(gradeLabels()).toHaveLength(4))
    await giveAnswer(app.services, 'c1', 4)
    app.device.clock.pass(1)
    press('Digit1')
    await findQuestion(questionOf('c2', 'ru'))
    await expectAlert('another tab')
    await reveal()
    press('Digit3')
    await findQuestion(questionOf('c3', 'ru'))
    expect(screen.queryByRole('alert')).toBeNull()
  })

  test('the sentence does not come again with the next sitting', async () => {
    const { device, person, services } = await openSitting({
      prepare: async (given) => {
        await giveAnswer(given, 'c3', 1)
        await given.user.schedules.update('c3', { dueAt: given.clock.now() + 45 * 60_000 })
      },
    })
    await reveal()
    await giveAnswer(services, 'c1', 4)
    device.clock.pass(1)
    press('Digit1')
    await findQuestion(questionOf('c2'))
    await reveal()
    press('Digit4')
    await findTitle('A card comes back shortly')
    expect(screen.queryByRole('alert')).toBeNull()
    device.clock.pass(50)
    await person.click(screen.getByRole('button', { name: 'Try again' }))
    await findQuestion(questionOf('c3'))
    expect(screen.queryByRole('alert')).toBeNull()
  })
})

describe('the sitting', () => {
  test('brings a card back that was not recalled', async () => {
    const { device } = await openSitting()
    await reveal()
    press('Digit1')
    for (const id of ['c2', 'c3']) {
      await findQuestion(questionOf(id))
      device.clock.pass(1)
      await reveal()
      press('Digit3')
    }
    await findQuestion(questionOf('c1'))
    await reveal()
    press('Digit3')
    await findTitle('The sitting is over')
    expect(document.body.textContent).toContain('4 answers, all saved on this device.')
  })

  test('asks a card again whose ten minutes are over before it goes on', async () => {
    const { device } = await openSitting()
    await reveal()
    press('Digit1')
    await findQuestion(questionOf('c2'))
    device.clock.pass(11)
    await reveal()
    press('Digit3')
    await findQuestion(questionOf('c1'))
  })

  test.each<[Language, string, string]>([
    ['uz', 'Mashgʻulot tugadi', '3 ta javob, hammasi shu qurilmada saqlandi.'],
    ['ru', 'Занятие окончено', '3 ответа, всё сохранено на этом устройстве.'],
    ['en', 'The sitting is over', '3 answers, all saved on this device.'],
  ])('ends with its last card: %s', async (language, title, text) => {
    const { person } = await openSitting({ language })
    for (const id of cardIds(3)) {
      await findQuestion(questionOf(id, language))
      await reveal()
      press('Digit4')
    }
    const heading = await findTitle(title)
    await waitFor(() => expect(document.activeElement).toBe(heading))
    expect(document.body.textContent).toContain(text)
    expect(document.body.textContent).toMatch(/0/)
    await person.click(screen.getByRole('link'))
    await screen.findByRole('heading', { level: 2 })
  })

  test('that has nothing to ask says so', async () => {
    await openSitting({
      prepare: async (services) => {
        for (const id of cardIds(3)) await giveAnswer(services, id, 4)
      },
    })
    await findTitle('Nothing to study now')
    expect(screen.getByRole('link', { name: 'Back to Today' })).toBeDefined()
  })

  test('waits for a card whose step ends much later, and looks again when asked to', async () => {
    const { device, person } = await openSitting({
      prepare: async (services) => {
        for (const id of ['c2', 'c3']) await giveAnswer(services, id, 4)
        await giveAnswer(services, 'c1', 1)
        await services.user.schedules.update('c1', { dueAt: services.clock.now() + 45 * 60_000 })
      },
    })
    await findTitle('A card comes back shortly')
    expect(document.body.textContent).toContain('due in 45 minutes')
    device.clock.pass(46)
    await person.click(screen.getByRole('button', { name: 'Try again' }))
    await findQuestion(questionOf('c1'))
  })

  test('can be left at any card', async () => {
    const { person } = await openSitting()
    await person.click(screen.getByRole('button', { name: 'Leave the sitting' }))
    await screen.findByRole('link', { name: 'Start' })
  })
})
