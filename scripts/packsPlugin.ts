// Brings the packs to the app: a production build gets a copy of them, the development server reads them where
// `npm run decks` has left them. It alone knows that `build/packs` becomes `packs/` of the site.
import { cpSync, existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Plugin } from 'vite'

const packsFolder = 'build/packs'

export function packsPlugin(): Plugin {
  let root = ''
  let outFolder = ''
  return {
    name: 'suhbat:packs',
    configResolved(config) {
      root = config.root
      outFolder = join(config.root, config.build.outDir)
      if (config.command === 'build' && !existsSync(join(root, packsFolder, 'index.json'))) {
        throw new Error(`There are no packs in ${packsFolder}: run "npm run decks" first.`)
      }
    },
    writeBundle() {
      cpSync(join(root, packsFolder), join(outFolder, 'packs'), { recursive: true })
    },
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        const name = new URL(request.url ?? '/', 'http://localhost').pathname.match(/^.*\/packs\/([\w.-]+\.json)$/)?.[1]
        if (name === undefined) return next()
        const file = join(server.config.root, packsFolder, name)
        if (!existsSync(file)) {
          response.statusCode = 404
          return response.end(`${packsFolder}/${name} does not exist: run "npm run decks".`)
        }
        response.setHeader('Content-Type', 'application/json')
        response.setHeader('Cache-Control', 'no-cache')
        response.end(readFileSync(file))
      })
    },
  }
}
