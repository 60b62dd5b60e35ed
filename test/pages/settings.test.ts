import { describe, expect, it } from 'vitest'
import { foldFirm } from '../../shared/domain/firm.ts'
import { foldRecruiter } from '../../shared/domain/recruiter.ts'
import { FirmId, RecruiterId } from '../../shared/domain/vocabulary.ts'
import { firmStream, recruiterStream } from '../../shared/log/streams.ts'
import { type Asked, lisbon, openOffice, signedIn, type Visitor } from './support/office.ts'

const firm = FirmId.parse('arroyo')
const tomas = RecruiterId.parse('tomas')
const ADDRESS = 'tomas@arroyo-search.example'

const atHome = async () => {
  const there = await openOffice()
  await there.join('arroyo', 'tomas', 'Tomás Arroyo', ADDRESS)
  const visitor = await signedIn(there, ADDRESS)
  const known = async () => {
    const recruiter = foldRecruiter((await there.world.log.load(recruiterStream(firm, tomas))).events)
    if (!recruiter) throw new Error('nobody joined')
    return recruiter
  }
  return { there, visitor, known }
}

/** Fills in one of the forms of the page, and sends it with what it hides. */
const change = async (visitor: Visitor, path: string, asked: Asked = {}) => {
  const { body } = await visitor.get('/settings', asked.at ? { at: asked.at } : {})
  const [, proof = ''] = /name="proof" value="([^"]+)"/.exec(body) ?? []
  return visitor.post(path, { ...asked, form: { proof, ...asked.form } })
}

const DAYS = {
  zone: 'America/Denver',
  digestAt: '06:45',
  workingDays: '2',
  region: 'US',
  phone: '+1 303 555 0175',
  daysOff: '2026-12-24\n2027-08-02 to 2027-08-05',
}

describe('a recruiter’s days', () => {
  it('are kept: zone, hour, region, their own days off and the number at the end of a voicemail', async () => {
    const { visitor, known } = await atHome()
    const saved = await change(visitor, '/settings/days', { form: DAYS })
    expect(saved).toMatchObject({ statusCode: 303, headers: { location: '/settings?saved=days' } })
    const { calendar, region, phone } = await known()
    expect({ region, phone }).toEqual({ region: 'US', phone: '+1 303 555 0175' })
    expect(calendar).toMatchObject({ zone: 'America/Denver', digestAt: '06:45', workingDays: [2] })
    for (const day of ['2026-11-26', '2026-12-24', '2027-08-02', '2027-08-03', '2027-08-05', '2031-07-04'])
      expect(calendar.holidays, day).toContain(day)
    expect(calendar.holidays).not.toContain('2027-08-06')
  })

  it('show the days off that are theirs alone, as they wrote them', async () => {
    const { visitor } = await atHome()
    await change(visitor, '/settings/days', { form: DAYS })
    const { body } = await visitor.get('/settings?saved=days')
    expect(body).toContain('role="status"')
    expect(body).toMatch(/<textarea[^>]*>2026-12-24\n2027-08-02 to 2027-08-05<\/textarea>/)
    expect(body).toContain('<option selected>America/Denver<')
    expect(body).toContain('value="06:45"')
  })

  it.each(['Asia/Kolkata', 'US/Eastern', 'UTC', 'Europe/Kiev'])(
    'keep the zone that they go by, and no other, where it is called %s',
    async zone => {
      const { visitor } = await atHome()
      await change(visitor, '/settings/days', { form: { ...DAYS, zone } })
      const { body } = await visitor.get('/settings')
      const [, zones = ''] = /<select id="zone"[^>]*>([\s\S]*?)<\/select>/.exec(body) ?? []
      expect(zones.match(/<option selected>[^<]*/g)).toEqual([`<option selected>${zone}`])
    },
  )

  it('lose no day off that has passed when they move to another region', async () => {
    const { visitor, known } = await atHome()
    await change(visitor, '/settings/days', { form: DAYS })
    await change(visitor, '/settings/days', {
      form: { ...DAYS, region: 'none', daysOff: '' },
      at: '2026-10-14T10:00:00Z',
    })
    const { holidays } = (await known()).calendar
    expect(holidays).toContain('2026-10-12')
    expect(holidays.filter(day => day > '2026-10-14')).toEqual([])
  })

  it.each([
    [{ digestAt: '07:10' }, 'The hour of the mail must be a time on the quarter hour'],
    [{ zone: 'Mars/Olympus' }, 'Your time zone must be a time zone'],
    [{ region: 'ZZ' }, 'Public holidays must be one of the list'],
    [{ daysOff: '2026-12-24\n31 Feb' }, 'Your own days off could not be read: “31 Feb”'],
    [{ daysOff: '2027-08-05 to 2027-08-02' }, 'Your own days off could not be read'],
  ])('come back with what was typed and the field named: %j', async (typed, says) => {
    const { visitor, known } = await atHome()
    const before = await known()
    const page = await change(visitor, '/settings/days', { form: { ...DAYS, ...typed } })
    expect(page.statusCode).toBe(422)
    expect(page.body).toContain(says)
    expect(page.body).toContain('+1 303 555 0175')
    expect(await known()).toEqual(before)
  })
})

describe('the inbound address', () => {
  it('is shown, and replaced by a new one only when that is meant', async () => {
    const { visitor, known } = await atHome()
    expect((await change(visitor, '/settings/inbound', {})).statusCode).toBe(422)
    expect((await known()).inboundToken).toBeNull()
    await change(visitor, '/settings/inbound', { form: { sure: 'yes' } })
    const first = (await known()).inboundToken
    expect(first).toMatch(/^[a-z2-7]{26}$/)
    expect((await visitor.get('/settings')).body).toContain(`value="${first}@in.relight.example"`)
    await change(visitor, '/settings/inbound', { form: { sure: 'yes' }, at: '2026-10-12T15:20:00Z' })
    expect((await known()).inboundToken).not.toBe(first)
  })
})

describe('a token for a program', () => {
  it('is shown once, kept as its hash, and revoked', async () => {
    const { visitor, known } = await atHome()
    const made = await change(visitor, '/settings/tokens', {})
    const [, token = ''] = /value="([\w-]{32})"/.exec(made.body) ?? []
    const [hash = ''] = (await known()).apiTokenHashes
    expect(token).not.toBe('')
    const { body } = await visitor.get('/settings')
    expect(body).not.toContain(token)
    expect(body).toContain(`<code>${hash.slice(0, 8)}</code>`)
    await change(visitor, '/settings/tokens', { form: { revoke: hash } })
    expect((await known()).apiTokenHashes).toEqual([])
  })
})

describe('another address of the recruiter’s', () => {
  const other = 'tomas.arroyo@home.example'
  const confirmIn = (text = '') => (/Confirm it: (\S+)/.exec(text)?.[1] ?? '').replace('https://relight.example', '')

  it('counts once somebody who reads its mail has pressed the link, and not by opening it', async () => {
    const { there, visitor, known } = await atHome()
    await change(visitor, '/settings/addresses', { form: { address: ' Tomas.Arroyo@home.example' } })
    const mail = there.mails.at(-1)
    expect(mail).toMatchObject({ to: other })
    const link = confirmIn(mail?.text)
    expect(Buffer.from(link.split('.')[1] ?? '', 'base64url').toString()).not.toContain('home.example')
    await visitor.get(link)
    expect((await known()).addresses).toEqual([ADDRESS])
    await visitor.press(link)
    expect((await known()).addresses).toEqual([ADDRESS, other])
    await change(visitor, '/settings/addresses', { form: { remove: other } })
    await visitor.press(link)
    expect((await known()).addresses).toEqual([ADDRESS])
  })

  it('is no mail address, no eleventh in a day, and the last one is not removed', async () => {
    const { there, visitor, known } = await atHome()
    expect((await change(visitor, '/settings/addresses', { form: { address: 'at home' } })).body).toContain(
      'That is no mail address.',
    )
    for (let n = 0; n < 7; n++)
      await change(visitor, '/settings/addresses', {
        form: { address: `n${n}@home.example` },
        at: `2026-10-12T15:3${n}:00Z`,
      })
    expect(there.mails.filter(({ subject }) => subject.startsWith('Confirm'))).toHaveLength(5)
    await change(visitor, '/settings/addresses', { form: { remove: ADDRESS } })
    expect((await known()).addresses).toEqual([ADDRESS])
  })

  it('works for a day', async () => {
    const { there, visitor, known } = await atHome()
    await change(visitor, '/settings/addresses', { form: { address: other } })
    const late = await visitor.get(confirmIn(there.mails.at(-1)?.text), { at: '2026-10-13T15:20:00Z' })
    expect(late.statusCode).toBe(410)
    expect((await known()).addresses).toEqual([ADDRESS])
  })
})

describe('the firm’s windows', () => {
  it('are set by its owner, within reason, and shown to everybody else', async () => {
    const { there, visitor } = await atHome()
    const policy = async () => foldFirm((await there.world.log.load(firmStream(firm))).events).policy
    const { body } = await visitor.get('/settings')
    const fields = Object.fromEntries(
      [...body.matchAll(/name="(\w+)" type="number"[^>]*value="(\d+)"/g)].map(([, name = '', value = '']) => [
        name,
        value,
      ]),
    )
    expect(Object.keys(fields)).toHaveLength(Object.keys(await policy()).length)
    const wrong = await change(visitor, '/settings/windows', { form: { ...fields, replyDays: '0' } })
    expect(wrong.statusCode).toBe(422)
    expect(wrong.body).toContain('aria-invalid="true"')
    expect(wrong.body).toContain('must be a whole number from 1 to 365.')
    const backwards = { ...fields, ourTurnDays: '8', backedAwayDays: '4' }
    expect((await change(visitor, '/settings/windows', { form: backwards })).body).toContain('must not be more than 4')
    expect((await policy()).replyDays).toBe(3)
    await change(visitor, '/settings/windows', { form: { ...fields, replyDays: '4' } })
    expect(await policy()).toMatchObject({ replyDays: 4, ownAfterDays: 5 })

    const said = { at: '2026-10-02T09:00:00Z', recordedAt: '2026-10-02T09:00:00Z', by: 'system', source: 'api' }
    await there.append(recruiterStream(firm, RecruiterId.parse('noor')), [
      {
        type: 'RecruiterJoined',
        firm,
        recruiter: 'noor',
        name: 'Noor Aziz',
        region: 'none',
        calendar: lisbon,
        command: 'join',
        ...said,
      },
      { type: 'AddressConfirmed', address: 'noor@arroyo-search.example', command: 'join', ...said },
    ])
    const noor = await signedIn(there, 'noor@arroyo-search.example')
    expect((await noor.get('/settings')).body).toMatch(/The owner of your firm sets these/)
    expect((await noor.get('/settings')).body).toMatch(/call and write after so many days<\/th><td>4 days/)
    expect((await change(noor, '/settings/windows', { form: { ...fields, replyDays: '9' } })).statusCode).toBe(403)
    expect((await policy()).replyDays).toBe(4)
  })
})

describe('the page of settings', () => {
  it('weighs no more than sixty kilobytes', async () => {
    const { visitor } = await atHome()
    expect(Buffer.byteLength((await visitor.get('/settings')).body)).toBeLessThanOrEqual(60 * 1024)
  })

  it('changes nothing by a GET, and nothing by a POST that no page of the session sent', async () => {
    const { visitor, known } = await atHome()
    const before = await known()
    for (const part of ['days', 'inbound', 'tokens', 'addresses', 'windows'])
      await visitor.get(`/settings/${part}?sure=yes&address=x@home.example`)
    expect((await visitor.post('/settings/inbound', { form: { sure: 'yes' } })).statusCode).toBe(403)
    expect(await known()).toEqual(before)
  })
})
