// A button with a name: `primary` once on a screen, `quiet` for the rest.
import type { ComponentProps } from 'react'
import styles from './Button.module.css'

interface ButtonProps extends ComponentProps<'button'> {
  readonly variant?: 'primary' | 'quiet' | 'danger'
}

export function Button({ variant = 'quiet', className, ...rest }: ButtonProps) {
  return (
    <button type="button" className={[styles.button, styles[variant], className].filter(Boolean).join(' ')} {...rest} />
  )
}
