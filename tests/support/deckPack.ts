// A small card and its pack, whole in every field.
import type { Card } from '#domain/deck/card.ts'
import { packFormat, type DeckIndex, type Pack, type PackReference } from '#domain/deck/pack.ts'
import type { Language } from '#domain/language.ts'
import type { FetchedPack } from '#storage/content.ts'

export function sampleCard(id: string, subject = 'go', language: Language = 'uz'): Card {
  const says = (text: string): { readonly type: 'text'; readonly text: string }[] => [{ type: 'text', text }]
  const paragraph = (text: string): Card['face']['answer'] => [{ type: 'paragraph', children: says(text) }]
  return {
    id,
    subject,
    kind: 'concept',
    level: 'junior',
    covers: [`document/week-1#${id}`],
    sources: [{ title: 'The Go Memory Model', section: 'Locks', url: 'https://go.dev/ref/mem', points: [1] }],
    checked: '2026-11-20',
    code: { block: { type: 'codeBlock', language: 'go', lines: [[{ kind: 'plain', text: 'main()' }]] }, output: null },
    language,
    face: {
      question: says(`${id} (${language})?`),
      answer: paragraph('An answer.'),
      keyPoints: [{ must: true, text: says('A point.') }],
      explanation: paragraph('Why.'),
      mistake: paragraph('What is often said.'),
      followUp: { question: says('And then?'), answer: paragraph('That.') },
    },
  }
}

export function samplePack(ids: readonly string[], subject = 'go', language: Language = 'uz'): Pack {
  return { subject, language, cards: ids.map((id) => sampleCard(id, subject, language)) }
}

export function packReference(hash = 'a'): PackReference {
  return { file: `go.uz.${hash}.json`, hash: hash.repeat(64), sizeBytes: 1234 }
}

/** A pack as it is installed; another hash is another edition of it. */
export function fetchedPack(pack: Pack, hash = 'a'): FetchedPack {
  return { pack, reference: packReference(hash), sharedHash: hash.repeat(64) }
}

export function sampleIndex(ids: readonly string[]): DeckIndex {
  const inEachLanguage = { uz: 'Go', ru: 'Go', en: 'Go' }
  const packs = { uz: packReference('a'), ru: packReference('b'), en: packReference('c') }
  return {
    format: packFormat,
    contentVersion: '0123456789abcdef',
    subjects: [{ id: 'go', name: inEachLanguage, description: inEachLanguage, shared: packReference('d'), packs }],
    cards: ids.map((id) => ({ id, subject: 'go', kind: 'concept', level: 'junior' })),
  }
}
