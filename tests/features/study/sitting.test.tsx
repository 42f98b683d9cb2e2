// A sitting as a whole: which card comes when, and how it ends.
import { screen, waitFor } from '@testing-library/react'
import { describe, expect, test } from 'vitest'
import type { Language } from '#domain/language.ts'
import { expectQuestion, expectTitle, press } from '#support/screen.tsx'
import { cardIds, questionOf } from '#support/screenDeck.ts'
import { giveAnswer } from '#support/screenHistory.ts'
import { openSitting, reveal } from '#support/screenSitting.ts'

describe('the sitting', () => {
  test('brings a card back that was not recalled', async () => {
    const { device } = await openSitting()
    await reveal()
    press('Digit1')
    for (const id of ['c2', 'c3']) {
      await expectQuestion(questionOf(id))
      device.clock.pass(1)
      await reveal()
      press('Digit3')
    }
    await expectQuestion(questionOf('c1'))
    await reveal()
    press('Digit3')
    await expectTitle('The sitting is over')
    expect(document.body.textContent).toContain('4 answers, all saved on this device.')
  })

  test('asks a card again whose ten minutes are over before it goes on', async () => {
    const { device } = await openSitting()
    await reveal()
    press('Digit1')
    await expectQuestion(questionOf('c2'))
    device.clock.pass(11)
    await reveal()
    press('Digit3')
    await expectQuestion(questionOf('c1'))
  })

  test.each<[Language, string, string]>([
    ['uz', 'Mashgʻulot tugadi', '3 ta javob, hammasi shu qurilmada saqlandi.'],
    ['ru', 'Занятие окончено', '3 ответа, всё сохранено на этом устройстве.'],
    ['en', 'The sitting is over', '3 answers, all saved on this device.'],
  ])('ends with its last card: %s', async (language, title, text) => {
    const { person } = await openSitting({ language })
    for (const id of cardIds(3)) {
      await expectQuestion(questionOf(id, language))
      await reveal()
      press('Digit4')
    }
    const heading = await expectTitle(title)
    await waitFor(() => expect(document.activeElement).toBe(heading))
    expect(document.body.textContent).toContain(text)
    expect(document.body.textContent).toMatch(/0/)
    await person.click(screen.getByRole('link'))
    await screen.findByRole('heading', { level: 2 })
  })

  test('that has nothing to ask says so', async () => {
    await openSitting({
      prepare: async (surroundings) => {
        for (const id of cardIds(3)) await giveAnswer(surroundings, id, 4)
      },
    })
    await expectTitle('Nothing to study now')
    expect(screen.getByRole('link', { name: 'Back to Today' })).toBeDefined()
  })

  test('waits for a card whose step ends much later, and looks again when asked to', async () => {
    const { device, person } = await openSitting({
      prepare: async (surroundings) => {
        for (const id of ['c2', 'c3']) await giveAnswer(surroundings, id, 4)
        await giveAnswer(surroundings, 'c1', 1)
        await surroundings.user.schedules.update('c1', { dueAt: surroundings.clock.now() + 45 * 60_000 })
      },
    })
    await expectTitle('A card comes back shortly')
    expect(document.body.textContent).toContain('due in 45 minutes')
    device.clock.pass(46)
    await person.click(screen.getByRole('button', { name: 'Try again' }))
    await expectQuestion(questionOf('c1'))
  })

  test('can be left at any card', async () => {
    const { person } = await openSitting()
    await person.click(screen.getByRole('button', { name: 'Leave the sitting' }))
    expect(await screen.findByRole('link', { name: 'Start' })).toBeDefined()
  })
})
