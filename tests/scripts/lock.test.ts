// Holds the lock file to what `npm ci` demands: it refuses a lock in which the package of any system is missing, even of a
// system that nobody here has. An `npm install` beside an existing node_modules may leave such a lock behind.
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { z } from 'zod/mini'

const lockSchema = z.object({
  packages: z.record(z.string(), z.object({ optionalDependencies: z.optional(z.record(z.string(), z.string())) })),
})

type Packages = z.infer<typeof lockSchema>['packages']

function missingPackages(packages: Packages): readonly string[] {
  return Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).filter((name) => !placesOf(path, name).some((place) => place in packages)),
  )
}

/** Where a package looks for another: in its own node_modules, then in those around it. */
function placesOf(path: string, name: string): readonly string[] {
  const steps = path.split(/\/?node_modules\//).slice(1)
  return [...steps.keys(), steps.length].map((depth) =>
    [...steps.slice(0, depth), name].map((step) => `node_modules/${step}`).join('/'),
  )
}

test('the lock file has the packages of every system', () => {
  const lock = lockSchema.parse(JSON.parse(readFileSync('package-lock.json', 'utf8')))
  expect(missingPackages(lock.packages)).toEqual([])
})

test('a package is found beside, inside and above, and missed when it is nowhere', () => {
  const packages = {
    '': {},
    'node_modules/a': { optionalDependencies: { beside: '1.0.0', inside: '1.0.0', nowhere: '1.0.0' } },
    'node_modules/a/node_modules/inside': { optionalDependencies: { beside: '1.0.0' } },
    'node_modules/beside': {},
  }
  expect(missingPackages(packages)).toEqual(['nowhere'])
})
