// A number that is typed, or changed by one step with a thumb. What is typed is judged when the field is left, so that a
// half-typed number is never refused.
import { useId, useState } from 'react'
import { IconButton } from './IconButton.tsx'
import styles from './Stepper.module.css'

interface StepperProps {
  readonly label: string
  readonly fewer: string
  readonly more: string
  readonly value: number
  readonly step: number
  readonly min: number
  readonly max: number
  /** Shown and read out when what was typed is no number in the range. */
  readonly rangeMessage: string
  readonly onChange: (value: number) => void
}

export function Stepper(props: StepperProps) {
  const { label, fewer, more, value, step, min, max, rangeMessage, onChange } = props
  // What was typed over `over`; once another value has come, it is past.
  const [draft, setDraft] = useState<{ readonly text: string; readonly over: number } | null>(null)
  const [refused, setRefused] = useState(false)
  const inputId = useId()
  const messageId = useId()
  if (draft !== null && draft.over !== value) setDraft(null)
  const typed = draft?.over === value ? draft.text : String(value)

  function choose(next: number) {
    setRefused(false)
    setDraft(next === value ? null : { text: String(next), over: value })
    if (next !== value) onChange(next)
  }

  function judge() {
    const number = Number(typed)
    const sound = typed.trim() !== '' && Number.isInteger(number) && number >= min && number <= max
    if (sound) choose(number)
    else setRefused(true)
  }

  return (
    <div>
      <div className={styles.row}>
        <label className={styles.label} htmlFor={inputId}>
          {label}
        </label>
        <div className={styles.control}>
          <IconButton
            icon="minus"
            label={fewer}
            disabled={value <= min}
            onClick={() => choose(Math.max(min, value - step))}
          />
          <input
            id={inputId}
            className={styles.input}
            inputMode="numeric"
            autoComplete="off"
            value={typed}
            aria-invalid={refused}
            aria-describedby={refused ? messageId : undefined}
            onChange={(event) => setDraft({ text: event.target.value, over: value })}
            onBlur={judge}
            onKeyDown={(event) => {
              if (event.key === 'Enter') judge()
            }}
          />
          <IconButton
            icon="plus"
            label={more}
            disabled={value >= max}
            onClick={() => choose(Math.min(max, value + step))}
          />
        </div>
      </div>
      {refused && (
        <p id={messageId} role="alert" className={styles.message}>
          {rangeMessage}
        </p>
      )}
    </div>
  )
}
