// `npm run check`: the gate without the browsers, for daily work. Its last line is `N passed, N failed`.
import { finish, runGate } from './gate.ts'

finish(runGate())
