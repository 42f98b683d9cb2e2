// Items of the five documents: how many of each kind, the 21 questions word for word, and ids that stay.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readDocument } from '#domain/document/document.ts'
import { DocumentError } from '#domain/document/documentError.ts'
import type { Item } from '#domain/document/items.ts'
import { itemKinds } from '#domain/document/kinds.ts'
import { RepairError } from '#domain/document/repair.ts'
import { textToSlug } from '#domain/document/slug.ts'
import { receivedDocument, receivedDocuments } from '#support/roadmaps.ts'

const documents = receivedDocuments.map(({ name, text }) => readDocument(name, text))
const items = documents.flatMap((document) => document.items)

function itemAt(document: string, line: number): Item {
  const item = items.find((candidate) => candidate.document === document && candidate.line === line)
  if (item === undefined) throw new Error(`no item at ${document}:${line}`)
  return item
}

describe('counts', () => {
  test.each([
    ['000', { question: 0, topic: 59, practice: 22, goal: 0, instruction: 11, parts: 129 }],
    ['001', { question: 0, topic: 76, practice: 27, goal: 8, instruction: 0, parts: 120 }],
    ['002', { question: 21, topic: 25, practice: 22, goal: 10, instruction: 5, parts: 140 }],
    ['003', { question: 0, topic: 20, practice: 17, goal: 0, instruction: 1, parts: 67 }],
    ['004', { question: 0, topic: 50, practice: 52, goal: 14, instruction: 0, parts: 104 }],
  ])('%s', (document, counts) => {
    const own = items.filter((item) => item.document === document)
    const byKind = itemKinds.map((kind) => [kind, own.filter((item) => item.kind === kind).length])
    const parts = own.flatMap((item) => item.parts).length
    expect({ ...Object.fromEntries(byKind), parts }).toEqual(counts)
  })
})

test('[I3] the 21 questions', () => {
  const questions = items.filter(({ kind }) => kind === 'question')
  expect(questions.map(({ line, section, text }) => [section[0]?.slice(0, 1), line, text])).toEqual([
    ['1', 25, 'Process va Thread farqi nima?'],
    ['1', 26, 'TCP 3-way handshake qanday ishlaydi?'],
    ['1', 27, 'HTTPS qanday shifrlaydi?'],
    ['2', 44, 'Rebase vs Merge qachon ishlatiladi?'],
    ['2', 45, 'Go’da value va reference qanday uzatiladi?'],
    ['2', 46, 'Interface nima uchun kerak?'],
    ['3', 63, 'Deadlock qanday yuz beradi va qanday oldini olasiz?'],
    ['3', 64, 'Index qachon yaratiladi?'],
    ['3', 65, 'ACID nima?'],
    ['4', 82, 'Sharding qachon kerak?'],
    ['4', 83, 'Cache invalidation muammosi qanday yechiladi?'],
    ['4', 84, 'Large file qanday samarali yuklanadi?'],
    ['5', 101, 'Kafka va RabbitMQ farqi?'],
    ['5', 102, 'Rate limiting algoritmlari?'],
    ['5', 103, 'gRPC qachon REST dan yaxshi?'],
    ['6', 119, 'Microservices qanday muammolar keltirib chiqaradi?'],
    ['6', 120, 'Singleton Go’da thread-safe qanday qilinadi?'],
    ['6', 121, 'Rate limiter design qiling'],
    ['7', 138, 'Docker qanday ishlaydi?'],
    ['7', 139, 'Unit test va Integration test farqi?'],
    ['7', 140, 'CI/CD pipeline qanday bo‘ladi?'],
  ])
  expect(questions.map(({ id }) => id)).toEqual(
    [
      '1-hafta/interview-tayyorgarligi/process-va-thread-farqi-nima',
      '1-hafta/interview-tayyorgarligi/tcp-3-way-handshake-qanday-ishlaydi',
      '1-hafta/interview-tayyorgarligi/https-qanday-shifrlaydi',
      '2-hafta/interview-tayyorgarligi/rebase-vs-merge-qachon-ishlatiladi',
      '2-hafta/interview-tayyorgarligi/goda-value-va-reference-qanday-uzatiladi',
      '2-hafta/interview-tayyorgarligi/interface-nima-uchun-kerak',
      '3-hafta/interview-tayyorgarligi/deadlock-qanday-yuz-beradi-va-qanday-oldini-olasiz',
      '3-hafta/interview-tayyorgarligi/index-qachon-yaratiladi',
      '3-hafta/interview-tayyorgarligi/acid-nima',
      '4-hafta/interview-tayyorgarligi/sharding-qachon-kerak',
      '4-hafta/interview-tayyorgarligi/cache-invalidation-muammosi-qanday-yechiladi',
      '4-hafta/interview-tayyorgarligi/large-file-qanday-samarali-yuklanadi',
      '5-hafta/interview-tayyorgarligi/kafka-va-rabbitmq-farqi',
      '5-hafta/interview-tayyorgarligi/rate-limiting-algoritmlari',
      '5-hafta/interview-tayyorgarligi/grpc-qachon-rest-dan-yaxshi',
      '6-hafta/interview-tayyorgarligi/microservices-qanday-muammolar-keltirib-chiqaradi',
      '6-hafta/interview-tayyorgarligi/singleton-goda-thread-safe-qanday-qilinadi',
      '6-hafta/interview-tayyorgarligi/rate-limiter-design-qiling',
      '7-hafta/interview-tayyorgarligi/docker-qanday-ishlaydi',
      '7-hafta/interview-tayyorgarligi/unit-test-va-integration-test-farqi',
      '7-hafta/interview-tayyorgarligi/ci-cd-pipeline-qanday-boladi',
    ].map((rest) => `002/${rest}`),
  )
})

describe('kinds of single lines', () => {
  test.each<[string, number, string, string]>([
    ['000', 3, 'instruction', '000/kuniga-6-8-soat-40-nazariya-docs-oqish-60-kod-yozish'],
    ['000', 10, 'topic', '000/1-oy/1-hafta/dushanba/linux-processes-threads-signals-sigterm-sigkill-sigquit'],
    [
      '000',
      27,
      'practice',
      '000/1-oy/1-hafta/payshanba/amaliyot/loyihada-escape-analysis-qilib-allocation-kamaytiring',
    ],
    ['000', 76, 'practice', '000/1-oy/3-hafta/juma/todolist-rabbitmqni-kafka-bilan-refactor-prototype'],
    ['000', 78, 'instruction', '000/1-oy/3-hafta/juma/commit-review'],
    ['000', 99, 'instruction', '000/1-oy/4-hafta/juma/har-designga-draw-io-diagram'],
    ['000', 107, 'topic', '000/2-oy/5-hafta/chorshanba/distributed-cache-design'],
    ['000', 123, 'practice', '000/2-oy/7-hafta/juma/fake-payme-click-integratsiyasi-test-commit'],
    ['000', 128, 'instruction', '000/2-oy/8-hafta/chorshanba/mock-interview-1-2-system-design-go-deep'],
    ['000', 130, 'practice', '000/2-oy/8-hafta/juma/rezyume-final-behavioral-answers-tayyorlash-full-mock'],
    ['000', 136, 'instruction', '000/har-juma-kechqurun/githubga-yangi-commit-qoshimcha'],
    ['001', 8, 'goal', '001/1-hafta/maqsad/goni-ishlataman-emas-tushunaman-advanced'],
    ['001', 335, 'practice', '001/8-hafta/final-project/db-cache-queue'],
    ['002', 9, 'instruction', '002/muhim/kuniga-6-8-soat-vaqt-ajrat-har-hafta-oxirida-ozingni-test'],
    ['002', 24, 'instruction', '002/1-hafta/interview-tayyorgarligi/har-kuni-5-ta-savolga-javob-yoz'],
    ['002', 29, 'goal', '002/1-hafta/natija/jadvalning-birinchi-qismi-100-tugaydi'],
    ['002', 152, 'practice', '002/8-hafta/amaliyot-final/toliq-loyiha-qur'],
    ['003', 8, 'topic', '003/8-hafta/dushanba/nazariya-17-00-19-00/monolith-vs-modular-monolith'],
    [
      '003',
      117,
      'topic',
      '003/8-hafta/shanba/nazariya-17-00-19-00/architecture-microservices-event-driven-integration',
    ],
    [
      '003',
      129,
      'instruction',
      '003/8-hafta/shanba/amaliy-20-00-22-00/readme-nima-qilindi-service-flow-design-decisions',
    ],
    ['004', 8, 'goal', '004/mesyats-1/tseli/ponyat-vnutrennosti-yazyka'],
    ['004', 36, 'topic', '004/mesyats-1/nedelya-2/teoriya/mutex-rwmutex-atomic'],
    ['004', 71, 'practice', '004/mesyats-1/nedelya-4/mini-proekt-concurrent-task-processor/graceful-shutdown'],
    ['004', 215, 'goal', '004/mesyats-3/nedelya-12/tsel/sozdat-production-ready-high-load-sistemu'],
    ['004', 226, 'practice', '004/mesyats-3/nedelya-12/funktsional/ci-cd'],
  ])('[I3] %s:%i is %s', (document, line, kind, id) => {
    expect([itemAt(document, line).kind, itemAt(document, line).id]).toEqual([kind, id])
  })
})

test.each([
  ['Amaliyot', 'Nazariya', 'topic'],
  ['Nazariya', 'Amaliyot', 'practice'],
  ['Amaliyot', 'Maqsad', 'goal'],
  ['Maqsad', 'Juma', 'goal'],
])('[I3] under %s > %s a line is of the kind %s', (outer, inner, kind) => {
  const { items: own } = readDocument('007_x.txt', `# T\n## ${outer}\n### ${inner}\n- Redis`)
  expect(own.map((item) => item.kind)).toEqual([kind])
})

describe('ids', () => {
  test('[I1] [I4] are unique, hold no line, and parts continue them', () => {
    const ids = items.flatMap((item) => [item.id, ...item.parts.map((part) => part.id)])
    expect(new Set(ids).size).toBe(ids.length)
    for (const item of items) {
      expect(item.id).toMatch(/^\d{3}(?:\/[a-z0-9-]+)+$/u)
      for (const part of item.parts) expect(part.id).toBe(`${item.id}#${textToSlug(part.text)}`)
      expect(item.parts).not.toHaveLength(1)
      if (!['topic', 'practice'].includes(item.kind)) expect(item.parts).toEqual([])
    }
  })

  test('[I1] an inserted line renames nothing', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...documents),
        fc.nat(),
        fc.constantFrom('like it', 'blank'),
        (document, at, what) => {
          const lines = document.repair.text.split('\n')
          const item = document.items[at % document.items.length]
          const received = lines[(item?.line ?? 1) - 1] ?? ''
          // A new line of the same indent and the same bullet, right behind an item.
          const start = /^\s*(?:[-*+]\s+(?:\[ \]\s+)?|\d+\.\s+)?/u.exec(received)?.[0] ?? ''
          lines.splice(item?.line ?? 1, 0, what === 'blank' && start.trim() !== '' ? '' : `${start}Yangi mavzu`)
          const after = readDocument(document.file, lines.join('\n')).items.map(({ id }) => id)
          const before = document.items.map(({ id }) => id)
          expect(after.filter((id) => !id.endsWith('yangi-mavzu'))).toEqual(before)
        },
      ),
      { numRuns: 150 },
    )
  })

  test.each([
    ['- Redis\n- Redis', 'lines 3 and 4 have the same id 007/teoriya/redis'],
    ['- C++\n- C#', 'lines 3 and 4 have the same id 007/teoriya/c'],
    ['- a, C++, C#', '"C++" and "C#" have the same id 007/teoriya/a-c-c#c'],
    ['- a, !, b', 'the part "!" holds no letter and no digit'],
  ])('[I2] %j is refused', (lines, reason) => {
    const read = () => readDocument('007_x.txt', `# T\n## Теория\n${lines}`)
    expect(read).toThrow(DocumentError)
    expect(read).toThrow(reason)
  })
})

describe('readDocument', () => {
  test('gives readable sections and the file for messages', () => {
    expect(itemAt('000', 36)).toMatchObject({
      file: '000_021e1432925221c2.txt',
      section: ['1-OY: DEEP ENGINEERING', '2-HAFTA: Databases Mastery', 'Dushanba (PostgreSQL queries)'],
      text: 'Index types: B-Tree, Hash, GIN, BRIN',
      parts: [{ text: 'B-Tree' }, { text: 'Hash' }, { text: 'GIN' }, { text: 'BRIN' }],
    })
    expect(itemAt('003', 8).section).toEqual([
      '8-HAFTA — Architecture & System Design',
      'Dushanba — Architecture Patterns Basics',
      'Nazariya (17:00–19:00)',
    ])
  })

  test('[R3] names the file, the line and the column of what it cannot repair', () => {
    const { name, text } = receivedDocument('002')
    const lines = text.split('\n')
    lines[99] = `${lines[99] ?? ''} â€`
    expect(() => readDocument(name, lines.join('\n'))).toThrow(RepairError)
    expect(() => readDocument(name, lines.join('\n'))).toThrow(
      /^002_25e7884c9531c59a\.txt:100:30: a byte is lost here/u,
    )
  })

  test('wants a number in the name', () => {
    expect(() => readDocument('roadmap.txt', '# T\n- a')).toThrow('roadmap.txt:1: the name of a document starts')
  })
})
