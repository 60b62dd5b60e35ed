import * as z from 'zod'

/** What a function is told by its environment; `infra` sets each together with the permission that it stands for. */
const variables = {
  EVENT_LOG_TABLE: z.string().min(1),
  VIEWS_TABLE: z.string().min(1),
  MAIL_BUCKET: z.string().min(1),
  MORNINGS_QUEUE_URL: z.url(),
  NOTES_QUEUE_URL: z.url(),
  BUS_NAME: z.string().min(1),
  /** The mailbox that digests come from: `Relight <digest@relight.example>`. */
  MAIL_FROM: z.string().min(3),
  MAIL_CONFIGURATION_SET: z.string().min(1),
  /** What a recruiter's inbound address ends in: `in.relight.example`. */
  INBOUND_DOMAIN: z.string().min(1),
  /** Where pages and the API are reached, without a slash at the end. */
  PUBLIC_URL: z.url(),
  LINK_SECRET_ARN: z.string().min(1),
} as const

export type Variable = keyof typeof variables

/** The named variables. Throws an error that names those that are missing or wrong, and never says their values. */
export const environment = <Name extends Variable>(
  names: readonly Name[],
  from: Readonly<Record<string, string | undefined>> = process.env,
): Readonly<Record<Name, string>> => {
  const wrong = names.filter(name => !variables[name].safeParse(from[name]).success)
  if (wrong.length > 0) throw new TypeError(`environment: ${wrong.join(', ')} missing or not as expected`)
  return Object.fromEntries(names.map(name => [name, from[name]])) as Record<Name, string>
}
