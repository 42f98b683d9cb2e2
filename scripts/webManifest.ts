// The web app manifest: what an installed Suhbat is called, how it looks and where it starts. Everything hangs on the base
// path, so that the app may live at the root of a host or under a folder of it.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ManifestOptions } from 'vite-plugin-pwa'

const screenshotsFolder = 'public/screenshots'

export function webManifest(base: string): Partial<ManifestOptions> {
  return {
    // The id is what a browser knows the installed app by: another id would be another app beside the old one.
    id: base,
    name: 'Suhbat',
    short_name: 'Suhbat',
    description:
      'Go va backend suhbatiga tayyorgarlik: har kuni 20 ta karta, oʻzbek, rus va ingliz tillarida, internetsiz.',
    lang: 'uz',
    dir: 'ltr',
    start_url: base,
    scope: base,
    display: 'standalone',
    background_color: '#f5f3ee',
    theme_color: '#f5f3ee',
    categories: ['education', 'productivity'],
    icons: [
      { src: 'icons/icon-192.png', sizes: '192x192', type: 'image/png', purpose: 'any' },
      { src: 'icons/icon-512.png', sizes: '512x512', type: 'image/png', purpose: 'any' },
      { src: 'icons/icon-maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
    ],
    shortcuts: [
      {
        name: 'Kartalarni takrorlash',
        short_name: 'Takrorlash',
        url: `${base}study`,
        icons: [{ src: 'icons/icon-192.png', sizes: '192x192', type: 'image/png' }],
      },
    ],
    screenshots: screenshots(),
  }
}

/** Every PNG in public/screenshots; a picture wider than high is shown on desktops, the others on phones. */
function screenshots(): NonNullable<ManifestOptions['screenshots']> {
  if (!existsSync(screenshotsFolder)) return []
  return readdirSync(screenshotsFolder)
    .filter((name) => name.endsWith('.png'))
    .toSorted()
    .map((name) => {
      const { width, height } = pngSize(readFileSync(join(screenshotsFolder, name)))
      return {
        src: `screenshots/${name}`,
        sizes: `${width}x${height}`,
        type: 'image/png',
        form_factor: width > height ? 'wide' : 'narrow',
      }
    })
}

/** Width and height stand in the first chunk of every PNG (IHDR), after the signature, its length and its name. */
function pngSize(bytes: Buffer): { readonly width: number; readonly height: number } {
  return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) }
}
