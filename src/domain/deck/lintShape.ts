// How long a card may be: an answer that fits the mouth, lists that fit the memory, code that fits a phone. The limits are
// known here.
import { languages, type Language } from '#domain/language.ts'
import type { Face } from './card.ts'
import type { Problem } from './problem.ts'
import { blocksToText, inlinesToText } from './plainText.ts'
import type { SourceCard } from './sourceCard.ts'
import type { Block } from './tree.ts'

/** Characters of plain text that are said in about two minutes. */
const longestAnswer: Readonly<Record<Language, number>> = { uz: 1700, ru: 1700, en: 1500 }
const longestList = 6
const widestLine = 80
/** Columns that a tab takes on the screen. */
const tabWidth = 4

export function lintShape(card: SourceCard): Problem[] {
  return [...languages.flatMap((language) => faceProblems(card, language)), ...codeProblems(card)]
}

function faceProblems(card: SourceCard, language: Language): Problem[] {
  const { face, headingLines, keyPointLines } = card.faces[language]
  const problems: Problem[] = []
  const add = (line: number, message: string) => problems.push({ line, message: `${language}: ${message}` })

  const length = blocksToText(face.answer).length
  const most = longestAnswer[language]
  if (length > most) add(headingLines.answer, `the answer has ${length} characters, at most ${most} can be said`)
  if (!beginsWithSentence(face.answer)) add(headingLines.answer, 'the answer does not begin with a sentence')
  const longest = Math.max(0, ...face.answer.map(listLength))
  if (longest > longestList)
    add(headingLines.answer, `a list of the answer has ${longest} items, at most ${longestList} can be kept in mind`)
  doubledPoints(face).forEach((index) =>
    add(keyPointLines[index] ?? headingLines['key points'], `key point ${index + 1} says what another one says`),
  )
  if (wordsOf(inlinesToText(face.followUp.question)) === wordsOf(inlinesToText(face.question)))
    add(headingLines['follow-up'], 'the follow-up repeats the question')
  return problems
}

/** The answer to the question comes first, as a sentence: not a list, not a table, not a fragment. */
function beginsWithSentence(answer: readonly Block[]): boolean {
  const [first] = answer
  return first?.type === 'paragraph' && /\p{L}.*[.!?:…](\s|$)/su.test(inlinesToText(first.children))
}

function listLength(block: Block): number {
  return block.type === 'list' ? block.items.length : 0
}

function doubledPoints(face: Face): number[] {
  const texts = face.keyPoints.map((point) => wordsOf(inlinesToText(point.text)))
  return texts.flatMap((text, index) => (texts.indexOf(text) === index ? [] : [index]))
}

function wordsOf(text: string): string {
  return (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join(' ')
}

function codeProblems(card: SourceCard): Problem[] {
  return card.fences.flatMap((fence) =>
    fence.lines.flatMap((text, index) => {
      const columns = columnsOf(text)
      if (columns <= widestLine) return []
      return [
        { line: fence.line + index, message: `the line of code has ${columns} columns, at most ${widestLine} fit` },
      ]
    }),
  )
}

function columnsOf(text: string): number {
  let columns = 0
  for (const character of text) columns += character === '\t' ? tabWidth - (columns % tabWidth) : 1
  return columns
}
