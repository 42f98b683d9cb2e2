// Today: how much the day holds, where it stopped, when it is over, and which day it is.
import { screen, waitFor } from '@testing-library/react'
import { describe, expect, test } from 'vitest'
import type { Language } from '#domain/language.ts'
import { inReview, inStep, today } from '#support/deckSchedules.ts'
import {
  expectNoRawKeys,
  expectPlan,
  expectQuestion,
  expectTitle,
  gradeLabels,
  openApp,
  press,
  settle,
} from '#support/screen.tsx'
import { buildDeck, cardIds, questionOf } from '#support/screenDeck.ts'
import { giveAnswer, giveAnswers, storeSchedules } from '#support/screenHistory.ts'

/** "8 · 12": how many to review and how many new. */
function counts(): string {
  return [...document.querySelectorAll('dd')].map((count) => count.textContent).join(' · ')
}

function dueCards(count: number, dueDay = today) {
  return cardIds(count).map((id) => inReview(id, dueDay))
}

describe('what the day holds', () => {
  test.each([
    { due: 0, perDay: 20, ready: '20 cards are ready', shown: '0 · 20', waiting: null },
    { due: 8, perDay: 20, ready: '20 cards are ready', shown: '8 · 12', waiting: null },
    { due: 20, perDay: 20, ready: '20 cards are ready', shown: '20 · 0', waiting: null },
    { due: 21, perDay: 20, ready: '20 cards are ready', shown: '20 · 0', waiting: '1 more card waits' },
    { due: 29, perDay: 20, ready: '20 cards are ready', shown: '20 · 0', waiting: '9 more cards wait' },
    { due: 0, perDay: 1, ready: '1 card is ready', shown: '0 · 1', waiting: null },
    { due: 5, perDay: 500, ready: '25 cards are ready', shown: '5 · 20', waiting: null },
    { due: 5, perDay: 500, newPerDay: 0, ready: '5 cards are ready', shown: '5 · 0', waiting: null },
    { due: 0, perDay: 20, newPerDay: 3, ready: '3 cards are ready', shown: '0 · 3', waiting: null },
  ])('$due due, $perDay a day: $shown', async ({ due, perDay, newPerDay = 20, ready, shown, waiting }) => {
    await openApp({
      settings: { cardsPerDay: perDay, newCardsPerDay: newPerDay },
      prepare: (surroundings) => storeSchedules(surroundings, dueCards(due)),
    })
    await expectPlan(ready)
    expect(counts()).toBe(shown)
    expect(screen.getByRole('link', { name: 'Start' }).getAttribute('href')).toBe('/study')
    const text = document.body.textContent
    if (waiting === null) expect(text).not.toContain('for the coming days')
    else expect(text).toContain(waiting)
  })

  test('starting leads into the sitting', async () => {
    const { person } = await openApp()
    await person.click(await screen.findByRole('link', { name: 'Start' }))
    await expectQuestion(questionOf('c1'))
  })

  test('a card in a step that is not over counts among those to review', async () => {
    await openApp({ prepare: (surroundings) => storeSchedules(surroundings, [inStep('c1', 12), inReview('c2')]) })
    await expectPlan('20 cards are ready')
    expect(counts()).toBe('2 · 18')
  })
})

describe('a second visit on the same day', () => {
  test('goes on where the first one stopped', async () => {
    const app = await openApp({
      path: '/study',
      prepare: (surroundings) => storeSchedules(surroundings, dueCards(3)),
    })
    await expectQuestion(questionOf('c1'))
    press('Space')
    await waitFor(() => expect(gradeLabels()).toHaveLength(4))
    press('Digit3')
    await expectQuestion(questionOf('c2'))
    app.device.clock.pass(90)
    const later = await app.restart({ path: '/' })
    await expectPlan('19 cards are ready')
    expect(counts()).toBe('2 · 17')
    expect(document.body.textContent).toContain('1 of 20 cards today')
    await later.person.click(screen.getByRole('link', { name: 'Continue' }))
    await expectQuestion(questionOf('c2'))
  })

  test('counts a card that comes back in a step once only', async () => {
    await openApp({
      prepare: async (surroundings, device) => {
        await giveAnswer(surroundings, 'c1', 1)
        await giveAnswers(surroundings, ['c2', 'c3'])
        device.clock.pass(11)
      },
    })
    await expectPlan('18 cards are ready')
    expect(document.body.textContent).toContain('3 of 20 cards today')
  })

  test('answers of another tab are seen at once', async () => {
    const { surroundings } = await openApp({ prepare: (given) => storeSchedules(given, dueCards(4)) })
    await expectPlan('20 cards are ready')
    await settle()
    await giveAnswer(surroundings, 'c1')
    await expectPlan('19 cards are ready')
  })
})

describe('the day is over', () => {
  test('after its last card', async () => {
    await openApp({
      deck: buildDeck({ go: cardIds(3) }),
      prepare: (surroundings) => giveAnswers(surroundings, cardIds(3)),
    })
    await expectPlan('Done for today')
    expect(document.body.textContent).toContain('You answered 3 cards.')
    expect(document.body.textContent).toContain('The next card comes in 2 days.')
    expect(screen.queryByRole('link', { name: /Start|Continue/ })).toBeNull()
  })

  test.each([
    { dueDay: today + 1, when: 'tomorrow' },
    { dueDay: today + 12, when: 'in 12 days' },
    { dueDay: today + 61, when: 'in 2 months' },
  ])('nothing is due until $when', async ({ dueDay, when }) => {
    await openApp({
      deck: buildDeck({ go: cardIds(3) }),
      prepare: (surroundings) => storeSchedules(surroundings, dueCards(3, dueDay)),
    })
    await expectPlan('Nothing is due')
    expect(document.body.textContent).toContain(`The next card comes ${when}.`)
  })

  test('with a backlog: what waits is said', async () => {
    await openApp({
      settings: { cardsPerDay: 2 },
      prepare: async (surroundings) => {
        await storeSchedules(surroundings, dueCards(5))
        await giveAnswers(surroundings, ['c1', 'c2'])
      },
    })
    await expectPlan('Done for today')
    expect(document.body.textContent).toContain('3 more cards wait for the coming days.')
    expect(document.body.textContent).toContain('The day’s limit is reached. You can raise it in Settings.')
  })
})

describe('the day begins at four in the morning, local time', () => {
  test.each([
    ['2026-11-20 23:50+05:00', 'Friday, 20 November', 'Done for today'],
    ['2026-11-21 00:10+05:00', 'Friday, 20 November', 'Done for today'],
    ['2026-11-21 03:59+05:00', 'Friday, 20 November', 'Done for today'],
    ['2026-11-21 04:00+05:00', 'Saturday, 21 November', '1 card is ready'],
    ['2026-11-21 04:01+05:00', 'Saturday, 21 November', '1 card is ready'],
  ])('%s is %s: %s', async (moment, date, plan) => {
    const app = await openApp({
      deck: buildDeck({ go: cardIds(3) }),
      settings: { cardsPerDay: 2 },
      prepare: (surroundings) => giveAnswers(surroundings, ['c1', 'c2']),
    })
    app.device.clock.set(moment)
    await app.restart()
    await expectTitle(date)
    await expectPlan(plan)
  })

  test('an app that was left open overnight shows the new day when it is looked at again', async () => {
    const { device } = await openApp({
      deck: buildDeck({ go: cardIds(3) }),
      settings: { cardsPerDay: 2 },
      prepare: (surroundings) => giveAnswers(surroundings, ['c1', 'c2']),
    })
    await expectPlan('Done for today')
    await settle()
    device.clock.set('2026-11-21 07:30+05:00')
    document.dispatchEvent(new Event('visibilitychange'))
    window.dispatchEvent(new Event('focus'))
    await expectTitle('Saturday, 21 November')
    await expectPlan('1 card is ready')
  })

  test('another zone is another day', async () => {
    const app = await openApp()
    app.device.clock.set('2026-11-20 22:30+05:00')
    app.device.clock.setOffset(13 * 60)
    await app.restart()
    await expectTitle('Saturday, 21 November')
  })
})

describe('a schedule that cannot be read', () => {
  test('is named and set aside, and the others are asked', async () => {
    const { surroundings } = await openApp({
      prepare: async (given) => {
        await storeSchedules(given, [inReview('c1'), inReview('c2')])
        await given.user.schedules.update('c1', { stability: Number.NaN })
      },
    })
    await screen.findByText('1 stored card could not be read and was set aside. Its history is kept.')
    await expectPlan('20 cards are ready')
    expect(counts()).toBe('1 · 19')
    expect(await surroundings.user.schedules.get('c1')).toBeDefined()
  })
})

describe('in three languages', () => {
  const due = dueCards(5)
  test.each<[Language, string, string, string, string]>([
    ['uz', 'Juma, 20-noyabr', '20 ta karta tayyor', 'Boshlash', 'Bugun · Suhbat'],
    ['ru', 'Пятница, 20 ноября', 'Готовы 20 карточек', 'Начать', 'Сегодня · Suhbat'],
    ['en', 'Friday, 20 November', '20 cards are ready', 'Start', 'Today · Suhbat'],
  ])('%s: %s', async (language, date, plan, start, title) => {
    await openApp({ language, prepare: (surroundings) => storeSchedules(surroundings, due) })
    await expectTitle(date)
    await expectPlan(plan)
    expect(screen.getByRole('link', { name: start })).toBeDefined()
    await waitFor(() => expect(document.title).toBe(title))
    expect(document.documentElement.lang).toBe(language)
    expectNoRawKeys()
  })

  test.each([
    [1, 'Готова 1 карточка'],
    [2, 'Готовы 2 карточки'],
    [5, 'Готовы 5 карточек'],
    [21, 'Готова 21 карточка'],
  ])('Russian counts %i card(s): %s', async (perDay, plan) => {
    await openApp({ language: 'ru', settings: { cardsPerDay: perDay, newCardsPerDay: perDay } })
    await expectPlan(plan)
  })
})
