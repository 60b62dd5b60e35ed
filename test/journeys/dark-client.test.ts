import { Temporal } from 'temporal-polyfill'
import { afterEach, describe, expect, it } from 'vitest'
import { plusDays } from '../../shared/domain/calendar/days.ts'
import { type Desk, openDesk, type Recruiter } from './support/desk.ts'

/** The client who went dark, told by mail alone, with several casts: other people, words, zones, and days off between. */

type Cast = {
  readonly recruiter: Recruiter
  readonly firstDay: string
  readonly client: string
  readonly domain: string
  readonly director: string
  readonly contact: string
  readonly manager: string
  readonly phone: string
  readonly introduction: string
  readonly spoke: string
  readonly expectation: string
  readonly replyWithin: string
  readonly fee: string
  readonly missed: string
  readonly voicemail: string
  readonly callback: string
}

const newYork: Cast = {
  recruiter: { name: 'Dan Ortiz', address: 'dan@ortizsearch.example', zone: 'America/New_York', region: 'US' },
  firstDay: '2026-09-08',
  client: 'Acme Molding',
  domain: 'acmemolding.example',
  director: 'Carla Whitfield',
  contact: 'Susan Reyes',
  manager: 'Mike Tran',
  phone: '918 555 0142',
  introduction:
    'Dan,\n\nI am introducing Susan, who looks after our Tulsa plant. You can reach her at 918 555 0142.\n\nCarla Whitfield\nDirector of HR\nAcme Molding',
  spoke: 'Spoke with Susan, 20 minutes, walked her through our process. She sees the value.',
  expectation: 'Done. Susan answers within 3 days.',
  replyWithin: 'P3D',
  fee: 'Fee agreed at 22% with Susan. She wants me to meet the hiring manager before she signs.',
  missed: 'Susan missed our 10am call.',
  voicemail: 'Called Susan, left a voicemail.',
  callback: 'Susan called me back. Opening was frozen the day of our call.',
}

/** Over the change to winter time, with Veterans Day and Thanksgiving in the way. */
const chicago: Cast = {
  recruiter: { name: 'Ruth Okoye', address: 'ruth@okoyetalent.example', zone: 'America/Chicago', region: 'US' },
  firstDay: '2026-10-27',
  client: 'Harbor & Stone',
  domain: 'harborstone.example',
  director: 'Bill Yates',
  contact: 'Dana Kim',
  manager: 'Lou Perez',
  phone: '312 555 0188',
  introduction:
    'Ruth, please meet Dana, who handles hiring for our Joliet yard. Dana can be reached on 312 555 0188.\n\nBill Yates\nVP Human Resources\nHarbor & Stone',
  spoke: 'Talked to Dana for half an hour about how we work.',
  expectation: 'Done. Dana replies within 3 days.',
  replyWithin: 'P3D',
  fee: 'Agreed the fee with Dana, 20%.',
  missed: 'Dana no-showed our 10am call.',
  voicemail: 'Left Dana a vm.',
  callback: 'Dana called back. The job was put on hold the day we were meant to talk.',
}

/** Over Christmas, with its substitute bank holiday. */
const london: Cast = {
  recruiter: { name: 'Oliver Grant', address: 'oliver@grantpartners.example', zone: 'Europe/London', region: 'GB-ENG' },
  firstDay: '2026-12-08',
  client: 'Birch and Vale',
  domain: 'birchvale.example',
  director: 'Helen Moss',
  contact: 'Amir Shah',
  manager: 'Joan Pike',
  phone: '020 7946 0321',
  introduction:
    "Oliver, I'd like to introduce Amir, who looks after our Leeds site. His number is 020 7946 0321.\n\nHelen Moss\nHead of HR\nBirch and Vale",
  spoke: 'Spoke to Amir for 20 mins, went through our process, he liked it.',
  expectation: 'Done. Amir answers within 3 days.',
  replyWithin: 'P3D',
  fee: 'Fee agreed with Amir at 18%.',
  missed: 'Amir missed our 10am call.',
  voicemail: 'Rang Amir, left a message.',
  callback: 'Amir rang me back. They have a hiring freeze.',
}

/** Half an hour off the hour. */
const kolkata: Cast = {
  recruiter: { name: 'Meera Iyer', address: 'meera@iyersearch.example', zone: 'Asia/Kolkata', region: 'IN' },
  firstDay: '2026-07-07',
  client: 'Lotus Castings',
  domain: 'lotuscastings.example',
  director: 'Ravi Menon',
  contact: 'Kavya Rao',
  manager: 'Sunil Das',
  phone: '+91 80 5550 0142',
  introduction:
    'Meera, introducing Kavya, who runs hiring for our Hosur plant. You can call her on +91 80 5550 0142.\n\nRavi Menon\nDirector, Human Resources\nLotus Castings',
  spoke: 'Had a call with Kavya, explained how we work.',
  expectation: 'Done. Kavya answers within 3 days.',
  replyWithin: 'P3D',
  fee: 'Fee agreed with Kavya at 12%.',
  missed: 'Kavya missed our 10am call.',
  voicemail: 'Called Kavya, left a voicemail.',
  callback: 'Kavya called me back. The role is frozen.',
}

const first = (name: string): string => name.split(' ')[0] ?? name
const mailbox = (cast: Cast, name: string): string => `${name} <${name.toLowerCase().replace(' ', '.')}@${cast.domain}>`
const instant = (cast: Cast, date: string, time: string): string =>
  Temporal.PlainDateTime.from(`${date}T${time}`).toZonedDateTime(cast.recruiter.zone).toInstant().toString()

let desk: Desk
afterEach(async () => desk.stack.stop())

const untilTheMeeting = async (cast: Cast): Promise<void> => {
  desk = await openDesk(cast.recruiter, cast.firstDay)
  const { day } = desk
  const me = `${cast.recruiter.name} <${cast.recruiter.address}>`
  await desk.forwards(day(0), '10:12', {
    from: mailbox(cast, cast.director),
    to: me,
    cc: mailbox(cast, cast.contact),
    subject: 'Introduction',
    at: instant(cast, day(0), '09:40'),
    zone: cast.recruiter.zone,
    text: cast.introduction,
  })
  expect((await desk.events('EngagementOpened'))[0]).toMatchObject({ client: cast.client })
  const people = await desk.events('ContactAdded')
  expect(people.map(person => person['name'])).toEqual([cast.director, cast.contact])
  expect(people[1]).toMatchObject({ introducedBy: people[0]?.['contact'], phones: [{ number: cast.phone }] })
  expect((await desk.stack.outbox()).map(({ headers }) => headers['x-relight-mail'])).toEqual(['receipt'])

  expect(await desk.due(day(1))).toEqual([`answer-them ${cast.contact}`])
  await desk.notes(day(1), '15:00', cast.spoke)
  expect(await desk.due(day(2))).toEqual([`set-expectations ${cast.contact}`])
  await desk.answers(day(2), '12:00', cast.expectation)
  expect((await desk.events('ExpectationSet'))[0]).toMatchObject({
    replyWithin: cast.replyWithin,
    contactName: cast.contact,
  })
  expect(await desk.due(day(3))).toEqual([])
  await desk.notes(day(3), '16:00', cast.fee)
  expect(await desk.due(day(4))).toEqual([`answer-them ${cast.contact}`])
  await desk.forwards(
    day(4),
    '11:00',
    {
      from: mailbox(cast, cast.contact),
      to: me,
      subject: 'The role',
      at: instant(cast, day(4), '10:31'),
      zone: cast.recruiter.zone,
      text: `Hi ${first(cast.recruiter.name)},\n\nthe job description is attached. When can your team start?\n\n${first(cast.contact)}`,
    },
    { client: 'outlook', attachments: [{ name: 'job-description.pdf', type: 'application/pdf', content: 'x' }] },
  )
  expect((await desk.events('TouchpointLogged')).at(-1)).toMatchObject({
    direction: 'inbound',
    at: instant(cast, day(4), '10:31'),
  })
  await desk.copies(day(4), '14:00', {
    to: mailbox(cast, cast.contact),
    subject: 'Recruitment agreement for signature',
    text: `${first(cast.contact)}, here is the agreement as discussed, for your signature.`,
  })
  expect((await desk.events('MilestoneReached')).map(event => event['milestone'])).toEqual([
    'introduced',
    'fee-agreed',
    'job-description-received',
    'agreement-sent',
  ])
  expect(await desk.due(day(5))).toEqual([])
  await desk.invites(day(6), '09:00', {
    title: `Call with ${cast.client}`,
    starts: instant(cast, day(9), '10:00'),
    ends: instant(cast, day(9), '10:30'),
    organizer: me,
    attendees: [mailbox(cast, cast.contact), mailbox(cast, cast.manager)],
  })
  expect((await desk.events('ContactAdded')).at(-1)).toMatchObject({ name: cast.manager })
  for (const n of [7, 8, 9]) expect(await desk.due(day(n)), day(n)).toEqual([])
}

const untilOwned = async (cast: Cast): Promise<void> => {
  await untilTheMeeting(cast)
  const { day } = desk
  await desk.notes(day(9), '11:05', cast.missed)
  expect((await desk.events('MeetingMissed'))[0]).toMatchObject({ missedBy: 'client', contactName: cast.contact })
  expect(await desk.due(day(10))).toEqual([`call-and-write ${cast.contact}`])
  await followUp(cast, 10)
  expect(await desk.due(day(11))).toEqual([])
  for (const n of [12, 13, 14]) expect(await desk.morning(day(n)), day(n)).toBeNull()
  expect(await desk.due(day(15))).toEqual([`own-the-dropped-ball ${cast.contact}`])
}

const followUp = async (cast: Cast, n: number): Promise<void> => {
  await desk.notes(desk.day(n), '09:30', cast.voicemail)
  await desk.copies(desk.day(n), '09:40', {
    to: mailbox(cast, cast.contact),
    subject: 'Our call',
    text: `${first(cast.contact)}, I had us down for ten yesterday. What would suit you instead?`,
  })
}

describe.each([
  ['in New York', newYork],
  ['in Chicago, over the change to winter time and Thanksgiving', chicago],
  ['in London, over Christmas', london],
  ['in Kolkata', kolkata],
])('a client who went dark, %s', (_where, cast) => {
  it('is owned to by phone, turns out frozen, and is revisited on the day', async () => {
    await untilOwned(cast)
    const { day } = desk
    const digest = await desk.morning(day(15))
    expect(digest?.subject).toContain(cast.contact)
    expect(digest?.text).toContain(cast.phone)
    expect(digest?.html).toContain('tel:')
    expect(`${digest?.html} ${digest?.text}`).not.toMatch(new RegExp(`mailto:[^"]*${cast.domain}`))
    if (digest) await desk.press(digest, 'voicemail')
    expect((await desk.events('TouchpointLogged')).at(-1)).toMatchObject({
      channel: 'voicemail',
      play: 'own-the-dropped-ball',
    })
    expect(await desk.due(day(15))).toEqual([])

    await desk.answers(day(16), '11:00', cast.callback)
    expect((await desk.events('TouchpointLogged')).at(-1)).toMatchObject({
      direction: 'inbound',
      channel: 'call',
      outcome: 'reached',
    })
    expect(await desk.events('CameBack')).toHaveLength(1)
    expect((await desk.events('ReasonLearned'))[0]).toMatchObject({ reason: 'opening-frozen' })
    const until = plusDays(day(16), 30)
    expect((await desk.events('EngagementPaused'))[0]).toMatchObject({ until })
    const revisit = desk.day([...Array(60).keys()].find(n => desk.day(n) >= until) ?? 0)
    expect(await desk.due(plusDays(until, -1))).toEqual([])
    expect(await desk.due(revisit)).toEqual([`revisit ${cast.contact}`])
  })
})

// The other branches part from the first only where the stack has shown the same before.
describe.each([
  ['in New York', newYork],
  ['in Kolkata', kolkata],
])('a client who went dark and stays so, %s', (_where, cast) => {
  it('is sought through the introducer, and then the recruiter decides', async () => {
    await untilOwned(cast)
    const { day } = desk
    await desk.notes(day(15), '10:00', `Left ${first(cast.contact)} the message.`)
    expect((await desk.events('TouchpointLogged')).at(-1)).toMatchObject({ play: 'own-the-dropped-ball' })
    expect(await desk.due(day(17))).toEqual([])
    expect(await desk.due(day(18))).toEqual([`go-through-the-introducer ${cast.director}`])
    await desk.notes(day(18), '10:00', `left ${first(cast.director)} a voicemail`)
    expect((await desk.events('TouchpointLogged')).at(-1)).toMatchObject({ play: 'go-through-the-introducer' })
    expect(await desk.due(day(22))).toEqual([])
    expect(await desk.due(day(23))).toEqual([`participate-or-disengage ${cast.contact}`])
  })

  it('is asked about after a meeting of which nothing was heard', async () => {
    await untilTheMeeting(cast)
    const { day } = desk
    expect(await desk.due(day(10))).toEqual([`report-the-meeting ${cast.contact}`])
    await desk.answers(day(10), '08:00', 'missed', 'apple')
    expect(await desk.due(day(11))).toEqual([`call-and-write ${cast.contact}`])
    await followUp(cast, 11)
    expect(await desk.due(day(15))).toEqual([])
    expect(await desk.due(day(16))).toEqual([`own-the-dropped-ball ${cast.contact}`])
  })
})
