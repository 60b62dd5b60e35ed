import { createHash, randomUUID } from 'node:crypto'
import { type Response as ApiResponse, createApi } from '../../../functions/api/answer.ts'
import { createAnswer } from '../../../functions/inbound/answer.ts'
import { takeIn } from '../../../functions/inbound/inbound.ts'
import { createDigestLinks } from '../../../functions/morning/links.ts'
import { holdMorning } from '../../../functions/morning/morning.ts'
import type { World } from '../../../functions/pages/world.ts'
import { FirmEvent } from '../../../shared/domain/firm.ts'
import { RecruiterEvent } from '../../../shared/domain/recruiter.ts'
import { FirmId, RecruiterId } from '../../../shared/domain/vocabulary.ts'
import type { EventLog } from '../../../shared/log/log.ts'
import { createMemoryLog } from '../../../shared/log/memory.ts'
import { firmStream, recruiterStream, type StreamName } from '../../../shared/log/streams.ts'
import type { Outgoing } from '../../../shared/mail/send.ts'
import { type Session, signSession } from '../../../shared/runtime/session.ts'
import { createMemoryViews } from '../../../shared/views/memory.ts'
import { project } from '../../../shared/views/projector.ts'
import type { Views } from '../../../shared/views/views.ts'
import { bytes, forward, note, received } from '../../support/mail.ts'
import { lisbon, SECRET, type Visitor, visitorOf } from './office.ts'
import { pagesWorld } from './world.ts'

/**
 * Two firms that know the same people at the same clients, with everything of Relight but the cloud: pages, API, mail
 * in, mornings and mail out, over one log and its views. What a desk alone knows holds a word of its own.
 */

/** When everything has happened, and everybody looks. */
export const NOON = '2026-10-14T12:00:00.000Z'

export type Desk = {
  readonly firm: FirmId
  readonly recruiter: RecruiterId
  readonly name: string
  readonly address: string
  /** The secret part of the inbound address. */
  readonly inbound: string
  readonly apiToken: string
  /** Stands in all that this desk alone knows. */
  readonly word: string
  readonly number: string
}

const hash = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 20)

const desk = (firm: string, name: string, word: string, number: string): Desk => ({
  firm: FirmId.parse(hash(firm)),
  recruiter: RecruiterId.parse(hash(`${firm} ${name}`)),
  name,
  address: `${name.split(' ')[0]?.toLowerCase()}@${firm}.example`,
  inbound: word.slice(0, 5).padEnd(26, 'q'),
  apiToken: `token-of-${word}`,
  word,
  number,
})

/** Two recruiters of one firm, the first of whom owns it, and the owner of another firm who bears the same name. */
export const ruth = desk('aldertalent', 'Ruth Amsel', 'zinnober', '41')
export const piet = desk('aldertalent', 'Piet Maas', 'marzipan', '52')
export const otherRuth = desk('birkesearch', 'Ruth Amsel', 'quartzite', '63')
const DESKS = [ruth, piet, otherRuth] as const

export type ApiAsked = {
  readonly method?: string
  readonly body?: unknown
  readonly token?: string | undefined
  readonly headers?: Readonly<Record<string, string>>
  readonly at?: string
}

export type Town = {
  readonly world: World
  readonly mails: Outgoing[]
  readonly streams: () => readonly StreamName[]
  readonly append: (stream: StreamName, events: readonly unknown[]) => Promise<void>
  readonly api: (path: string, asked?: ApiAsked) => Promise<ApiResponse>
  /** Holds a desk's morning, and mails what is due. */
  readonly morning: (who: Desk, at: string) => Promise<void>
}

const DOMAIN = 'in.relight.example'
const FOUNDED = '2026-10-01T09:00:00Z'
const said = { at: FOUNDED, recordedAt: FOUNDED, by: 'system', source: 'api', command: 'found' }

type Parts = { readonly log?: EventLog; readonly views?: Views }

export const openTown = async ({ log = createMemoryLog(), views = createMemoryViews() }: Parts = {}): Promise<Town> => {
  const mails: Outgoing[] = []
  const streams = new Set<StreamName>()
  const stored = new Map<string, Uint8Array>()
  const followed: EventLog = {
    load: log.load,
    append: async (after, events) => {
      const version = await log.append(after, events)
      streams.add(after.stream)
      const types = new Set(events.map(({ type }) => type))
      await project(log, views, { stream: after.stream, types, at: events[0]?.recordedAt ?? FOUNDED })
      return version
    },
  }
  const world: World = {
    ...pagesWorld(followed, SECRET, mails),
    views,
    // Whoever walks every way knocks often.
    doorkeeper: { lets: () => true },
    fetch: async object => stored.get(object) ?? bytes(''),
  }
  const answer = createApi({ log: followed, views })
  const links = createDigestLinks(world.publicUrl, async () => SECRET)
  const town: Town = {
    world,
    mails,
    streams: () => [...streams],
    append: async (stream, events) => {
      const { version } = await followed.load(stream)
      await followed.append(version, events as never)
    },
    morning: ({ firm, recruiter }, at) =>
      holdMorning({ ...world, links, inboundDomain: DOMAIN }, { firm, recruiter }, at),
    api: (path, { method = 'GET', body, token, headers = {}, at = NOON } = {}) => {
      const { pathname, searchParams } = new URL(path, 'https://relight.example')
      return answer({
        version: '2.0',
        rawPath: pathname,
        headers: { ...(token ? { authorization: `Bearer ${token}` } : {}), ...headers },
        queryStringParameters: Object.fromEntries(searchParams),
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        requestContext: { timeEpoch: Date.parse(at), http: { method, path: pathname } },
      } as never)
    },
  }
  for (const firm of [[ruth, piet], [otherRuth]]) await found(town, firm)
  for (const each of DESKS) await live(town, each, stored)
  return town
}

const found = async ({ append }: Town, [owner = ruth, ...others]: readonly Desk[]): Promise<void> => {
  const { firm } = owner
  await append(firmStream(firm), [
    FirmEvent.parse({
      type: 'FirmFounded',
      firm,
      name: `${owner.word} and Sons`,
      owner: owner.recruiter,
      domains: [],
      ...said,
    }),
    FirmEvent.parse({ type: 'NeverLogChanged', addresses: [`doctor@${owner.word}.example`], ...said }),
    ...others.map(({ recruiter }) =>
      FirmEvent.parse({ type: 'InvitationAccepted', recruiter, invitation: 'found', ...said }),
    ),
  ])
  for (const { recruiter, name, address, inbound, apiToken, number } of [owner, ...others])
    await append(
      recruiterStream(firm, recruiter),
      [
        {
          type: 'RecruiterJoined',
          firm,
          recruiter,
          name,
          phone: `0${number} 700 700`,
          region: 'none',
          calendar: lisbon,
        },
        { type: 'AddressConfirmed', address },
        { type: 'InboundAddressGiven', token: inbound },
        { type: 'ApiTokenGiven', hash: createHash('sha256').update(apiToken).digest('hex') },
      ].map(event => RecruiterEvent.parse({ ...event, ...said })),
    )
}

/** A week and a half at one desk: the same for every desk, but for its own word and number. */
const live = async (town: Town, who: Desk, stored: Map<string, Uint8Array>): Promise<void> => {
  const { word, number, apiToken: token } = who
  const key = { 'idempotency-key': 'the first of all' }
  const post = async (path: string, at: string, body: unknown) => {
    const answer = await town.api(path, { method: 'POST', body, token, headers: key, at })
    if (answer.statusCode >= 400) throw new Error(`${path}: ${answer.body}`)
    return JSON.parse(answer.body)
  }
  const open = async (at: string, client: string, domain: string, title: string, people: readonly object[]) => {
    const contacts = people.map((person, index) => ({ phones: [`0${number} 600 10${index}`], ...person }))
    key['idempotency-key'] = `open ${client}`
    const { id, contacts: known } = await post('/api/engagements', at, {
      client: { name: client, domains: [domain] },
      title,
      origin: 'mpc',
      contacts,
    })
    let told = 0
    const say = (when: string, command: object) => {
      key['idempotency-key'] = `${client} ${told++}`
      return post(`/api/engagements/${id}/commands`, when, { ...command, at: when })
    }
    return { say, contact: (name: string): string => known.find((each: { name: string }) => each.name === name).id }
  }
  const acme = await open('2026-10-01T10:00:00Z', 'Acme Molding', 'acme.example', `${word} engineer`, [
    { name: 'Carla Whitfield', role: 'hr-director', emails: ['carla@acme.example'] },
    { name: 'Susan Reyes', role: 'hr', emails: ['susan@acme.example'], introducedBy: 'Carla Whitfield' },
  ])
  const [carla, susan] = [acme.contact('Carla Whitfield'), acme.contact('Susan Reyes')]
  const talk = { command: 'LogTouchpoint', direction: 'outbound', channel: 'call', outcome: 'reached' }
  await acme.say('2026-10-01T11:00:00Z', { ...talk, contact: susan, summary: `she wants the ${word} list` })
  await acme.say('2026-10-01T11:10:00Z', { command: 'ReachMilestone', milestone: 'fee-agreed', contact: susan })
  const meeting = {
    command: 'BookMeeting',
    title: `${word} review`,
    startsAt: '2026-10-05T14:00:00Z',
    endsAt: '2026-10-05T14:30:00Z',
    contacts: [susan],
  }
  const booked = await acme.say('2026-10-02T10:00:00Z', meeting)
  const { meeting: missed } = booked.events.find((event: { type: string }) => event.type === 'MeetingBooked')
  await acme.say('2026-10-05T14:20:00Z', {
    command: 'RecordMeetingMissed',
    meeting: missed,
    missedBy: 'client',
    contact: susan,
  })
  await acme.say('2026-10-06T09:00:00Z', { ...talk, channel: 'voicemail', outcome: 'left-message', contact: susan })
  await acme.say('2026-10-06T09:10:00Z', {
    ...talk,
    channel: 'email',
    outcome: 'sent',
    contact: susan,
    summary: `on ${word}`,
  })
  await acme.say('2026-10-06T09:20:00Z', {
    command: 'SetExpectation',
    topic: 'reply time',
    text: `within ${word} time`,
    replyWithin: 'P9D',
    contact: carla,
  })

  const birch = await open('2026-10-01T12:00:00Z', 'Birch & Vale', 'birch.example', `${word} controller`, [
    { name: 'Priya Nair', role: 'hr', emails: ['priya@birch.example'] },
    { name: 'Tom Okafor', role: 'hiring-manager', emails: ['tom@birch.example'] },
    { name: 'Tom Adams', role: 'other' },
  ])
  const priya = birch.contact('Priya Nair')
  await birch.say('2026-10-02T12:00:00Z', { ...talk, contact: priya, summary: `short about ${word}` })
  await birch.say('2026-10-02T12:10:00Z', {
    command: 'ReportTension',
    contact: priya,
    observed: `was ${word} on the phone`,
    story: `resents ${word}`,
  })

  const old = await open('2026-10-01T13:00:00Z', 'Old Mill', 'oldmill.example', `${word} miller`, [
    { name: 'Ann Miller', role: 'hr', emails: ['ann@oldmill.example'] },
  ])
  await old.say('2026-10-02T13:00:00Z', { command: 'CloseEngagement', why: `${word} is over` })

  // Mail in: understood, asked about, held, and one that opens an account.
  const send: World['send'] = mail => town.world.send(mail)
  const deps = {
    log: town.world.log,
    views: town.world.views,
    fetch: town.world.fetch,
    answer: createAnswer(town.world.log, send, town.world.publicUrl, async () => SECRET),
    inboundDomain: DOMAIN,
  }
  const to = `${who.inbound}@${DOMAIN}`
  const by = `${who.name} <${who.address}>`
  const arrive = async (raw: string, at: string, verdicts: Parameters<typeof received>[1] = {}) => {
    const object = `raw/${hash(raw)}`
    stored.set(object, bytes(received(raw, verdicts)))
    await takeIn(deps, { object, arrivedAt: at, recipients: [to] })
  }
  const tell = (at: string, subject: string, text: string, verdicts?: Parameters<typeof received>[1]) =>
    arrive(note(by, to, text, { at, subject, messageId: `${hash(`${word} ${at}`)}@${word}.example` }), at, verdicts)
  await tell('2026-10-07T09:00:00Z', `${word} talk`, 'Left Carla a voicemail.')
  await tell('2026-10-12T09:00:00Z', `${word} which`, 'Spoke with Tom.')
  await tell('2026-10-12T10:00:00Z', `${word} held`, 'Left Susan a voicemail.', {
    spf: 'fail',
    dkim: 'fail',
    dmarc: 'fail',
  })
  const original = {
    from: 'Nora Blum <nora@fenwick.example>',
    to: by,
    subject: `The ${word} roles`,
    at: '2026-10-12T08:00:00Z',
    text: `Could you call me about ${word}?`,
  }
  await arrive(forward({ client: 'gmail', by, to, at: '2026-10-12T11:00:00Z', original }), '2026-10-12T11:00:00Z')

  for (const date of ['2026-10-13', '2026-10-14']) await town.morning(who, `${date}T07:00:00Z`)

  // What a recruiter asks for on the pages, each with a secret of its own.
  const visitor = await sessionOf(town, who)
  await visitor.press('/sign-in', { form: { address: who.address } })
  const form = { proof: proofIn((await visitor.get('/sign-out')).body) }
  await visitor.post('/settings/feed', { form: { ...form, do: 'give' } })
  await visitor.post('/settings/addresses', { form: { ...form, address: `${word}@home.example` } })
  const newcomer = {
    name: `${word} newcomer`,
    address: `${word}.new@home.example`,
    zone: 'Europe/Lisbon',
    region: 'none',
  }
  await visitor.post('/team/invite', { form: { ...form, ...newcomer } })
}

/** A browser that is signed in; as many as are wanted, where a mailed link is counted. */
export const sessionOf = async (town: Town, { firm, recruiter, address }: Desk): Promise<Visitor> => {
  const session = `session-${randomUUID()}` as Session['session']
  const said = { at: NOON, recordedAt: NOON, by: recruiter, source: 'page', command: `sign in ${session}` }
  await town.append(recruiterStream(firm, recruiter), [
    { type: 'SignInAsked', session, address, from: 'a test', ...said },
    { type: 'SignedIn', session, ...said },
  ])
  const visitor = visitorOf(town, NOON)
  const token = await signSession(SECRET, { kind: 'session', firm, recruiter, session }, NOON)
  visitor.cookies.set('__Host-relight', token)
  return visitor
}

export const proofIn = (body: string): string => {
  const [, proof] = /name="proof" value="([^"]+)"/.exec(body) ?? []
  if (!proof) throw new Error('nobody is signed in here')
  return proof
}
