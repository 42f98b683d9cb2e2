// The pages and what each reads before it shows. A page is told what to read by its loader and kept fresh by live queries.
import { Navigate, type RouteObject } from 'react-router'
import { Study } from '#features/study/Study.tsx'
import { Today } from '#features/today/Today.tsx'
import { readCatalogue } from '#platform/catalogue.ts'
import { readDay, readSittingStart } from '#platform/day.ts'
import type { Surroundings } from '#platform/surroundings.ts'
import { soundIndex } from '#platform/soundIndex.ts'
import { loadSettings } from '#storage/settingsStore.ts'
import { ErrorPage } from './ErrorPage.tsx'
import { Layout } from './Layout.tsx'
import { NotFound } from './NotFound.tsx'
import { Root } from './Root.tsx'

export function loadLazyPages() {
  return import('./lazyPages.ts')
}

export function createRoutes(surroundings: Surroundings): RouteObject[] {
  const { user, content } = surroundings
  return [
    {
      id: 'root',
      loader: () => loadSettings(user),
      element: <Root surroundings={surroundings} />,
      errorElement: <ErrorPage />,
      // Shown only while the first loaders run, which is less than a blink: the static page stays as it is.
      hydrateFallbackElement: <></>,
      children: [
        {
          errorElement: <ErrorPage />,
          children: [
            {
              element: <Layout />,
              children: [
                {
                  index: true,
                  loader: async () => readDay(surroundings, (await loadSettings(user)).settings),
                  element: <Today />,
                },
                {
                  path: 'settings',
                  loader: () => soundIndex(content),
                  lazy: async () => ({ Component: (await loadLazyPages()).Settings }),
                },
                {
                  path: 'subjects',
                  loader: () => readCatalogue(surroundings),
                  lazy: async () => ({ Component: (await loadLazyPages()).Subjects }),
                },
                { path: 'index.html', element: <Navigate to="/" replace /> },
                { path: '*', element: <NotFound /> },
              ],
            },
            {
              path: 'study',
              loader: async () => readSittingStart(surroundings, (await loadSettings(user)).settings),
              element: <Study />,
            },
          ],
        },
      ],
    },
  ]
}
