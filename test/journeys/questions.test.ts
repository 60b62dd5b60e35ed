import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Mail } from '../../infra/local/outbox.ts'
import { reply } from '../support/mail.ts'
import { type Desk, openDesk, type Recruiter } from './support/desk.ts'

/** What is not certain is asked about once, answered by a press or by a reply, and known from then on. */

type Cast = {
  readonly recruiter: Recruiter
  readonly firstDay: string
  readonly accounts: readonly {
    readonly client: string
    readonly domain: string
    readonly people: readonly { readonly name: string; readonly email?: string }[]
  }[]
  /** One first name that two people have; whom the button says, and whom the reply. */
  readonly shared: { readonly name: string; readonly pressed: string; readonly replied: string }
  readonly nick: { readonly name: string; readonly of: string; readonly answer: string }
}

const leeds: Cast = {
  recruiter: { name: 'Priya Nair', address: 'priya@nairpartners.example', zone: 'Europe/London', region: 'GB-ENG' },
  firstDay: '2026-09-14',
  accounts: [
    {
      client: 'Brightwater',
      domain: 'brightwater.example',
      people: [{ name: 'Tanya Brook', email: 'tanya@brightwater.example' }],
    },
    {
      client: 'Fenwick Tools',
      domain: 'fenwicktools.example',
      people: [{ name: 'Tanya Osei' }, { name: 'Margaret Bell' }],
    },
  ],
  shared: { name: 'Tanya', pressed: 'Tanya Brook', replied: 'Tanya Osei' },
  nick: { name: 'Peg', of: 'Margaret Bell', answer: "Peg's Margaret Bell" },
}

const denver: Cast = {
  recruiter: { name: 'Cole Ramsey', address: 'cole@ramseytalent.example', zone: 'America/Denver', region: 'US' },
  firstDay: '2026-10-19',
  accounts: [
    {
      client: 'Summit Forge',
      domain: 'summitforge.example',
      people: [{ name: 'Luis Ortega', email: 'lortega@summitforge.example' }],
    },
    {
      client: 'Halden Dairy',
      domain: 'haldendairy.example',
      people: [{ name: 'Luis Amaro' }, { name: 'Katherine Doyle' }],
    },
  ],
  shared: { name: 'Luis', pressed: 'Luis Ortega', replied: 'Luis Amaro' },
  nick: { name: 'Kitty', of: 'Katherine Doyle', answer: "that's Katherine Doyle" },
}

describe.each([leeds, denver])('a recruiter who is asked: $recruiter.name', cast => {
  let desk: Desk
  beforeAll(async () => {
    desk = await openDesk(cast.recruiter, cast.firstDay)
    for (const { client, domain, people } of cast.accounts) await desk.account({ client, domain, contacts: people })
  }, 60_000)
  afterAll(() => desk?.stack.stop())

  const questions = async (): Promise<readonly Mail[]> =>
    (await desk.stack.outbox()).filter(out => out.headers['x-relight-mail'] === 'question')
  const lastQuestion = async (): Promise<Mail> => (await questions()).at(-1) ?? expect.fail('nothing was asked')
  const touched = async (): Promise<readonly unknown[]> =>
    (await desk.events('TouchpointLogged')).map(event => event['contactName'])
  const repliesTo = async (question: Mail, date: string, time: string, words: string): Promise<void> => {
    const to = question.headers['reply-to'] ?? ''
    const quoted = { from: question.from, to: desk.by, subject: question.subject, at: question.at, text: question.text }
    await desk.receives(
      date,
      time,
      reply({
        client: 'outlook',
        by: desk.by,
        to,
        at: desk.instant(date, time),
        zone: cast.recruiter.zone,
        words,
        quoted,
        messageId: `${date}-${time}@reply.example`,
      }),
      { to },
    )
  }
  /** Opens a page and presses its one button. */
  const press = async (link: string): Promise<string> => {
    const { pathname } = new URL(link)
    const page = await (await desk.stack.call(pathname)).text()
    const nonce = /name="nonce" value="([^"]*)"/.exec(page)?.[1] ?? ''
    const done = await desk.stack.call(pathname, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ nonce }).toString(),
    })
    return done.text()
  }
  /** The cookie of somebody who asked for a link by mail and pressed it. */
  const signIn = async (): Promise<string> => {
    const post = (path: string, form: Record<string, string>) =>
      desk.stack.call(path, {
        method: 'POST',
        redirect: 'manual',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        body: new URLSearchParams(form).toString(),
      })
    const hiddenOf = async (path: string): Promise<Record<string, string>> => {
      const page = await (await desk.stack.call(path)).text()
      return Object.fromEntries(
        [...page.matchAll(/type="hidden" name="([^"]+)" value="([^"]*)"/g)].map(([, name, value]) => [name, value]),
      )
    }
    await post('/sign-in', { ...(await hiddenOf('/sign-in')), address: cast.recruiter.address })
    const mail = (await desk.stack.outbox()).findLast(out => out.headers['x-relight-mail'] === 'sign-in')
    const link = new URL(/https?:\/\/\S+\/sign-in\/\S+/.exec(mail?.text ?? '')?.[0] ?? expect.fail('no link')).pathname
    const pressed = await post(link, await hiddenOf(link))
    return (pressed.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
  }
  const buttonOf = (mail: Mail, label: string): string => {
    const buttons = [...mail.html.matchAll(/href="([^"]+\/(?:answer|note)\/[^"]+)"[^>]*>([^<]*)</g)]
    return buttons.find(([, , said]) => said?.startsWith(label))?.[1] ?? expect.fail(`no button says ${label}`)
  }

  it('answers by a button: the note is read then, and not before', async () => {
    await desk.notes(desk.day(0), '09:00', `Spoke with ${cast.shared.name}, all is well.`)
    const question = await lastQuestion()
    expect(question.to).toBe(cast.recruiter.address)
    expect(question.text.replaceAll(/\s+/g, ' ')).toContain(`Spoke with ${cast.shared.name}, all is well`)
    expect(await touched()).toEqual([])
    const page = await press(buttonOf(question, cast.shared.pressed))
    expect(page).toContain('Thank you')
    expect(await touched()).toEqual([cast.shared.pressed])
    expect(await press(buttonOf(question, cast.shared.replied))).toContain('Answered already')
    expect(await touched()).toHaveLength(1)
  })

  it('answers by a reply, and tells more in it', async () => {
    await desk.notes(desk.day(0), '10:00', `Emailed ${cast.shared.name} three profiles.`)
    const family = cast.shared.replied.split(' ')[1]
    await repliesTo(await lastQuestion(), desk.day(0), '10:20', `${family}. And left ${family} a vm just now.`)
    expect((await touched()).slice(1)).toEqual([cast.shared.replied, cast.shared.replied])
    expect(await questions()).toHaveLength(2)
  })

  it('need not be asked again who somebody is', async () => {
    await desk.notes(desk.day(0), '11:00', `Left ${cast.nick.name} a voicemail.`)
    await repliesTo(await lastQuestion(), desk.day(0), '11:30', cast.nick.answer)
    expect((await touched()).at(-1)).toBe(cast.nick.of)
    const asked = (await questions()).length
    await desk.notes(desk.day(0), '15:00', `${cast.nick.name} called back, we talked about the fee.`)
    expect((await touched()).at(-1)).toBe(cast.nick.of)
    expect(await questions()).toHaveLength(asked)
  })

  it('reads of an open question in one digest more, and then only beside other lines', async () => {
    await desk.notes(desk.day(0), '16:00', `Spoke with ${cast.shared.name} about the start date.`)
    await desk.notes(desk.day(0), '16:05', `Left ${cast.nick.of} a voicemail.`)
    const first = (await desk.morning(desk.day(1))) ?? expect.fail('no digest')
    expect(first.text.replaceAll(/\s+/g, ' ')).toContain(`Which ${cast.shared.name} do you mean?`)
    expect(buttonOf(first, 'None of these')).toMatch(/\/answer\//)
  })

  it('finds a held message in the next digest, with why and what to do, and can look at it', async () => {
    const raw = [
      `From: ${desk.by}`,
      'To: notes',
      'Message-ID: <held@elsewhere.example>',
      `Date: ${new Date(desk.instant(desk.day(1), '12:00')).toUTCString()}`,
      'Subject: from my phone',
      '',
      `Left ${cast.nick.of} a voicemail.`,
    ].join('\r\n')
    await desk.receives(desk.day(1), '12:00', raw, { spf: 'FAIL', dkim: 'FAIL', dmarc: 'FAIL' })
    const digest = (await desk.morning(desk.day(2))) ?? expect.fail('no digest')
    const text = digest.text.replaceAll(/\s+/g, ' ')
    expect(text).toContain('A message from your own address, "from my phone", was held.')
    expect(text).toContain('If it was you, look at it and have it read all the same.')
    const page = await (await desk.stack.call(new URL(buttonOf(digest, 'Look at it')).pathname)).text()
    expect(page).toContain('nothing proves that it came from you')
    expect(await press(buttonOf(digest, 'Put it aside'))).toContain('Thank you')
  })

  it('puts a wrong reading right on the page of notes, and the log keeps both', async () => {
    await desk.notes(desk.day(2), '08:30', `Left ${cast.nick.of} a voicemail.`)
    const note = (await desk.stack.notes()).at(-1) ?? expect.fail('no note')
    const said = String(note.events[0]?.['command'])
    const cookie = await signIn()
    const path = `/notes/${note.id}?fix=${encodeURIComponent(said)}`
    const page = await (await desk.stack.call(path, { headers: { cookie } })).text()
    const hidden = [...page.matchAll(/type="hidden" name="([^"]+)" value="([^"]*)"/g)].map(([, name, value]) => [
      name,
      value,
    ])
    const who = /<option value="([^"]*)" selected/.exec(page)?.[1] ?? ''
    const form = { ...Object.fromEntries(hidden), do: 'right', who, what: 'spoke', on: desk.day(1) }
    const done = await desk.stack.call(path, {
      method: 'POST',
      redirect: 'manual',
      headers: { cookie, 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams(form).toString(),
    })
    expect(done.status).toBe(303)
    const events = (await desk.stack.notes()).find(({ id }) => id === note.id)?.events ?? []
    const touches = events.filter(event => String(event['type']).startsWith('Touchpoint'))
    expect(touches.map(event => event['type'])).toEqual(['TouchpointLogged', 'TouchpointRetracted', 'TouchpointLogged'])
    expect(touches.at(-1)).toMatchObject({
      channel: 'call',
      outcome: 'reached',
      contactName: cast.nick.of,
      source: 'page',
    })
  })

  it('takes a note back by another', async () => {
    const before = (await desk.events('TouchpointLogged')).length
    await desk.notes(desk.day(2), '09:00', `Spoke with ${cast.nick.of} for an hour.`)
    await desk.notes(desk.day(2), '09:10', 'Ignore my last note')
    expect(await desk.events('TouchpointLogged')).toHaveLength(before + 1)
    expect((await desk.events('TouchpointRetracted')).length).toBe(2)
  })
})
