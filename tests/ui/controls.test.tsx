// The controls by themselves: each has a name, says its state, and passes on what was meant and nothing else.
import { fireEvent, render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { useState } from 'react'
import { describe, expect, test, vi } from 'vitest'
import { Button } from '#ui/Button.tsx'
import { Notice } from '#ui/Notice.tsx'
import { ProgressBar } from '#ui/ProgressBar.tsx'
import { Ring } from '#ui/Ring.tsx'
import { Segments } from '#ui/Segments.tsx'
import { Slider } from '#ui/Slider.tsx'
import { Stepper } from '#ui/Stepper.tsx'
import { Switch } from '#ui/Switch.tsx'

const range = { min: 1, max: 500, step: 5, fewer: 'Fewer', more: 'More', label: 'Cards', rangeMessage: 'From 1 to 500' }

/** A stepper whose owner keeps what it is told. */
function KeptStepper({ first, told }: { readonly first: number; readonly told: (value: number) => void }) {
  const [value, setValue] = useState(first)
  return (
    <Stepper
      {...range}
      value={value}
      onChange={(next) => {
        told(next)
        setValue(next)
      }}
    />
  )
}

describe('a stepper', () => {
  test.each<[number, string, number]>([
    [20, 'More', 25],
    [20, 'Fewer', 15],
    [3, 'Fewer', 1],
    [498, 'More', 500],
  ])('from %i, %s gives %i', async (first, name, next) => {
    const told = vi.fn<(value: number) => void>()
    render(<KeptStepper first={first} told={told} />)
    await userEvent.click(screen.getByRole('button', { name }))
    expect(told.mock.calls).toEqual([[next]])
    expect(screen.getByRole<HTMLInputElement>('textbox', { name: 'Cards' }).value).toBe(String(next))
  })

  test.each<[number, string]>([
    [1, 'Fewer'],
    [500, 'More'],
  ])('at %i, %s is off', (first, name) => {
    render(<KeptStepper first={first} told={() => undefined} />)
    expect(screen.getByRole<HTMLButtonElement>('button', { name }).disabled).toBe(true)
  })

  test.each<[string, readonly number[]]>([
    ['33', [33]],
    ['1', [1]],
    ['500', [500]],
    [' 7 ', [7]],
    ['20', []],
    ['0', []],
    ['501', []],
    ['2.5', []],
    ['', []],
    ['abc', []],
  ])('"%s" typed tells %j', async (typed, tells) => {
    const told = vi.fn<(value: number) => void>()
    render(<KeptStepper first={20} told={told} />)
    const field = screen.getByRole('textbox')
    await userEvent.clear(field)
    if (typed !== '') await userEvent.type(field, typed)
    expect(told).not.toHaveBeenCalled()
    await userEvent.tab()
    expect(told.mock.calls.flat()).toEqual(tells)
    const sound = tells.length > 0 || typed === '20'
    expect(screen.queryByRole('alert')?.textContent ?? null).toBe(sound ? null : 'From 1 to 500')
    expect(field.getAttribute('aria-invalid')).toBe(String(!sound))
  })

  test('Enter judges as well, and only once', async () => {
    const told = vi.fn<(value: number) => void>()
    render(<KeptStepper first={20} told={told} />)
    const field = screen.getByRole('textbox')
    await userEvent.clear(field)
    await userEvent.type(field, '8{Enter}')
    await userEvent.tab()
    expect(told.mock.calls).toEqual([[8]])
  })

  test('shows a value that changes from elsewhere', () => {
    const { rerender } = render(<Stepper {...range} value={20} onChange={() => undefined} />)
    rerender(<Stepper {...range} value={35} onChange={() => undefined} />)
    expect(screen.getByRole<HTMLInputElement>('textbox').value).toBe('35')
  })
})

describe('a slider', () => {
  function openSlider(onChange: (value: number) => void): HTMLElement {
    render(
      <Slider
        label="Retention"
        hint="How sure"
        min={70}
        max={97}
        value={90}
        valueToText={(value) => `${value} %`}
        onChange={onChange}
      />,
    )
    return screen.getByRole('slider', { name: 'Retention' })
  }

  test('tells when the thumb lets go, not on the way', () => {
    const told = vi.fn<(value: number) => void>()
    const slider = openSlider(told)
    for (const value of ['89', '88', '87']) fireEvent.change(slider, { target: { value } })
    expect(slider.getAttribute('aria-valuetext')).toBe('87 %')
    expect(told).not.toHaveBeenCalled()
    fireEvent.pointerUp(slider)
    expect(told.mock.calls).toEqual([[87]])
  })

  test('tells when a key is let go', () => {
    const told = vi.fn<(value: number) => void>()
    const slider = openSlider(told)
    fireEvent.change(slider, { target: { value: '91' } })
    fireEvent.keyUp(slider, { key: 'ArrowRight' })
    expect(told.mock.calls).toEqual([[91]])
  })

  test('tells nothing when it was only touched', () => {
    const told = vi.fn<(value: number) => void>()
    const slider = openSlider(told)
    fireEvent.pointerUp(slider)
    fireEvent.blur(slider)
    expect(told).not.toHaveBeenCalled()
  })
})

describe('segments', () => {
  function openSegments(onChange: (value: 'uz' | 'ru') => void): void {
    render(
      <Segments
        label="Language"
        value="uz"
        segments={[
          { value: 'uz', label: 'UZ', name: 'Oʻzbekcha', lang: 'uz' },
          { value: 'ru', label: 'RU', name: 'Русский', lang: 'ru', disabled: true },
        ]}
        onChange={onChange}
      />,
    )
  }

  test('are radio buttons in a group with a name, each with its own', () => {
    openSegments(() => undefined)
    expect(screen.getByRole('group', { name: 'Language' })).toBeDefined()
    const radios = screen.getAllByRole<HTMLInputElement>('radio')
    expect(radios.map((radio) => [radio.checked, radio.disabled])).toEqual([
      [true, false],
      [false, true],
    ])
    expect(screen.getByRole('radio', { name: 'Русский' }).closest('label')?.lang).toBe('ru')
  })

  test('one that is off is not chosen', async () => {
    const told = vi.fn<(value: 'uz' | 'ru') => void>()
    openSegments(told)
    await userEvent.click(screen.getByText('RU'))
    expect(told).not.toHaveBeenCalled()
  })
})

test('a switch says whether it is on, and its hint belongs to it', async () => {
  const told = vi.fn<(checked: boolean) => void>()
  render(<Switch label="Shortcuts" hint="Space: show" checked={false} onChange={told} />)
  const control = screen.getByRole<HTMLInputElement>('switch', { name: 'Shortcuts' })
  expect(control.checked).toBe(false)
  expect(document.getElementById(control.getAttribute('aria-describedby') ?? '')?.textContent).toBe('Space: show')
  await userEvent.click(screen.getByText('Shortcuts'))
  expect(told.mock.calls).toEqual([[true]])
})

test.each<[number, number, string]>([
  [0, 0, 'scaleX(0)'],
  [3, 4, 'scaleX(0.75)'],
  [9, 4, 'scaleX(1)'],
])('a bar at %i of %i', (value, max, transform) => {
  render(<ProgressBar label="Progress" value={value} max={max} />)
  const bar = screen.getByRole('progressbar', { name: 'Progress' })
  expect(bar.getAttribute('aria-valuenow')).toBe(String(value))
  expect(bar.querySelector<HTMLElement>('div')?.style.transform).toBe(transform)
})

test.each<[number, number]>([
  [0, 1],
  [0.5, 2],
  [1, 2],
  [7, 2],
  [-1, 1],
])('a ring at %d has %i circles and is only a picture', (share, circles) => {
  const { container } = render(<Ring share={share}>middle</Ring>)
  expect(container.querySelectorAll('circle')).toHaveLength(circles)
  expect(container.querySelector('svg')?.getAttribute('aria-hidden')).toBe('true')
  expect(container.textContent).toBe('middle')
})

test('a button is no submit button unless it is told so', () => {
  render(<Button>Go</Button>)
  expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Go' }).type).toBe('button')
})

test('a notice is read out at once only when it is an alert', () => {
  const { rerender } = render(<Notice tone="calm">A new version</Notice>)
  expect(screen.queryByRole('alert')).toBeNull()
  rerender(
    <Notice tone="warning" alert>
      No network
    </Notice>,
  )
  expect(screen.getByRole('alert').textContent).toBe('No network')
})
