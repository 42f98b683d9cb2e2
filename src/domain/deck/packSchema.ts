// The strict schemas of packs and of their index. The deck build checks with them everything that it writes; the app then
// only has to see that a file is, to the byte, one that was checked, so that zod is no part of its start.
import { languages } from '#domain/language.ts'
import { z } from '#domain/schema.ts'
import { cardKinds, levels, type Card } from './card.ts'
import { packFormat, type DeckIndex, type Pack } from './pack.ts'
import { tokenKinds, type Block, type Inline } from './tree.ts'

const text = z.string().check(z.maxLength(20_000))
const shortText = z.string().check(z.minLength(1), z.maxLength(500))
const id = z.string().check(z.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/), z.maxLength(100))
const language = z.enum(languages)
const httpsUrl = z.string().check(z.regex(/^https:\/\/\S+$/), z.maxLength(1000))

const inline: z.ZodMiniType<Inline> = z.lazy(() =>
  z.discriminatedUnion('type', [
    z.strictObject({ type: z.literal('text'), text }),
    z.strictObject({ type: z.literal('code'), text }),
    z.strictObject({ type: z.literal('strong'), children: inlines }),
    z.strictObject({ type: z.literal('emphasis'), children: inlines }),
    z.strictObject({ type: z.literal('link'), url: httpsUrl, children: inlines }),
  ]),
)
const inlines = z.array(inline).check(z.maxLength(2000))

const codeBlock = z.strictObject({
  type: z.literal('codeBlock'),
  language: shortText,
  lines: z.array(z.array(z.strictObject({ kind: z.enum(tokenKinds), text }))).check(z.maxLength(1000)),
})

const block: z.ZodMiniType<Block> = z.lazy(() =>
  z.discriminatedUnion('type', [
    z.strictObject({ type: z.literal('paragraph'), children: inlines }),
    z.strictObject({ type: z.literal('list'), ordered: z.boolean(), items: z.array(blocks).check(z.maxLength(200)) }),
    z.strictObject({
      type: z.literal('table'),
      head: z.array(inlines).check(z.maxLength(20)),
      rows: z.array(z.array(inlines).check(z.maxLength(20))).check(z.maxLength(200)),
    }),
    codeBlock,
  ]),
)
const blocks = z.array(block).check(z.maxLength(500))

const card: z.ZodMiniType<Card> = z.strictObject({
  id,
  subject: id,
  kind: z.enum(cardKinds),
  level: z.enum(levels),
  covers: z.array(shortText).check(z.maxLength(200)),
  sources: z
    .array(
      z.strictObject({
        title: shortText,
        section: shortText,
        url: httpsUrl,
        points: z.array(z.int().check(z.gte(1), z.lte(6))),
      }),
    )
    .check(z.maxLength(50)),
  checked: z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/)),
  code: z.nullable(z.strictObject({ block: codeBlock, output: z.nullable(z.array(text).check(z.maxLength(1000))) })),
  language,
  face: z.strictObject({
    question: inlines,
    answer: blocks,
    keyPoints: z.array(z.strictObject({ must: z.boolean(), text: inlines })).check(z.minLength(1), z.maxLength(6)),
    explanation: blocks,
    mistake: blocks,
    followUp: z.strictObject({ question: inlines, answer: blocks }),
  }),
})

/** A pack as the app knows it; its files are only another way to write the same. */
export const packSchema: z.ZodMiniType<Pack> = z.strictObject({
  subject: id,
  language,
  cards: z.array(card).check(z.maxLength(2000)),
})

const packReference = z.strictObject({
  file: z.string().check(z.regex(/^[a-z0-9.-]+\.json$/), z.maxLength(200)),
  hash: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
  sizeBytes: z.int().check(z.gte(0)),
})

const inEachLanguage = z.strictObject({ uz: shortText, ru: shortText, en: shortText })

export const deckIndexSchema: z.ZodMiniType<DeckIndex> = z.strictObject({
  format: z.literal(packFormat),
  contentVersion: z.string().check(z.regex(/^[0-9a-f]{16}$/)),
  subjects: z
    .array(
      z.strictObject({
        id,
        name: inEachLanguage,
        description: inEachLanguage,
        shared: packReference,
        packs: z.strictObject({ uz: packReference, ru: packReference, en: packReference }),
      }),
    )
    .check(z.maxLength(200)),
  cards: z
    .array(z.strictObject({ id, subject: id, kind: z.enum(cardKinds), level: z.enum(levels) }))
    .check(z.maxLength(20_000)),
})
