// The example in decks/FORMAT.md is a card, and reads as the page says.
import { expect, test } from 'vitest'
import { lintCard } from '#domain/deck/lint.ts'
import { readCard } from '#domain/deck/readCard.ts'
import { sourceToCard } from '#domain/deck/sourceCard.ts'
import { examplePath, exampleText } from '#support/exampleCard.ts'

const example = readCard(examplePath, exampleText())

test('[K1] the example has its head from the path and the front matter', () => {
  expect(example).toMatchObject({
    path: examplePath,
    id: 'tcp-three-way-handshake',
    subject: 'network',
    kind: 'concept',
    level: 'junior',
    covers: ['002/1-hafta/interview-tayyorgarligi/tcp-3-way-handshake-qanday-ishlaydi'],
    sources: [
      {
        title: 'RFC 9293',
        section: '§3.5 Establishing a Connection',
        url: 'https://www.rfc-editor.org/rfc/rfc9293#section-3.5',
        points: [1, 2, 3],
      },
    ],
    checked: '2026-11-20',
  })
})

test('the example has its three faces', () => {
  expect(sourceToCard(example, 'ru').face).toEqual({
    question: [{ type: 'text', text: 'Как работает TCP three-way handshake?' }],
    answer: [
      {
        type: 'paragraph',
        children: [
          { type: 'text', text: 'Стороны обмениваются начальными номерами: ' },
          { type: 'code', text: 'SYN' },
          { type: 'text', text: ', ' },
          { type: 'code', text: 'SYN-ACK' },
          { type: 'text', text: ' и ' },
          { type: 'code', text: 'ACK' },
          { type: 'text', text: '.' },
        ],
      },
    ],
    keyPoints: [
      {
        must: true,
        text: [
          { type: 'text', text: 'Клиент отправляет ' },
          { type: 'code', text: 'SYN' },
        ],
      },
      {
        must: true,
        text: [
          { type: 'text', text: 'Сервер отвечает ' },
          { type: 'code', text: 'SYN-ACK' },
        ],
      },
      {
        must: false,
        text: [
          { type: 'text', text: 'Клиент отправляет ' },
          { type: 'code', text: 'ACK' },
        ],
      },
    ],
    explanation: [
      {
        type: 'paragraph',
        children: [
          { type: 'text', text: 'Номера выбираются ' },
          { type: 'strong', children: [{ type: 'text', text: 'случайно' }] },
          { type: 'text', text: '.' },
        ],
      },
    ],
    mistake: [{ type: 'paragraph', children: [{ type: 'text', text: '«Третий сегмент не нужен» — неверно.' }] }],
    followUp: {
      question: [{ type: 'text', text: 'Сколько времени занимает handshake?' }],
      answer: [{ type: 'paragraph', children: [{ type: 'text', text: 'Один RTT.' }] }],
    },
  })
  expect(sourceToCard(example, 'uz').face.followUp.answer).toEqual([
    { type: 'paragraph', children: [{ type: 'text', text: 'Bitta RTT.' }] },
  ])
  expect(sourceToCard(example, 'en').language).toBe('en')
})

test('the example has its code with tabs and blank lines, and what it prints', () => {
  expect(example.code?.block.language).toBe('go')
  expect(example.code?.block.lines.map((tokens) => tokens.map((token) => token.text).join(''))).toEqual([
    'package main',
    '',
    'import "fmt"',
    '',
    'func main() {',
    '\tfmt.Println("SYN", "SYN-ACK", "ACK")',
    '}',
  ])
  expect(example.code?.output).toEqual(['SYN SYN-ACK ACK'])
})

test('the example knows on which lines its words stand', () => {
  const lines = exampleText().split('\n')
  for (const [language, marker] of [
    ['uz', 'ishlaydi'],
    ['ru', 'работает'],
    ['en', 'work'],
  ] as const) {
    const { prose, headingLines, keyPointLines } = example.faces[language]
    const question = prose.find((piece) => piece.section === 'question')
    expect(lines[(question?.line ?? 0) - 1]).toBe(question?.text)
    expect(question?.text).toContain(marker)
    expect(lines[headingLines['follow-up'] - 1]).toBe('## follow-up')
    expect(keyPointLines.map((line) => lines[line - 1]?.startsWith('- '))).toEqual([true, true, true])
  }
  expect(example.fences.map((fence) => lines[fence.line - 1])).toEqual(['package main', 'SYN SYN-ACK ACK'])
})

test('the example passes every lint', () => {
  expect(lintCard(example, [])).toEqual([])
})
