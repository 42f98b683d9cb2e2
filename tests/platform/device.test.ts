// What the device is asked for: the time, the zone, and ids that nobody else has.
import { describe, expect, test, vi } from 'vitest'
import { dayOf } from '#domain/study/calendar.ts'
import { clockToCalendar, deviceClock } from '#platform/clock.ts'
import { createId } from '#platform/createId.ts'
import { createStore } from '#platform/store.ts'
import { createTestClock } from '#support/appSurroundings.ts'

test('ids are 32 hex digits, and no two are the same', () => {
  const ids = Array.from({ length: 1000 }, createId)
  for (const id of ids) expect(id).toMatch(/^[0-9a-f]{32}$/)
  expect(new Set(ids).size).toBe(1000)
})

test('the clock of the device counts east as positive', () => {
  const spy = vi.spyOn(Date.prototype, 'getTimezoneOffset').mockReturnValue(-300)
  expect(deviceClock.offsetMinutes(0)).toBe(300)
  spy.mockRestore()
  expect(Math.abs(deviceClock.now() - Date.now())).toBeLessThan(1000)
})

describe('a clock and a rollover hour make a calendar', () => {
  test.each([
    ['2026-11-20 23:50+05:00', 4, 0],
    ['2026-11-21 03:59+05:00', 4, 0],
    ['2026-11-21 04:01+05:00', 4, 1],
    ['2026-11-21 00:01+05:00', 0, 1],
    ['2026-11-21 11:59+05:00', 12, 0],
  ])('%s with %i', (text, rolloverHour, days) => {
    const clock = createTestClock(text)
    expect(dayOf(clock.now(), clockToCalendar(clock, rolloverHour))).toBe(20_777 + days)
  })

  test('follows the device into another zone', () => {
    const clock = createTestClock('2026-11-20 22:30+05:00')
    const calendar = clockToCalendar(clock, 4)
    expect(dayOf(clock.now(), calendar)).toBe(20_777)
    clock.setOffset(13 * 60)
    expect(dayOf(clock.now(), calendar)).toBe(20_778)
  })
})

test('a store tells those who listen, and nobody else', () => {
  const store = createStore(1)
  const seen: number[] = []
  const leave = store.subscribe(() => seen.push(store.get()))
  store.set(2)
  leave()
  store.set(3)
  expect(seen).toEqual([2])
  expect(store.get()).toBe(3)
})
