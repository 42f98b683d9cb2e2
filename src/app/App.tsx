// The pages by their addresses, each with what it has read. It is to stand in a router.
import { lazy, Suspense } from 'react'
import { I18nextProvider } from 'react-i18next'
import { Navigate, Route, Routes, useLocation } from 'react-router'
import { Study } from '#features/study/Study.tsx'
import { Today } from '#features/today/Today.tsx'
import type { Surroundings } from '#platform/surroundings.ts'
import { Boundary } from './Boundary.tsx'
import { FailurePage } from './FailurePage.tsx'
import { Layout } from './Layout.tsx'
import { Loaded } from './Loaded.tsx'
import { NotFound } from './NotFound.tsx'
import type { Pages } from './pages.ts'
import { Root } from './Root.tsx'

export function loadLazyPages() {
  return import('./lazyPages.ts')
}

const Settings = lazy(async () => ({ default: (await loadLazyPages()).Settings }))
const Subjects = lazy(async () => ({ default: (await loadLazyPages()).Subjects }))

export function App({ surroundings, pages }: { readonly surroundings: Surroundings; readonly pages: Pages }) {
  const { key } = useLocation()
  return (
    <I18nextProvider i18n={surroundings.i18n}>
      <Boundary address={key} Failure={FailurePage}>
        {/* Empty only while the first page reads, which is less than a blink. */}
        <Suspense fallback={null}>
          <Root surroundings={surroundings} reading={pages.settings}>
            <Addresses pages={pages} />
          </Root>
        </Suspense>
      </Boundary>
    </I18nextProvider>
  )
}

function Addresses({ pages }: { readonly pages: Pages }) {
  return (
    <Routes>
      <Route element={<Layout />}>
        <Route index element={<Loaded load={pages.today}>{(day) => <Today loaded={day} />}</Loaded>} />
        <Route path="subjects" element={<Loaded load={pages.subjects}>{(all) => <Subjects loaded={all} />}</Loaded>} />
        <Route path="settings" element={<Loaded load={pages.index}>{(index) => <Settings index={index} />}</Loaded>} />
        <Route path="index.html" element={<Navigate to="/" replace />} />
        <Route path="*" element={<NotFound />} />
      </Route>
      <Route
        path="study"
        element={
          <Loaded load={pages.study}>{(start, readAgain) => <Study start={start} onReadAgain={readAgain} />}</Loaded>
        }
      />
    </Routes>
  )
}
