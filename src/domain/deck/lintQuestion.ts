// Questions must make one recall: no yes or no, no "what do you know about", and no longer than a glance. What counts as a
// question word in each language is known here.
import { languages, type Language } from '#domain/language.ts'
import type { CardKind } from './card.ts'
import type { Problem } from './problem.ts'
import { inlinesToText } from './plainText.ts'
import type { SourceCard } from './sourceCard.ts'

const longestQuestion = 200

export function lintQuestion(card: SourceCard): Problem[] {
  return languages.flatMap((language) => {
    const { face, headingLines } = card.faces[language]
    return questionProblems(inlinesToText(face.question), language, card.kind).map((message) => ({
      line: headingLines.question,
      message: `${language}: ${message}`,
    }))
  })
}

/** What is wrong with a question, as sentences without the language. */
export function questionProblems(question: string, language: Language, kind: CardKind): string[] {
  const problems: string[] = []
  const length = question.length
  if (length > longestQuestion) problems.push(`the question has ${length} characters, at most ${longestQuestion} fit`)
  if (!/[?.!]$/.test(question.trim())) problems.push('the question ends without "?" or "."')
  if (kind !== 'behavioural' && isBare(question, language))
    problems.push('the question is a bare "what do you know about"; ask for one thing')
  if (isYesOrNo(question, language))
    problems.push('the question can be answered with yes or no; ask what, how, why or when')
  if (!asks[language](question)) problems.push('the question has no question word and no request')
  return problems
}

const barePatterns: Readonly<Record<Language, RegExp>> = {
  uz: /(haqida|toʻgʻrisida)\s+(nima(lar)?(ni)?\s+bilasiz|aytib bering|gapirib bering|soʻzlab bering)/iu,
  ru: /что\s+(вы\s+)?знаете\s+(о|об|про)(?!\p{L})|расскажите\s+(о|об|про)(?!\p{L})/iu,
  en: /what\s+do\s+you\s+know\s+about|^tell\s+(me|us)\s+about/iu,
}

function isBare(question: string, language: Language): boolean {
  return barePatterns[language].test(question)
}

function isYesOrNo(question: string, language: Language): boolean {
  return sentencesOf(question).some((sentence) => yesOrNo[language](sentence))
}

function sentencesOf(text: string): string[] {
  return text.split(/(?<=[?!.…])\s+/u)
}

// The possessive of a noun that ends in -m looks like the question particle: tizimi, "its system".
const nounsInMi = /(tizimi|rejimi|hajmi|oqimi|algoritmi|mexanizmi|qismi|nomi|izmi|taqsimi|protsimi)$/u

const yesOrNo: Readonly<Record<Language, (sentence: string) => boolean>> = {
  uz: (sentence) => {
    const word = /(\p{L}[\p{L}ʻʼ]*?mi(kan|siz|san)?)\s*\?/iu.exec(sentence)?.[1]?.toLowerCase()
    return word !== undefined && !nounsInMi.test(word)
  },
  ru: (sentence) => /(?<!\p{L})ли(?!\p{L})/iu.test(sentence),
  en: (sentence) =>
    /^(is|are|do|does|did|can|could|should|will|would|has|have|had|was|were|may|might|must|shall)(n't)?(?![\p{L}'])/iu.test(
      sentence,
    ),
}

const questionWords: Readonly<Record<Language, RegExp>> = {
  uz: /(?<!\p{L})(nima|nega|qanday|qanaqa|qachon|qaysi|qayer|qayoq|nech|necha|qancha|kim(?!yo)|qani)/iu,
  ru: /(?<!\p{L})(что|чего|чему|чем|чём|как|как(ой|ая|ое|ие|их|им|ими|ого|ому|ую|ова|ово|овы)|когда|где|куда|откуда|почему|зачем|отчего|кто|кого|кому|кем|сколько|скольких|скольки|чей|чья|чьё|чьи|насколько)(?!\p{L})/iu,
  en: /(?<!\p{L})(what|how|why|when|which|where|who|whose|whom)(?!\p{L})/iu,
}

const requests: Readonly<Record<Language, RegExp>> = {
  uz: /(?<!\p{L})\p{L}+(ing|ang)(iz)?(?!\p{L})/iu,
  ru: /(?<!\p{L})\p{L}+(йте|ите|ьте)(сь)?(?!\p{L})/iu,
  // A request in English has no form of its own, so these are the ones that interviewers make.
  en: /(?<!\p{L})(explain|describe|compare|design|name|list|show|write|find|fix|sketch|outline|draw|tell|give|walk|plan|choose|define|predict|order)(?!\p{L})/iu,
}

/** A sentence with "?" needs a question word, one without it a request; one sentence that asks is enough. */
function asksIn(language: Language): (question: string) => boolean {
  return (question) =>
    sentencesOf(question).some((sentence) =>
      sentence.trimEnd().endsWith('?') ? questionWords[language].test(sentence) : requests[language].test(sentence),
    )
}

const asks: Readonly<Record<Language, (question: string) => boolean>> = {
  uz: asksIn('uz'),
  ru: asksIn('ru'),
  en: asksIn('en'),
}
