// A card in a sitting: the question alone, then everything behind it, in one language or another.
import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, test } from 'vitest'
import { inlinesToText } from '#domain/deck/plainText.ts'
import { sourceToCard } from '#domain/deck/sourceCard.ts'
import type { Language } from '#domain/language.ts'
import { installPack, saveIndex } from '#storage/content.ts'
import { fetchedPack } from '#support/deckPack.ts'
import { readExampleWith } from '#support/exampleCard.ts'
import { expectQuestion, openApp, press, readRecord, type App } from '#support/screen.tsx'
import { buildDeck, cardIds, questionOf } from '#support/screenDeck.ts'

const deck = buildDeck({ go: cardIds(3) })

async function openCard(language: Language = 'en', cardLanguage: Language = language): Promise<App> {
  const app = await openApp({ path: '/study', deck, language, settings: { cardLanguage } })
  await expectQuestion(questionOf('c1', cardLanguage))
  return app
}

function checkboxes(): readonly HTMLInputElement[] {
  return screen.getAllByRole<HTMLInputElement>('checkbox')
}

describe('the question', () => {
  test('stands alone until the answer is asked for', async () => {
    await openCard()
    const text = document.body.textContent
    for (const hidden of [
      'Spoken answer of',
      'First point',
      'Explanation of',
      'println',
      'Mistake of',
      'Follow-up of',
    ]) {
      expect(text).not.toContain(hidden)
    }
    expect(screen.queryByRole('checkbox')).toBeNull()
    expect(screen.queryByRole('button', { name: /^Good/ })).toBeNull()
  })

  test('names its subject and level and is marked with its language', async () => {
    await openCard('ru', 'uz')
    const heading = await expectQuestion(questionOf('c1', 'uz'))
    expect(heading.lang).toBe('uz')
    expect(document.documentElement.lang).toBe('ru')
    expect(screen.getByText('go (ru)')).toBeDefined()
    expect(screen.getByText('Middle')).toBeDefined()
    await waitFor(() => expect(document.title).toBe('Занятие · Suhbat'))
  })

  test('has the focus when it appears', async () => {
    await openCard()
    await waitFor(async () => expect(document.activeElement).toBe(await expectQuestion(questionOf('c1'))))
  })
})

describe('the answer', () => {
  test('shows every part of the card under its heading', async () => {
    const { person } = await openCard()
    await person.click(screen.getByRole('button', { name: 'Show answer' }))
    const headings = screen.getAllByRole('heading').map((heading) => heading.textContent)
    expect(headings).toEqual([
      questionOf('c1'),
      'Answer',
      'Key points',
      'Said aloud',
      'Explanation',
      'Code',
      'Prints',
      'Common mistake',
      'Follow-up question',
    ])
    const text = document.body.textContent
    for (const part of ['Spoken answer of c1 in en', 'Explanation of c1 in en', 'Mistake of c1 in en']) {
      expect(text).toContain(part)
    }
    const [program, output] = [...document.querySelectorAll('pre')].map((block) => block.textContent)
    expect(program).toBe('println(1)\n')
    expect(output).toBe('1\ndone')
    expect(screen.queryByRole('button', { name: 'Show answer' })).toBeNull()
  })

  test('lists the key points and which of them are a must', async () => {
    await openCard()
    press('Space')
    await screen.findByText('Key points')
    const points = checkboxes().map((box) => box.closest('label')?.textContent)
    expect(points).toEqual(['First point of c1 in en must', 'Second point of c1 in en', 'Third point of c1 in en must'])
    expect(checkboxes().map((box) => box.checked)).toEqual([false, false, false])
  })

  test('keeps the answer to the follow-up closed until it is opened', async () => {
    const { person } = await openCard()
    press('Space')
    const summary = await screen.findByText('Show the answer')
    const details = summary.closest('details')
    expect(details?.open).toBe(false)
    expect(
      within(screen.getByText('Follow-up question').closest('section') ?? document.body).getByText(
        'Follow-up of c1 in en',
      ),
    ).toBeDefined()
    await person.click(summary)
    expect(details?.open).toBe(true)
    expect(details?.textContent).toContain('Answer to the follow-up of c1 in en')
  })

  test.each<[Language, string, string]>([
    ['uz', 'Manbalar', 'Tekshirilgan sana: 2026-yil 20-noyabr'],
    ['ru', 'Источники', 'Проверено: 20 ноября 2026 г.'],
    ['en', 'Sources', 'Checked 20 November 2026'],
  ])('names its sources and when they were checked: %s', async (language, title, checked) => {
    await openCard(language)
    press('Space')
    const sources = (await screen.findByText(title)).closest('details')
    expect(sources?.open).toBe(false)
    expect(sources?.textContent).toContain(checked)
    const links = [...(sources?.querySelectorAll('a') ?? [])]
    expect(links.map((link) => [link.textContent, link.href, link.target, link.rel])).toEqual([
      ['The Go Memory Model, Locks', 'https://go.dev/ref/mem', '_blank', 'noreferrer'],
      ['Effective Go, Channels', 'https://go.dev/doc/effective_go', '_blank', 'noreferrer'],
    ])
  })

  test('takes the focus on its heading', async () => {
    await openCard()
    press('Space')
    await waitFor(() => expect(document.activeElement?.textContent).toBe('Answer'))
  })
})

describe('the example of decks/FORMAT.md', () => {
  test.each<[Language]>([['uz'], ['ru'], ['en']])('shows as it was written: %s', async (language) => {
    const card = sourceToCard(readExampleWith(), language)
    await openApp({
      path: '/study',
      language,
      install: false,
      prepare: async ({ content }) => {
        const { subject } = card
        const name = { uz: 'Tarmoq', ru: 'Сети', en: 'Networks' }
        const [reference] = deck.index.subjects
        if (reference === undefined) throw new Error('The deck has no subject')
        await installPack(content, fetchedPack({ subject, language, cards: [card] }), 0)
        await saveIndex(content, {
          ...deck.index,
          subjects: [{ ...reference, id: subject, name }],
          cards: [{ id: card.id, subject, kind: card.kind, level: card.level }],
        })
      },
    })
    await expectQuestion(inlinesToText(card.face.question))
    press('Space')
    await waitFor(() => expect(checkboxes()).toHaveLength(card.face.keyPoints.length))
    const shown = checkboxes().map((box) => box.closest('label')?.textContent ?? '')
    for (const [index, point] of card.face.keyPoints.entries()) {
      expect(shown[index]?.startsWith(inlinesToText(point.text))).toBe(true)
    }
    expect(document.body.textContent).toContain(inlinesToText(card.face.followUp.question))
  })
})

describe('ticked key points', () => {
  test.each([
    { ticks: [], points: [] },
    { ticks: [0], points: [1] },
    { ticks: [2, 0], points: [1, 3] },
    { ticks: [1, 1, 2], points: [3] },
  ])('$ticks go into the log as $points', async ({ ticks, points }) => {
    const { surroundings, person } = await openCard()
    press('Space')
    await screen.findByText('Key points')
    for (const tick of ticks) {
      const box = checkboxes()[tick]
      if (box !== undefined) await person.click(box)
    }
    press('Digit3')
    await expectQuestion(questionOf('c2'))
    expect((await readRecord(surroundings)).log.map((entry) => entry.points)).toEqual([points])
    press('Space')
    await screen.findByText('Key points')
    expect(checkboxes().some((box) => box.checked)).toBe(false)
  })
})

describe('another language of the card', () => {
  test('keeps the ticks and the open answer, and goes into the log', async () => {
    const { surroundings, person } = await openCard()
    press('Space')
    await screen.findByText('Key points')
    const [, second] = checkboxes()
    if (second !== undefined) await person.click(second)
    await person.click(screen.getByRole('radio', { name: 'Русский' }))
    await expectQuestion(questionOf('c1', 'ru'))
    expect(document.body.textContent).toContain('Spoken answer of c1 in ru')
    expect(checkboxes().map((box) => box.checked)).toEqual([false, true, false])
    // The interface stays as it was.
    expect(screen.getByText('Key points')).toBeDefined()
    press('Digit4')
    await expectQuestion(questionOf('c2', 'ru'))
    const { log } = await readRecord(surroundings)
    expect(log).toMatchObject([{ cardId: 'c1', language: 'ru', points: [2], grade: 4 }])
  })

  test('before the answer is shown leaves it hidden', async () => {
    const { person } = await openCard()
    await person.click(screen.getByRole('radio', { name: 'Oʻzbekcha' }))
    await expectQuestion(questionOf('c1', 'uz'))
    expect(document.body.textContent).not.toContain('Spoken answer')
    expect(screen.getByRole('button', { name: 'Show answer' })).toBeDefined()
  })

  test('has one schedule with the first', async () => {
    const app = await openCard()
    press('Space')
    await screen.findByText('Key points')
    press('Digit3')
    await expectQuestion(questionOf('c2'))
    app.device.clock.set('2026-11-25 08:00+05:00')
    const later = await app.restart({ path: '/study', settings: { cardLanguage: 'uz' } })
    await expectQuestion(questionOf('c1', 'uz'))
    press('Space')
    await screen.findByText('Key points')
    press('Digit3')
    await expectQuestion(questionOf('c2', 'uz'))
    const { log, schedules } = await readRecord(later.surroundings)
    expect(log.map(({ cardId, language }) => `${cardId} ${language}`)).toEqual(['c1 en', 'c1 uz'])
    expect(schedules).toMatchObject([{ cardId: 'c1', repetitions: 2 }])
  })

  test('cannot be chosen while it has not been downloaded', async () => {
    await openApp({
      path: '/study',
      deck,
      install: false,
      prepare: async (surroundings, { server }) => {
        server.breakFiles(/\.ru\./, () => new Response('', { status: 503 }))
        await surroundings.deckInstall.start('en')
      },
    })
    await expectQuestion(questionOf('c1'))
    await waitFor(() => {
      const disabled = screen.getAllByRole<HTMLInputElement>('radio').map((radio) => radio.disabled)
      expect(disabled).toEqual([false, true, false])
    })
  })

  test('can be chosen as soon as it has come', async () => {
    let release = () => {}
    const app = await openApp({
      path: '/study',
      deck,
      install: false,
      prepare: (surroundings, { server }) => {
        release = server.hold(/\.ru\./)
        void surroundings.deckInstall.start('en')
      },
    })
    await expectQuestion(questionOf('c1'))
    await waitFor(() => expect(screen.getByRole<HTMLInputElement>('radio', { name: 'Русский' }).disabled).toBe(true))
    release()
    await waitFor(() => expect(screen.getByRole<HTMLInputElement>('radio', { name: 'Русский' }).disabled).toBe(false))
    await app.person.click(screen.getByRole('radio', { name: 'Русский' }))
    await expectQuestion(questionOf('c1', 'ru'))
  })
})
