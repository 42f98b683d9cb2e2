// The folder of the host under which the site lives, from SUHBAT_BASE: `/` at the root, `/suhbat/` on GitHub Pages.

/** Always begins and ends with a slash, however it was written. */
export function siteBase(value = process.env['SUHBAT_BASE'] ?? ''): string {
  const folders = value.split('/').filter((folder) => folder !== '')
  return folders.length === 0 ? '/' : `/${folders.join('/')}/`
}
