// The first run and every way in which decks may fail to come: what is shown, what is stored, and how it goes on.
import { screen, waitFor } from '@testing-library/react'
import { describe, expect, test } from 'vitest'
import { packFormat } from '#domain/deck/pack.ts'
import type { Language } from '#domain/language.ts'
import type { Surroundings } from '#platform/surroundings.ts'
import {
  expectAlert,
  expectPlan,
  expectQuestion,
  expectTitle,
  gradeLabels,
  openApp,
  press,
  readRecord,
} from '#support/screen.tsx'
import {
  buildDeck,
  cardIds,
  noNetwork,
  packFileOf,
  sharedFileOf,
  questionOf,
  sha256,
  type Deck,
  type DeckServer,
} from '#support/screenDeck.ts'
import { giveAnswers } from '#support/screenHistory.ts'
import { words } from '#support/appSurroundings.ts'

const deck = buildDeck({ go: cardIds(2), sql: ['s1', 's2'] })

/** Starts the installation without waiting for it. */
function startInstall(surroundings: Surroundings): void {
  void surroundings.deckInstall.start(surroundings.browserLanguage)
}

describe('the first run', () => {
  test('the first card can be answered before the other packs have come', async () => {
    let release = () => {}
    const { surroundings } = await openApp({
      path: '/study',
      deck,
      install: false,
      prepare: (given, { server }) => {
        release = server.hold(/^(?!index|go\.en|go\.all)/)
        startInstall(given)
      },
    })
    await expectQuestion(questionOf('c1'))
    press('Space')
    await waitFor(() => expect(gradeLabels()).toHaveLength(4))
    press('Digit3')
    await expectQuestion(questionOf('c2'))
    expect((await readRecord(surroundings)).log).toHaveLength(1)
    expect(await surroundings.content.packs.count()).toBe(1)
    release()
    await waitFor(async () => expect(await surroundings.content.packs.count()).toBe(6))
  })

  test.each<[Language, string]>([
    ['uz', 'go.uz'],
    ['ru', 'go.ru'],
    ['en', 'go.en'],
  ])('the language of the person comes first: %s', async (language, first) => {
    const { device } = await openApp({ deck, language })
    expect(device.server.asked[0]).toBe('index.json')
    const faces = device.server.asked.slice(1).filter((file) => !file.includes('.all.'))
    expect(faces[0]).toMatch(first)
    expect(faces.slice(0, 2).every((file) => file.includes(`.${language}.`))).toBe(true)
    expect(device.server.asked).toHaveLength(9)
  })

  test('the language of the cards comes first where it is another one', async () => {
    const { device } = await openApp({ deck, language: 'en', settings: { cardLanguage: 'uz' } })
    expect(device.server.asked.slice(1, 3)).toEqual([sharedFile, packFileOf(deck, 'go', 'uz')])
  })

  test('progress is shown, and gone when all is there', async () => {
    let release = () => {}
    await openApp({
      deck,
      install: false,
      prepare: (surroundings, { server }) => {
        release = server.hold(/^sql/)
        startInstall(surroundings)
      },
    })
    await expectPlan('4 cards are ready')
    const bar = await screen.findByRole('progressbar', { name: 'Downloading cards: 1 of 6' })
    expect(['min', 'now', 'max'].map((name) => bar.getAttribute(`aria-value${name}`))).toEqual(['0', '1', '6'])
    expect(screen.getByRole('status').textContent).toContain('Downloading cards: 1 of 6')
    release()
    await waitFor(() => expect(screen.queryByRole('progressbar')).toBeNull())
    await expectPlan('4 cards are ready')
  })

  test.each<[Language, string]>([
    ['uz', 'Kartalar tayyorlanmoqda…'],
    ['ru', 'Готовим карточки…'],
    ['en', 'Preparing the cards…'],
  ])('before the first index has come, both ways in say so: %s', async (language, sentence) => {
    let release = () => {}
    const { router } = await openApp({
      deck,
      language,
      install: false,
      prepare: (surroundings, { server }) => {
        release = server.hold(/./)
        startInstall(surroundings)
      },
    })
    await screen.findByRole('progressbar', { name: sentence })
    await router.navigate('/study')
    await expectTitle(sentence)
    release()
    await expectQuestion(questionOf('c1', language))
  })

  test('works without its server from then on', async () => {
    const app = await openApp({ deck })
    app.device.server.breakFiles(/./, noNetwork)
    const later = await app.restart({ path: '/study' })
    await expectQuestion(questionOf('c1'))
    expect(later.surroundings.deckInstall.state.get()).toEqual({ phase: 'ready' })
    await later.person.click(screen.getByRole('radio', { name: 'Русский' }))
    await expectQuestion(questionOf('c1', 'ru'))
  })
})

describe('a download that fails', () => {
  test.each<[Language, string, string]>([
    ['uz', 'Kartalarning hammasi yuklanmadi.', 'Qayta urinish'],
    ['ru', 'Загрузились не все карточки.', 'Повторить попытку'],
    ['en', 'The cards could not all be downloaded.', 'Try again'],
  ])('is said, and can be tried again: %s', async (language, sentence, retry) => {
    const { person, device, surroundings } = await openApp({
      deck,
      language,
      install: false,
      prepare: async (given, { server }) => {
        server.breakFiles(/^sql/, noNetwork)
        await given.deckInstall.start(language)
      },
    })
    await expectAlert(sentence)
    expect(await surroundings.content.packs.count()).toBe(1)
    device.server.mend()
    await person.click(screen.getByRole('button', { name: retry }))
    await waitFor(() => expect(screen.queryByRole('alert')).toBeNull())
    await waitFor(async () => expect(await surroundings.content.packs.count()).toBe(6))
    // What had come was not fetched again.
    expect(device.server.asked.filter((file) => file === packFileOf(deck, 'go', language))).toHaveLength(1)
  })

  test.each([404, 500, 503])('status %i is a failed download', async (status) => {
    await openApp({
      deck,
      install: false,
      prepare: async (surroundings, { server }) => {
        server.breakFiles(/^go/, () => new Response('Not here', { status }))
        await surroundings.deckInstall.start('en')
      },
    })
    await expectAlert('could not all be downloaded')
  })

  test('with a part of the deck there: only what is there is asked', async () => {
    await openApp({
      deck,
      install: false,
      prepare: async (surroundings, { server }) => {
        server.breakFiles(/^sql/, noNetwork)
        await surroundings.deckInstall.start('en')
      },
    })
    await expectPlan('2 cards are ready')
  })

  test('of the index: both pages say so, and trying again in the sitting goes on', async () => {
    const { device, router, person } = await openApp({
      deck,
      install: false,
      prepare: async (surroundings, { server }) => {
        server.breakFiles(/index/, noNetwork)
        await surroundings.deckInstall.start('en')
      },
    })
    await expectAlert('could not all be downloaded')
    await router.navigate('/study')
    await expectTitle('There are no cards yet')
    await expectAlert('when there is a connection')
    device.server.mend()
    await person.click(screen.getByRole('button', { name: 'Try again' }))
    await expectQuestion(questionOf('c1'))
  })
})

type Fault = (server: DeckServer, deck: Deck) => void

function damageGo(text: (whole: string) => string): Fault {
  return (server, { packs, index }) => {
    const file = packFileOf({ packs, index }, 'go', 'en')
    server.breakFiles(/^go\.en/, () => new Response(text(packs.get(file) ?? '')))
  }
}

function damageShared(text: (whole: string) => string): Fault {
  return (server, { packs, index }) => {
    const file = sharedFileOf({ packs, index }, 'go')
    server.breakFiles(/^go\.all/, () => new Response(text(packs.get(file) ?? '')))
  }
}

/** The index with its pack of go in English replaced by another text, whose hash and length are right. */
function forgeGo(text: string): Fault {
  return (server, { index, packs }) => {
    const file = packFileOf({ packs, index }, 'go', 'en')
    const subjects = index.subjects.map((subject) =>
      subject.id === 'go'
        ? {
            ...subject,
            packs: { ...subject.packs, en: { file, hash: sha256(text), sizeBytes: Buffer.byteLength(text) } },
          }
        : subject,
    )
    server.serve({ index: { ...index, subjects }, packs: new Map([...packs, [file, text]]) })
  }
}

const goFile = packFileOf(deck, 'go', 'en')
const sharedFile = sharedFileOf(deck, 'go')
const goText = deck.packs.get(goFile) ?? ''

describe('a pack that is not what the index names', () => {
  test.each<[string, Fault, string]>([
    ['is truncated', damageGo((whole) => whole.slice(0, -10)), goFile],
    ['is empty', damageGo(() => ''), goFile],
    ['has one letter changed', damageGo((whole) => whole.replace('Explanation', 'Explanatiom')), goFile],
    ['is a page of a network that wants a login', damageGo(() => '<!doctype html><title>Wi-Fi</title>'), goFile],
    ['is no JSON, though its hash is right', forgeGo('{"format":2,'), goFile],
    ['is of another subject, though its hash is right', forgeGo(goText.replaceAll('"go"', '"sql"')), goFile],
    ['lacks a face, though its hash is right', forgeGo(goText.replaceAll('"c2"', '"c9"')), goFile],
    ['has a face that lacks a part, though its hash is right', forgeGo(goText.replace('"c1":[', '"c1":[1,')), goFile],
    ['has a mark that never ends, though its hash is right', forgeGo(goText.replace('Explanation', '~sExpl')), goFile],
    ['is truncated in what it shares', damageShared((whole) => whole.slice(0, -10)), sharedFile],
    [
      'is in another language, though its hash is right',
      forgeGo(deck.packs.get(packFileOf(deck, 'go', 'ru')) ?? ''),
      goFile,
    ],
  ])('%s: the file is named, nothing of it is stored, the rest is untouched', async (_, fault, file) => {
    const { surroundings, person, device } = await openApp({
      deck,
      install: false,
      prepare: async (given, { server }) => {
        await giveAnswers(given, ['c1'])
        fault(server, deck)
        await given.deckInstall.start('en')
      },
    })
    await expectAlert(`A downloaded deck (${file}) was damaged and has not been used. Your answers are safe`)
    expect(await surroundings.content.cards.where('[subject+language]').equals(['go', 'en']).count()).toBe(0)
    expect(await surroundings.content.packs.get(['go', 'en'])).toBeUndefined()
    expect((await readRecord(surroundings)).log).toHaveLength(1)
    device.server.mend()
    device.server.serve(deck)
    await person.click(screen.getByRole('button', { name: 'Try again' }))
    await waitFor(() => expect(screen.queryByRole('alert')).toBeNull())
    await expectPlan('3 cards are ready')
  })

  test.each<[Language, string]>([
    ['uz', `Yuklangan kartalar fayli (${packFileOf(deck, 'go', 'uz')}) buzilgan, shuning uchun ishlatilmadi.`],
    ['ru', `Загруженный файл колоды (${packFileOf(deck, 'go', 'ru')}) повреждён и не использован.`],
  ])('is said in %s', async (language, sentence) => {
    await openApp({
      deck,
      language,
      install: false,
      prepare: async (surroundings, { server }) => {
        server.breakFiles(/^go\.(?!all)/, () => new Response('{}'))
        await surroundings.deckInstall.start(language)
      },
    })
    await waitFor(() => expect(screen.getByRole('alert').textContent).toContain(sentence))
  })

  test('a broken copy on the way is asked for once more before anybody is troubled', async () => {
    let answers = 0
    const { device } = await openApp({
      deck,
      install: false,
      prepare: async (surroundings, { server }) => {
        server.breakFiles(/^go\.en/, () => {
          answers += 1
          return new Response(answers === 1 ? 'broken' : goText)
        })
        await surroundings.deckInstall.start('en')
      },
    })
    await expectPlan('4 cards are ready')
    expect(screen.queryByRole('alert')).toBeNull()
    expect(device.server.asked.filter((file) => file === goFile)).toHaveLength(2)
  })
})

describe('an index that cannot be used', () => {
  test.each<[string, unknown]>([
    ['is truncated', JSON.stringify(deck.index).slice(0, -4)],
    ['is a list', []],
    ['has no cards', { ...deck.index, cards: undefined }],
    ['names a file elsewhere', JSON.parse(JSON.stringify(deck.index).replaceAll(goFile, '../../secret.json'))],
    ['is a page', '<!doctype html>'],
    ['has a subject without packs', { ...deck.index, subjects: [{ id: 'go', name: {}, description: {}, packs: {} }] }],
  ])('%s: damaged, and nothing is stored', async (_, content) => {
    const { surroundings } = await openApp({
      deck,
      install: false,
      prepare: async (given, { server }) => {
        server.breakFiles(/index/, () => new Response(typeof content === 'string' ? content : JSON.stringify(content)))
        await given.deckInstall.start('en')
      },
    })
    await expectAlert('A downloaded deck (index.json) was damaged')
    expect(await surroundings.content.index.count()).toBe(0)
    expect(await surroundings.content.packs.count()).toBe(0)
  })

  test.each<[Language, string, string]>([
    ['uz', 'Kartalar bu ilovadan yangiroq.', 'Qayta yuklash'],
    ['ru', 'Колоды новее этого приложения.', 'Перезагрузить'],
    ['en', 'The decks are newer than this app.', 'Reload'],
  ])('is of another format: reloading is offered: %s', async (language, sentence, reload) => {
    const { surroundings } = await openApp({
      deck,
      language,
      install: false,
      prepare: async (given, { server }) => {
        server.breakFiles(/index/, () => new Response(JSON.stringify({ ...deck.index, format: packFormat + 1 })))
        await given.deckInstall.start(language)
      },
    })
    await expectAlert(sentence)
    expect(screen.getByRole('button', { name: reload })).toBeDefined()
    expect(await surroundings.content.index.count()).toBe(0)
  })

  test('leaves a deck that is there as it is', async () => {
    const app = await openApp({ deck })
    app.device.server.breakFiles(/index/, () => new Response('<!doctype html>'))
    const later = await app.restart({ path: '/study' })
    await expectQuestion(questionOf('c1'))
    expect(await later.surroundings.content.packs.count()).toBe(6)
  })
})

describe('the sitting says why there are no cards', () => {
  test.each<[string, () => Response, RegExp, string]>([
    ['no network', noNetwork, /rest follows when there is a connection/, 'Try again'],
    ['damaged', () => new Response('<!doctype html>'), /index\.json.*damaged/, 'Try again'],
    ['another format', () => new Response(JSON.stringify({ format: packFormat + 1 })), /newer than this app/, 'Reload'],
  ])('%s', async (_, answer, sentence, way) => {
    await openApp({
      path: '/study',
      deck,
      install: false,
      prepare: async (surroundings, { server }) => {
        server.breakFiles(/index/, answer)
        await surroundings.deckInstall.start('en')
      },
    })
    await expectTitle('There are no cards yet')
    expect(document.body.textContent).toMatch(sentence)
    expect(screen.getByRole('button', { name: way })).toBeDefined()
    expect(screen.getByRole('link', { name: 'Back to Today' })).toBeDefined()
  })

  test.each<[Language, string]>([
    ['uz', words.uz.study.noCardsTitle],
    ['ru', words.ru.study.noCardsTitle],
  ])('in %s', async (language, title) => {
    await openApp({
      path: '/study',
      deck,
      language,
      install: false,
      prepare: async (surroundings, { server }) => {
        server.breakFiles(/index/, () => new Response('<!doctype html>'))
        await surroundings.deckInstall.start(language)
      },
    })
    await expectTitle(title)
    await expectAlert('index.json')
  })
})
