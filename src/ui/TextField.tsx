// A line of text that is judged when the field is left. What is refused stays in the field, with a sentence below it.
import { useId, useState } from 'react'
import styles from './TextField.module.css'

interface TextFieldProps {
  readonly label: string
  readonly hint: string
  readonly value: string
  /** Shown and read out when what was typed is refused. */
  readonly refusedMessage: string
  /** Takes what was typed, or refuses it with false. */
  readonly onChange: (text: string) => boolean
}

export function TextField({ label, hint, value, refusedMessage, onChange }: TextFieldProps) {
  // What was typed over `over`; once another value has come, it is past.
  const [draft, setDraft] = useState<{ readonly text: string; readonly over: string } | null>(null)
  const [refused, setRefused] = useState(false)
  const inputId = useId()
  const hintId = useId()
  const messageId = useId()
  if (draft !== null && draft.over !== value) setDraft(null)
  const typed = draft?.over === value ? draft.text : value

  function judge() {
    if (typed === value) setRefused(false)
    else setRefused(!onChange(typed))
  }

  return (
    <div>
      <div className={styles.row}>
        <label className={styles.label} htmlFor={inputId}>
          {label}
        </label>
        <input
          id={inputId}
          className={styles.input}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          value={typed}
          aria-invalid={refused}
          aria-describedby={refused ? `${hintId} ${messageId}` : hintId}
          onChange={(event) => setDraft({ text: event.target.value, over: value })}
          onBlur={judge}
          onKeyDown={(event) => {
            if (event.key === 'Enter') judge()
          }}
        />
      </div>
      <p id={hintId} className={styles.hint}>
        {hint}
      </p>
      {refused && (
        <p id={messageId} role="alert" className={styles.message}>
          {refusedMessage}
        </p>
      )}
    </div>
  )
}
