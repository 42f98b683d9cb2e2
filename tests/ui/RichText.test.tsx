// Rich text as a person meets it: the tree becomes elements, and nothing in it becomes HTML of its own.
import { render, screen, within } from '@testing-library/react'
import type { ComponentProps } from 'react'
import { describe, expect, test } from 'vitest'
import { CodeText, PlainCode, RichInline, RichText } from '#ui/RichText.tsx'

type Blocks = ComponentProps<typeof RichText>['content']
type Inlines = ComponentProps<typeof RichInline>['content']

const text = (words: string) => ({ type: 'text', text: words }) as const
const paragraph = (words: string) => ({ type: 'paragraph', children: [text(words)] }) as const

/** The elements inside, as "p(text strong(text))". */
function outline(node: Element): string {
  const inside = [...node.childNodes].map((child) => {
    if (child instanceof Element) return `${child.tagName.toLowerCase()}(${outline(child)})`
    return child.textContent ?? ''
  })
  return inside.join('')
}

describe('inline', () => {
  test.each<[string, Inlines, string]>([
    ['words', [text('plain')], 'plain'],
    ['code', [text('use '), { type: 'code', text: 'make(chan int)' }], 'use code(make(chan int))'],
    [
      'strong in emphasis',
      [{ type: 'emphasis', children: [{ type: 'strong', children: [text('both')] }] }],
      'em(strong(both))',
    ],
    ['what looks like HTML', [text('<b>not bold</b> &amp;')], '<b>not bold</b> &amp;'],
    ['nothing', [], ''],
  ])('%s', (_, content, shown) => {
    const { container } = render(<RichInline content={content} />)
    expect(outline(container)).toBe(shown)
  })

  test('a link opens beside the app and tells nobody where it came from', () => {
    render(<RichInline content={[{ type: 'link', url: 'https://go.dev/', children: [text('Go')] }]} />)
    const link = screen.getByRole<HTMLAnchorElement>('link', { name: 'Go' })
    expect([link.href, link.target, link.rel]).toEqual(['https://go.dev/', '_blank', 'noreferrer'])
  })
})

describe('blocks', () => {
  test.each<[string, Blocks, string]>([
    ['paragraphs', [paragraph('one'), paragraph('two')], 'p(one)p(two)'],
    [
      'a list',
      [{ type: 'list', ordered: false, items: [[paragraph('a')], [paragraph('b')]] }],
      'ul(li(div(p(a)))li(div(p(b))))',
    ],
    [
      'a list in a numbered list',
      [
        {
          type: 'list',
          ordered: true,
          items: [[paragraph('a'), { type: 'list', ordered: false, items: [[paragraph('b')]] }]],
        },
      ],
      'ol(li(div(p(a)ul(li(div(p(b)))))))',
    ],
  ])('%s', (_, content, shown) => {
    const { container } = render(<RichText content={content} />)
    expect(outline(container)).toBe(`div(${shown})`)
  })

  test('a table has headings for its columns, and can be scrolled by keyboard', () => {
    const table: Blocks[number] = {
      type: 'table',
      head: [[text('Lock')], [text('Cost')]],
      rows: [
        [[text('Mutex')], [text('low')]],
        [[text('RWMutex')], [text('more')]],
      ],
    }
    render(<RichText content={[table]} />)
    const shown = screen.getByRole('table')
    expect(
      within(shown)
        .getAllByRole('columnheader')
        .map((cell) => cell.textContent),
    ).toEqual(['Lock', 'Cost'])
    expect(
      within(shown)
        .getAllByRole('row')
        .map((row) => row.textContent),
    ).toEqual(['LockCost', 'Mutexlow', 'RWMutexmore'])
    expect(screen.getByRole('group').tabIndex).toBe(0)
  })
})

describe('code', () => {
  test('keeps every space and line, is English and is not translated', () => {
    const { container } = render(
      <CodeText
        code={{
          type: 'codeBlock',
          language: 'go',
          lines: [
            [
              { kind: 'keyword', text: 'if' },
              { kind: 'plain', text: ' a < b {' },
            ],
            [],
            [{ kind: 'plain', text: '\treturn' }],
          ],
        }}
      />,
    )
    const block = container.querySelector('pre')
    expect(block?.textContent).toBe('if a < b {\n\n\treturn\n')
    expect([block?.lang, block?.getAttribute('translate'), block?.tabIndex]).toEqual(['en', 'no', 0])
    expect(container.querySelector('span')?.textContent).toBe('if')
  })

  test('what it prints stands line under line', () => {
    const { container } = render(<PlainCode lines={['1', '', '<nil>']} />)
    expect(container.querySelector('pre')?.textContent).toBe('1\n\n<nil>')
  })
})
