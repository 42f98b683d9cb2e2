// Slugs: what an id makes of apostrophes, Cyrillic, signs and length.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { slugMaxLength, textToSlug } from '#domain/document/slug.ts'

describe('textToSlug', () => {
  test.each([
    ['TCP 3-way handshake qanday ishlaydi?', 'tcp-3-way-handshake-qanday-ishlaydi'],
    ['CI/CD pipeline qanday bo‘ladi?', 'ci-cd-pipeline-qanday-boladi'],
    ["o'z oʻz o‘z o’z oʼz", 'oz-oz-oz-oz-oz'],
    ['Неделя, Месяц, объём, ещё, ўқҳғ', 'nedelya-mesyats-obyom-eshchyo-oqhg'],
    ['Каналы и их поведение', 'kanaly-i-ikh-povedenie'],
    ['**Redis** `trace_id` 🗓️ (<20MB)', 'redis-trace-id-20mb'],
    ['Café — Öl', 'cafe-ol'],
    ['👉 → …', ''],
  ])('%s → %s', (text, slug) => {
    expect(textToSlug(text)).toBe(slug)
  })

  test('a long one is cut at a dash', () => {
    const slug = textToSlug('Mock interview o‘tkaz (o‘zingga savol berib, ovoz chiqarib javob ber)')
    expect(slug).toBe('mock-interview-otkaz-ozingga-savol-berib-ovoz-chiqarib-javob')
    expect(textToSlug('a'.repeat(70))).toHaveLength(slugMaxLength)
    expect(textToSlug(`${'a'.repeat(60)} b`)).toBe('a'.repeat(60))
  })

  test('is ASCII, short, and a slug of itself', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const slug = textToSlug(text)
        expect(slug).toMatch(/^(?:[a-z0-9]+(?:-[a-z0-9]+)*)?$/u)
        expect(slug.length).toBeLessThanOrEqual(slugMaxLength)
        expect(textToSlug(slug)).toBe(slug)
      }),
    )
  })
})
