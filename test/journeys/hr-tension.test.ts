import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Account, type Desk, openDesk, type Recruiter } from './support/desk.ts'

/** HR resents that the recruiter has the hiring manager's ear, and the recruiter backs away: told by mail. */

type Cast = {
  readonly recruiter: Recruiter
  readonly firstDay: string
  readonly client: string
  readonly domain: string
  readonly hr: string
  readonly manager: string
  readonly managerPhone: string
  readonly tension: string
  readonly observed: string
  readonly story: string
  readonly spoke: string
  readonly advice: string
  readonly talk: string
  readonly reason: string
  readonly expectation: string
  /** Another client, with whom there was trouble the day before. */
  readonly second: { readonly client: string; readonly domain: string; readonly hr: string; readonly manager: string }
  readonly secondTension: string
}

const newYork: Cast = {
  recruiter: { name: 'Dan Ortiz', address: 'dan@ortizsearch.example', zone: 'America/New_York', region: 'US' },
  firstDay: '2026-09-14',
  client: 'Birch & Vale',
  domain: 'birchvale.example',
  hr: 'Priya Nair',
  manager: 'Tom Okafor',
  managerPhone: '617 555 0119',
  tension: 'Priya was short with me on the phone. I think she resents me going to Tom directly.',
  observed: 'was short with me on the phone',
  story: 'she resents me going to Tom directly',
  spoke: "Tom's advice on Priya: give her the weekly update first.",
  advice: 'give her the weekly update first',
  talk: 'Had the honest talk with Priya. She was swamped, nothing to do with us.',
  reason: 'flooded',
  expectation: 'Agreed with Priya that she answers within 5 days.',
  second: { client: 'Harbor & Stone', domain: 'harborstone.example', hr: 'Dana Kim', manager: 'Lou Perez' },
  secondTension: 'Dana was rude to me on the phone yesterday.',
}

/** Over Easter, which lies between the tension and its first digest. */
const london: Cast = {
  recruiter: { name: 'Oliver Grant', address: 'oliver@grantpartners.example', zone: 'Europe/London', region: 'GB-ENG' },
  firstDay: '2026-04-01',
  client: 'Marlow Foods',
  domain: 'marlowfoods.example',
  hr: 'Nisha Patel',
  manager: 'Callum Reid',
  managerPhone: '020 7946 0119',
  tension: 'Nisha was cold with me on the phone today. Feels like she thinks I go round her.',
  observed: 'was cold with me on the phone today',
  story: 'she thinks I go round her',
  spoke: 'Spoke to Callum about Nisha. His advice: send her a summary every Friday.',
  advice: 'send her a summary every Friday',
  talk: 'Cleared the air with Nisha. It was my fault, I had gone over her head.',
  reason: 'our-mistake',
  expectation: 'Nisha agreed to reply within a week.',
  second: { client: 'Harrow Tools', domain: 'harrowtools.example', hr: 'Una Bell', manager: 'Max Stone' },
  secondTension: 'Yesterday Una was rude to me on the phone.',
}

const first = (name: string): string => name.split(' ')[0] ?? name
const addressOf = (name: string, domain: string): string => `${name.toLowerCase().replace(' ', '.')}@${domain}`
const plain = (text: string | undefined): string => (text ?? '').replace(/\s+/g, ' ')

describe.each([
  ['in New York', newYork],
  ['in London, over Easter', london],
])('tension with HR, %s', (_where, cast) => {
  const { hr, manager, second } = cast
  let desk: Desk
  let account: Account

  const dueWith = async (date: string, ...people: string[]): Promise<readonly string[]> =>
    (await desk.due(date)).filter(task => people.some(name => task.endsWith(name)))
  const ours = async (type: string) =>
    (await desk.events(type)).filter(event => String(event['stream']).endsWith(account.id))

  beforeAll(async () => {
    desk = await openDesk(cast.recruiter, cast.firstDay)
    const pair = (domain: string, names: { hr: string; manager: string }, phone?: string) => [
      { name: names.hr, role: 'hr', email: addressOf(names.hr, domain) },
      {
        name: names.manager,
        role: 'hiring-manager',
        email: addressOf(names.manager, domain),
        ...(phone ? { phone } : {}),
      },
    ]
    const { client, domain } = cast
    account = await desk.account({
      client,
      domain,
      opening: 'Planner',
      contacts: pair(domain, cast, cast.managerPhone),
    })
    await desk.account({ ...second, opening: 'Fitter', contacts: pair(second.domain, second) })
    await desk.notes(desk.day(0), '09:00', cast.secondTension)
  })
  afterAll(async () => desk.stack.stop())

  it('what was observed is kept apart from what is only a story', async () => {
    await desk.notes(desk.day(0), '17:00', cast.tension)
    expect((await ours('TouchpointLogged'))[0]).toMatchObject({ contactName: hr, outcome: 'reached' })
    expect((await ours('TensionReported'))[0]).toMatchObject({
      contactName: hr,
      observed: cast.observed,
      story: cast.story,
    })
    expect(await dueWith(desk.day(1), hr, manager)).toEqual([])
  })

  it('the hiring manager is to be asked two days later, by phone alone; the other way in is the honest talk', async () => {
    expect(await dueWith(desk.day(2), hr, manager)).toEqual([`ask-the-hiring-manager ${manager}`])
    const digest = await desk.morning(desk.day(2))
    const text = plain(digest?.text)
    expect(text).toContain(cast.managerPhone)
    expect(text).toContain(`Other way in: Clear the air with ${first(hr)}`)
    expect(text).toContain('Not in writing:')
    const [saw, assumed] = [text.indexOf(cast.observed), text.indexOf(cast.story)]
    expect(saw).toBeGreaterThan(0)
    expect(assumed).toBeGreaterThan(saw)
    expect(text.slice(saw, assumed)).toContain('You assume:')
    expect(`${digest?.html} ${digest?.text}`).not.toMatch(new RegExp(`mailto:[^"]*${cast.domain}`))
  })

  it('put off, it ranks higher and says for how long', async () => {
    const standing = async (date: string) => {
      const text = plain((await desk.morning(date))?.text)
      const at = text.indexOf(`${manager}, hiring manager`)
      return { at, other: text.indexOf(`${second.manager}, hiring manager`), text: text.slice(at) }
    }
    const wednesday = await standing(desk.day(2))
    expect(wednesday.other).toBeLessThan(wednesday.at)
    await desk.answers(desk.day(2), '08:00', '2 not today')
    const thursday = await standing(desk.day(3))
    expect(thursday.at).toBeLessThan(thursday.other)
    expect(thursday.text).toContain('Put off once')
    await desk.answers(desk.day(3), '08:00', '1 not today, 2 not today', 'apple')
    const friday = await standing(desk.day(4))
    expect(friday.at).toBeLessThan(friday.other)
    expect(friday.text).toContain('Put off twice')
    expect(await ours('TaskPutOff')).toHaveLength(2)
  })

  it("the hiring manager's own business goes on: his mail is to be answered", async () => {
    await desk.forwards(
      desk.day(4),
      '10:00',
      {
        from: `${manager} <${addressOf(manager, cast.domain)}>`,
        to: desk.by,
        subject: 'One more position',
        at: desk.instant(desk.day(4), '09:40'),
        zone: cast.recruiter.zone,
        text: `${first(cast.recruiter.name)},\n\nwe also need somebody on nights. Can you start on it?\n\n${first(manager)}`,
      },
      { client: 'outlook' },
    )
    expect(await dueWith(desk.day(5), hr, manager)).toEqual([
      `ask-the-hiring-manager ${manager}`,
      `answer-them ${manager}`,
    ])
  })

  it('his advice leads on to the honest talk, and stands in it', async () => {
    await desk.notes(desk.day(5), '10:00', cast.spoke)
    expect((await ours('TouchpointLogged')).at(-1)).toMatchObject({
      contactName: manager,
      outcome: 'reached',
      play: 'ask-the-hiring-manager',
    })
    expect(await dueWith(desk.day(6), hr, manager)).toEqual([`clear-the-air ${hr}`])
    expect(plain((await desk.morning(desk.day(6)))?.text)).toContain(cast.advice)
  })

  it('the talk ends the tension, and then the expectations are set that never were', async () => {
    await desk.notes(desk.day(6), '11:00', cast.talk)
    expect((await ours('TouchpointLogged')).at(-1)).toMatchObject({ contactName: hr, outcome: 'reached' })
    expect((await ours('ReasonLearned'))[0]).toMatchObject({ reason: cast.reason })
    expect((await ours('TensionResolved'))[0]).toMatchObject({ contactName: hr })
    expect(await dueWith(desk.day(7), hr, manager)).toEqual([`set-expectations ${hr}`])
    await desk.notes(desk.day(7), '15:00', cast.expectation)
    expect(await ours('ExpectationSet')).toHaveLength(1)
  })

  it('from then on what was agreed is the window', async () => {
    await desk.copies(desk.day(8), '09:00', {
      to: `${hr} <${addressOf(hr, cast.domain)}>`,
      subject: 'This week',
      text: `${first(hr)}, here is where we are. What do you think?`,
    })
    for (const n of [9, 10]) expect(await dueWith(desk.day(n), hr), desk.day(n)).toEqual([])
    expect(await dueWith(desk.day(11), hr)).toEqual([`call-and-write ${hr}`])
  })

  it('a mail about it to the tense contact is logged, and answered with the call that is due and why', async () => {
    expect(await dueWith(desk.day(12), second.hr, second.manager)).toEqual([`ask-the-hiring-manager ${second.manager}`])
    await desk.copies(desk.day(12), '15:00', {
      to: `${second.hr} <${addressOf(second.hr, second.domain)}>`,
      subject: 'Our call',
      text: `${first(second.hr)}, I felt there was some friction between us on the phone today.`,
    })
    expect((await desk.events('TouchpointLogged')).at(-1)).toMatchObject({
      contactName: second.hr,
      channel: 'email',
      direction: 'outbound',
    })
    expect(await dueWith(desk.day(13), second.hr, second.manager)).toEqual([`clear-the-air ${second.hr}`])
    const digest = await desk.morning(desk.day(13))
    const text = plain(digest?.text)
    expect(text.slice(text.indexOf(`${second.hr}, HR`))).toContain('Not in writing:')
    expect(`${digest?.html} ${digest?.text}`).not.toMatch(new RegExp(`mailto:[^"]*${second.domain}`))
  })
})
