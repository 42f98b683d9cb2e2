// Reads one card file by decks/FORMAT.md. It alone knows the order of the headings and what each section may hold; every
// error says path, line and what was expected there.
import { languages, type Language } from '#domain/language.ts'
import type { CardCode, CardKind } from './card.ts'
import { CardError } from './cardError.ts'
import { checkSources, readFrontMatter } from './frontMatter.ts'
import { codeToBlock, toFences, type CardFile } from './markdown.ts'
import { parseMarkdown, type MarkdownNode } from './markdownTree.ts'
import { readFace, type Section } from './readFace.ts'
import { sectionNames, type SourceCard, type SourceFace } from './sourceCard.ts'
import type { CodeBlock } from './tree.ts'

const idPattern = /^[a-z0-9]+(-[a-z0-9]+)*$/

/** The card of the file at `…/<subject>/<id>.md`; throws `CardError`. */
export function readCard(path: string, text: string): SourceCard {
  const { subject, id } = readPath(path)
  const lines = text.replaceAll('\r\n', '\n').split('\n')
  const { values, lineOf: lineOfKeys, bodyStart } = readFrontMatter(path, lines)
  const file: CardFile = { path, lines }
  // Blank lines in place of the front matter: so the parser counts the lines of the file.
  const body = parseMarkdown('\n'.repeat(bodyStart) + lines.slice(bodyStart).join('\n'))
  const sections = splitByHeadings(body, file)

  const faces = readFaces(sections, values.kind, file)
  const code = readCode(sections.slice(languages.length * (sectionNames.length + 1)), file)
  checkSources(path, values.sources, faces.uz.face.keyPoints.length, lineOfKeys)
  return { path, id, subject, ...values, faces, code, fences: toFences(body) }
}

function readPath(path: string): { subject: string; id: string } {
  const [fileName = '', subject = ''] = path.split('/').toReversed()
  const id = fileName.replace(/\.md$/, '')
  for (const [name, value] of Object.entries({ 'file name': id, folder: subject })) {
    if (!idPattern.test(value) || value.length > 100)
      throw new CardError(
        path,
        1,
        `expected the ${name} to be small letters, digits and single dashes, found "${value}"`,
      )
  }
  return { subject, id }
}

function splitByHeadings(nodes: readonly MarkdownNode[], file: CardFile): Section[] {
  const sections: { heading: string; line: number; nodes: MarkdownNode[] }[] = []
  for (const node of nodes) {
    const line = node.line
    // The raw line, not the parsed title: `# uz` is to be written in one way only.
    const heading = (file.lines[line - 1] ?? '').trim()
    if (node.type === 'heading') sections.push({ heading, line, nodes: [] })
    else if (sections.length === 0) throw expected('# uz', line, heading, file)
    else sections.at(-1)?.nodes.push(node)
  }
  return sections
}

function expected(heading: string, line: number, found: string, file: CardFile): CardError {
  return new CardError(file.path, line, `expected "${heading}" here, found "${found}"`)
}

function readFaces(sections: readonly Section[], kind: CardKind, file: CardFile): Record<Language, SourceFace> {
  const read = (language: Language): SourceFace => {
    const start = languages.indexOf(language) * (sectionNames.length + 1)
    const headings = [`# ${language}`, ...sectionNames.map((name) => `## ${name}`)]
    const own = headings.map((heading, offset) => sectionAt(sections, start + offset, heading, file))
    const stray = own[0]?.nodes[0]
    if (stray !== undefined) {
      const line = stray.line
      throw expected('## question', line, (file.lines[line - 1] ?? '').trim(), file)
    }
    return readFace(own.slice(1), kind, file)
  }
  // In the order of the file, so that the first thing wrong in it is what is said.
  const faces = { uz: read('uz'), ru: read('ru'), en: read('en') }
  checkSameKeyPoints(faces.uz, faces.ru, 'ru', file)
  checkSameKeyPoints(faces.uz, faces.en, 'en', file)
  return faces
}

function sectionAt(sections: readonly Section[], index: number, heading: string, file: CardFile): Section {
  const section = sections[index]
  if (section === undefined)
    throw new CardError(file.path, file.lines.length, `expected "${heading}", found the end of the file`)
  if (section.heading !== heading) throw expected(heading, section.line, section.heading, file)
  return section
}

function checkSameKeyPoints(uz: SourceFace, other: SourceFace, language: Language, file: CardFile): void {
  const count = uz.face.keyPoints.length
  const found = other.face.keyPoints.length
  if (found !== count) {
    const line = other.headingLines['key points']
    throw new CardError(file.path, line, `expected ${count} key points as in uz, found ${found} in ${language}`)
  }
  uz.face.keyPoints.forEach((point, index) => {
    const line = other.keyPointLines[index] ?? other.headingLines['key points']
    if (other.face.keyPoints[index]?.must !== point.must) {
      const mark = point.must ? '[must]' : 'no [must]'
      throw new CardError(
        file.path,
        line,
        `expected ${mark} on key point ${index + 1} as in uz, found another in ${language}`,
      )
    }
  })
}

function readCode(sections: readonly Section[], file: CardFile): CardCode | null {
  const [code, output, extra] = sections
  if (code === undefined) return null
  if (code.heading !== '# code')
    throw new CardError(file.path, code.line, `expected "# code" or the end of the file here, found "${code.heading}"`)
  if (output !== undefined && output.heading !== '## output')
    throw expected('## output', output.line, output.heading, file)
  if (extra !== undefined)
    throw new CardError(file.path, extra.line, `expected the end of the file here, found "${extra.heading}"`)
  const block = oneFence(code, file)
  return { block, output: output === undefined ? null : outputLines(output, file) }
}

function oneFence(section: Section, file: CardFile): CodeBlock {
  const [node, second] = section.nodes
  if (node?.type !== 'code' || second !== undefined) {
    const stray = node?.type === 'code' ? second : node
    const line = stray === undefined ? section.line : stray.line
    throw new CardError(file.path, line, `expected one fenced block under "${section.heading}"`)
  }
  if (node.value.trim() === '')
    throw new CardError(file.path, node.line, `expected code in the fence under "${section.heading}", found nothing`)
  return codeToBlock(node, file)
}

function outputLines(section: Section, file: CardFile): string[] {
  const block = oneFence(section, file)
  if (block.language !== 'text')
    throw new CardError(file.path, section.line, `expected the output in a fence of text, found ${block.language}`)
  return block.lines.map((tokens) => tokens.map((token) => token.text).join(''))
}
