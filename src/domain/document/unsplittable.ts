// Terms that hold a separator and are one thing all the same. parts.ts keeps them whole; every other comma, plus, slash
// or ampersand between words may divide a line.

const terms: readonly string[] = [
  // One practice, protocol or pattern under a name of two halves.
  'CI/CD',
  'HTTP/2',
  'HTTP/3',
  'I/O',
  'TCP/IP',
  'A/B',
  'N+1',
  'Pub/Sub',
  'Blue/green',
  'fan-in/fan-out',
  'Ports & Adapters',
  'Computer & OS',
  // The two ends of one connection.
  'client/server',
  'server/client',
  'producer/consumer',
  'read/write',
  // Paths and packages.
  'encoding/json',
  'net/http',
  'runtime/trace',
  'segmentio/kafka-go',
  // One choice within a sentence.
  'package / folder',
  'Ubuntu/WSL',
  'SQL + Mongo',
  'команд/запросов',
]

const escaped = terms.map((term) => term.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&')).join('|')
const unsplittable = new RegExp(`(?<![\\p{L}\\p{N}/])(?:${escaped})(?![\\p{L}\\p{N}/])`, 'giu')

/** Where such terms stand in a text, as [start, end) pairs of UTF-16 offsets. */
export function unsplittableRanges(text: string): readonly (readonly [number, number])[] {
  return [...text.matchAll(unsplittable)].map((match) => [match.index, match.index + match[0].length])
}
