// Joins the items of the documents with the cards, and proves that nothing is left without one. It alone knows what
// "covered" means; printing is for the script.
import type { Item } from '#domain/document/items.ts'
import { itemKinds, needsCard, type ItemKind } from '#domain/document/kinds.ts'

/** What the join needs of a card: `covers` are ids of items, or of parts (`item#part`). */
export interface CoveringCard {
  readonly id: string
  readonly covers: readonly string[]
}

export interface InventoryPart {
  readonly id: string
  readonly text: string
  /** The cards that cover this part, by its own id or by the whole item. */
  readonly cards: readonly string[]
}

/** An item as `inventory.json` holds it. */
export interface InventoryItem {
  readonly id: string
  readonly document: string
  readonly line: number
  readonly kind: ItemKind
  readonly section: readonly string[]
  readonly text: string
  readonly parts: readonly InventoryPart[]
  /** The cards that cover the item as a whole. */
  readonly cards: readonly string[]
}

export interface Inventory {
  readonly items: readonly InventoryItem[]
}

export interface CoverageProblem {
  /** `file:line` of the item, or null where the problem is in a card or in the pending list. */
  readonly place: string | null
  readonly message: string
}

/**
 * One row of the table of counts. A unit is what a card can be owed: a part, or an item without parts; goals and
 * instructions have none. Units that are neither covered nor pending are problems.
 */
export interface CoverageCount {
  readonly document: string
  readonly kind: ItemKind
  readonly lines: number
  readonly items: number
  readonly parts: number
  readonly units: number
  readonly covered: number
  readonly pending: number
}

export interface Coverage {
  readonly inventory: Inventory
  /** What no card covers, pending or not: the id of an item of which nothing is covered, else the ids of its parts. */
  readonly uncovered: readonly string[]
  readonly problems: readonly CoverageProblem[]
  /** Every kind of every document, in order, rows of nothing included. */
  readonly counts: readonly CoverageCount[]
}

/**
 * `pending` lists ids of items or parts that wait for a card. It can only shrink: an id that is covered, partly covered,
 * unknown or listed twice is a problem.
 */
export function coverage(items: readonly Item[], cards: readonly CoveringCard[], pending: readonly string[]): Coverage {
  const cardsByCovered = groupCards(cards)
  const pendingIds = new Set(pending)
  const joined = items.map((item) => ({ item, entry: itemToEntry(item, cardsByCovered) }))
  const owed = joined.filter(({ item }) => needsCard(item.kind))

  return {
    inventory: { items: joined.map(({ entry }) => entry) },
    uncovered: owed.flatMap(({ entry }) => uncoveredIds(entry)),
    problems: [
      ...doubleItems(items),
      ...owed.flatMap(({ item, entry }) => missingCards(item, entry, pendingIds)),
      ...unknownCovers(items, cards),
      ...wrongPending(joined, pending),
    ],
    counts: countRows(joined, pendingIds),
  }
}

/** A problem as one line: `file:line: message`. */
export function coverageProblemToText({ place, message }: CoverageProblem): string {
  return place === null ? message : `${place}: ${message}`
}

interface Joined {
  readonly item: Item
  readonly entry: InventoryItem
}

function groupCards(cards: readonly CoveringCard[]): ReadonlyMap<string, readonly string[]> {
  const cardsByCovered = new Map<string, string[]>()
  for (const card of cards) {
    for (const covered of new Set(card.covers)) {
      const ids = cardsByCovered.get(covered)
      if (ids === undefined) cardsByCovered.set(covered, [card.id])
      else ids.push(card.id)
    }
  }
  return cardsByCovered
}

function itemToEntry(item: Item, cardsByCovered: ReadonlyMap<string, readonly string[]>): InventoryItem {
  const { id, document, line, kind, section, text } = item
  const cards = cardsByCovered.get(id) ?? []
  const parts = item.parts.map((part) => ({
    id: part.id,
    text: part.text,
    cards: [...new Set([...(cardsByCovered.get(part.id) ?? []), ...cards])],
  }))
  return { id, document, line, kind, section, text, parts, cards }
}

function unitIds(entry: InventoryItem): readonly string[] {
  return entry.parts.length === 0 ? [entry.id] : entry.parts.map((part) => part.id)
}

/** The units that no card covers. */
function openUnits(entry: InventoryItem): readonly string[] {
  if (entry.cards.length > 0) return []
  if (entry.parts.length === 0) return [entry.id]
  return entry.parts.filter((part) => part.cards.length === 0).map((part) => part.id)
}

/** The same, said of the whole item where no unit of it is covered. */
function uncoveredIds(entry: InventoryItem): readonly string[] {
  const open = openUnits(entry)
  return open.length > 0 && open.length === entry.parts.length ? [entry.id] : open
}

function placeOf(item: Item): string {
  return `${item.file}:${item.line}`
}

/** Within a document the ids are distinct already; two files with one number would still collide. */
function doubleItems(items: readonly Item[]): readonly CoverageProblem[] {
  const firstById = new Map<string, Item>()
  return items.flatMap((item) => {
    const first = firstById.get(item.id)
    if (first === undefined) {
      firstById.set(item.id, item)
      return []
    }
    return [{ place: placeOf(item), message: `${item.id} is the id of ${placeOf(first)} too` }]
  })
}

function missingCards(item: Item, entry: InventoryItem, pending: ReadonlySet<string>): readonly CoverageProblem[] {
  if (pending.has(item.id)) return []
  const missing = openUnits(entry).filter((id) => !pending.has(id))
  const ids = missing.length > 0 && missing.length === entry.parts.length ? [item.id] : missing
  return ids.map((id) => ({
    place: placeOf(item),
    message: `the ${id === item.id ? item.kind : `part of a ${item.kind}`} ${id} has no card`,
  }))
}

function unknownCovers(items: readonly Item[], cards: readonly CoveringCard[]): readonly CoverageProblem[] {
  const known = new Set(items.flatMap((item) => [item.id, ...item.parts.map((part) => part.id)]))
  return cards.flatMap((card) =>
    card.covers
      .filter((id) => !known.has(id))
      .map((id) => ({ place: null, message: `the card ${card.id} covers ${id}, which no document has` })),
  )
}

function wrongPending(joined: readonly Joined[], pending: readonly string[]): readonly CoverageProblem[] {
  const joinedByUnit = new Map(
    joined.flatMap((pair) => [pair.entry.id, ...unitIds(pair.entry)].map((id) => [id, pair] as const)),
  )
  const seen = new Set<string>()
  return pending.flatMap((id): readonly CoverageProblem[] => {
    const isDouble = seen.has(id)
    seen.add(id)
    const pair = joinedByUnit.get(id)
    if (pair === undefined) return [{ place: null, message: `${id} is pending, but no document has it` }]
    const reason = isDouble ? 'pending twice' : pendingReason(pair, id, pending)
    return reason === null ? [] : [{ place: placeOf(pair.item), message: `${id} is ${reason}` }]
  })
}

/** Why an id of a known item may not be pending; null when it may. */
function pendingReason({ item, entry }: Joined, id: string, pending: readonly string[]): string | null {
  if (!needsCard(item.kind)) return `pending, but a card is not owed for a line of kind ${item.kind}`
  const open = openUnits(entry)
  if (id === entry.id) {
    if (open.length === 0) return 'pending, but covered already'
    const isPartly = open.length < unitIds(entry).length
    return isPartly ? `pending, but covered in part; what is missing is ${open.join(', ')}` : null
  }
  if (!open.includes(id)) return 'pending, but covered already'
  return pending.includes(entry.id) ? `pending twice, by itself and with ${entry.id}` : null
}

function countRows(joined: readonly Joined[], pending: ReadonlySet<string>): readonly CoverageCount[] {
  const documents = [...new Set(joined.map(({ item }) => item.document))]
  return documents.flatMap((document) =>
    itemKinds.map((kind) => {
      const entries = joined
        .map(({ entry }) => entry)
        .filter((entry) => entry.document === document && entry.kind === kind)
      const units = needsCard(kind) ? entries.flatMap(unitIds) : []
      const open = needsCard(kind) ? entries.flatMap(openUnits) : []
      return {
        document,
        kind,
        lines: new Set(entries.map((entry) => entry.line)).size,
        items: entries.length,
        parts: entries.reduce((sum, entry) => sum + entry.parts.length, 0),
        units: units.length,
        covered: units.length - open.length,
        pending: open.filter((id) => pending.has(id) || pending.has(id.replace(/#.*$/u, ''))).length,
      }
    }),
  )
}
