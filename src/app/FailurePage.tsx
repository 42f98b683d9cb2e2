// In the place of a page that failed: what happened, what is safe, and the way back.
import { useTranslation } from 'react-i18next'
import { storageErrorToText } from '#platform/errorText.ts'
import { StorageError } from '#storage/storageError.ts'
import { Button } from '#ui/Button.tsx'
import { Icon } from '#ui/Icon.tsx'
import { Page } from '#ui/Page.tsx'

export function FailurePage({ error }: { readonly error: unknown }) {
  return (
    <main className="failure">
      <Failure error={error} />
    </main>
  )
}

export function Failure({ error }: { readonly error: unknown }) {
  const { t } = useTranslation()
  const isStorage = error instanceof StorageError
  return (
    <Page
      title={isStorage ? t('error.storageTitle') : t('error.title')}
      picture={<Icon name="warning" size={48} />}
      actions={
        <Button variant="primary" onClick={() => location.reload()}>
          {t('app.reload')}
        </Button>
      }
    >
      <p role="alert">{isStorage ? storageErrorToText(error, t) : t('error.text')}</p>
      {!isStorage && error instanceof Error && <p lang="en">{error.message}</p>}
    </Page>
  )
}
