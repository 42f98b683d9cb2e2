// The outline: how lines of every shape are sorted, and that no line of the five documents is lost.
import { describe, expect, test } from 'vitest'
import { readDocument } from '#domain/document/document.ts'
import { DocumentError } from '#domain/document/documentError.ts'
import { textToOutline } from '#domain/document/outline.ts'
import { receivedDocument } from '#support/roadmaps.ts'

/** Each item as "section > section > text", quoted ones in marks; under a title that is no section. */
function items(...lines: string[]): string[] {
  return textToOutline('x.txt', ['# Title', ...lines].join('\n')).items.map(({ sections, text, isQuoted }) =>
    [...sections.map(({ slug }) => slug), isQuoted ? `“${text}”` : text].join(' > '),
  )
}

describe('sections', () => {
  test.each<[string, string[], string[]]>([
    [
      'Markdown levels',
      ['# Месяц 1 — Go', '## 📌 Неделя 2 — X', '### Теория', '- [ ] a', '## Неделя 3', '- b'],
      ['mesyats-1 > nedelya-2 > teoriya > a', 'mesyats-1 > nedelya-3 > b'],
    ],
    [
      'bold labels',
      ['### **1-hafta: OS**', '**Amaliyot:**', '- a', '**Natija**:', '- b'],
      ['1-hafta > amaliyot > a', '1-hafta > natija > b'],
    ],
    [
      'weekday bullets',
      ['#### **2-HAFTA: DB**', '- **Dushanba** (SQL)  ', '  - a', '- **Juma** (X)', '  - b', '- c'],
      ['2-hafta > dushanba > a', '2-hafta > juma > b', '2-hafta > c'],
    ],
    [
      'a month and its weeks',
      ['### 📅 1-OY: A', '#### 1-HAFTA', '- a', '### 2-OY', '- b'],
      ['1-oy > 1-hafta > a', '2-oy > b'],
    ],
    [
      'plain week lines',
      ['1-HAFTA — A', '### Dushanba — B', '- a', '2-hafta: C', '- b'],
      ['1-hafta > dushanba > a', '2-hafta > b'],
    ],
    [
      'an arrow is a section and an item',
      ['- **Dushanba** → Chat design', '- Juma → API', '- x'],
      ['dushanba > Chat design', 'juma > API', 'x'],
    ],
    [
      'a label before its text',
      ['**Maqsad:** Go’ni bil', 'davom', '', '- x'],
      ['maqsad > Go’ni bil', 'maqsad > davom', 'x'],
    ],
    ['a label after a pictograph', ['👉 **Natija:** tayyor'], ['natija > tayyor']],
    [
      'a goal in a heading',
      ['### Цель: создать систему  ', '**Ingestion service**', '', '### Функционал:', '- [ ] a'],
      ['tsel > создать систему', 'tsel > Ingestion service', 'funktsional > a'],
    ],
    [
      'a label within a bullet',
      ['- **Juma** (Go)', '  - Amaliyot: yozing', '  - a'],
      ['juma > amaliyot > yozing', 'juma > a'],
    ],
    [
      'bold bullets with children',
      ['- **Nazariya (17:00)**', '    ', '    - a', '        ', '- **Amaliy**', '    - b'],
      ['nazariya-17-00 > a', 'amaliy > b'],
    ],
    ['bold bullets without', ['- **a**', '- **b**: c'], ['a', 'b: c']],
    [
      'parents add no section',
      ['- Production-grade Go system:', '    - API', '- Har kuni yoz:  ', '  “nima?”  '],
      ['Production-grade Go system', 'API', 'Har kuni yoz', '“nima?”'],
    ],
    ['numbers and other bullets', ['1. a', '2) b', '* c', '+ d', '- [x] e'], ['a', 'b', 'c', 'd', 'e']],
    [
      'a rule ends days, not weeks',
      ['## 1-HAFTA', '- **Juma** (X)', '  - a', '---', '- b', '***', '### C', '- c'],
      ['1-hafta > juma > a', '1-hafta > b', '1-hafta > c > c'],
    ],
    [
      'plain text after a rule is of the whole document',
      ['## 1-HAFTA', '- a', '---', 'Har Juma kechqurun:  ', '- b'],
      ['1-hafta > a', 'har-juma-kechqurun > b'],
    ],
    [
      'days that are no headings',
      ['**(Dushanba–Juma, dam olish)**', 'Dushanba–Juma', '- Juma kuni review'],
      ['(Dushanba–Juma, dam olish)', 'Dushanba–Juma', 'Juma kuni review'],
    ],
    [
      'markup and quotes',
      ['- “Go’da `x` nima?”', '- «*bir*» va «ikki»', '- [docs](https://go.dev) trace_id'],
      ['“Go’da x nima?”', '«bir» va «ikki»', 'docs trace_id'],
    ],
  ])('[O3] %s', (_, lines, expected) => {
    expect(items(...lines)).toEqual(expected)
  })

  test.each<[string, string[], string[]]>([
    [
      'a date closes one that is as coarse, at any level of headings',
      ['## Неделя 1', '- a', '### Неделя 2', '- b', '#### Juma', '- c', '- **Shanba**', '  - d'],
      ['nedelya-1 > a', 'nedelya-2 > b', 'nedelya-2 > juma > c', 'nedelya-2 > shanba > d'],
    ],
    [
      'a month closes a week, at any level of headings',
      ['## 1-HAFTA', '- a', '#### 2-OY', '- b', '##### 5-hafta', '- c'],
      ['1-hafta > a', '2-oy > b', '2-oy > 5-hafta > c'],
    ],
    [
      'a separator ends a label',
      ['## 1-HAFTA', '**Amaliyot:**', '- a', '---', '- b'],
      ['1-hafta > amaliyot > a', '1-hafta > b'],
    ],
    [
      'a separator ends a bullet for the lines below it too',
      ['## 1-HAFTA', '- **Juma** (X)', '  - a', '---', '  - b'],
      ['1-hafta > juma > a', '1-hafta > b'],
    ],
  ])('[O3] %s', (_, lines, expected) => {
    expect(items(...lines)).toEqual(expected)
  })

  test('readable headings have neither markup nor pictographs', () => {
    const [item] = textToOutline('x.txt', '# T\n## 📌 **Неделя 1 — Go**\n### 🎯 Цели:\n- a').items
    expect(item?.sections.map(({ text }) => text)).toEqual(['Неделя 1 — Go', 'Цели'])
  })

  test.each([
    ['📅 2 OYLIK (8 HAFTA) ROADMAP\n- a', '2 OYLIK (8 HAFTA) ROADMAP', 'a'],
    ['🚀 **2 OYLIK**\n- a', '2 OYLIK', 'a'],
    ['\n8-HAFTA — Design\n- a', '8-HAFTA — Design', '8-hafta > a'],
    ['\uFEFF# Title\r\n- a\r\n', 'Title', 'a'],
  ])('the first heading is the title: %j', (text, title, item) => {
    const outline = textToOutline('x.txt', text)
    expect(outline.title).toBe(title)
    expect(
      outline.items.map(({ sections, text: own }) => [...sections.map(({ slug }) => slug), own].join(' > ')),
    ).toEqual([item])
  })
})

describe('[O2] a line that fits nowhere', () => {
  test.each([
    ['| a | b |', 'a table row'],
    ['```go', 'a code fence'],
    ['<div>', 'HTML'],
    ['> a', 'a block quotation'],
    ['- ', 'a list item without words'],
    ['- [ ]', 'a list item without words'],
    ['## 🎯', 'a heading without words'],
    ['👉', 'a line without words'],
    ['- !!!', 'no letter and no digit'],
  ])('%s', (line, reason) => {
    const read = () => textToOutline('x.txt', `# T\n\n- a\n${line}\n- b`)
    expect(read).toThrow(DocumentError)
    expect(read).toThrow(/^x\.txt:4: /u)
    expect(read).toThrow(reason)
  })

  test('nothing at all', () => {
    expect(() => textToOutline('x.txt', ' \n')).toThrow('x.txt:1: the document is empty')
  })
})

describe('[O1] the five documents', () => {
  test.each([
    ['000', { lines: 137, nonBlank: 125, headings: 32, separators: 1, items: 92 }, '2 OYLIK ROADMAP — KUNLIK REJA'],
    ['001', { lines: 343, nonBlank: 157, headings: 37, separators: 9, items: 111 }, '2 OYLIK (8 HAFTA) ROADMAP'],
    [
      '002',
      { lines: 162, nonBlank: 126, headings: 34, separators: 9, items: 83 },
      '2 OYLIK (8 HAFTA) INTENSIV BACKEND ROADMAP',
    ],
    [
      '003',
      { lines: 134, nonBlank: 64, headings: 19, separators: 7, items: 38 },
      '8-HAFTA — Architecture & System Design',
    ],
    [
      '004',
      { lines: 229, nonBlank: 172, headings: 41, separators: 15, items: 116 },
      '3-месячный Roadmap до уровня Senior Golang Developer',
    ],
  ])('%s', (number, counts, title) => {
    const { name, text } = receivedDocument(number)
    const document = readDocument(name, text)
    expect(document.counts).toEqual(counts)
    expect(document.title).toBe(title)
    expect(counts.headings + counts.separators + counts.items).toBe(counts.nonBlank)
    expect(text.split('\n').filter((line) => /\S/u.test(line))).toHaveLength(counts.nonBlank)
  })
})
