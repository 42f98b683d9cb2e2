// The server of the production build, asked over real HTTP: what each kind of address gets, and that it can misbehave on
// demand for the browser tests.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { securityHeaders } from '#scripts/policy.ts'
import { startServer, type RunningServer } from '#scripts/server.ts'

const script = 'console.log("one")\n'.repeat(100)
const pack = 'packs/go.uz.0123456789abcdef.json'
const files: Readonly<Record<string, string>> = {
  'index.html': '<!doctype html><title>Suhbat</title>',
  'sw.js': 'self.x = 1',
  'manifest.webmanifest': '{}',
  'favicon.svg': '<svg/>',
  'icons/icon-192.png': 'png',
  'assets/index-Ab1_Cd-2.js': script,
  'assets/index-Ab1_Cd-2.css': 'p {}',
  'packs/index.json': '{"format":1}',
  [pack]: '{"cards":[]}',
  '.vite/manifest.json': '{}',
}

let root = ''
let server: RunningServer

function write(folder: string, path: string, text: string): void {
  mkdirSync(join(folder, path, '..'), { recursive: true })
  writeFileSync(join(folder, path), text)
}

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'suhbat-server-'))
  for (const [path, text] of Object.entries(files)) write(join(root, 'dist'), path, text)
  write(root, 'secret.txt', 'secret')
  server = await startServer({ root: join(root, 'dist') })
})
afterEach(() => server.mend())
afterAll(async () => {
  await server.close()
  rmSync(root, { recursive: true })
})

const navigation = 'Sec-Fetch-Mode: navigate\r\n'

function ask(path: string, init: RequestInit = {}): Promise<Response> {
  return fetch(server.url + path, init)
}

/** Sends the request as it stands: `fetch` would tidy up `..` and add headers of its own. */
function askRaw(path: string, headers = ''): Promise<string> {
  return new Promise((done, failed) => {
    let answer = ''
    const socket = connect(server.port, '127.0.0.1', () => {
      socket.write(`GET ${path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n${headers}\r\n`)
    })
    socket.setEncoding('utf8')
    socket.on('data', (part: string) => (answer += part))
    socket.on('end', () => done(answer))
    socket.on('error', failed)
  })
}

describe('files', () => {
  test.each([
    ['', 'text/html; charset=utf-8', 'no-cache'],
    ['index.html', 'text/html; charset=utf-8', 'no-cache'],
    ['sw.js', 'text/javascript; charset=utf-8', 'no-cache'],
    ['manifest.webmanifest', 'application/manifest+json; charset=utf-8', 'no-cache'],
    ['favicon.svg', 'image/svg+xml', 'no-cache'],
    ['icons/icon-192.png', 'image/png', 'no-cache'],
    ['packs/index.json', 'application/json; charset=utf-8', 'no-cache'],
    ['assets/index-Ab1_Cd-2.js', 'text/javascript; charset=utf-8', 'public, max-age=31536000, immutable'],
    ['assets/index-Ab1_Cd-2.css', 'text/css; charset=utf-8', 'public, max-age=31536000, immutable'],
    [pack, 'application/json; charset=utf-8', 'public, max-age=31536000, immutable'],
  ])('/%s is %s, %s', async (path, type, caching) => {
    const response = await ask(path)
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toBe(type)
    expect(response.headers.get('cache-control')).toBe(caching)
    expect(await response.text()).toBe(files[path === '' ? 'index.html' : path])
  })

  test('a query does not change the file', async () => {
    expect(await (await ask('sw.js?v=2')).text()).toBe(files['sw.js'])
  })

  test('every answer carries the security headers, a refusal too', async () => {
    for (const path of ['', 'sw.js', 'assets/missing.js']) {
      const { headers } = await ask(path)
      for (const [name, value] of Object.entries(securityHeaders)) expect(headers.get(name), path).toBe(value)
    }
    expect(securityHeaders['Content-Security-Policy']).toContain("frame-ancestors 'none'")
  })

  test('HEAD sends the headers and no body', async () => {
    const response = await ask('assets/index-Ab1_Cd-2.js', {
      method: 'HEAD',
      headers: { 'accept-encoding': 'identity' },
    })
    expect(response.status).toBe(200)
    expect(response.headers.get('content-length')).toBe(String(script.length))
    expect(await response.text()).toBe('')
  })

  test('a text is compressed as the browser can read it, a picture is not', async () => {
    const raw = await askRaw('/assets/index-Ab1_Cd-2.js')
    expect(raw).toContain(script)
    const encodings = await Promise.all(
      ['br, gzip', 'gzip', 'br;q=0, gzip;q=0.5', 'identity'].map(async (accepted) => {
        const response = await ask('assets/index-Ab1_Cd-2.js', { headers: { 'accept-encoding': accepted } })
        expect(await response.text()).toBe(script)
        return response.headers.get('content-encoding')
      }),
    )
    expect(encodings).toEqual(['br', 'gzip', 'gzip', null])
    expect((await ask('icons/icon-192.png')).headers.get('content-encoding')).toBeNull()
  })

  test('a known tag is answered with 304, until the file changes', async () => {
    const tag = (await ask('packs/index.json')).headers.get('etag') ?? ''
    expect(tag).toMatch(/^".+"$/)
    const again = await ask('packs/index.json', { headers: { 'if-none-match': tag } })
    expect(again.status).toBe(304)
    expect(await again.text()).toBe('')
    write(join(root, 'dist'), 'packs/index.json', '{"format":1,"more":true}')
    const changed = await ask('packs/index.json', { headers: { 'if-none-match': tag } })
    expect(changed.status).toBe(200)
    expect(await changed.json()).toEqual({ format: 1, more: true })
    write(join(root, 'dist'), 'packs/index.json', files['packs/index.json'] ?? '')
  })
})

describe('addresses without a file', () => {
  test('a person who goes to a screen gets the page', async () => {
    for (const headers of [navigation, 'Accept: text/html,*/*;q=0.8\r\n', 'Accept: */*\r\n']) {
      const answer = await askRaw('/study/go-maps?x=1', headers)
      expect(answer).toMatch(/^HTTP\/1\.1 200 /)
      expect(answer).toContain('Cache-Control: no-cache')
      expect(answer).toContain(files['index.html'])
    }
  })

  test.each([
    ['/assets/missing-Ab1_Cd-2.js', navigation],
    ['/packs/missing.json', navigation],
    ['/study', 'Sec-Fetch-Mode: cors\r\nAccept: text/html\r\n'],
    ['/study', 'Accept: application/json\r\n'],
    ['/.vite/manifest.json', ''],
    ['/assets', ''],
  ])('%s with "%s" is 404, never the page', async (path, headers) => {
    const answer = await askRaw(path, headers)
    expect(answer).toMatch(/^HTTP\/1\.1 404 /)
    expect(answer).toContain('Content-Type: text/plain')
  })

  test.each([
    '/../secret.txt',
    '/assets/../../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/..%5csecret.txt',
    '/%',
  ])('%s is refused', async (path) => {
    const answer = await askRaw(path)
    expect(answer).toMatch(/^HTTP\/1\.1 400 /)
    expect(answer).not.toContain('secret\r\n')
  })

  test('nothing can be written', async () => {
    const response = await ask('index.html', { method: 'POST', body: 'x' })
    expect(response.status).toBe(405)
    expect(response.headers.get('allow')).toBe('GET, HEAD')
  })
})

describe('a site under a folder', () => {
  test('is served there and nowhere else', async () => {
    const other = await startServer({ root: join(root, 'dist'), base: '/suhbat/' })
    try {
      expect(other.url).toBe(`http://127.0.0.1:${other.port}/suhbat/`)
      expect(await (await fetch(`${other.url}sw.js`)).text()).toBe(files['sw.js'])
      expect(other.requests).toEqual(['sw.js'])
      const origin = `http://127.0.0.1:${other.port}`
      expect((await fetch(`${origin}/sw.js`)).status).toBe(404)
      const moved = await fetch(`${origin}/suhbat`, { redirect: 'manual' })
      expect([moved.status, moved.headers.get('location')]).toEqual([308, '/suhbat/'])
    } finally {
      await other.close()
    }
  })
})

describe('misbehaving on demand', () => {
  test('other bytes, a status, the first bytes only', async () => {
    server.spoil(pack, { kind: 'body', body: '{"cards":null}' })
    expect(await (await ask(pack)).text()).toBe('{"cards":null}')
    server.spoil(pack, { kind: 'truncate', sizeBytes: 5 })
    expect(await (await ask(pack)).text()).toBe('{"car')
    server.spoil(pack, { kind: 'status', status: 500 })
    expect((await ask(pack)).status).toBe(500)
    server.mend(pack)
    expect(await (await ask(pack)).text()).toBe(files[pack])
  })

  test('a cut line fails the request', async () => {
    server.spoil(pack, { kind: 'drop' })
    await expect(ask(pack)).rejects.toThrow('fetch failed')
  })

  test('silence lasts until the person gives up', async () => {
    server.spoil(pack, { kind: 'hang' })
    await expect(ask(pack, { signal: AbortSignal.timeout(100) })).rejects.toThrow('timeout')
  })

  test('another folder is served from now on', async () => {
    const next = join(root, 'next')
    write(next, 'index.html', 'next')
    server.serve(next)
    try {
      expect(await (await ask('')).text()).toBe('next')
    } finally {
      server.serve(join(root, 'dist'))
    }
  })

  test('closing cuts a request that waits, and frees the port', async () => {
    const first = await startServer({ root: join(root, 'dist') })
    first.spoil('sw.js', { kind: 'hang' })
    const waiting = fetch(`${first.url}sw.js`).catch((error: unknown) => error)
    await expect.poll(() => first.requests).toEqual(['sw.js'])
    await expect(startServer({ root: join(root, 'dist'), port: first.port })).rejects.toThrow('EADDRINUSE')
    await first.close()
    expect(await waiting).toBeInstanceOf(TypeError)
    const second = await startServer({ root: join(root, 'dist'), port: first.port })
    expect((await fetch(second.url)).status).toBe(200)
    await second.close()
  })
})

test('public/_headers tells a host the same as the server sends', () => {
  const lines = readFileSync('public/_headers', 'utf8')
    .split('\n')
    .map((line) => line.trim())
  for (const [name, value] of Object.entries(securityHeaders)) expect(lines).toContain(`${name}: ${value}`)
})
