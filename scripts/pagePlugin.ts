// The last touches to a production page: the content policy as the first element of the head (the development server needs
// inline scripts, so it has none), and 404.html, which hosts without rewrites (GitHub Pages) show for the first deep link.
import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Plugin } from 'vite'
import { metaPolicy } from './policy.ts'

export function pagePlugin(): Plugin {
  let outFolder = ''
  return {
    name: 'suhbat:page',
    apply: 'build',
    configResolved(config) {
      outFolder = join(config.root, config.build.outDir)
    },
    transformIndexHtml: {
      order: 'post',
      handler: () => [
        {
          tag: 'meta',
          attrs: { 'http-equiv': 'Content-Security-Policy', content: metaPolicy },
          injectTo: 'head-prepend',
        },
      ],
    },
    writeBundle() {
      copyFileSync(join(outFolder, 'index.html'), join(outFolder, '404.html'))
    },
  }
}
