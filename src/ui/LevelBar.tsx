// A whole and its shares by level, from the lightest to the darkest. It says nothing that the numbers beside it do not, so
// it is hidden from screen readers.
import styles from './LevelBar.module.css'

const tones = ['light', 'medium', 'full'] as const

export function LevelBar({ shares }: { readonly shares: readonly [number, number, number] }) {
  return (
    <div className={styles.bar} aria-hidden="true">
      {tones.map((tone, position) => (
        <span key={tone} className={styles[tone]} style={{ flexGrow: shares[position] }} />
      ))}
    </div>
  )
}
