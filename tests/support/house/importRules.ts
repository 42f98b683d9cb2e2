// The floors of the house: which of them may import which, and which package is known to one file alone.
import { dirname } from 'node:path/posix'
import type { Import, Source } from './sources.ts'

/** What each floor may import besides itself. `main.tsx` only wires, so it sees everything. */
const below: Readonly<Record<string, readonly string[]>> = {
  domain: [],
  storage: ['domain'],
  platform: ['domain', 'storage'],
  ui: [],
  features: ['domain', 'storage', 'platform', 'ui'],
  app: ['domain', 'storage', 'platform', 'ui', 'features'],
  main: ['domain', 'storage', 'platform', 'ui', 'features', 'app'],
  'service-worker': [],
}

/** Packages that are known in one place only. */
const keepers: readonly { readonly name: RegExp; readonly place: RegExp; readonly where: string }[] = [
  { name: /^ts-fsrs(\/|$)/, place: /^src\/domain\/study\/schedule\.ts$/, where: 'src/domain/study/schedule.ts' },
  { name: /^zod(\/|$)/, place: /^src\/domain\/schema\.ts$/, where: 'src/domain/schema.ts' },
  { name: /^dexie(\/|$)/, place: /^src\/storage\//, where: 'src/storage' },
  { name: /^dexie-react-hooks$/, place: /^src\/(platform|features)\//, where: 'src/platform and src/features' },
  {
    name: /^react(-dom|-router|-i18next)?(\/|$)/,
    place: /^src\/(platform|ui|features|app|main)/,
    where: 'the screens',
  },
  { name: /^i18next$/, place: /^src\/(platform|app|main)/, where: 'src/platform' },
  { name: /^workbox-window$/, place: /^src\/platform\//, where: 'src/platform' },
  { name: /^workbox-(?!window)/, place: /^src\/service-worker\.ts$/, where: 'src/service-worker.ts' },
  { name: /^node:/, place: /^(?!)/, where: 'scripts and tests' },
]

/** Every wrong import of a file of `src`, as `path:line: sentence`. */
export function importProblems(source: Source): readonly string[] {
  return source.imports.flatMap((found) =>
    [crossing(source.path, found), floor(source.path, found), keeper(source.path, found)].flatMap((sentence) =>
      sentence === null ? [] : [`${source.path}:${found.line}: ${sentence}`],
    ),
  )
}

function crossing(path: string, { specifier }: Import): string | null {
  if (specifier.startsWith('..'))
    return `"${specifier}" climbs out of its folder: write #domain/…, #storage/… and so on`
  if (!/^[.#]/.test(specifier)) return null
  if (!/\.\w+(\?url)?$/.test(specifier)) return `"${specifier}" has no extension`
  const folder = `#${dirname(path).slice('src/'.length)}/`
  const isNeighbour = specifier.startsWith(folder) && !specifier.slice(folder.length).includes('/')
  return isNeighbour ? `"${specifier}" is in the same folder: write ./${specifier.slice(folder.length)}` : null
}

function floor(path: string, { specifier }: Import): string | null {
  const target = specifier.startsWith('#') ? specifier.slice(1) : null
  if (target === null) return null
  const [fromFloor = '', fromFeature] = path
    .replace(/^src\//, '')
    .replace(/\.tsx?$/, '')
    .split('/')
  const [toFloor = '', toFeature] = target.split('/')
  if (!(toFloor in below)) return `"${specifier}" is not a floor of src`
  if (fromFloor === toFloor) {
    const isOtherFeature = fromFloor === 'features' && fromFeature !== toFeature
    return isOtherFeature ? `the feature ${fromFeature} imports the feature ${toFeature}` : null
  }
  return below[fromFloor]?.includes(toFloor) === true ? null : `${fromFloor} may not import ${toFloor}`
}

function keeper(path: string, { specifier }: Import): string | null {
  const broken = keepers.find(({ name, place }) => name.test(specifier) && !place.test(path))
  return broken === undefined ? null : `"${specifier}" is known only to ${broken.where}`
}
