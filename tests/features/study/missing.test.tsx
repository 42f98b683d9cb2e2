// Cards that are not there: not come yet, not come at all, damaged on the device, or taken out of the deck.
import { screen, waitFor } from '@testing-library/react'
import { describe, expect, test } from 'vitest'
import { packFormat } from '#domain/deck/pack.ts'
import type { Language } from '#domain/language.ts'
import { inReview } from '#support/deckSchedules.ts'
import { expectPlan, expectQuestion, expectTitle, openApp, press, readRecord, settle } from '#support/screen.tsx'
import { buildDeck, cardIds, noNetwork, questionOf } from '#support/screenDeck.ts'
import { giveAnswer, storeSchedules } from '#support/screenHistory.ts'

const deck = buildDeck({ go: cardIds(2), sql: ['s1'] })

describe('a card that has not come in this language', () => {
  test.each<[Language, string, string]>([
    ['uz', 'Bu karta hali yuklanmagan', 'Bu kartaning Oʻzbekcha matni hali qurilmaga yuklanmagan.'],
    ['ru', 'Эта карточка ещё не загружена', 'Текста этой карточки на языке «Русский» пока нет на устройстве.'],
    ['en', 'This card has not been downloaded', 'This card is not on the device in English yet.'],
  ])('%s: a sentence, and a way on', async (language, title, sentence) => {
    const { person } = await openApp({
      path: '/study',
      deck,
      language,
      install: false,
      prepare: async (surroundings) => {
        const other = language === 'en' ? 'ru' : 'en'
        await surroundings.deckInstall.start(other)
        await surroundings.content.cards.where('[language+id]').equals([language, 'c1']).delete()
      },
    })
    await expectTitle(title)
    expect(document.body.textContent).toContain(sentence)
    const other = language === 'en' ? 'ru' : 'en'
    await person.click(await screen.findByRole('button', { name: { ru: 'Русский', en: 'English' }[other] }))
    await expectQuestion(questionOf('c1', other))
  })

  test('the next card can be taken instead, and nothing is written', async () => {
    const { person, surroundings } = await openApp({
      path: '/study',
      deck,
      prepare: async (given) => {
        for (const language of ['uz', 'ru', 'en'] as const) await given.content.cards.delete([language, 'c1'])
      },
    })
    await expectTitle('This card has not been downloaded')
    await person.click(screen.getByRole('button', { name: 'Next card' }))
    await expectQuestion(questionOf('c2'))
    expect(await readRecord(surroundings)).toEqual({ log: [], schedules: [] })
  })

  test('trying again brings it, once there is a network', async () => {
    const { person, device } = await openApp({
      path: '/study',
      deck,
      install: false,
      prepare: async (surroundings, { server }) => {
        server.breakFiles(/^go\.en/, noNetwork)
        await surroundings.deckInstall.start('ru')
      },
    })
    await expectTitle('This card has not been downloaded')
    expect(document.body.textContent).toContain('There is no connection just now.')
    device.server.mend()
    await person.click(screen.getByRole('button', { name: 'Try again' }))
    await expectQuestion(questionOf('c1'))
  })

  test('says that it is on its way while it is', async () => {
    let release = () => {}
    await openApp({
      path: '/study',
      deck,
      install: false,
      prepare: async (surroundings, { server }) => {
        release = server.hold(/^go\.en/)
        void surroundings.deckInstall.start('en')
        await waitFor(async () => expect(await surroundings.content.index.count()).toBe(1))
      },
    })
    await expectTitle('The card is on its way')
    release()
    await expectQuestion(questionOf('c1'))
  })
})

describe('a row that was damaged on the device', () => {
  test('of a card: trying again fetches it anew', async () => {
    const { person } = await openApp({
      path: '/study',
      deck,
      prepare: async (given) => {
        await given.content.cards.update(['en', 'c1'], { card: { id: 'c1', language: 'en' } })
      },
    })
    await expectTitle('This card has not been downloaded')
    await person.click(screen.getByRole('button', { name: 'Try again' }))
    await expectQuestion(questionOf('c1'))
  })

  test('of the index: the app still opens, and the deck comes anew', async () => {
    const app = await openApp({
      deck,
      prepare: async (given) => {
        await giveAnswer(given, 'c1')
        await given.content.index.put({ key: 'deck', index: { format: packFormat, contentVersion: 7 } })
      },
    })
    await app.surroundings.deckInstall.start('en')
    await expectPlan('2 cards are ready')
    expect((await readRecord(app.surroundings)).log).toHaveLength(1)
  })
})

describe('a card that is no longer in the deck', () => {
  test('is not asked, and its log is kept', async () => {
    const app = await openApp({
      path: '/study',
      deck: buildDeck({ go: ['c1', 'gone', 'c2'] }),
      prepare: async (surroundings) => {
        await giveAnswer(surroundings, 'gone', 1)
      },
    })
    await expectQuestion(questionOf('c1'))
    app.device.server.serve(deck)
    app.device.clock.pass(30)
    const later = await app.restart({ path: '/study' })
    await expectQuestion(questionOf('c1'))
    for (const id of ['c1', 'c2', 's1']) {
      await expectQuestion(questionOf(id))
      press('Space')
      await screen.findByText('Key points')
      press('Digit4')
    }
    await expectTitle('The sitting is over')
    const { log, schedules } = await readRecord(later.surroundings)
    expect(log.map((entry) => entry.cardId).toSorted()).toEqual(['c1', 'c2', 'gone', 's1'])
    expect(schedules.map((schedule) => schedule.cardId).toSorted()).toEqual(['c1', 'c2', 'gone', 's1'])
  })

  test('does not count as due', async () => {
    await openApp({
      deck,
      prepare: (surroundings) => storeSchedules(surroundings, [inReview('gone'), inReview('c1')]),
    })
    await expectPlan('3 cards are ready')
    await settle()
    expect([...document.querySelectorAll('dd')].map((count) => count.textContent)).toEqual(['1', '2'])
  })
})
