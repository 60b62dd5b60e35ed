import type { Response } from '../../../functions/pages/page.ts'
import { answerPage } from '../../../functions/pages/pages.ts'
import type { World } from '../../../functions/pages/world.ts'
import type { WorkingCalendar } from '../../../shared/domain/calendar/working-calendar.ts'
import { FirmEvent } from '../../../shared/domain/firm.ts'
import { RecruiterEvent } from '../../../shared/domain/recruiter.ts'
import { EngagementId, FirmId, RecruiterId } from '../../../shared/domain/vocabulary.ts'
import { createMemoryLog } from '../../../shared/log/memory.ts'
import { engagementStream, firmStream, recruiterStream, type StreamName } from '../../../shared/log/streams.ts'
import type { Outgoing } from '../../../shared/mail/send.ts'
import { project } from '../../../shared/views/projector.ts'
import type { Account } from '../../domain/support/account.ts'
import { pagesWorld } from './world.ts'

/** A firm with people in it, its pages, and what they mail. Views follow the log at once. */

export const SECRET = 'kept between the pages and nobody else, and long enough'

const said = {
  at: '2026-10-01T09:00:00Z',
  recordedAt: '2026-10-01T09:00:00Z',
  by: 'system',
  source: 'api',
  command: 'found',
}

export const lisbon: WorkingCalendar = {
  zone: 'Europe/Lisbon',
  workingDays: [1, 2, 3, 4, 5],
  holidays: [],
  digestAt: '07:30',
}

export type Office = {
  readonly world: World
  readonly mails: readonly Outgoing[]
  readonly append: (stream: StreamName, events: readonly unknown[]) => Promise<void>
  /** Lays an account that was told into a recruiter's hands, under an id and a name of its own. */
  readonly keep: (firm: string, recruiter: string, id: string, client: string, told: Account) => Promise<void>
  /** Founds a firm, and makes the recruiter its owner. */
  readonly join: (firm: string, recruiter: string, name: string, ...addresses: string[]) => Promise<void>
  /** Brings a colleague into a firm that there is. */
  readonly admit: (firm: string, recruiter: string, name: string, ...addresses: string[]) => Promise<void>
}

export const openOffice = async (change: Partial<World> = {}): Promise<Office> => {
  const log = createMemoryLog()
  const mails: Outgoing[] = []
  const inMemory = pagesWorld(log, SECRET, mails)
  const { views } = inMemory
  // What a page records shows in the views before its next request, as it does after a second in the cloud.
  const followed: typeof log = {
    load: log.load,
    append: async (after, events) => {
      const version = await log.append(after, events)
      const types = new Set(events.map(({ type }) => type))
      await project(log, views, { stream: after.stream, types, at: events[0]?.recordedAt ?? said.at })
      return version
    },
  }
  const world: World = { ...inMemory, log: followed, ...change }
  const append = async (stream: StreamName, events: readonly unknown[]): Promise<void> => {
    const { version } = await followed.load(stream)
    await followed.append(version, events as never)
  }
  const begin = (firm: string, recruiter: string, name: string, addresses: readonly string[]): Promise<void> =>
    append(recruiterStream(FirmId.parse(firm), RecruiterId.parse(recruiter)), [
      RecruiterEvent.parse({
        type: 'RecruiterJoined',
        firm,
        recruiter,
        name,
        region: 'none',
        calendar: lisbon,
        ...said,
      }),
      ...addresses.map(address => RecruiterEvent.parse({ type: 'AddressConfirmed', address, ...said })),
    ])
  return {
    world,
    mails,
    append,
    keep: async (firm, recruiter, id, client, told) => {
      const events = told.facts().map(({ position: _position, ...event }) => {
        return event.type === 'EngagementOpened' ? { ...event, engagement: id, client } : event
      })
      const stream = engagementStream(FirmId.parse(firm), RecruiterId.parse(recruiter), EngagementId.parse(id))
      await append(stream, events)
    },
    join: async (firm, recruiter, name, ...addresses) => {
      await append(firmStream(FirmId.parse(firm)), [
        FirmEvent.parse({ type: 'FirmFounded', firm, name: 'A firm', owner: recruiter, domains: [], ...said }),
      ])
      await begin(firm, recruiter, name, addresses)
    },
    admit: async (firm, recruiter, name, ...addresses) => {
      await append(firmStream(FirmId.parse(firm)), [
        FirmEvent.parse({ type: 'InvitationAccepted', recruiter, invitation: 'admitted', ...said }),
      ])
      await begin(firm, recruiter, name, addresses)
    },
  }
}

export type Asked = {
  /** What is sent as it is, where it is no form. */
  readonly body?: string
  readonly form?: Readonly<Record<string, string>>
  readonly at?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly ip?: string
}

export type Visitor = {
  readonly cookies: Map<string, string>
  readonly get: (path: string, asked?: Asked) => Promise<Response>
  /** By any method. */
  readonly ask: (method: string, path: string, asked?: Asked) => Promise<Response>
  /** Opens a page and sends its form with what it hides, as a browser does. */
  readonly press: (path: string, asked?: Asked) => Promise<Response>
  readonly post: (path: string, asked?: Asked) => Promise<Response>
}

/** A browser: it keeps cookies, and brings them along. */
export const visitorOf = ({ world }: Pick<Office, 'world'>, now = '2026-10-12T15:10:00Z'): Visitor => {
  const cookies = new Map<string, string>()
  const ask = async (method: string, target: string, { body, form, at = now, headers = {}, ip }: Asked) => {
    const { pathname, search } = new URL(target, 'https://relight.example')
    const response = await answerPage(
      {
        rawPath: pathname,
        rawQueryString: search.slice(1),
        cookies: [...cookies].map(([name, value]) => `${name}=${value}`),
        headers: { host: 'relight.example', ...headers },
        ...(form ? { body: new URLSearchParams(form).toString() } : body === undefined ? {} : { body }),
        requestContext: { timeEpoch: Date.parse(at), http: { method, sourceIp: ip ?? '192.0.2.7' } },
      },
      world,
    )
    for (const cookie of response.cookies ?? []) {
      const [pair = '', ...attributes] = cookie.split('; ')
      const [name = '', value = ''] = pair.split('=')
      if (attributes.includes('Max-Age=0')) cookies.delete(name)
      else cookies.set(name, value)
    }
    return response
  }
  const post = (path: string, asked: Asked = {}) => ask('POST', path, { ...asked, form: asked.form ?? {} })
  return {
    cookies,
    get: (path, asked = {}) => ask('GET', path, asked),
    ask: (method, path, asked = {}) => ask(method, path, asked),
    post,
    press: async (path, asked = {}) => {
      const page = await ask('GET', path, { ...asked, form: undefined as never })
      return post(path, { ...asked, form: { ...hiddenIn(page.body), ...asked.form } })
    },
  }
}

const hiddenIn = (body: string): Record<string, string> =>
  Object.fromEntries(
    [...body.matchAll(/type="hidden" name="([^"]+)" value="([^"]*)"/g)].map(([, name, value]) => [name, value]),
  )

/** The path of the link in a mail. */
export const linkIn = (mail: Outgoing | undefined): string => {
  const [, link = ''] = /Sign in: (\S+)/.exec(mail?.text ?? '') ?? []
  return link.replace('https://relight.example', '')
}

/** A browser of somebody who asked for a link and pressed it. */
export const signedIn = async (
  office: Pick<Office, 'world' | 'mails'>,
  address: string,
  now?: string,
): Promise<Visitor> => {
  const visitor = visitorOf(office, now)
  await visitor.press('/sign-in', { form: { address } })
  await visitor.press(linkIn(office.mails.at(-1)))
  return visitor
}
