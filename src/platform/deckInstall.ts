// Brings the decks onto the device: fetched, checked against the hash that the index names, and stored one pack at a time, the language being studied first, so that the first card can be answered before the rest has come.
import {
  isDeckIndex,
  isFacePack,
  isSharedPack,
  joinPacks,
  packEncodings,
  packFormat,
  type DeckIndex,
  type Pack,
  type PackReference,
  type SharedPack,
} from '#domain/deck/pack.ts'
import { languages, type Language } from '#domain/language.ts'
import { forgetPack, installDeck, installPack, installedPacks, saveIndex, type FetchedPack } from '#storage/content.ts'
import type { ContentDatabase } from '#storage/contentDatabase.ts'
import type { Clock } from './clock.ts'
import { soundIndex } from './soundIndex.ts'
import { createStore, type Store } from './store.ts'

export type InstallState =
  | { readonly phase: 'installing'; readonly done: number; readonly total: number }
  | { readonly phase: 'ready' }
  | {
      readonly phase: 'failed'
      readonly reason: 'network' | 'damaged' | 'format' | 'storage'
      /** The file that was damaged, or the storage error's own words. */
      readonly detail: string
      readonly cause: unknown
    }

export interface DeckInstall {
  readonly state: Store<InstallState>
  /** Installs what is missing; `first` is the language whose packs come first. Never rejects: see `state`. */
  readonly start: (first: Language) => Promise<void>
  /** Once more, after a failure. */
  readonly retry: () => void
  /** Fetches the pack of one card anew, whether it never came or has been damaged on the device. Never rejects. */
  readonly refetch: (cardId: string, language: Language) => Promise<void>
}

interface PackJob {
  readonly subject: string
  readonly language: Language
  /** The file of the faces, and that of what they share. */
  readonly reference: PackReference
  readonly shared: PackReference
}

type FetchFile = (file: string, cache: RequestCache) => Promise<Response>

class InstallError extends Error {
  readonly reason: 'network' | 'damaged' | 'format'
  readonly file: string

  constructor(reason: 'network' | 'damaged' | 'format', file: string, options?: ErrorOptions) {
    super(`${file}: ${reason}`, options)
    this.name = 'InstallError'
    this.reason = reason
    this.file = file
  }
}

const slowestAnswerMs = 30_000
const jobsAhead = 4

/** Fetches from the folder in which the deck build put the packs. */
export function packFetcher(baseUrl: string): FetchFile {
  const folder = new URL('packs/', new URL(baseUrl, document.baseURI))
  return (file, cache) => fetch(new URL(file, folder), { cache, signal: AbortSignal.timeout(slowestAnswerMs) })
}

export function createDeckInstall(content: ContentDatabase, clock: Clock, fetchFile: FetchFile): DeckInstall {
  const state = createStore<InstallState>({ phase: 'installing', done: 0, total: 0 })
  let firstLanguage: Language = 'uz'
  let running: Promise<void> | null = null

  async function run() {
    const stored = await soundIndex(content)
    const isComplete = stored !== null && (await missingJobs(stored)).length === 0
    if (isComplete) state.set({ phase: 'ready' })
    const index = await fetchIndex(isComplete)
    if (index === null || (isComplete && index.contentVersion === stored.contentVersion)) return
    // A first index is stored before its packs, so that studying can begin; a later deck replaces the one before it all
    // at once, so that no card vanishes on the way from one to the other.
    const isLater = stored !== null && stored.contentVersion !== index.contentVersion
    if (stored === null) await saveIndex(content, index)
    const jobs = await missingJobs(index)
    const fetches = fetchedAhead(jobs, packReader())
    const fetched: FetchedPack[] = []
    for (const [done, { reference, shared }] of jobs.entries()) {
      if (!isComplete) state.set({ phase: 'installing', done, total: jobs.length })
      const pack = await fetches(done)
      const job = { pack, reference, sharedHash: shared.hash }
      if (isLater) fetched.push(job)
      else await installPack(content, job, clock.now())
    }
    if (isLater) await installDeck(content, index, fetched, clock.now())
    state.set({ phase: 'ready' })
  }

  /** Null when there is no newer index to be had and the device has everything already. */
  async function fetchIndex(isComplete: boolean): Promise<DeckIndex | null> {
    try {
      const bytes = await fetchBytes('index.json', 'no-cache')
      return readIndex(bytes)
    } catch (error) {
      if (isComplete && error instanceof InstallError && error.reason === 'network') return null
      throw error
    }
  }

  async function missingJobs(index: DeckIndex): Promise<readonly PackJob[]> {
    const installed = new Set((await installedPacks(content)).map((pack) => `${pack.hash} ${pack.sharedHash}`))
    const inOrder = [firstLanguage, ...languages.filter((language) => language !== firstLanguage)]
    return inOrder
      .flatMap((language) =>
        index.subjects.map(({ id, packs, shared }): PackJob => ({
          subject: id,
          language,
          reference: packs[language],
          shared,
        })),
      )
      .filter(({ reference, shared }) => !installed.has(`${reference.hash} ${shared.hash}`))
  }

  /** Fetches packs; what the languages of a subject share is fetched once. */
  function packReader(): (job: PackJob) => Promise<Pack> {
    const sharedBySubject = new Map<string, Promise<SharedPack>>()
    return async ({ subject, language, reference, shared }) => {
      const sharing =
        sharedBySubject.get(subject) ??
        fetchFileOf(shared, 'utf-8', (json) => (isSharedPack(json, subject) ? json : null))
      sharedBySubject.set(subject, sharing)
      const [common, faces] = await Promise.all([
        sharing,
        fetchFileOf(reference, packEncodings[language], (json) => (isFacePack(json, subject, language) ? json : null)),
      ])
      try {
        return joinPacks(common, faces)
      } catch (error) {
        throw new InstallError('damaged', reference.file, { cause: error })
      }
    }
  }

  /** The content of a file, which `read` takes or refuses with null. */
  async function fetchFileOf<Content>(
    reference: PackReference,
    encoding: string,
    read: (json: unknown) => Content | null,
  ): Promise<Content> {
    const { file } = reference
    try {
      return await readPack(await fetchBytes(file, 'default'), reference, encoding, read)
    } catch (error) {
      if (!(error instanceof InstallError) || error.reason !== 'damaged') throw error
      // A broken copy may lie in a cache on the way; once more from the source before a person is troubled.
      return readPack(await fetchBytes(file, 'reload'), reference, encoding, read)
    }
  }

  async function fetchBytes(file: string, cache: RequestCache): Promise<ArrayBuffer> {
    try {
      const response = await fetchFile(file, cache)
      if (!response.ok) throw new InstallError('network', file)
      return await response.arrayBuffer()
    } catch (error) {
      throw error instanceof InstallError ? error : new InstallError('network', file, { cause: error })
    }
  }

  function start(first: Language): Promise<void> {
    firstLanguage = first
    running ??= run()
      .catch((error: unknown) => state.set(failureToState(error)))
      .finally(() => {
        running = null
      })
    return running
  }

  function retry() {
    if (state.get().phase === 'failed') state.set({ phase: 'installing', done: 0, total: 0 })
    void start(firstLanguage)
  }

  async function refetch(cardId: string, language: Language): Promise<void> {
    try {
      const index = await soundIndex(content)
      const subject = index?.cards.find((card) => card.id === cardId)?.subject
      if (subject !== undefined) await forgetPack(content, subject, language)
      retry()
    } catch (error) {
      state.set(failureToState(error))
    }
  }

  return { state, start, retry, refetch }
}

/** The work on each job, begun a few jobs ahead of the one asked for: on a phone each answer is far away. */
function fetchedAhead<Job, Result>(
  jobs: readonly Job[],
  fetchOne: (job: Job) => Promise<Result>,
): (position: number) => Promise<Result> {
  const begun: Promise<Result>[] = []
  return (position) => {
    for (const job of jobs.slice(begun.length, position + 1 + jobsAhead)) {
      const result = fetchOne(job)
      // Whoever asks for it is told; until then a failure is nobody's unhandled one.
      result.catch(() => undefined)
      begun.push(result)
    }
    const result = begun[position]
    return result ?? Promise.reject(new RangeError(`There is no job ${position}`))
  }
}

function failureToState(error: unknown): InstallState {
  if (error instanceof InstallError) {
    return { phase: 'failed', reason: error.reason, detail: error.file, cause: error }
  }
  return {
    phase: 'failed',
    reason: 'storage',
    detail: error instanceof Error ? error.message : String(error),
    cause: error,
  }
}

function readIndex(bytes: ArrayBuffer): DeckIndex {
  const json = readJson(bytes, 'index.json', 'utf-8')
  assertFormat(json, 'index.json')
  if (!isDeckIndex(json)) throw new InstallError('damaged', 'index.json')
  return json
}

async function readPack<Content>(
  bytes: ArrayBuffer,
  { file, hash, sizeBytes }: PackReference,
  encoding: string,
  read: (json: unknown) => Content | null,
): Promise<Content> {
  if (bytes.byteLength !== sizeBytes || !(await hasHash(bytes, hash))) throw new InstallError('damaged', file)
  const json = readJson(bytes, file, encoding)
  assertFormat(json, file)
  const content = read(json)
  if (content === null) throw new InstallError('damaged', file)
  return content
}

/** Decks of another format are not damaged; this app is too old (or too new) to read them. */
function assertFormat(json: unknown, file: string): void {
  if (typeof json === 'object' && json !== null && 'format' in json && json.format !== packFormat) {
    throw new InstallError('format', file)
  }
}

function readJson(bytes: ArrayBuffer, file: string, encoding: string): unknown {
  try {
    return JSON.parse(new TextDecoder(encoding, { fatal: true }).decode(bytes))
  } catch (error) {
    throw new InstallError('damaged', file, { cause: error })
  }
}

/** Without HTTPS a browser has no hashes to offer; the length, checked before, still shows what was cut off. */
async function hasHash(bytes: ArrayBuffer, hash: string): Promise<boolean> {
  if (!window.isSecureContext) return true
  const digest = await crypto.subtle.digest('SHA-256', bytes)
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('') === hash
}
