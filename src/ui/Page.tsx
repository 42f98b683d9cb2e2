// A page that has one thing to say: a title, a sentence, and what can be done. Used for ends, empty states and errors.
import type { ReactNode, Ref } from 'react'
import styles from './Page.module.css'

interface PageProps {
  readonly title: string
  readonly children?: ReactNode
  readonly actions?: ReactNode
  readonly picture?: ReactNode
  readonly headingRef?: Ref<HTMLHeadingElement>
}

export function Page({ title, children, actions, picture, headingRef }: PageProps) {
  return (
    <div className={styles.page}>
      {picture}
      <h1 ref={headingRef} tabIndex={-1} className={styles.title}>
        {title}
      </h1>
      <div className={styles.text}>{children}</div>
      {actions !== undefined && <div className={styles.actions}>{actions}</div>}
    </div>
  )
}
