// Repair: the five documents, the rule for lost bytes case by case, and the round trip as a law.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { codePages } from '#domain/document/codePages.ts'
import { RepairError, repairText, type Repair } from '#domain/document/repair.ts'
import { damage, lossModes } from '#support/damage.ts'
import { receivedDocument, receivedDocuments, roadmapText } from '#support/roadmaps.ts'

const pageNames = codePages.map(({ name }) => name)
const damages = pageNames.flatMap((page) => lossModes.map((mode) => [page, mode] as const))

function refusal(text: string): RepairError {
  try {
    const { text: repaired } = repairText(text, 'x.txt')
    throw new Error(`repaired to ${JSON.stringify(repaired)}`)
  } catch (error) {
    if (error instanceof RepairError) return error
    throw error
  }
}

/** The repaired text, or null where the repair is refused; anything else that is thrown fails the test. */
function repairOrNull(text: string): Repair | null {
  try {
    return repairText(text, 'x.txt')
  } catch (error) {
    if (error instanceof RepairError) return null
    throw error
  }
}

describe('the five documents', () => {
  test.each([
    ['000', 'windows-1254', 1],
    ['001', 'windows-1252', 0],
    ['002', 'windows-1254', 22],
    ['003', null, 0],
    ['004', 'mac-roman', 0],
  ])('[R1] %s was read as %s and lost %i bytes', (number, codePage, count) => {
    const { name, text } = receivedDocument(number)
    const repair = repairText(text, name)
    expect(repair.codePage).toBe(codePage)
    expect(repair.restored).toHaveLength(count)
  })

  test('[R2] 000 gets the selector of its calendar back', () => {
    const { name, text } = receivedDocument('000')
    const repair = repairText(text, name)
    expect(repair.restored).toEqual([{ line: 1, column: 8, byte: 0x8f, character: '\uFE0F' }])
    expect(repair.text.split('\n')[0]).toBe('## 🗓️ 2 OYLIK ROADMAP — KUNLIK REJA  ')
  })

  test('[R2] 002 gets one letter and the closing quotes of its 21 questions back', () => {
    const { name, text } = receivedDocument('002')
    const repair = repairText(text, name)
    const [letter, ...quotes] = repair.restored
    expect(letter).toEqual({ line: 4, column: 67, byte: 0x81, character: 'с' })
    expect(quotes.map(({ byte, character }) => `${byte.toString(16)} ${character}`)).toEqual(Array(21).fill('9d ”'))
    expect(repair.text).toContain('"Сможет решить нестандартные задачи"')
    expect(repair.text).toContain('“TCP 3-way handshake qanday ishlaydi?”  \n')
  })

  test('[R1] a repaired document is sound, and 003 was', () => {
    for (const { name, text } of receivedDocuments) {
      const repaired = repairText(text, name).text
      expect(repaired).not.toMatch(/[\u0080-\u009F]|â€|Ñ|Ð|ğŸ|–[∞≤±]/u)
      expect(repairText(repaired, name)).toEqual({ text: repaired, codePage: null, restored: [] })
    }
    expect(repairText(receivedDocument('003').text, '').text).toBe(receivedDocument('003').text)
  })

  test.each(damages)('repaired, and damaged again by %s with its undefined bytes %s', (page, mode) => {
    for (const { name, text } of receivedDocuments) {
      const sound = repairText(text, name).text
      const repair = repairOrNull(damage(sound, page, mode))
      // Only what has lost bytes may be refused: 004 lost too many of its letters to Windows-1254.
      if (mode === 'kept' || page === 'mac-roman') expect(repair).toMatchObject({ text: sound, restored: [] })
      else expect([null, sound]).toContain(repair?.text ?? null)
    }
  })
})

describe('[R2] a lost byte is restored', () => {
  test.each([
    ['a closing quote at the end', '“nima?”', 0x9d],
    ['a closing quote before a full stop', 'Savol: “nima”. Javob — “u”', 0x9d],
    ['a closing quote before a space', '“Process” va “Thread” — nima?', 0x9d],
    ['a selector after a pictograph', 'Reja 🗓️ bor', 0x8f],
    ['a selector of a keycap', '1️⃣ birinchi', 0x8f],
    ['с within a stem', 'нестандартные задачи', 0x81],
    ['several letters of a word', 'архитектура микросервисов', 0x81],
    ['a capital letter', 'Архитектура', 0x90],
  ])('%s: %s', (_, text, byte) => {
    for (const page of ['windows-1254', 'windows-1252'] as const) {
      const repair = repairText(damage(text, page, 'dropped'), 'x.txt')
      expect(repair.text).toBe(text)
      expect(repair.restored.map((restored) => restored.byte)).toContain(byte)
    }
  })

  test('U+FE0E, which only Windows-1254 loses, comes back as U+FE0F', () => {
    expect(repairText(damage('🗓\uFE0E', 'windows-1254', 'dropped'), 'x.txt').text).toBe('🗓\uFE0F')
    expect(repairText(damage('🗓\uFE0E', 'windows-1252', 'dropped'), 'x.txt').text).toBe('🗓\uFE0E')
  })

  test('a closing quote behind a „quotation“ that is closed', () => {
    const text = '„yaxshi“ va “yomon” — u'
    expect(repairText(damage(text, 'windows-1252', 'dropped'), 'x.txt').text).toBe(text)
  })

  test('nothing is restored where the byte is still there', () => {
    expect(repairText(damage('“сто” и “это”', 'windows-1254', 'kept'), 'x.txt')).toEqual({
      text: '“сто” и “это”',
      codePage: 'windows-1254',
      restored: [],
    })
  })
})

describe('[R3] what is uncertain is refused, with its place', () => {
  test.each([
    ['сто or это', 'Бир сто', '1:8', 'nothing decides between'],
    ['a word without a stem', 'Вот\nдва сын', '2:8', 'nothing decides between с, э, ю, я, ў'],
    ['a stem of which too little is left', 'Бир стресс', '1:8', 'nothing decides between'],
    ['a stem that leaves a gap', 'Бир системою', '1:20', 'nothing decides between'],
    ['a word of two scripts', 'Бир goсервис', '1:10', 'nothing decides between'],
    ['an ending that may be another', 'микросервиса версия', '1:30', 'nothing decides between'],
    ['a joiner between pictographs', 'Salom “👩‍💻”', '1:14', 'no rule says'],
    ['a low quote before a word', 'U “aytdi: „yaxshi', '1:13', 'no rule says'],
    ['a low quote behind a space', 'U “aytdi: „ yaxshi', '1:13', 'no rule says'],
    ['a hyphen between letters', '“front‐end”', '1:9', 'no rule says'],
    ['a hyphen between spaces', '“front ‐ end”', '1:10', 'no rule says'],
    ['a closing quote that nothing opened', 'Savol” — javob', '1:6', 'no rule says'],
    ['a second closing quote', '“a” b” — c', '1:9', 'no rule says'],
    ['a quote right behind the opening one', '“” — bo‘sh', '1:4', 'no rule says'],
    ['a selector without a pictograph', 'a\uFE0F — b', '1:2', 'no rule says'],
    ['a pictograph that lost a byte', '🚀 — 🎯', '1:10', 'no rule says'],
    ['two bytes of one character', '🚀 — 🐍', '1:10', 'more than one byte'],
    ['all but the first byte', '🚀 — ❎', '1:10', 'more than one byte'],
    ['an arrow', 'a ← b — c', '1:3', 'no rule says'],
  ])('[R2] %s: %s', (_, text, place, reason) => {
    const error = refusal(damage(text, 'windows-1254', 'dropped'))
    expect(error.message).toContain(`x.txt:${place}: `)
    expect(error.message).toContain(reason)
    expect([error.document, `${error.line}:${error.column}`]).toEqual(['x.txt', place])
  })

  test.each([
    ['a single letter', damage('ё', 'mac-roman', 'kept'), '1:1'],
    ['a first byte that nothing follows', 'Bu â', '1:4'],
    ['half a line', `${damage('— Go’da', 'windows-1252', 'kept')} → sog‘lom`, '1:1'],
    [
      'half a line among damaged ones',
      `${damage('Go’da — bo‘ladi', 'windows-1252', 'kept')}\n${damage('— Go', 'windows-1252', 'kept')} → x`,
      '2:1',
    ],
    ['a “ that closed a „', damage('„yaxshi“ dedi” — u', 'windows-1252', 'dropped'), '1:18'],
    ['bytes that two pages read in two ways', 'CafÃ© rÃ©sumÃ©', '1:4'],
    ['a replacement character', 'Salom\nbu \uFFFD', '2:4'],
    [
      'damage by two pages',
      `${damage('Привет', 'windows-1254', 'kept')}\n${damage('Привет', 'mac-roman', 'kept')}`,
      '2:1',
    ],
    ['damage twice over', damage(damage('Go’da — yaxshi', 'windows-1252', 'kept'), 'windows-1252', 'kept'), '1:1'],
    ['letters of no script that the documents have', damage('ՀայաստանՀայաստան', 'mac-roman', 'kept'), '1:1'],
  ])('%s', (_, text, place) => {
    expect(refusal(text).message).toContain(`x.txt:${place}: `)
  })
})

describe('[R3] a file that is damaged in part', () => {
  test('is repaired line by line', () => {
    const sound = 'Пример “звука” → да'
    const text = `${damage('📅 Go’da', 'windows-1252', 'kept')}\n${sound}\nplain\n`
    expect(repairText(text, 'x.txt')).toEqual({
      text: `📅 Go’da\n${sound}\nplain\n`,
      codePage: 'windows-1252',
      restored: [],
    })
  })

  test('is refused where a line may be either', () => {
    expect(refusal(`Привет → мир\nSo – is –∞ here`).message).toContain('x.txt:2:')
    expect(refusal(`${damage('Go’da — bo‘ladi', 'windows-1252', 'kept')}\nrésumé`).message).toContain('x.txt:2:2: ')
  })
})

describe('laws', () => {
  test('[R3] damage and repair give the text back, or refuse', () => {
    let repairs = 0
    fc.assert(
      fc.property(roadmapText, fc.constantFrom(...damages), (text, [page, mode]) => {
        const repair = repairOrNull(damage(text, page, mode))
        if (repair === null) return
        repairs += 1
        expect(repair.text).toBe(text)
      }),
      { numRuns: 3000 },
    )
    // A repair that refuses everything would keep the law too.
    expect(repairs).toBeGreaterThan(1000)
  })

  test('[R1] nothing that is complete is refused, once there is enough of it', () => {
    fc.assert(
      fc.property(roadmapText, fc.constantFrom(...damages), (text, [page, mode]) => {
        fc.pre(mode === 'kept' || page === 'mac-roman')
        expect(repairText(damage(`— “Привет” ‘ok’ →\n${text}`, page, mode), 'x.txt').codePage).toBe(page)
      }),
    )
  })

  test('[R3] lines damaged here and there give the text back, or are refused', () => {
    fc.assert(
      fc.property(roadmapText, fc.constantFrom(...damages), fc.array(fc.boolean()), (text, [page, mode], isDamaged) => {
        const lines = text.split('\n').map((line, at) => (isDamaged[at % 8] === true ? damage(line, page, mode) : line))
        const repair = repairOrNull(lines.join('\n'))
        if (repair !== null) expect(repair.text).toBe(text)
      }),
      { numRuns: 2000 },
    )
  })

  test('[R1] a sound text stays as it is', () => {
    fc.assert(
      fc.property(roadmapText, (text) => {
        expect(repairText(text, 'x.txt')).toEqual({ text, codePage: null, restored: [] })
      }),
      { numRuns: 1000 },
    )
  })

  test.each(['résumé, naïve', 'Öl und Äpfel', 'Garçon «été» 5 °C', 'dağ, şehir', 'à€€', 'aquí\u00A0½', '', 'plain'])(
    '[R1] %s is sound',
    (text) => {
      expect(repairText(text, 'x.txt').text).toBe(text)
    },
  )
})
