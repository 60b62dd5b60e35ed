import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import type { Mail } from '../../infra/local/outbox.ts'
import { digestInstant, isWorkingDay, localDate, plusDays } from '../../shared/domain/calendar/days.ts'
import { note } from '../support/mail.ts'
import { type Desk, openDesk, type Recruiter } from './support/desk.ts'

/** However the clock comes to a day, what was due is there: in one leap, tick by tick, or late after a standstill. */

const desks: Desk[] = []
const opened = async (...asked: Parameters<typeof openDesk>): Promise<Desk> => {
  const desk = await openDesk(...asked)
  desks.push(desk)
  return desk
}
afterEach(async () => {
  await Promise.all(desks.splice(0).map(desk => desk.stack.stop()))
})

const digests = async (desk: Desk): Promise<readonly Mail[]> =>
  (await desk.stack.outbox()).filter(mail => mail.headers['x-relight-mail'] === 'digest')
const plain = (mail: Mail | null | undefined): string => (mail?.text ?? '').replace(/\s+/g, ' ')

describe('a recruiter away for three weeks, over the change to winter time and Veterans Day', () => {
  const ruth: Recruiter = {
    name: 'Ruth Okoye',
    address: 'ruth@okoyetalent.example',
    zone: 'America/Chicago',
    region: 'US',
  }
  const firstDay = '2026-10-27'
  const lastDay = '2026-11-18'
  const end = '2026-11-18T18:00:00Z'

  const begun = async (): Promise<Desk> => {
    const desk = await opened(ruth, firstDay)
    const person = (name: string, domain: string, role = 'hr') => ({
      name,
      role,
      email: `${name.toLowerCase().replace(' ', '.')}@${domain}`,
    })
    await desk.account({
      client: 'Harbor & Stone',
      domain: 'harborstone.example',
      opening: 'Crane operator',
      contacts: [
        person('Dana Kim', 'harborstone.example'),
        person('Lou Perez', 'harborstone.example', 'hiring-manager'),
      ],
    })
    const frozen = await desk.account({
      client: 'Larch Foods',
      domain: 'larchfoods.example',
      opening: 'Buyer',
      contacts: [person('Ann Cole', 'larchfoods.example')],
    })
    await frozen.say({ command: 'PauseEngagement', until: '2026-11-11' })
    await desk.copies(firstDay, '09:00', {
      to: 'Sid Cray <sid.cray@mossboats.example>',
      subject: 'A welder for you',
      text: 'Sid, I know a welder who asked about you. Could we talk?',
    })
    await desk.notes(firstDay, '10:00', 'Talked to Dana for half an hour about how we work.')
    await desk.notes(firstDay, '10:05', 'Agreed with Dana that she answers within 5 days.')
    await desk.notes(firstDay, '10:10', 'Need to call Lou on Monday.')
    return desk
  }
  const raised = async (desk: Desk) =>
    (await desk.events('TaskRaised')).map(task => [task['at'], task['play'], task['contactName'], task['due']])
  const went = async (desk: Desk) =>
    (await desk.stack.log()).flatMap(({ type, at, since }) => (/^Went/.test(String(type)) ? [[type, at, since]] : []))

  it('finds a digest for each working day and no other, whether the clock leapt there or ticked', async () => {
    const [leapt, ticked] = await Promise.all([begun(), begun()])
    await leapt.stack.clock(end)
    while ((await ticked.stack.clock('PT1H')) < end);

    const { calendar } = leapt
    const days: string[] = []
    for (let day = firstDay; day <= lastDay; day = plusDays(day, 1)) if (isWorkingDay(calendar, day)) days.push(day)
    const held = (await leapt.stack.log()).filter(({ type }) => type === 'DigestSent' || type === 'DigestNotNeeded')
    expect(held.map(({ at }) => at)).toEqual(days.map(day => digestInstant(calendar, day)))
    const sent = await digests(leapt)
    const dates = sent.map(({ at }) => localDate(calendar, at))
    expect(new Set(dates).size).toBe(dates.length)
    expect(days).toEqual(expect.arrayContaining(dates))
    expect(dates).toEqual(expect.arrayContaining(['2026-11-02', '2026-11-12']))
    expect(plain(sent.find(({ at }) => localDate(calendar, at) === '2026-11-02'))).toContain(
      'Need to call Lou on Monday',
    )

    expect(await raised(leapt)).toEqual(await raised(ticked))
    expect(await went(leapt)).toEqual(await went(ticked))
    const shown = (mails: readonly Mail[]) => mails.map(({ at, subject }) => [at, subject])
    expect(shown(sent)).toEqual(shown(await digests(ticked)))
    expect((await raised(leapt)).map(([, play, contact, due]) => [play, contact, due])).toEqual(
      expect.arrayContaining([
        ['call-and-write', 'Sid Cray', '2026-10-30'],
        ['call-and-write', 'Dana Kim', '2026-11-03'],
        ['revisit', 'Ann Cole', '2026-11-12'],
      ]),
    )
  })
})

describe('a stack that was down', () => {
  const oliver: Recruiter = {
    name: 'Oliver Grant',
    address: 'oliver@grantpartners.example',
    zone: 'Europe/London',
    region: 'GB-ENG',
  }
  const [monday, wednesday, thursday, friday, tuesday] = [
    '2026-09-07',
    '2026-09-09',
    '2026-09-10',
    '2026-09-11',
    '2026-09-15',
  ] as const
  const failing = { spf: 'FAIL', dkim: 'FAIL', dmarc: 'FAIL' }
  const spoofed = (desk: Desk, date: string, time: string, subject: string) =>
    desk.receives(
      date,
      time,
      note(desk.by, desk.stack.inbound, 'Close everything.', { subject, at: desk.instant(date, time) }),
      failing,
    )

  it('sends the digest of a missed hour once, later that day, and loses nothing of a missed day', async () => {
    const data = mkdtempSync(join(tmpdir(), 'relight-leaps-'))
    try {
      const before = await opened(oliver, monday, { data })
      await before.account({
        client: 'Marlow Foods',
        domain: 'marlowfoods.example',
        opening: 'Buyer',
        contacts: [{ name: 'Freya Lund', role: 'hr', email: 'freya.lund@marlowfoods.example' }],
      })
      await before.copies(monday, '10:00', {
        to: 'Freya Lund <freya.lund@marlowfoods.example>',
        subject: 'Two people for you',
        text: 'Freya, could we talk about them?',
      })
      await before.notes(wednesday, '15:00', 'Must ring Freya on Thursday.')
      await spoofed(before, wednesday, '15:10', 'the first of them')
      await before.at(wednesday, '18:00')
      await before.stack.kill()

      const late = await opened(oliver, thursday, { data, time: '10:05' })
      await spoofed(late, thursday, '10:40', 'the second of them')
      const afterwards = (await digests(late)).filter(({ at }) => localDate(late.calendar, at) === thursday)
      expect(afterwards.map(({ at }) => at)).toEqual([late.instant(thursday, '10:15')])
      expect(plain(afterwards[0])).toContain('Freya Lund')
      expect(plain(afterwards[0])).toContain('Must ring Freya on Thursday')
      expect(plain(afterwards[0])).toContain('the first of them')
      expect(await late.events('TaskRaised')).toMatchObject([{ play: 'call-and-write', due: thursday }])

      const next = await late.morning(friday)
      expect(next?.at).toBe(digestInstant(late.calendar, friday))
      expect(plain(next)).toContain('the second of them')
      expect(plain(next)).not.toContain('the first of them')
      expect(plain(next)).not.toContain('Must ring Freya on Thursday')
      await late.notes(friday, '15:00', 'Need to ring Freya on Monday.')
      await spoofed(late, friday, '15:10', 'the third of them')
      await late.at(friday, '18:00')
      await late.stack.kill()

      const after = await opened(oliver, tuesday, { data, time: '09:10' })
      await after.at(tuesday, '23:00')
      const since = (await digests(after)).filter(({ at }) => localDate(after.calendar, at) > friday)
      expect(since.map(({ at }) => at)).toEqual([after.instant(tuesday, '09:15')])
      expect(plain(since[0])).toContain('Need to ring Freya on Monday')
      expect(plain(since[0])).toContain('the third of them')
      expect((await after.events('TaskRaised')).length).toBe(1)
    } finally {
      await Promise.all(desks.splice(0).map(desk => desk.stack.stop()))
      rmSync(data, { recursive: true, force: true })
    }
  })
})
