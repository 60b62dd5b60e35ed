import { Temporal } from 'temporal-polyfill'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { plusDays, workingDayOnOrAfter } from '../../shared/domain/calendar/days.ts'
import { type Account, type Desk, openDesk, type Recruiter } from './support/desk.ts'

/** A client whose process is slow: take part on those terms, or not; told by mail. */

type Slow = { readonly client: string; readonly domain: string; readonly contact: string; readonly says: string }

type Cast = {
  readonly recruiter: Recruiter
  readonly firstDay: string
  /** They answer within a month; the recruiter takes part, once by a button and once by a reply. */
  readonly button: Slow
  readonly reply: Slow
  /** The recruiter does not: with a day in the page, with one in a reply, and with none. */
  readonly page: Slow & { readonly revisitOn: string }
  readonly words: Slow & { readonly answer: string; readonly revisitOn: string }
  readonly bare: Slow
}

const newYork: Cast = {
  recruiter: { name: 'Dan Ortiz', address: 'dan@ortizsearch.example', zone: 'America/New_York', region: 'US' },
  firstDay: '2026-09-14',
  button: {
    client: 'Birch & Vale',
    domain: 'birchvale.example',
    contact: 'Tom Okafor',
    says: 'Tom says their process is to take the résumé and come back in a month.',
  },
  reply: {
    client: 'Northgate',
    domain: 'northgate.example',
    contact: 'Ellen Park',
    says: 'Ellen told me they need a month to review résumés.',
  },
  page: {
    client: 'Acme Molding',
    domain: 'acmemolding.example',
    contact: 'Susan Reyes',
    says: 'Spoke with Susan. She says it takes them 6 weeks to come back on résumés.',
    revisitOn: '2026-11-01',
  },
  words: {
    client: 'Harbor & Stone',
    domain: 'harborstone.example',
    contact: 'Dana Kim',
    says: 'Dana explained they take résumés and get back within five weeks.',
    answer: 'disengage, look again in March',
    revisitOn: '2027-03-01',
  },
  bare: {
    client: 'Tern Logistics',
    domain: 'ternlogistics.example',
    contact: 'Joan Pike',
    says: 'Joan: their process is résumé in, answer in two months.',
  },
}

/** The month ends on Gandhi's birthday. */
const kolkata: Cast = {
  recruiter: { name: 'Meera Iyer', address: 'meera@iyersearch.example', zone: 'Asia/Kolkata', region: 'IN' },
  firstDay: '2026-09-01',
  button: {
    client: 'Lotus Castings',
    domain: 'lotuscastings.example',
    contact: 'Kavya Rao',
    says: 'Kavya said their process is to collect CVs and come back in a month.',
  },
  reply: {
    client: 'Neem Foods',
    domain: 'neemfoods.example',
    contact: 'Arjun Sen',
    says: 'Arjun says they come back on CVs in a month.',
  },
  page: {
    client: 'Banyan Tools',
    domain: 'banyantools.example',
    contact: 'Rohan Das',
    says: 'Spoke to Rohan. He told me they need six weeks to review CVs.',
    revisitOn: '2026-10-17',
  },
  words: {
    client: 'Indus Freight',
    domain: 'indusfreight.example',
    contact: 'Nila Bose',
    says: 'Nila told me they get back within five weeks.',
    answer: 'disengage, revisit on 4 January',
    revisitOn: '2027-01-04',
  },
  bare: {
    client: 'Teak Works',
    domain: 'teakworks.example',
    contact: 'Vivek Nair',
    says: 'Vivek explained they take CVs and get back in two months.',
  },
}

const addressOf = ({ contact, domain }: Slow): string => `${contact.toLowerCase().replace(' ', '.')}@${domain}`

describe.each([
  ['in New York', newYork],
  ['in Kolkata, with a day off at its end', kolkata],
])("the buyer's process, %s", (_where, cast) => {
  const slow = [cast.button, cast.reply, cast.page, cast.words, cast.bare]
  let desk: Desk
  const accounts = new Map<Slow, Account>()

  const ours = async (account: Slow, type: string) =>
    (await desk.events(type)).filter(event => String(event['stream']).endsWith(accounts.get(account)?.id ?? '-'))
  const dueFor = async (date: string, { contact }: Slow) =>
    (await desk.due(date)).filter(task => task.endsWith(contact))
  const monthAfter = (date: string) =>
    workingDayOnOrAfter(desk.calendar, Temporal.PlainDate.from(date).add({ months: 1 }).toString())

  beforeAll(async () => {
    desk = await openDesk(cast.recruiter, cast.firstDay)
    for (const account of slow)
      accounts.set(
        account,
        await desk.account({
          ...account,
          opening: 'Planner',
          contacts: [{ name: account.contact, role: 'hiring-manager', email: addressOf(account) }],
        }),
      )
  })
  afterAll(async () => desk.stack.stop())

  it('once stated, the next digest asks once: participate or disengage', async () => {
    for (const { says } of slow) await desk.notes(desk.day(0), '15:00', says)
    for (const account of [cast.button, cast.reply])
      expect((await ours(account, 'ExpectationSet'))[0]).toMatchObject({
        replyWithin: 'P1M',
        contactName: account.contact,
      })
    expect((await desk.due(day1())).toSorted()).toEqual(
      slow.map(({ contact }) => `participate-or-disengage ${contact}`).toSorted(),
    )
  })

  it('is decided by a button, on its page, or in a reply', async () => {
    const digest = await desk.morning(day1())
    if (!digest) throw new Error('there was to be a digest')
    const number = ({ contact }: Slow) => new RegExp(`^(\\d)\\. ${contact}`, 'm').exec(digest.text)?.[1]
    const id = (account: Slow) => accounts.get(account)?.id ?? ''
    await desk.press(digest, 'participate', { account: id(cast.button) })
    await desk.press(digest, 'disengage', {
      account: id(cast.page),
      fields: { revisitOn: cast.page.revisitOn, words: 'too slow for us' },
    })
    await desk.answers(
      day1(),
      '08:00',
      `${number(cast.reply)} participate\n${number(cast.words)} ${cast.words.answer}\n${number(cast.bare)} disengage`,
    )
    const decisions = await Promise.all(
      slow.map(async account => (await ours(account, 'ParticipationDecided')).map(decided => decided['decision'])),
    )
    expect(decisions).toEqual([['participate'], ['participate'], ['disengage'], ['disengage'], ['disengage']])
    const revisits = await Promise.all(
      [cast.page, cast.words, cast.bare].map(async account =>
        (await ours(account, 'EngagementClosed')).map(closed => closed['revisitOn']),
      ),
    )
    expect(revisits).toEqual([[cast.page.revisitOn], [cast.words.revisitOn], [undefined]])
    expect(await desk.due(desk.day(2))).toEqual([])
  })

  it('who takes part is left in peace for the month, which a résumé begins anew, and is then asked again', async () => {
    await desk.copies(desk.day(8), '11:00', {
      to: `${cast.reply.contact} <${addressOf(cast.reply)}>`,
      subject: 'A planner for you',
      text: 'The résumé is attached. What do you think of her?',
      attachments: [{ name: 'resume.pdf' }],
    })
    const month = monthAfter(day1())
    expect(await desk.due(plusDays(month, -1))).toEqual([])
    expect(await dueFor(month, cast.button)).toEqual([`participate-or-disengage ${cast.button.contact}`])
    const later = monthAfter(desk.day(8))
    expect(await dueFor(plusDays(later, -1), cast.reply)).toEqual([])
    expect(await dueFor(later, cast.reply)).toEqual([`participate-or-disengage ${cast.reply.contact}`])
    expect(await ours(cast.button, 'TaskRaised')).toHaveLength(2)
  })

  it('who does not is closed, and comes back on the day that was given', async () => {
    const day = workingDayOnOrAfter(desk.calendar, cast.page.revisitOn)
    expect(await dueFor(plusDays(day, -1), cast.page)).toEqual([])
    expect(await dueFor(day, cast.page)).toEqual([`revisit ${cast.page.contact}`])
    expect(await ours(cast.bare, 'TaskRaised')).toHaveLength(1)
  })

  const day1 = (): string => desk.day(1)
})
