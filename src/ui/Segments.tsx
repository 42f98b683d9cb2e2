// One choice out of a few, shown side by side: a group of native radio buttons, so that arrows and screen readers work.
import { useId } from 'react'
import styles from './Segments.module.css'

export interface Segment<Value extends string> {
  readonly value: Value
  readonly label: string
  /** What is read out when the label is an abbreviation. */
  readonly name?: string
  /** The language of the label, where it is not that of the page. */
  readonly lang?: string
  readonly disabled?: boolean
}

interface SegmentsProps<Value extends string> {
  readonly label: string
  readonly labelHidden?: boolean
  readonly compact?: boolean
  readonly value: Value
  readonly segments: readonly Segment<Value>[]
  readonly onChange: (value: Value) => void
}

export function Segments<Value extends string>(props: SegmentsProps<Value>) {
  const group = useId()
  return (
    <fieldset className={props.compact ? styles.compact : styles.group}>
      <legend className={props.labelHidden ? 'visually-hidden' : styles.legend}>{props.label}</legend>
      <div className={styles.track}>
        {props.segments.map((segment) => (
          <label key={segment.value} className={styles.segment} lang={segment.lang}>
            <input
              type="radio"
              className={styles.input}
              name={group}
              value={segment.value}
              checked={segment.value === props.value}
              disabled={segment.disabled}
              aria-label={segment.name}
              onChange={() => props.onChange(segment.value)}
            />
            <span className={styles.face}>{segment.label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
