// How Suhbat is built, served during development and tested.
import react from '@vitejs/plugin-react'
import { VitePWA } from 'vite-plugin-pwa'
import { defineConfig, type TestProjectConfiguration } from 'vitest/config'
import packageJson from './package.json' with { type: 'json' }
import { chunksPlugin } from './scripts/chunksPlugin.ts'
import { packsPlugin } from './scripts/packsPlugin.ts'
import { pagePlugin } from './scripts/pagePlugin.ts'
import { siteBase } from './scripts/siteBase.ts'
import { webManifest } from './scripts/webManifest.ts'

const base = siteBase()
// The browsers of spring 2023: the first Safari in which an installed web app is a full one.
const browsers = ['chrome111', 'edge111', 'firefox114', 'safari16.4', 'ios16.4']

const appPlugins = [
  react(),
  packsPlugin(),
  chunksPlugin(),
  pagePlugin(),
  VitePWA({
    strategies: 'injectManifest',
    srcDir: 'src',
    filename: 'service-worker.ts',
    // The app registers it itself: it chooses the moment, and a Trusted Types policy has to sign the address.
    injectRegister: false,
    manifest: webManifest(base),
    injectManifest: {
      // The shell and the interface in three languages. Packs are installed by the app, pictures are for the install sheet.
      globPatterns: ['index.html', '{icon,favicon}.svg', 'assets/**/*.{js,css,json,svg,woff2}'],
    },
    integration: {
      // The plugin names the worker after its source; the address of a worker is for ever, so it is short and our own.
      beforeBuildServiceWorker(options) {
        options.swDest = options.swDest.replace(/service-worker\.js$/, 'sw.js')
        options.injectManifest.swDest = options.swDest
      },
      // One file, as the plugin wants it, but said in the words of this Vite: it warns about the plugin's own.
      configureCustomSWViteBuild(options) {
        options.logLevel = 'warn'
        options.build = {
          target: browsers,
          outDir: 'dist',
          emptyOutDir: false,
          rolldownOptions: {
            input: 'src/service-worker.ts',
            output: { entryFileNames: 'sw.mjs', codeSplitting: false },
          },
        }
      },
    },
    // The browser fetches the icons itself when the app is installed; no screen shows them.
    includeManifestIcons: false,
  }),
]

// Some tests run the whole deck build, and a continuous integration may be ten times slower than a laptop.
const testTimeout = 30_000

const unit: TestProjectConfiguration = {
  extends: true,
  test: {
    name: 'unit',
    testTimeout,
    environment: 'node',
    include: ['tests/**/*.test.ts'],
    exclude: ['tests/{platform,ui,features,app}/**'],
    setupFiles: ['tests/support/console.ts'],
  },
}

const screens: TestProjectConfiguration = {
  extends: true,
  test: {
    name: 'screens',
    // Through the alias of Dexie too: with a second Dexie in the room no live query would ever hear of a change.
    server: { deps: { inline: ['dexie-react-hooks'] } },
    testTimeout,
    environment: 'jsdom',
    include: ['tests/{platform,ui,features,app}/**/*.test.{ts,tsx}', 'tests/**/*.test.tsx'],
    setupFiles: ['tests/support/console.ts', 'tests/support/dom.ts'],
  },
}

// Real browsers on the production build in dist/. They stand apart: `vitest run --mode e2e`, see scripts/test.ts.
const e2e: TestProjectConfiguration = {
  extends: true,
  test: {
    name: 'e2e',
    environment: 'node',
    include: ['tests/e2e/**/*.e2e.ts'],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    fileParallelism: false,
    // What a busy machine needs for a reload; a test that passes waits no longer than it has to.
    expect: { poll: { timeout: 20_000 } },
  },
}

export default defineConfig(({ mode }) => ({
  base,
  define: { 'import.meta.env.VITE_APP_VERSION': JSON.stringify(packageJson.version) },
  resolve: {
    // Dexie's own minified build has shorter names than a minifier dares to give its properties: 2 kB less on the wire.
    alias: [{ find: /^dexie$/, replacement: 'dexie/dist/modern/dexie.min.mjs' }],
  },
  plugins: process.env['VITEST'] === undefined ? appPlugins : [],
  build: {
    target: browsers,
    emptyOutDir: true,
    sourcemap: false,
    // The polyfill is an inline script, which the content policy forbids; every browser of the target preloads by itself.
    modulePreload: { polyfill: false },
    // An inlined picture would be a data: address in JavaScript that has to be parsed before the first card.
    assetsInlineLimit: 0,
    // How much is too much is said by scripts/sizes.ts.
    chunkSizeWarningLimit: 2000,
  },
  server: { host: '127.0.0.1', port: 5173 },
  test: { projects: mode === 'e2e' ? [e2e] : [unit, screens] },
}))
