// Ids for what a person does: 128 random bits, so that two devices never make the same one.

/** 32 hex digits. `crypto.randomUUID` would do, but a browser hides it from pages without HTTPS. */
export function createId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('')
}
