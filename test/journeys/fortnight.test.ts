import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { nthWorkingDayAfter, plusDays } from '../../shared/domain/calendar/days.ts'
import { type Account, type Desk, openDesk, type Recruiter } from './support/desk.ts'

/** Ten working days of ordinary traffic over a dozen accounts, most of which owe nothing. */

type Person = { readonly client: string; readonly domain: string; readonly contact: string }

type Cast = {
  readonly recruiter: Recruiter
  readonly firstDay: string
  /** In search; names a day by which she answers. */
  readonly promised: Person & { readonly says: string; readonly day: string }
  /** In search; interviews, is silent, and is followed up. */
  readonly interviewing: Person & { readonly says: string; readonly followed: string }
  /** Signing; answers with thanks and nothing else. */
  readonly thankful: Person & { readonly thanks: string }
  /** Warm; one comes with something new, one is written to, one is left alone. */
  readonly warm: readonly [Person, Person, Person]
  readonly dormant: readonly [Person, Person, Person]
  /** Mailed once; one is written to again, one is called, one is left alone. */
  readonly prospects: readonly [Person, Person, Person]
}

const person = (contact: string, client: string): Person => ({
  contact,
  client,
  domain: `${client.toLowerCase().replace(/[^a-z]/g, '')}.example`,
})

const newYork: Cast = {
  recruiter: { name: 'Dan Ortiz', address: 'dan@ortizsearch.example', zone: 'America/New_York', region: 'US' },
  firstDay: '2026-09-14',
  promised: {
    ...person('Susan Reyes', 'Acme Molding'),
    says: 'Susan will come back to me by Friday.',
    day: '2026-09-18',
  },
  interviewing: {
    ...person('Tom Okafor', 'Birch & Vale'),
    says: 'Tom interviewed our candidate today.',
    followed: 'Called Tom, left a voicemail.',
  },
  thankful: { ...person('Dana Kim', 'Harbor & Stone'), thanks: 'Thanks!' },
  warm: [person('Ellen Park', 'Northgate'), person('Lou Perez', 'Larch Foods'), person('Ann Cole', 'Tern Freight')],
  dormant: [person('Bill Yates', 'Yarrow Mills'), person('Jo Lane', 'Alder Tools'), person('Kit Moss', 'Rowan Paper')],
  prospects: [person('Max Hart', 'Elm Dairy'), person('Una Bell', 'Ivy Steel'), person('Sid Cray', 'Moss Boats')],
}

/** With the early May bank holiday in the middle. */
const london: Cast = {
  recruiter: { name: 'Oliver Grant', address: 'oliver@grantpartners.example', zone: 'Europe/London', region: 'GB-ENG' },
  firstDay: '2026-04-28',
  promised: {
    ...person('Amir Shah', 'Marlow Foods'),
    says: "Amir says he'll answer by Friday.",
    day: '2026-05-01',
  },
  interviewing: {
    ...person('Callum Reid', 'Harrow Tools'),
    says: 'Interview with Callum went ahead today.',
    followed: 'Left Callum a vm.',
  },
  thankful: { ...person('Nisha Patel', 'Fenwick Press'), thanks: 'Many thanks, received.\n\nNisha' },
  warm: [
    person('Freya Lund', 'Kite Hotels'),
    person('Joan Pike', 'Wren Logistics'),
    person('Ben Sharp', 'Oak Chemicals'),
  ],
  dormant: [person('Helen Ford', 'Heath Glass'), person('Ivo Dean', 'Dale Motors'), person('Rhys Cope', 'Tarn Foods')],
  prospects: [person('Zoe Wade', 'Cliff Energy'), person('Ned Frost', 'Brook Homes'), person('Ada Finn', 'Croft Labs')],
}

const MORNINGS = 10

describe.each([
  ['in New York', newYork],
  ['in London, with a bank holiday between', london],
])('an ordinary fortnight, %s', (_where, cast) => {
  const { promised, interviewing, thankful, warm, dormant, prospects } = cast
  let desk: Desk
  const mornings: { date: string; due: readonly string[]; text: string }[] = []

  const addressOf = ({ contact, domain }: Person): string => `${contact.toLowerCase().replace(' ', '.')}@${domain}`
  const mailbox = (who: Person): string => `${who.contact} <${addressOf(who)}>`
  const open = (who: Person, opening?: string): Promise<Account> =>
    desk.account({
      ...who,
      ...(opening ? { opening } : {}),
      contacts: [{ name: who.contact, role: 'hr', email: addressOf(who) }],
    })
  const past = async (account: Account, who: Person, date: string, said: Record<string, unknown>): Promise<void> => {
    const response = await account.say({
      contact: account.contact(who.contact),
      at: desk.instant(date, '10:00'),
      ...said,
    })
    expect(response.status, await response.clone().text()).toBe(200)
  }
  const mailed = { command: 'LogTouchpoint', direction: 'outbound', channel: 'email', outcome: 'sent' }
  const talked = { command: 'LogTouchpoint', direction: 'outbound', channel: 'call', outcome: 'reached' }
  const writes = (n: number, time: string, who: Person, subject: string) =>
    desk.copies(desk.day(n), time, { to: mailbox(who), subject, text: 'Could we talk about it this week?' })
  const hears = (n: number, time: string, who: Person, subject: string, text: string) =>
    desk.forwards(desk.day(n), time, {
      from: mailbox(who),
      to: desk.by,
      subject,
      at: desk.instant(desk.day(n), time),
      zone: cast.recruiter.zone,
      text,
    })

  const history = async (): Promise<void> => {
    const daysBefore = (days: number) => plusDays(cast.firstDay, -days)
    const agreed = async (account: Account, who: Person): Promise<void> => {
      await past(account, who, daysBefore(20), talked)
      await past(account, who, daysBefore(20), {
        command: 'SetExpectation',
        text: 'By phone, and soon.',
        topic: 'channel',
      })
    }
    const searched = [
      [promised, await open(promised, 'Planner')],
      [interviewing, await open(interviewing, 'Fitter')],
    ] as const
    for (const [who, account] of searched) {
      await agreed(account, who)
      await past(account, who, daysBefore(4), mailed)
      await past(account, who, daysBefore(4), { command: 'ReachMilestone', milestone: 'candidates-sent' })
    }
    const signing = await open(thankful, 'Controller')
    await agreed(signing, thankful)
    await past(signing, thankful, daysBefore(3), mailed)
    await past(signing, thankful, daysBefore(3), { command: 'ReachMilestone', milestone: 'agreement-sent' })
    for (const who of warm) await past(await open(who), who, daysBefore(10), talked)
    for (const [index, who] of dormant.entries())
      await past(await open(who), who, daysBefore([28, 27, 45][index] ?? 28), talked)
    for (const who of prospects) await past(await open(who), who, daysBefore(1), mailed)
  }

  /** What arrives during each day, after its digest. */
  const traffic: readonly (() => Promise<unknown>)[] = [
    () => desk.notes(desk.day(0), '15:00', promised.says),
    () => hears(1, '10:00', thankful, 'Re: Our agreement', thankful.thanks),
    () => desk.notes(desk.day(2), '15:00', interviewing.says),
    () => hears(3, '11:00', warm[0], 'Somebody new', 'Could you help us find a controller?'),
    async () => {
      await desk.notes(desk.day(4), '09:30', interviewing.followed)
      await writes(4, '09:40', interviewing, 'How did it go?')
      await writes(4, '10:00', warm[0], 'Re: Somebody new')
      await writes(4, '10:10', prospects[0], 'Once more')
    },
    () => writes(5, '10:00', warm[1], 'Something for you'),
    () => desk.notes(desk.day(6), '10:00', `Called ${prospects[1].contact}, left a voicemail.`),
    async () => {},
    () => hears(8, '10:00', promised, 'Re: Two people', 'Let us see the first of them. When could she come in?'),
    async () => {},
  ]

  beforeAll(async () => {
    desk = await openDesk(cast.recruiter, cast.firstDay)
    await history()
    for (let n = 0; n < MORNINGS; n++) {
      const date = desk.day(n)
      const due = await desk.due(date)
      mornings.push({ date, due, text: (await desk.morning(date))?.text ?? '' })
      await traffic[n]?.()
    }
  })
  afterAll(async () => desk.stack.stop())

  const dueFor = ({ contact }: Person): readonly (readonly string[])[] =>
    mornings.map(({ due }) => due.filter(task => task.endsWith(contact)).map(task => task.split(' ')[0] ?? ''))
  const raisedFor = async ({ contact }: Person): Promise<readonly unknown[]> =>
    (await desk.events('TaskRaised')).filter(task => task['contactName'] === contact).map(task => task['play'])
  const mentions = ({ client }: Person): readonly string[] =>
    mornings.filter(({ text }) => text.includes(client)).map(({ date }) => date)

  it('no morning after the first has more than seven tasks', () => {
    const numbered = mornings.slice(1).map(({ text }) => text.match(/^\d+\. /gm)?.length ?? 0)
    expect(Math.max(...numbered)).toBeLessThanOrEqual(7)
    expect(numbered.some(count => count > 0)).toBe(true)
  })

  it('no prospect is chased twice: one try more, and then rest', async () => {
    for (const who of prospects) expect(await raisedFor(who), who.contact).toEqual(['call-and-write'])
    const [written, called, ignored] = prospects
    expect(dueFor(written).slice(5).flat()).toEqual([])
    expect(dueFor(called).slice(7).flat()).toEqual([])
    expect(dueFor(ignored).flat().length).toBeGreaterThan(0)
  })

  it('nobody who named a day is chased before it', () => {
    const chased = mornings
      .filter(({ due }) => due.some(task => task.endsWith(promised.contact)))
      .map(({ date }) => date)
    const after = nthWorkingDayAfter(desk.calendar, promised.day, 1)
    expect(chased.filter(date => date > desk.day(0))[0]).toBe(after)
  })

  it('thanks make it nobody’s turn', async () => {
    expect(dueFor(thankful).flat()).not.toContain('answer-them')
    expect((await desk.events('TouchpointLogged')).find(touch => touch['acknowledgement'])).toMatchObject({
      contactName: thankful.contact,
      direction: 'inbound',
    })
  })

  it('a warm account that asks is answered, and no other warm one is due', () => {
    const [asking, ...others] = warm
    expect(dueFor(asking)[4]).toContain('answer-them')
    expect(dueFor(asking)[5]).toEqual([])
    for (const who of others) expect(dueFor(who).flat(), who.contact).toEqual([])
  })

  it('an interview is asked about on the day after', () => {
    expect(dueFor(interviewing)[3]).toContain('answer-them')
  })

  it('a dormant account gets one line after thirty days', async () => {
    for (const who of dormant) {
      expect(await raisedFor(who), who.contact).toEqual(['keep-in-touch'])
      expect(mentions(who), who.contact).toHaveLength(1)
    }
    expect(mentions(dormant[2])).toEqual([desk.day(0)])
  })
})
