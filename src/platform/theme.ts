// Light or dark, by choice or as the system has it, on the whole document.
import { useEffect } from 'react'
import type { Theme } from '#domain/study/settings.ts'

const groundColors = { light: '#f5f3ee', dark: '#121715' } as const

function darkSystem(): MediaQueryList {
  return window.matchMedia('(prefers-color-scheme: dark)')
}

/** To be called before anything is drawn as well: a page that turns dark afterwards flashes. */
export function applyTheme(theme: Theme): void {
  const shown = theme === 'system' ? (darkSystem().matches ? 'dark' : 'light') : theme
  document.documentElement.dataset['theme'] = shown
  // The browser's own bars take the colour of the page that is really shown.
  for (const meta of document.querySelectorAll('meta[name="theme-color"]')) {
    meta.removeAttribute('media')
    meta.setAttribute('content', groundColors[shown])
  }
}

/** Keeps the document in a theme while the system may change its own. */
export function useTheme(theme: Theme): void {
  useEffect(() => {
    const system = darkSystem()
    const apply = () => applyTheme(theme)
    apply()
    system.addEventListener('change', apply)
    return () => system.removeEventListener('change', apply)
  }, [theme])
}
