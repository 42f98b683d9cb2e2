// One choice out of many, by the device's own list.
import { useId } from 'react'
import styles from './Select.module.css'

interface SelectProps {
  readonly label: string
  readonly hint?: string
  readonly value: string
  readonly options: readonly { readonly value: string; readonly label: string }[]
  readonly onChange: (value: string) => void
}

export function Select({ label, hint, value, options, onChange }: SelectProps) {
  const selectId = useId()
  const hintId = useId()
  return (
    <div>
      <div className={styles.row}>
        <label className={styles.label} htmlFor={selectId}>
          {label}
        </label>
        <select
          id={selectId}
          className={styles.select}
          value={value}
          aria-describedby={hint === undefined ? undefined : hintId}
          onChange={(event) => onChange(event.target.value)}
        >
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      </div>
      {hint !== undefined && (
        <p id={hintId} className={styles.hint}>
          {hint}
        </p>
      )}
    </div>
  )
}
