// A sentence that needs attention, with what can be done about it. `alert` is read out at once.
import type { ReactNode } from 'react'
import { Icon } from './Icon.tsx'
import styles from './Notice.module.css'

interface NoticeProps {
  readonly tone: 'warning' | 'calm'
  readonly alert?: boolean
  readonly children: ReactNode
  readonly actions?: ReactNode
}

export function Notice({ tone, alert = false, children, actions }: NoticeProps) {
  return (
    <div className={[styles.notice, styles[tone]].join(' ')} role={alert ? 'alert' : undefined}>
      {tone === 'warning' && (
        <span className={styles.icon}>
          <Icon name="warning" size={22} />
        </span>
      )}
      <div className={styles.text}>{children}</div>
      {actions !== undefined && <div className={styles.actions}>{actions}</div>}
    </div>
  )
}
