// What each page reads before it shows. A page that is being left stays on the screen until the next one has read its own,
// so that nothing flashes; React asks for the promise of a visit more than once on the way and has to get the same one.
import { readCatalogue, type Catalogue } from '#platform/catalogue.ts'
import { readDay, readSittingStart, type Day, type SittingStart } from '#platform/day.ts'
import { soundIndex } from '#platform/soundIndex.ts'
import type { Surroundings } from '#platform/surroundings.ts'
import type { DeckIndex } from '#domain/deck/pack.ts'
import type { SettingsReading } from '#domain/study/settings.ts'
import { loadSettings } from '#storage/settingsStore.ts'

/** Reads once for each visit, which is named by a key of its own. */
export type Load<Value> = (visit: string) => Promise<Value>

export interface Pages {
  /** Read once: whatever changes later, the app hears of. */
  readonly settings: Promise<SettingsReading>
  readonly today: Load<Day>
  readonly study: Load<SittingStart>
  readonly subjects: Load<Catalogue>
  readonly index: Load<DeckIndex | null>
}

export function createPages(surroundings: Surroundings): Pages {
  const { user, content } = surroundings
  return {
    settings: loadSettings(user),
    today: oncePerVisit(async () => readDay(surroundings, (await loadSettings(user)).settings)),
    study: oncePerVisit(async () => readSittingStart(surroundings, (await loadSettings(user)).settings)),
    subjects: oncePerVisit(() => readCatalogue(surroundings)),
    index: oncePerVisit(() => soundIndex(content)),
  }
}

/** The one being left and the one being opened; a few more for quick fingers. */
const visitsKept = 8

function oncePerVisit<Value>(read: () => Promise<Value>): Load<Value> {
  const reads = new Map<string, Promise<Value>>()
  return (visit) => {
    const known = reads.get(visit)
    if (known !== undefined) return known
    const begun = read()
    reads.set(visit, begun)
    const [oldest] = reads.keys()
    if (reads.size > visitsKept && oldest !== undefined) reads.delete(oldest)
    return begun
  }
}
