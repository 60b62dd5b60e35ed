import * as z from 'zod'
import { Instant } from '../../shared/domain/vocabulary.ts'

const Port = z.coerce.number().int().min(0).max(65535)

/** What the environment may say; README lists the same. */
const Environment = z.object({
  PORT: Port.default(8787),
  SMTP_PORT: Port.default(2525),
  /** Where mail is sent on to; without it, mail stays in the outbox. */
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  RELIGHT_DATA: z.string().min(1).default('.relight'),
  /** The clock starts here and stands still until it is moved; left out, it runs in real time. */
  RELIGHT_NOW: Instant.optional(),
  RELIGHT_DEMO: z.enum(['0', '1']).default('1'),
  RELIGHT_OWNER: z.string().default('Dan Ortiz <dan@ortizsearch.example>'),
  RELIGHT_ZONE: z.string().default('America/New_York'),
})

export type Settings = {
  readonly port: number
  readonly smtpPort: number
  readonly relay: string | undefined
  readonly data: string
  readonly now: string | undefined
  readonly demo: boolean
  readonly owner: string
  readonly zone: string
}

/** Throws, naming the variable, where one is not what it must be. */
export const settingsFrom = (environment: NodeJS.ProcessEnv): Settings => {
  const said = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''))
  const result = Environment.safeParse(said)
  if (!result.success) throw new Error(z.prettifyError(result.error))
  const known = result.data
  return {
    port: known.PORT,
    smtpPort: known.SMTP_PORT,
    relay: known.SMTP_URL,
    data: known.RELIGHT_DATA,
    now: known.RELIGHT_NOW,
    demo: known.RELIGHT_DEMO === '1',
    owner: known.RELIGHT_OWNER,
    zone: known.RELIGHT_ZONE,
  }
}
