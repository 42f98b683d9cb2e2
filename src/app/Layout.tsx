// The frame of every page except a sitting: the name, the page, the ways around, and the question about an update.
import { useTranslation } from 'react-i18next'
import { NavLink, Outlet } from 'react-router'
import { Icon, type IconName } from '#ui/Icon.tsx'
import { InstallNotice } from './InstallNotice.tsx'
import { UpdatePrompt } from './UpdatePrompt.tsx'
import styles from './Layout.module.css'

const destinations = [
  { to: '/', icon: 'today', key: 'nav.today' },
  { to: '/subjects', icon: 'subjects', key: 'nav.subjects' },
  { to: '/settings', icon: 'settings', key: 'nav.settings' },
] as const satisfies readonly { to: string; icon: IconName; key: string }[]

export function Layout() {
  const { t } = useTranslation()
  return (
    <div className={styles.frame}>
      <a className={styles.skip} href="#content">
        {t('app.skip')}
      </a>
      <nav className={styles.navigation} aria-label={t('app.navigation')}>
        {destinations.map(({ to, icon, key }) => (
          <NavLink key={to} to={to} className={styles['destination'] ?? ''} end>
            <span className={styles.pill}>
              <Icon name={icon} />
            </span>
            {t(key)}
          </NavLink>
        ))}
      </nav>
      <main id="content" tabIndex={-1} className={styles.content}>
        <UpdatePrompt />
        <InstallNotice />
        <Outlet />
      </main>
    </div>
  )
}
