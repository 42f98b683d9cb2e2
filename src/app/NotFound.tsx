// An address that leads nowhere.
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { Page } from '#ui/Page.tsx'
import buttonStyles from '#ui/Button.module.css'

export function NotFound() {
  const { t } = useTranslation()
  return (
    <Page
      title={t('error.notFoundTitle')}
      actions={
        <Link to="/" className={[buttonStyles['button'], buttonStyles['primary']].join(' ')}>
          {t('app.back')}
        </Link>
      }
    >
      <p>{t('error.notFoundText')}</p>
    </Page>
  )
}
