import { Temporal } from 'temporal-polyfill'
import type { FlatEvent } from '../../../infra/local/history.ts'
import type { Mail } from '../../../infra/local/outbox.ts'
import { digestInstant, nthWorkingDayAfter, plusDays } from '../../../shared/domain/calendar/days.ts'
import type { WorkingCalendar } from '../../../shared/domain/calendar/working-calendar.ts'
import type { MailKind } from '../../../shared/mail/write/headers.ts'
import { holidaysFor } from '../../../shared/runtime/holidays.ts'
import { type Client, forward, invitation, mail, note, type OriginalMail, reply } from '../../support/mail.ts'
import { type RunningStack, startStack } from '../../support/stack.ts'

/** A recruiter's desk on a running stack: what arrives at which local time, and what each morning's mail holds. */

export type Recruiter = {
  readonly name: string
  readonly address: string
  readonly zone: string
  readonly region: string
}

/** An account as another program opens it. */
export type AccountParts = {
  readonly client: string
  readonly domain: string
  readonly opening?: string
  readonly contacts: readonly {
    readonly name: string
    readonly role?: string
    readonly email?: string
    readonly phone?: string
    readonly introducedBy?: string
  }[]
}

export type Account = {
  readonly id: string
  /** The id of a contact by name. */
  readonly contact: (name: string) => string
  /** Says one of the domain's commands. */
  readonly say: (command: Readonly<Record<string, unknown>>) => Promise<Response>
}

export type Desk = {
  readonly stack: RunningStack
  readonly calendar: WorkingCalendar
  /** The recruiter as mail names them. */
  readonly by: string
  /** A local time in UTC. */
  readonly instant: (date: string, time: string) => string
  readonly account: (parts: AccountParts) => Promise<Account>
  /** The n-th working day from the first, which is 0. */
  readonly day: (n: number) => string
  /** Moves the clock to a local time. */
  readonly at: (date: string, time: string) => Promise<string>
  readonly notes: (date: string, time: string, text: string) => Promise<void>
  /** Any message, with the receiving service's verdicts: `{spf, dkim, dmarc}`. */
  readonly receives: (
    date: string,
    time: string,
    raw: string,
    verdicts?: Readonly<Record<string, string>>,
  ) => Promise<void>
  readonly answers: (date: string, time: string, text: string, client?: Client) => Promise<void>
  readonly forwards: (
    date: string,
    time: string,
    original: OriginalMail,
    more?: Partial<Parameters<typeof forward>[0]>,
  ) => Promise<void>
  readonly copies: (
    date: string,
    time: string,
    parts: { to: string; cc?: string; subject: string; text: string; attachments?: { name: string }[] },
  ) => Promise<string>
  readonly invites: (
    date: string,
    time: string,
    parts: Omit<Parameters<typeof invitation>[0], 'by' | 'to'>,
  ) => Promise<void>
  /** Answers a mail of ours from its reply address, quoting nothing. */
  readonly replies: (date: string, time: string, to: Mail, text: string) => Promise<void>
  /** The last mail of a kind that was sent. */
  readonly last: (kind: MailKind) => Promise<Mail>
  /** That day's digest, or null; the clock stands after the digest's hour. */
  readonly morning: (date: string) => Promise<Mail | null>
  /** That day's tasks as `play contact name`, from the log. */
  readonly due: (date: string) => Promise<readonly string[]>
  /** How the messages were read that arrived meanwhile. */
  readonly readAs: (arriving: () => Promise<unknown>) => Promise<readonly string[]>
  /** All that the engagements' streams hold. */
  readonly history: () => Promise<readonly FlatEvent[]>
  /** Events of one type, from the log. */
  readonly events: (type: string) => Promise<readonly Record<string, unknown>[]>
  /** Opens the outcome's page and presses its button; with several, the first, or that of an account. */
  readonly press: (
    mail: Mail,
    word: string,
    more?: { readonly account?: string; readonly fields?: Readonly<Record<string, string>> },
  ) => Promise<void>
}

/** A desk on a stack whose clock stands at a local time of its first day; `data` of an earlier one goes on from there. */
export const openDesk = async (
  recruiter: Recruiter,
  firstDay: string,
  { time = '06:00', ...options }: { readonly data?: string; readonly time?: string } = {},
): Promise<Desk> => {
  const year = Number(firstDay.slice(0, 4))
  const calendar: WorkingCalendar = {
    zone: recruiter.zone,
    workingDays: [1, 2, 3, 4, 5],
    holidays: holidaysFor(recruiter.region, year, year + 1),
    digestAt: '07:00',
  }
  const instant = (date: string, time: string): string =>
    Temporal.PlainDateTime.from(`${date}T${time}`).toZonedDateTime(recruiter.zone).toInstant().toString()
  const stack = await startStack({
    now: instant(firstDay, time),
    zone: recruiter.zone,
    owner: `${recruiter.name} <${recruiter.address}>`,
    ...options,
  })
  const by = `${recruiter.name} <${recruiter.address}>`
  const at = async (date: string, time: string): Promise<string> => {
    await stack.clock(instant(date, time))
    return instant(date, time)
  }
  const zone = recruiter.zone
  const sent = async (date: string): Promise<Mail | null> => {
    const hour = digestInstant(calendar, date)
    const day = Date.parse(instant(plusDays(date, 1), '00:00'))
    return (
      (await stack.outbox()).find(
        out =>
          out.headers['x-relight-mail'] === 'digest' &&
          Date.parse(out.at) >= Date.parse(hour) &&
          Date.parse(out.at) < day,
      ) ?? null
    )
  }
  let messages = 0
  const nextId = (): string => `${messages++}.${firstDay}@desk.example`
  const last = async (kind: MailKind): Promise<Mail> => {
    const found = (await stack.outbox()).findLast(out => out.headers['x-relight-mail'] === kind)
    if (!found) throw new Error(`no ${kind} was sent`)
    return found
  }
  const account = async ({ client, domain, opening, contacts }: AccountParts): Promise<Account> => {
    const post = (path: string, body: unknown) => stack.api(path, { method: 'POST', body: JSON.stringify(body) })
    const response = await post('/api/engagements', {
      client: { name: client, domains: [domain] },
      ...(opening ? { title: opening } : {}),
      contacts: contacts.map(({ name, role, email, phone, introducedBy }) => ({
        name,
        role,
        emails: email ? [email] : [],
        phones: phone ? [phone] : [],
        introducedBy,
      })),
    })
    if (response.status !== 201) throw new Error(`${client}: ${response.status} ${await response.text()}`)
    const opened = (await response.json()) as { id: string; contacts: { id: string; name: string }[] }
    return {
      id: opened.id,
      contact: name => opened.contacts.find(contact => contact.name === name)?.id ?? '',
      say: command => post(`/api/engagements/${opened.id}/commands`, command),
    }
  }
  return {
    stack,
    calendar,
    by,
    instant,
    account,
    day: n => (n === 0 ? firstDay : nthWorkingDayAfter(calendar, firstDay, n)),
    at,
    notes: async (date, time, text) => {
      const when = await at(date, time)
      await stack.inbox(note(by, stack.inbound, text, { at: when, zone, messageId: nextId() }))
    },
    receives: async (date, time, raw, verdicts) => {
      await at(date, time)
      await stack.inbox(raw, verdicts)
    },
    answers: async (date, time, text, client = 'gmail') => {
      const when = await at(date, time)
      const digest = await last('digest')
      const to = digest.headers['reply-to'] ?? ''
      const quoted = { from: digest.from, to: by, subject: digest.subject, at: digest.at, zone, text: digest.text }
      await stack.inbox(reply({ client, by, to, at: when, zone, words: text, quoted, messageId: nextId() }), { to })
    },
    forwards: async (date, time, original, more = {}) => {
      const when = await at(date, time)
      await stack.inbox(
        forward({
          client: 'gmail',
          by,
          to: stack.inbound,
          at: when,
          zone,
          original,
          messageId: nextId(),
          ...more,
        }),
      )
    },
    copies: async (date, time, parts) => {
      const when = await at(date, time)
      const raw = mail({ from: by, at: when, zone, messageId: nextId(), ...parts })
      await stack.inbox(raw)
      return raw
    },
    invites: async (date, time, parts) => {
      const when = await at(date, time)
      await stack.inbox(invitation({ by, to: stack.inbound, at: when, ...parts }))
    },
    replies: async (date, time, { headers, subject }, text) => {
      const when = await at(date, time)
      const to = headers['reply-to'] ?? ''
      await stack.inbox(mail({ from: by, to, at: when, zone, subject: `Re: ${subject}`, text }), { to })
    },
    last,
    morning: async date => {
      await at(date, '07:20')
      return sent(date)
    },
    due: async date => {
      await at(date, '07:20')
      const events = await stack.log()
      const settled = new Map<unknown, boolean>()
      for (const event of events) {
        if (event['type'] === 'TaskSettled') settled.set(event['task'], true)
        if (event['type'] === 'TaskReopened') settled.set(event['task'], false)
      }
      return events
        .filter(event => event['type'] === 'TaskRaised' && settled.get(event['task']) !== true)
        .map(event => [event['play'], event['contactName']].filter(Boolean).join(' '))
    },
    readAs: async arriving => {
      const before = new Set((await stack.notes()).map(({ id }) => id))
      await arriving()
      return (await stack.notes()).filter(({ id }) => !before.has(id)).map(({ status }) => status)
    },
    history: async () => (await stack.log()).filter(({ stream }) => stream.includes('/engagement/')),
    events: async type => (await stack.log()).filter(event => event['type'] === type),
    press: async (digest, word, { account, fields: filledIn = {} } = {}) => {
      const links = [...digest.html.matchAll(/https?:\/\/[^"\s]+\/do\/[^"\s]+/g)].map(([link]) => link)
      const link = links.find(candidate => {
        const said = payloadOf(candidate)
        return said.word === word && (account === undefined || said.engagement === account)
      })
      if (!link) throw new Error(`no link says ${word}`)
      const path = new URL(link).pathname
      const page = await (await stack.call(path)).text()
      const fields = new URLSearchParams(
        [...page.matchAll(/<input[^>]*type="hidden"[^>]*>/g)].map(([input]): [string, string] => [
          /name="([^"]*)"/.exec(input)?.[1] ?? '',
          /value="([^"]*)"/.exec(input)?.[1] ?? '',
        ]),
      )
      for (const [name, value] of Object.entries(filledIn)) fields.set(name, value)
      const response = await stack.call(path, {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        body: fields.toString(),
      })
      if (!response.ok) throw new Error(`${word}: ${response.status} ${await response.text()}`)
    },
  }
}

const payloadOf = (link: string): { word?: string; engagement?: string } => {
  const payload = link.slice(link.lastIndexOf('/') + 1).split('.')[1] ?? ''
  return JSON.parse(Buffer.from(payload, 'base64url').toString('utf8'))
}
