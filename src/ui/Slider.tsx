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
  // What the thumb shows before it has been passed on and has come back as `value`.
  const [moved, setMoved] = useState<number | null>(null)
  const inputId = useId()
  const hintId = useId()
  const shown = moved ?? value
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
        <output className={styles.value} htmlFor={inputId}>
          {valueToText(shown)}
        </output>
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
        onChange={(event) => setMoved(event.target.valueAsNumber)}
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
