// Light or dark, by choice or as the system has it, on the whole document.
import { useEffect } from 'react'
import type { Settings } from '#domain/study/settings.ts'

const groundColors = { light: '#f5f3ee', dark: '#121715' } as const

export function useTheme(theme: Settings['theme']): void {
  useEffect(() => {
    const darkSystem = window.matchMedia('(prefers-color-scheme: dark)')
    function apply() {
      const shown = theme === 'system' ? (darkSystem.matches ? 'dark' : 'light') : theme
      document.documentElement.dataset['theme'] = shown
      // The browser's own bars take the colour of the page that is really shown.
      for (const meta of document.querySelectorAll('meta[name="theme-color"]')) {
        meta.removeAttribute('media')
        meta.setAttribute('content', groundColors[shown])
      }
    }
    apply()
    darkSystem.addEventListener('change', apply)
    return () => darkSystem.removeEventListener('change', apply)
  }, [theme])
}
