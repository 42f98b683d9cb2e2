// Turns the read deck into the files that the app fetches: packs and their index, named by the hash of their bytes. The
// same cards give the same bytes.
import { createHash } from 'node:crypto'
import { introductionOrder, type ItemPlaces } from '#domain/deck/introduction.ts'
import {
  packEncodings,
  packFormat,
  packToFaces,
  packToShared,
  type DeckIndex,
  type FacePack,
  type Pack,
  type PackReference,
  type SharedPack,
} from '#domain/deck/pack.ts'
import { deckIndexSchema, packSchema } from '#domain/deck/packSchema.ts'
import { sourceToCard, type SourceCard } from '#domain/deck/sourceCard.ts'
import type { Subject } from '#domain/deck/subjects.ts'
import type { Language } from '#domain/language.ts'
import type { z } from '#domain/schema.ts'
import { CommandError } from './command.ts'
import { encodeJson } from './encodeJson.ts'

export interface PackFile {
  readonly name: string
  readonly bytes: Buffer
}

const indexFileName = 'index.json'
export const packNamePattern = /^[a-z0-9-]+\.(?:all|[a-z]{2})\.[0-9a-f]{16}\.json$/

/** The packs, then the index that names them; throws `CommandError` if one does not keep to its own schema. */
export function packFiles(
  subjects: readonly Subject[],
  cards: readonly SourceCard[],
  places: ItemPlaces,
): readonly PackFile[] {
  const order = subjects.map((subject) => subject.id)
  const introduced = introductionOrder(cards, order, places)
  const packs: PackFile[] = []
  // A subject without cards yet has nothing to fetch, so the index does not name it.
  const filled = subjects.filter((subject) => introduced.some((card) => card.subject === subject.id))
  const content = {
    subjects: filled.map((subject) => {
      const own = introduced.filter((card) => card.subject === subject.id)
      const refer = (kind: Language | 'all', pack: SharedPack | FacePack): PackReference => {
        const file = packFile(subject.id, kind, pack)
        packs.push(file)
        return { file: file.name, hash: sha256(file.bytes), sizeBytes: file.bytes.length }
      }
      const uz = checkedPack(subject.id, 'uz', own)
      const ru = checkedPack(subject.id, 'ru', own)
      const en = checkedPack(subject.id, 'en', own)
      const { id, name, description } = subject
      return {
        id,
        name,
        description,
        // Whatever the language, the same: any of the packs will do.
        shared: refer('all', packToShared(uz)),
        packs: { uz: refer('uz', packToFaces(uz)), ru: refer('ru', packToFaces(ru)), en: refer('en', packToFaces(en)) },
      }
    }),
    cards: introduced.map(({ id, subject, kind, level }) => ({ id, subject, kind, level })),
  }
  const contentVersion = sha256(JSON.stringify(content)).slice(0, 16)
  const index: DeckIndex = { format: packFormat, contentVersion, ...content }
  return [
    ...packs,
    { name: indexFileName, bytes: Buffer.from(JSON.stringify(checked(deckIndexSchema, index, indexFileName))) },
  ]
}

function checkedPack(subject: string, language: Language, cards: readonly SourceCard[]): Pack {
  const pack: Pack = { subject, language, cards: cards.map((card) => sourceToCard(card, language)) }
  return checked(packSchema, pack, `${subject}.${language}`)
}

function packFile(subject: string, kind: Language | 'all', content: SharedPack | FacePack): PackFile {
  const bytes = encodeJson(JSON.stringify(content), kind === 'all' ? 'utf-8' : packEncodings[kind])
  return { name: `${subject}.${kind}.${sha256(bytes).slice(0, 16)}.json`, bytes }
}

/** What the app will check before it stores a pack is checked here first, so that no broken pack is ever shipped. */
function checked<Value>(schema: z.ZodMiniType<Value>, value: Value, name: string): Value {
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  const places = parsed.error.issues.map((issue) => issue.path.join('.'))
  throw new CommandError(`The pack ${name} breaks the limits of its schema at ${places.join(', ')}.`)
}

function sha256(content: string | Buffer): string {
  return createHash('sha256').update(content).digest('hex')
}
