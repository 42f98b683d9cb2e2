// The system's wish for light or dark, which the imitated browser does not have, and a test can change.
let isDark = false
const listeners = new Set<() => void>()

/** What `matchMedia` answers from now on; those who listen are told. */
export function setSystemDark(dark: boolean): void {
  isDark = dark
  for (const listener of listeners) listener()
}

export function imitateMatchMedia(): void {
  const matchMedia = (media: string) => ({
    media,
    get matches() {
      return isDark && media === '(prefers-color-scheme: dark)'
    },
    addEventListener: (_: string, listener: () => void) => listeners.add(listener),
    removeEventListener: (_: string, listener: () => void) => listeners.delete(listener),
  })
  Object.assign(window, { matchMedia })
}
