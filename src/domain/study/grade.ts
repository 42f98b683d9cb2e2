// The four answers that a person can give about a card, as numbers that go into the log.

export const grades = { again: 1, hard: 2, good: 3, easy: 4 } as const
export type Grade = (typeof grades)[keyof typeof grades]

export const allGrades: readonly Grade[] = [grades.again, grades.hard, grades.good, grades.easy]

export function isGrade(value: unknown): value is Grade {
  return allGrades.some((grade) => grade === value)
}
