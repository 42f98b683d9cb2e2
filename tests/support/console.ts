// Fails a test that prints an error or a warning: what React, Dexie or the browser complains about is a defect, even when
// every assertion holds. A test that expects a complaint spies on the console itself.
import { format } from 'node:util'
import { afterAll, afterEach, expect } from 'vitest'

const complaints: string[] = []

function complain(...parts: readonly unknown[]): void {
  complaints.push(format(...parts))
}

console.error = complain
console.warn = complain

function expectSilence(): void {
  expect(complaints.splice(0), 'the console stays silent').toEqual([])
}

afterEach(expectSilence)
// What is printed when no test runs, such as by a timer that outlives the last one.
afterAll(expectSilence)
