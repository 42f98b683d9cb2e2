// Single keys as shortcuts, by the place of the key on the keyboard (`event.code`), so that they work in a Cyrillic layout.
// They keep out of the way of typing, of shortcuts of the browser, and of controls that use the same key themselves.
import { useEffect, useRef } from 'react'

export type Shortcuts = Readonly<Record<string, () => void>>

const typingSelector = 'input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable]'
/** What Space and Enter already mean something to. */
const pressableSelector =
  'button, a, summary, select, input:not([type=radio]), input[type=radio]:not(:checked), [role=button]'

/** `keydown` anywhere on the page; off while `enabled` is false. A key held down counts once. */
export function useShortcuts(shortcuts: Shortcuts, enabled: boolean): void {
  const latest = useRef(shortcuts)
  useEffect(() => {
    latest.current = shortcuts
  })
  useEffect(() => {
    if (!enabled) return
    function press(event: KeyboardEvent) {
      if (event.defaultPrevented || event.repeat || event.ctrlKey || event.altKey || event.metaKey) return
      const action = latest.current[event.code]
      if (action === undefined) return
      const target = event.target instanceof Element ? event.target : null
      if (target?.closest(typingSelector)) return
      const pressing = event.code === 'Space' || event.code === 'Enter' || event.code === 'NumpadEnter'
      if (pressing && target?.closest(pressableSelector)) return
      event.preventDefault()
      action()
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [enabled])
}
