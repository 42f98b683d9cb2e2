// Learning and relearning steps as people write them: "10m 1h".

const minutesByUnit: Readonly<Record<string, number>> = { '': 1, m: 1, м: 1, h: 60, ч: 60 }

/**
 * The minutes of steps such as "10m 1h", "10м 1ч" or "10, 60"; null where it is none. Seconds are not known: a step is at
 * least a minute. Whether the steps can be set is for the settings to say.
 */
export function textToSteps(text: string): readonly number[] | null {
  const words = text
    .toLowerCase()
    .split(/[\s,;]+/)
    .filter((word) => word !== '')
  const minutes = words.map((word) => {
    const [, figures, unit = ''] = /^(\d{1,5})(\p{L}*)$/u.exec(word) ?? []
    const factor = minutesByUnit[unit]
    return figures === undefined || factor === undefined ? null : Number(figures) * factor
  })
  return minutes.every((step) => step !== null) ? minutes : null
}

/** The same steps written so that `textToSteps` reads them again. */
export function stepsToText(steps: readonly number[]): string {
  return steps.map((minutes) => (minutes % 60 === 0 ? `${minutes / 60}h` : `${minutes}m`)).join(' ')
}
