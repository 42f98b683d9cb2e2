// A static server for the production build: for `npm start`, and for the browser tests, which start and stop it and make it
// misbehave. It alone knows the content types, and which address gets the page, a file or a refusal.
import { createHash } from 'node:crypto'
import { readFile, stat } from 'node:fs/promises'
import { createServer, type IncomingMessage, type OutgoingHttpHeaders, type ServerResponse } from 'node:http'
import { extname, join, resolve, sep } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { isImmutable, securityHeaders } from './policy.ts'

const compressWithBrotli = promisify(brotliCompress)
const compressWithGzip = promisify(gzip)

const contentTypes: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.woff2': 'font/woff2',
}
const alreadyCompressed = new Set(['.ico', '.png', '.woff2'])

/** What a path answers instead of its file, in tests: other bytes, a status, its first bytes only, silence, a cut line. */
type Fault =
  | { readonly kind: 'body'; readonly body: string | Uint8Array }
  | { readonly kind: 'status'; readonly status: number }
  | { readonly kind: 'truncate'; readonly sizeBytes: number }
  | { readonly kind: 'hang' }
  | { readonly kind: 'drop' }

export interface ServerOptions {
  /** The folder to serve, such as `dist`. */
  readonly root: string
  readonly host?: string
  /** 0, the default, is any free port. */
  readonly port?: number
  /** Where the site lies on the host, with a slash at both ends. */
  readonly base?: string
}

export interface RunningServer {
  /** With the base path, such as `http://127.0.0.1:4173/`. */
  readonly url: string
  readonly port: number
  /** The paths asked for so far, without the base and without the query, oldest first. */
  readonly requests: readonly string[]
  /** Serve another folder from now on, as a deployment does. */
  serve(root: string): void
  /** Let a path (without the base, such as `packs/index.json`) misbehave from now on. */
  spoil(path: string, fault: Fault): void
  /** Let one path, or all, behave again. */
  mend(path?: string): void
  /** Cuts open connections too: whoever still waits for an answer sees the network fail. */
  close(): Promise<void>
}

interface Site {
  root: string
  readonly base: string
  readonly faults: Map<string, Fault>
  readonly requests: string[]
  readonly bodies: Map<string, Body>
}

/** A file as last read, with the encodings of it that someone has asked for. */
interface Body {
  readonly changedAt: number
  readonly bytes: Buffer
  readonly tag: string
  readonly encoded: Map<Encoding, Promise<Buffer>>
}

type Encoding = 'br' | 'gzip'

/** Rejects with the error of `listen`, such as EADDRINUSE. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { root, host = '127.0.0.1', port = 0, base = '/' } = options
  const site: Site = { root: resolve(root), base, faults: new Map(), requests: [], bodies: new Map() }
  const server = createServer((request, response) => {
    answer(site, request, response).catch((error: unknown) => {
      console.error(error)
      if (response.headersSent) response.destroy()
      else refuse(response, 500)
    })
  })
  await new Promise<void>((started, failed) => {
    server.once('error', failed)
    server.listen(port, host, () => {
      server.off('error', failed)
      started()
    })
  })
  const address = server.address()
  const boundPort = typeof address === 'object' && address !== null ? address.port : port
  return {
    url: `http://${urlHost(host)}:${boundPort}${base}`,
    port: boundPort,
    requests: site.requests,
    serve(newRoot) {
      site.root = resolve(newRoot)
    },
    spoil(path, fault) {
      site.faults.set(path, fault)
    },
    mend(path) {
      if (path === undefined) site.faults.clear()
      else site.faults.delete(path)
    },
    close() {
      const closed = new Promise<void>((done) => server.close(() => done()))
      server.closeAllConnections()
      return closed
    },
  }
}

/** A host as it stands in an address: "all addresses" is reached through this machine, IPv6 wants brackets. */
function urlHost(host: string): string {
  if (host === '0.0.0.0' || host === '::') return '127.0.0.1'
  return host.includes(':') ? `[${host}]` : host
}

async function answer(site: Site, request: IncomingMessage, response: ServerResponse): Promise<void> {
  for (const [name, value] of Object.entries(securityHeaders)) response.setHeader(name, value)
  if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(response, 405, { Allow: 'GET, HEAD' })
  const address = requestPath(request.url ?? '/')
  if (address === null) return refuse(response, 400)
  if (`${address}/` === site.base) return refuse(response, 308, { Location: site.base })
  if (!address.startsWith(site.base)) return refuse(response, 404)

  const path = address.slice(site.base.length)
  site.requests.push(path)
  const fault = site.faults.get(path)
  if (fault?.kind === 'hang') return
  if (fault?.kind === 'drop') return void response.destroy()
  if (fault?.kind === 'status') return refuse(response, fault.status)

  const found = await find(site, path, request)
  if (found === null) return refuse(response, 404)
  if (fault === undefined) return send(found.path, found.body, request, response)
  const bytes = fault.kind === 'body' ? Buffer.from(fault.body) : found.body.bytes.subarray(0, fault.sizeBytes)
  return send(found.path, { ...found.body, bytes, tag: tagOf(bytes), encoded: new Map() }, request, response)
}

/** The decoded path of an address; null when it cannot be one or tries to leave the folder. */
function requestPath(address: string): string | null {
  let path: string
  try {
    // Not `new URL`: it resolves `..`, and an attempt to climb out should be refused, not tidied up.
    path = decodeURIComponent(address.split(/[?#]/, 1)[0] ?? '')
  } catch {
    return null
  }
  if (!path.startsWith('/') || path.includes('\0') || path.includes('\\')) return null
  return path.split('/').some((step) => step === '..' || step === '.') ? null : path
}

/** The file of a path, or the page when a person goes to an address that has no file. */
async function find(
  site: Site,
  path: string,
  request: IncomingMessage,
): Promise<{ readonly path: string; readonly body: Body } | null> {
  const wanted = path === '' ? 'index.html' : path
  const body = await read(site, wanted)
  if (body !== null) return { path: wanted, body }
  // A missing script must not get the page: the browser would report a wrong type instead of a missing file, and a service
  // worker would keep HTML under the name of a script.
  if (!isNavigation(request) || extname(path) !== '') return null
  const page = await read(site, 'index.html')
  return page === null ? null : { path: 'index.html', body: page }
}

function isNavigation(request: IncomingMessage): boolean {
  const mode = request.headers['sec-fetch-mode']
  // Browsers before Safari 16.4 do not send the mode; they ask for HTML only when they navigate. A program such as curl
  // takes anything and is shown what a person would see.
  return mode === undefined ? /text\/html|^\*\/\*$/.test(request.headers.accept ?? '') : mode === 'navigate'
}

async function read(site: Site, path: string): Promise<Body | null> {
  const file = join(site.root, path)
  // Hidden files (such as .vite) are leftovers of a build, not part of the site.
  if (!file.startsWith(site.root + sep) || path.split('/').some((step) => step.startsWith('.'))) return null
  const status = await stat(file).catch(() => null)
  if (status === null || !status.isFile()) return null
  const known = site.bodies.get(file)
  if (known !== undefined && known.changedAt === status.mtimeMs && known.bytes.length === status.size) return known
  const bytes = await readFile(file)
  const body: Body = { changedAt: status.mtimeMs, bytes, tag: tagOf(bytes), encoded: new Map() }
  site.bodies.set(file, body)
  return body
}

function tagOf(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('base64url').slice(0, 22)
}

async function send(path: string, body: Body, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const extension = extname(path)
  const encoding = alreadyCompressed.has(extension) ? null : acceptedEncoding(request)
  // Each encoding is another sequence of bytes, so it has another tag.
  const tag = encoding === null ? `"${body.tag}"` : `"${body.tag}-${encoding}"`
  response.setHeader('Cache-Control', isImmutable(path) ? 'public, max-age=31536000, immutable' : 'no-cache')
  response.setHeader('Vary', 'Accept-Encoding')
  response.setHeader('ETag', tag)
  if (isKnown(request, tag)) return void response.writeHead(304).end()
  const bytes = encoding === null ? body.bytes : await encode(body, encoding)
  if (encoding !== null) response.setHeader('Content-Encoding', encoding)
  response.writeHead(200, {
    'Content-Type': contentTypes[extension] ?? 'application/octet-stream',
    'Content-Length': bytes.length,
  })
  response.end(request.method === 'HEAD' ? undefined : bytes)
}

function isKnown(request: IncomingMessage, tag: string): boolean {
  const tags = (request.headers['if-none-match'] ?? '').split(',').map((known) => known.trim().replace(/^W\//, ''))
  return tags.includes(tag) || tags.includes('*')
}

function acceptedEncoding(request: IncomingMessage): Encoding | null {
  const accepted = (request.headers['accept-encoding'] ?? '')
    .split(',')
    .map((offer) => offer.trim().split(/\s*;\s*/))
    .filter(([, quality]) => quality === undefined || !/^q=0(\.0*)?$/.test(quality))
    .map(([name]) => name)
  if (accepted.includes('br')) return 'br'
  return accepted.includes('gzip') ? 'gzip' : null
}

function encode(body: Body, encoding: Encoding): Promise<Buffer> {
  const known = body.encoded.get(encoding)
  if (known !== undefined) return known
  // Quality 5 is a third of the work of the highest and a few per cent larger, which is right for an answer made on demand.
  const encoded =
    encoding === 'br'
      ? compressWithBrotli(body.bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } })
      : compressWithGzip(body.bytes)
  body.encoded.set(encoding, encoded)
  return encoded
}

const reasons: Readonly<Record<number, string>> = {
  308: 'Moved',
  400: 'Bad request',
  404: 'Not found',
  405: 'Method not allowed',
}

function refuse(response: ServerResponse, status: number, headers: OutgoingHttpHeaders = {}): void {
  response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store', ...headers })
  response.end(`${reasons[status] ?? 'Error'}\n`)
}
