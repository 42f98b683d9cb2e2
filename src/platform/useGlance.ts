// When a page is looked at again. A page that stood open overnight, or through a learning step, shows what was true then:
// whoever depends on the time reads anew at each glance.
import { useSyncExternalStore } from 'react'

const minuteMs = 60_000
let glances = 0

/** A number that changes when the page comes back to the front, and each minute while it stays there. */
export function useGlance(): number {
  return useSyncExternalStore(watch, () => glances)
}

function watch(changed: () => void): () => void {
  function look() {
    if (document.visibilityState === 'hidden') return
    glances += 1
    changed()
  }
  const timer = setInterval(look, minuteMs)
  document.addEventListener('visibilitychange', look)
  window.addEventListener('focus', look)
  window.addEventListener('pageshow', look)
  return () => {
    clearInterval(timer)
    document.removeEventListener('visibilitychange', look)
    window.removeEventListener('focus', look)
    window.removeEventListener('pageshow', look)
  }
}
