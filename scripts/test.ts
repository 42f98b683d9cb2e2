// `npm test`: the gate and the real browser. Its last line is `N passed, N failed`, over all of it.
import { findOrInstallBrowser } from './browser.ts'
import { finish, runBrowserTests, runGate, type Counts } from './gate.ts'

finish(runGate(browserTests))

function browserTests(): Counts {
  const browser = findOrInstallBrowser()
  if (browser === null) return { passed: 0, failed: 1 }
  process.env['SUHBAT_BROWSER'] = browser
  return runBrowserTests()
}
