// Subjects: what the deck holds, by level, and how much of it has been begun.
import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, test } from 'vitest'
import type { Level } from '#domain/deck/card.ts'
import type { Language } from '#domain/language.ts'
import { expectTitle, openApp } from '#support/screen.tsx'
import { buildDeck, noNetwork, type Deck } from '#support/screenDeck.ts'
import { giveAnswers } from '#support/screenHistory.ts'

const levelsById: Readonly<Record<string, Level>> = { c1: 'junior', c2: 'senior', c3: 'senior', s1: 'middle' }

function levelledDeck(): Deck {
  const { index, packs } = buildDeck({ go: ['c1', 'c2', 'c3'], sql: ['s1'] })
  return {
    packs,
    index: { ...index, cards: index.cards.map((card) => ({ ...card, level: levelsById[card.id] ?? 'junior' })) },
  }
}

/** The rows of the list, each as its words with single blanks. */
function rows(): readonly string[] {
  return screen
    .getAllByRole('listitem')
    .map((row) => [...row.querySelectorAll('h2, p, dt, dd')].map((part) => part.textContent).join(' '))
}

describe('the list', () => {
  test.each<[Language, string, readonly string[]]>([
    [
      'en',
      'Subjects',
      ['go (en) … 3 cards Junior 1 Middle 0 Senior 2', 'sql (en) … 1 card Junior 0 Middle 1 Senior 0'],
    ],
    [
      'ru',
      'Темы',
      ['go (ru) … 3 карточки Junior 1 Middle 0 Senior 2', 'sql (ru) … 1 карточка Junior 0 Middle 1 Senior 0'],
    ],
    [
      'uz',
      'Mavzular',
      ['go (uz) … 3 ta karta Junior 1 Middle 0 Senior 2', 'sql (uz) … 1 ta karta Junior 0 Middle 1 Senior 0'],
    ],
  ])('has each subject in its order, with its cards by level: %s', async (language, title, expected) => {
    await openApp({ path: '/subjects', deck: levelledDeck(), language })
    await expectTitle(title)
    expect(rows()).toEqual(expected)
  })

  test('the whole deck stands above it', async () => {
    await openApp({ path: '/subjects', deck: levelledDeck() })
    const header = await screen.findByRole('banner')
    expect(header.textContent).toBe('Subjects4 cardsJunior1Middle1Senior2')
  })

  test('is reached from Today', async () => {
    const { person } = await openApp({ deck: levelledDeck() })
    await person.click(await screen.findByRole('link', { name: 'Subjects' }))
    await expectTitle('Subjects')
    expect(screen.getByRole('link', { name: 'Subjects' }).getAttribute('aria-current')).toBe('page')
  })

  test('says how many cards were begun, each once', async () => {
    await openApp({
      path: '/subjects',
      deck: levelledDeck(),
      prepare: (surroundings) => giveAnswers(surroundings, ['c1', 'c2', 'c1']),
    })
    await expectTitle('Subjects')
    expect(rows()[0]).toContain('3 cards · 2 started')
    expect(rows()[1]).toContain('1 card Junior')
  })
})

describe('while the decks are on their way', () => {
  test('all subjects are there as soon as the index has come', async () => {
    let release = () => {}
    await openApp({
      path: '/subjects',
      deck: levelledDeck(),
      install: false,
      prepare: (surroundings, { server }) => {
        release = server.hold(/^(go|sql)/)
        void surroundings.deckInstall.start('en')
      },
    })
    await waitFor(() => expect(screen.getAllByRole('listitem')).toHaveLength(2))
    expect(screen.getByRole('progressbar')).toBeTruthy()
    release()
    await waitFor(() => expect(screen.queryByRole('progressbar')).toBeNull())
  })

  test('without an index there is a title, what went wrong, and no count', async () => {
    await openApp({
      path: '/subjects',
      deck: levelledDeck(),
      install: false,
      prepare: async (surroundings, { server }) => {
        server.breakFiles(/./, noNetwork)
        await surroundings.deckInstall.start('en')
      },
    })
    await expectTitle('Subjects')
    expect(screen.getByRole('alert').textContent).toContain('could not all be downloaded')
    expect(within(screen.getByRole('main')).queryByText(/cards?$/)).toBeNull()
  })
})
