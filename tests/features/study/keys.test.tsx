// A sitting by keyboard: keys count by their place, and keep out of the way of everything else that keys are for.
import { fireEvent, screen, waitFor } from '@testing-library/react'
import { describe, expect, test } from 'vitest'
import {
  expectQuestion,
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

const deck = buildDeck({ go: cardIds(3) })

async function openQuestion(options: OpenOptions = {}): Promise<App> {
  const app = await openApp({ path: '/study', deck, ...options })
  await expectQuestion(questionOf('c1'))
  await waitFor(() => expect(document.activeElement?.tagName).toBe('H1'))
  return app
}

async function openAnswer(options: OpenOptions = {}): Promise<App> {
  const app = await openQuestion(options)
  await app.person.click(screen.getByRole('button', { name: 'Show answer' }))
  await waitFor(() => expect(document.activeElement?.tagName).toBe('H2'))
  return app
}

async function gradesInLog(app: App): Promise<readonly number[]> {
  await settle()
  return (await readRecord(app.surroundings)).log.filter((entry) => entry.undone !== true).map((entry) => entry.grade)
}

describe('keys that show the answer', () => {
  test.each(['Space', 'Enter', 'NumpadEnter'])('%s', async (code) => {
    await openQuestion()
    press(code)
    await waitFor(() => expect(gradeLabels()).toHaveLength(4))
  })
})

describe('keys that grade', () => {
  test.each([
    ['Digit1', 1],
    ['Digit2', 2],
    ['Digit3', 3],
    ['Digit4', 4],
    ['Numpad1', 1],
    ['Numpad2', 2],
    ['Numpad3', 3],
    ['Numpad4', 4],
  ])('%s is grade %i', async (code, grade) => {
    const app = await openAnswer()
    press(code)
    await expectQuestion(questionOf('c2'))
    expect(await gradesInLog(app)).toEqual([grade])
  })

  test.each(['Digit0', 'Digit5', 'Numpad5', 'KeyA', 'Space', 'Enter', 'Escape'])('%s is none', async (code) => {
    const app = await openAnswer()
    press(code)
    expect(await gradesInLog(app)).toEqual([])
  })

  test('none of them before the answer is shown', async () => {
    const app = await openQuestion()
    for (const code of ['Digit1', 'Digit2', 'Digit3', 'Digit4', 'Numpad3']) press(code)
    expect(await gradesInLog(app)).toEqual([])
    await expectQuestion(questionOf('c1'))
  })
})

describe('keys count by their place', () => {
  test.each([
    ['an English layout', 'z'],
    ['a Russian layout', 'я'],
    ['a German layout', 'y'],
    ['with Shift or Caps Lock', 'Я'],
  ])('KeyZ undoes in %s', async (_, key) => {
    const app = await openAnswer()
    press('Digit3')
    await expectQuestion(questionOf('c2'))
    press('KeyZ', { key })
    await expectQuestion(questionOf('c1'))
    expect(await gradesInLog(app)).toEqual([])
  })

  test('a digit on a French layout, where it needs Shift', async () => {
    const app = await openAnswer()
    press('Digit3', { key: '"' })
    await expectQuestion(questionOf('c2'))
    expect(await gradesInLog(app)).toEqual([3])
  })

  test('the letter z in another place is not undo', async () => {
    const app = await openAnswer()
    press('Digit3')
    await expectQuestion(questionOf('c2'))
    press('KeyY', { key: 'z' })
    expect(await gradesInLog(app)).toEqual([3])
  })
})

describe('keys that mean something else', () => {
  test.each([
    ['Ctrl', { ctrlKey: true }],
    ['Meta', { metaKey: true }],
    ['Alt', { altKey: true }],
  ])('%s with a digit or Z belongs to the browser', async (_, modifier) => {
    const app = await openAnswer()
    expect(press('Digit3', modifier)).toBe(true)
    expect(press('KeyZ', modifier)).toBe(true)
    expect(await gradesInLog(app)).toEqual([])
  })

  test.each([
    ['a text field', () => document.createElement('input')],
    ['a text area', () => document.createElement('textarea')],
    ['a list', () => document.createElement('select')],
    [
      'editable text',
      () => {
        const editable = document.createElement('div')
        editable.setAttribute('contenteditable', 'true')
        return editable
      },
    ],
  ])('typing into %s', async (_, create) => {
    const app = await openAnswer()
    const field = document.body.appendChild(create())
    for (const code of ['Digit3', 'KeyZ', 'Space']) {
      expect(fireEvent.keyDown(field, { code, key: code })).toBe(true)
    }
    expect(await gradesInLog(app)).toEqual([])
    field.remove()
  })

  test('are all off when the person has switched shortcuts off', async () => {
    const app = await openQuestion({ settings: { shortcutsEnabled: false } })
    press('Space')
    await settle()
    expect(gradeLabels()).toEqual([])
    await app.person.click(screen.getByRole('button', { name: 'Show answer' }))
    press('Digit3')
    expect(await gradesInLog(app)).toEqual([])
  })

  test('Space on a ticked point only ticks it', async () => {
    const app = await openAnswer()
    const box = screen.getByRole<HTMLInputElement>('checkbox', { name: /First point/ })
    box.focus()
    await app.person.keyboard('[Space]')
    expect(box.checked).toBe(true)
    expect(gradeLabels()).toHaveLength(4)
    // Another key still grades from there.
    await app.person.keyboard('[Digit2]')
    await expectQuestion(questionOf('c2'))
    expect((await readRecord(app.surroundings)).log).toMatchObject([{ grade: 2, points: [1] }])
  })

  test('Space on the button of a grade gives that grade, once', async () => {
    const app = await openAnswer()
    gradeButton('Hard').focus()
    await app.person.keyboard('[Space]')
    await expectQuestion(questionOf('c2'))
    expect(await gradesInLog(app)).toEqual([2])
    expect(gradeLabels()).toEqual([])
  })

  test.each(['[Space]', '[Enter]'])('%s on the button that leaves only leaves', async (key) => {
    const app = await openQuestion()
    screen.getByRole('button', { name: 'Leave the sitting' }).focus()
    await app.person.keyboard(key)
    expect(await screen.findByRole('link', { name: 'Start' })).toBeDefined()
    expect(app.router.pathname()).toBe('/')
  })

  test.each(['Space', 'Enter'])(
    '%s on a language that is chosen shows the answer: there it means nothing else',
    async (code) => {
      const app = await openQuestion()
      await app.person.click(screen.getByRole('radio', { name: 'Русский' }))
      await expectQuestion(questionOf('c1', 'ru'))
      press(code)
      await waitFor(() => expect(gradeLabels()).toHaveLength(4))
    },
  )

  test('Space on another language chooses it and shows nothing', async () => {
    const app = await openQuestion()
    screen.getByRole('radio', { name: 'Oʻzbekcha' }).focus()
    await app.person.keyboard('[Space]')
    await expectQuestion(questionOf('c1', 'uz'))
    expect(gradeLabels()).toEqual([])
  })

  test('Enter on the follow-up only opens it', async () => {
    const app = await openAnswer()
    const summary = screen.getByText('Show the answer')
    expect(fireEvent.keyDown(summary, { code: 'Enter', key: 'Enter' })).toBe(true)
    expect(await gradesInLog(app)).toEqual([])
  })

  test('once the answer is shown, Space scrolls the page as on every other one', async () => {
    await openAnswer()
    expect(press('Space')).toBe(true)
  })
})

describe('a key that is held down', () => {
  test('counts once', async () => {
    const app = await openQuestion()
    press('Space')
    await screen.findByText('Key points')
    press('Digit3')
    await expectQuestion(questionOf('c2'))
    for (const code of ['Space', 'Digit3', 'KeyZ']) press(code, { repeat: true })
    expect(await gradesInLog(app)).toEqual([3])
    expect(screen.getByRole('button', { name: 'Show answer' })).toBeDefined()
  })
})
