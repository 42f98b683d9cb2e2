// The process in which code is coloured beside the reading of the cards: snippets as JSON on its input, lines on its output.
import { text } from 'node:stream/consumers'
import { z } from '#domain/schema.ts'
import { colourSnippets } from './colouring.ts'

const snippets = z.array(z.strictObject({ language: z.string(), code: z.string() }))
process.stdout.write(JSON.stringify(await colourSnippets(snippets.parse(JSON.parse(await text(process.stdin))))))
