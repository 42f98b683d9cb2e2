// The words by which a roadmap speaks of the work around the work: commits, recordings, branches, the résumé. No card is
// owed for them where they hang on something to know or to do.

/** A piece of a compound line that is process. "commit" alone is none: it stands in the list of Git commands. */
export const processPiece = /^(?:full mock interview|rezyume final|.*\salohida branch)$/iu

/** "API Gateway design → har kuni 1 design + diagram": the arrow leads from what is learnt to what is done with it. */
const processTail = /\s*→\s*(?:(?:github\s+)?commit|har kuni)(?![\p{L}\p{N}]).*$/iu

export function withoutProcessTail(text: string): string {
  return text.replace(processTail, '')
}
