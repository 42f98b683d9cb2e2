// Only wiring: the stylesheet and the start of the app.
import '#ui/tokens.css'
import { start } from '#app/start.tsx'

const container = document.getElementById('root')
if (container === null) throw new Error('index.html has no element #root')
void start(container)
