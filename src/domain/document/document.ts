// One roadmap document from its bytes as text to its items: repair, outline, items. The deck build starts here.
import { DocumentError } from './documentError.ts'
import { outlineToItems, type Item } from './items.ts'
import { textToOutline, type OutlineCounts } from './outline.ts'
import { repairText, type Repair } from './repair.ts'

export interface RoadmapDocument {
  /** The number at the start of the file name: "000". */
  readonly document: string
  readonly file: string
  readonly title: string
  readonly items: readonly Item[]
  readonly counts: OutlineCounts
  readonly repair: Repair
}

/**
 * Reads `text`, the file `name` decoded as UTF-8. Throws RepairError when it is damaged beyond what can be restored with
 * certainty, DocumentError when a line fits nowhere or two lines would have one id. Both messages start with
 * `name:line:`.
 */
export function readDocument(name: string, text: string): RoadmapDocument {
  const document = /^\d+/u.exec(name)?.[0]
  if (document === undefined) {
    throw new DocumentError(name, 1, 'the name of a document starts with its number, as in 000_roadmap.txt')
  }
  const repair = repairText(text, name)
  const { title, items, counts } = textToOutline(name, repair.text)
  return { document, file: name, title, items: outlineToItems(document, name, items), counts, repair }
}
