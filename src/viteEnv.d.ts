// What the build defines for the app.
interface ImportMetaEnv {
  readonly VITE_APP_VERSION: string
}
