// A share of a whole as a ring, with something in its middle. The ring is a picture; what it says stands in words beside it.
import type { ReactNode } from 'react'
import styles from './Ring.module.css'

const radius = 52
const length = 2 * Math.PI * radius

export function Ring({ share, children }: { readonly share: number; readonly children: ReactNode }) {
  const shown = Math.max(0, Math.min(1, share))
  return (
    <div className={styles.ring}>
      <svg viewBox="0 0 120 120" className={styles.picture} aria-hidden="true" focusable="false">
        <circle className={styles.track} cx="60" cy="60" r={radius} />
        {shown > 0 && (
          <circle className={styles.fill} cx="60" cy="60" r={radius} strokeDasharray={`${shown * length} ${length}`} />
        )}
      </svg>
      <div className={styles.middle}>{children}</div>
    </div>
  )
}
