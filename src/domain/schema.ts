// The one door to zod. Without `jitless` zod probes `new Function`, which a strict content security policy reports as a
// violation in every engine; it has to be set before the first schema is made, so nothing else may import zod.
import * as z from 'zod/mini'

z.config({ jitless: true })

export { z }
