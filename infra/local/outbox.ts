import nodemailer from 'nodemailer'
import type { Bus } from './aws/bus.ts'
import { type Clock, instant } from './clock.ts'
import type { Store } from './store.ts'
import type { Resource } from './template.ts'
import type { Work } from './work.ts'

/** Every mail that was sent, and what SES tells about each: sent, delivered, bounced. */

export type Mail = {
  readonly id: string
  readonly at: string
  readonly from: string
  /** Recipients, separated by commas. */
  readonly to: string
  readonly subject: string
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>
  readonly text: string
  readonly html: string
  /** The message itself, a character for each byte. */
  readonly raw: string
}

type Tagging = { readonly configuration: string | undefined; readonly tags: Readonly<Record<string, string>> }

export type Outbox = {
  /** On disk when the call returns; sent on and reported afterwards. */
  readonly add: (mail: Mail, tagging: Tagging) => void
  /** Oldest first. */
  readonly all: () => readonly Mail[]
  readonly find: (id: string) => Mail | undefined
  /** Goes on with what the process left behind when it ended. */
  readonly resume: () => void
}

/** SES's mailbox simulator: mail to these is answered as their name says. */
const SIMULATED: Readonly<Record<string, Fate>> = {
  'bounce@simulator.amazonses.com': 'Bounce',
  'complaint@simulator.amazonses.com': 'Complaint',
}

type Fate = 'Delivery' | 'Bounce' | 'Complaint'

const DETAIL_TYPES = {
  Send: 'Email Sent',
  Delivery: 'Email Delivered',
  Bounce: 'Email Bounced',
  Complaint: 'Email Complaint Received',
} as const

type Parts = {
  readonly store: Store
  readonly clock: Clock
  readonly work: Work
  readonly bus: Bus
  /** Where mail is sent on to. */
  readonly relay: string | undefined
}

export const openOutbox = (resources: readonly Resource[], { store, clock, work, bus, relay }: Parts): Outbox => {
  const reported = reportedEvents(resources)
  const transport = relay ? nodemailer.createTransport(relay) : undefined

  const finish = async (mail: Mail, { configuration, tags }: Tagging): Promise<void> => {
    const fate = await send(mail)
    const events = configuration ? (reported.get(configuration) ?? new Set()) : new Set()
    for (const type of ['Send', fate] as const)
      if (events.has(type.toLowerCase()))
        await bus.put('default', {
          source: 'aws.ses',
          'detail-type': DETAIL_TYPES[type],
          detail: detail(type, mail, { 'ses:configuration-set': configuration ?? '', ...tags }, instant(clock.time())),
        })
    store.run('UPDATE outbox SET reported = 1 WHERE id = ?', mail.id)
  }

  const send = async (mail: Mail): Promise<Fate> => {
    const simulated = SIMULATED[mail.to.toLowerCase().replace(/\+[^@]*@/, '@')]
    if (simulated || !transport) return simulated ?? 'Delivery'
    try {
      await transport.sendMail({
        envelope: { from: mail.from, to: mail.to.split(', ') },
        raw: Buffer.from(mail.raw, 'latin1'),
      })
      return 'Delivery'
    } catch (error) {
      console.error(`mail ${mail.id} was not taken: ${error instanceof Error ? error.message : error}`)
      return 'Bounce'
    }
  }

  const later = (mail: Mail, tagging: Tagging): void => {
    work.track(() => finish(mail, tagging)).catch(error => console.error(error))
  }

  const mails = (rows: readonly Record<string, unknown>[]): readonly Mail[] =>
    rows.map(row => JSON.parse(String(row['mail'])))

  return {
    add: (mail, tagging) => {
      store.run(
        'INSERT INTO outbox (id, mail, tags) VALUES (?, ?, ?)',
        mail.id,
        JSON.stringify(mail),
        JSON.stringify(tagging),
      )
      later(mail, tagging)
    },
    all: () => mails(store.all('SELECT mail FROM outbox ORDER BY number')),
    find: id => mails(store.all('SELECT mail FROM outbox WHERE id = ?', id))[0],
    resume: () => {
      for (const row of store.all('SELECT mail, tags FROM outbox WHERE reported = 0 ORDER BY number'))
        later(JSON.parse(String(row['mail'])), JSON.parse(String(row['tags'])))
    },
  }
}

/** Which events a configuration set tells the default bus, in lower case. */
const reportedEvents = (resources: readonly Resource[]): ReadonlyMap<string, ReadonlySet<string>> =>
  new Map(
    resources
      .filter(({ type }) => type === 'AWS::SES::ConfigurationSetEventDestination')
      .map(({ properties }) => {
        const { MatchingEventTypes } = properties['EventDestination'] as { MatchingEventTypes: string[] }
        const events = new Set(MatchingEventTypes.map(event => event.toLowerCase()))
        return [String(properties['ConfigurationSetName']), events] as const
      }),
  )

const detail = (type: 'Send' | Fate, mail: Mail, tags: Record<string, string>, timestamp: string) => {
  const recipients = mail.to.split(', ')
  const emailAddress = recipients.map(address => ({ emailAddress: address }))
  const about = {
    Send: { send: {} },
    Delivery: { delivery: { timestamp, recipients, processingTimeMillis: 1, smtpResponse: '250 OK' } },
    Bounce: {
      bounce: { timestamp, bounceType: 'Permanent', bounceSubType: 'General', bouncedRecipients: emailAddress },
    },
    Complaint: { complaint: { timestamp, complainedRecipients: emailAddress, complaintFeedbackType: 'abuse' } },
  }
  return {
    eventType: type,
    mail: {
      timestamp: mail.at,
      messageId: mail.id,
      source: mail.from,
      destination: recipients,
      tags: Object.fromEntries(Object.entries(tags).map(([name, value]) => [name, [value]])),
    },
    ...about[type],
  }
}
