// A number in a range, chosen with a thumb or arrows. It is passed on when the thumb lets go, not on the way there.
import { useId, useState } from 'react'
import styles from './Slider.module.css'

interface SliderProps {
  readonly label: string
  readonly hint: string
  readonly min: number
  readonly max: number
  readonly value: number
  readonly valueToText: (value: number) => string
  readonly onChange: (value: number) => void
}

export function Slider({ label, hint, min, max, value, valueToText, onChange }: SliderProps) {
  // Where the thumb is on its way from `from`; once another value has come, that way is over.
  const [moved, setMoved] = useState<{ readonly to: number; readonly from: number } | null>(null)
  const inputId = useId()
  const hintId = useId()
  if (moved !== null && moved.from !== value) setMoved(null)
  const shown = moved?.from === value ? moved.to : value
  const settle = () => {
    if (shown === value) setMoved(null)
    else onChange(shown)
  }
  return (
    <div>
      <div className={styles.row}>
        <label className={styles.label} htmlFor={inputId}>
          {label}
        </label>
        <span className={styles.value} aria-hidden="true">
          {valueToText(shown)}
        </span>
      </div>
      <input
        id={inputId}
        type="range"
        className={styles.input}
        min={min}
        max={max}
        value={shown}
        aria-valuetext={valueToText(shown)}
        aria-describedby={hintId}
        onChange={(event) => setMoved({ to: event.target.valueAsNumber, from: value })}
        onPointerUp={settle}
        onKeyUp={settle}
        onBlur={settle}
      />
      <p id={hintId} className={styles.hint}>
        {hint}
      </p>
    </div>
  )
}
