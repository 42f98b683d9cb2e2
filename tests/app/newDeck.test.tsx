// A new version of the deck: it replaces the cards, and touches nothing of what a person has done.
import { screen, waitFor } from '@testing-library/react'
import { describe, expect, test } from 'vitest'
import {
  expectPlan,
  expectQuestion,
  expectTitle,
  gradeLabels,
  openApp,
  press,
  readRecord,
  settle,
} from '#support/screen.tsx'
import { buildDeck, cardIds, noNetwork, questionOf } from '#support/screenDeck.ts'
import { giveAnswers } from '#support/screenHistory.ts'

const deck = buildDeck({ go: cardIds(2), sql: ['s1', 's2'] })

describe('a new version of the deck', () => {
  const revised = buildDeck({ go: ['c1', 'c3'], sql: ['s1', 's2'] }, ' revised')

  test('replaces the cards and touches neither log nor schedules', async () => {
    const app = await openApp({ deck, prepare: (surroundings) => giveAnswers(surroundings, ['c1', 'c2', 's1']) })
    const before = await readRecord(app.surroundings)
    app.device.server.serve(revised)
    const later = await app.restart({ path: '/study' })
    await expectQuestion(`${questionOf('c3')} revised`)
    expect(await readRecord(later.surroundings)).toEqual(before)
    expect(await later.surroundings.content.cards.count()).toBe(12)
  })

  test('retires a card that it no longer has', async () => {
    const app = await openApp({ deck, prepare: (surroundings) => giveAnswers(surroundings, ['c2'], 1) })
    app.device.server.serve(revised)
    app.device.clock.pass(20)
    const later = await app.restart()
    await expectPlan('4 cards are ready')
    await settle()
    expect([...document.querySelectorAll('dd')].map((count) => count.textContent)).toEqual(['0', '4'])
    expect((await readRecord(later.surroundings)).schedules).toMatchObject([{ cardId: 'c2' }])
  })

  test('comes while the old one is being studied, without a word', async () => {
    let release = () => {}
    const app = await openApp({ deck })
    app.device.server.serve(revised)
    await app.restart({
      path: '/study',
      install: false,
      prepare: (surroundings, { server }) => {
        release = server.hold(/^(go|sql)/)
        void surroundings.deckInstall.start('en')
      },
    })
    await expectQuestion(questionOf('c1'))
    press('Space')
    await waitFor(() => expect(gradeLabels()).toHaveLength(4))
    release()
    await settle()
    expect(gradeLabels()).toHaveLength(4)
    press('Digit3')
    await waitFor(() => expect(screen.getByRole('heading', { level: 1 }).textContent).not.toContain('c1'))
  })

  test('that comes only in part leaves every card of the old one to be asked', async () => {
    const app = await openApp({ deck })
    app.device.server.serve(revised)
    app.device.server.breakFiles(/^sql/, noNetwork)
    const later = await app.restart({ path: '/study' })
    for (const id of ['c1', 'c2', 's1', 's2']) {
      await waitFor(() => expect(screen.getByRole('heading', { level: 1 }).textContent).toContain(`${id} asks in en?`))
      await settle()
      press('Space')
      await waitFor(() => expect(gradeLabels()).toHaveLength(4))
      press('Digit4')
    }
    await expectTitle('The sitting is over')
    expect((await readRecord(later.surroundings)).log).toHaveLength(4)
  })
})
