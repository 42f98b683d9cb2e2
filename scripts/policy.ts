// The rules that a browser is given about this site: what it may load, and what others may do with it. The build writes
// them into index.html, the server and `public/_headers` send them, so that all three say the same.

const contentPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "media-src 'self' blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "object-src 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types suhbat',
] as const

/** The policy of the page itself, for a `<meta>`: it holds on hosts that cannot send headers. */
export const metaPolicy = contentPolicy.join('; ')

/** The same as a header. Only a header can forbid frames: a browser ignores `frame-ancestors` in a `<meta>`. */
const headerPolicy = [...contentPolicy, "frame-ancestors 'none'"].join('; ')

/** Sent with every answer. The microphone is for the mock interview; nothing else that asks a permission is used. */
export const securityHeaders: Readonly<Record<string, string>> = {
  'Content-Security-Policy': headerPolicy,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Permissions-Policy': 'camera=(), display-capture=(), geolocation=(), microphone=(self), payment=(), usb=()',
  'Cross-Origin-Opener-Policy': 'same-origin',
}

/** Names that carry a hash of their content, so that they can be kept for ever: `assets/x-1a2b3c4d.js`, packs. */
export function isImmutable(path: string): boolean {
  return /(^|\/)assets\/[^/]+-[\w-]{8}\.\w+$/.test(path) || /(^|\/)packs\/[^/]+\.[0-9a-f]{16}\.json$/.test(path)
}
