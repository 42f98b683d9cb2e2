// JSON in bytes of a given encoding. What the encoding has no byte for is written as JSON's own escape, so any reader of the
// encoding reads the same text.

/** `encoding` is a name of the Encoding Standard: `utf-8`, or one that has one byte for each character. */
export function encodeJson(json: string, encoding: string): Buffer {
  if (encoding === 'utf-8') return Buffer.from(json)
  const bytesByCharacter = singleBytes(encoding)
  const escaped = json.replaceAll(/[^\0-\x7f]/g, (unit) =>
    bytesByCharacter.has(unit) ? unit : `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
  const bytes = Buffer.alloc(escaped.length)
  for (let index = 0; index < escaped.length; index += 1) {
    const unit = escaped.charCodeAt(index)
    bytes[index] = unit < 0x80 ? unit : (bytesByCharacter.get(escaped.charAt(index)) ?? 0)
  }
  return bytes
}

/** The upper half of the encoding; the lower is that of ASCII. */
function singleBytes(encoding: string): ReadonlyMap<string, number> {
  const decoder = new TextDecoder(encoding)
  return new Map(Array.from({ length: 128 }, (_, index) => [decoder.decode(Uint8Array.of(128 + index)), 128 + index]))
}
