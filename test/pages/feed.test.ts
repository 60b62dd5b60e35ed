import fc from 'fast-check'
import ical, { type VEvent } from 'node-ical'
import { describe, expect, it } from 'vitest'
import { answerPage } from '../../functions/pages/pages.ts'
import type { Command } from '../../shared/domain/engagement/commands.ts'
import { openTasks } from '../../shared/domain/engagement/state.ts'
import { oneLine } from '../../shared/domain/plays/words.ts'
import { RecruiterEvent } from '../../shared/domain/recruiter.ts'
import { ContactId, EngagementId, FirmId, RecruiterId } from '../../shared/domain/vocabulary.ts'
import { close } from '../../shared/log/codec.ts'
import type { EventLog } from '../../shared/log/log.ts'
import { engagementStream, recruiterStream, type StreamName } from '../../shared/log/streams.ts'
import { feedKey } from '../../shared/views/keys.ts'
import { type Account, account, repliesWithin, spoke, theyRang, voicemail, wrote } from '../domain/support/account.ts'
import { meeting, person } from '../domain/support/stories.ts'
import { lisbon, type Office, openOffice, signedIn, type Visitor, visitorOf } from './support/office.ts'

const firm = FirmId.parse('arroyo')
const tomas = RecruiterId.parse('tomas')
const ADDRESS = 'tomas@arroyo-search.example'
/** A Monday afternoon in Lisbon. */
const NOW = '2026-10-12T15:10:00Z'

/** An account of Tomás's with one person in it, told from 1 October on. */
const told = (who: Command, ...more: Command[]): Account => {
  const one = account('2026-10-01 10:00', { calendar: lisbon })
  one.say('2026-10-01 10:05', who, ...more)
  return one
}
const opening: Command = { command: 'NameOpening', title: 'Buyer' }

const STORIES: Readonly<Record<string, () => Account>> = {
  'Olaria do Sul': () => {
    const due = told(person('Rui Tavares', 'hr', '+351 21 555 0143'), opening)
    due.say('2026-10-05 11:00', voicemail('rui'), wrote('rui'))
    return due
  },
  'Fábrica Prata': () => {
    const waiting = told(person('Olga Prata', 'hr'), opening)
    waiting.say('2026-10-09 11:00', spoke('olga'), repliesWithin('P4D', 'olga'))
    return waiting
  },
  'Melo & Filhos': () => {
    const meets = told(person('Ana Melo', 'hiring-manager'), opening)
    meets.say('2026-10-08 11:00', meeting('2026-10-15T13:00:00Z', ['ana'], 'Intake for the buyer'))
    return meets
  },
  'Luz Óptica': () => told(person('Eva Luz', 'hr'), { command: 'PauseEngagement', until: '2027-01-02' }),
  'Reis Têxteis': () =>
    told(person('Gil Reis', 'hr'), { command: 'NoteReminder', what: 'Ask about Porto', due: '2026-10-20' }),
}

const idOf = (name: string): string => `e${name.length}${name.charCodeAt(0)}`

const keep = async (office: Office, name: string, story: Account): Promise<void> => {
  story.morning('2026-10-12')
  await office.keep('arroyo', 'tomas', idOf(name), name, story)
}

/** What happens next to an account that is kept. */
const goOn = async (office: Office, name: string, story: Account, happens: () => void): Promise<void> => {
  const { length } = story.facts()
  happens()
  const events = story.facts().slice(length)
  await office.append(
    engagementStream(firm, tomas, EngagementId.parse(idOf(name))),
    events.map(({ position: _position, ...event }) => event),
  )
}

const atHome = async (stories = STORIES) => {
  const office = await openOffice()
  await office.join('arroyo', 'tomas', 'Tomás Arroyo', ADDRESS)
  for (const [name, story] of Object.entries(stories)) await keep(office, name, story())
  return { office, visitor: await signedIn(office, ADDRESS, NOW) }
}

let presses = 0
const change = async (visitor: Visitor, form: Readonly<Record<string, string>>) => {
  const { body } = await visitor.get('/settings')
  const [, proof = ''] = /name="proof" value="([^"]+)"/.exec(body) ?? []
  return visitor.post('/settings/feed', {
    form: { proof, ...form },
    at: new Date(Date.parse(NOW) + ++presses).toISOString(),
  })
}
const addressIn = async (visitor: Visitor): Promise<string | undefined> =>
  /value="https:\/\/relight\.example(\/calendar\/[^"]+)"/.exec((await visitor.get('/settings')).body)?.[1]
const given = async (visitor: Visitor): Promise<string> => {
  await change(visitor, { do: 'give' })
  return (await addressIn(visitor)) ?? expect.fail('no address is shown')
}

const entriesIn = (body: string): VEvent[] =>
  Object.values(ical.sync.parseICS(body)).filter(entry => entry?.type === 'VEVENT') as VEvent[]
/** By RFC 5545, sections 3.1 and 3.3.11, in one go: node-ical takes an escaped backslash before an n for a new line. */
const summariesIn = (body: string): string[] =>
  body
    .replaceAll('\r\n ', '')
    .split('\r\n')
    .filter(line => line.startsWith('SUMMARY:'))
    .map(line => line.slice('SUMMARY:'.length).replace(/\\([\\;,nN])/g, (_, one) => (/n/i.test(one) ? '\n' : one)))
/** The whole day of an entry, as a calendar program understands it. */
const dayOf = ({ start, end, datetype }: VEvent): string => {
  expect(datetype).toBe('date')
  expect(end && Math.round((end.getTime() - start.getTime()) / 3_600_000)).toBe(24)
  return `${start.getFullYear()}-${String(start.getMonth() + 1).padStart(2, '0')}-${String(start.getDate()).padStart(2, '0')}`
}

describe('a calendar feed', () => {
  it('has what is due on its day, and what comes if nothing happens; a day each, in the recruiter’s own zone', async () => {
    const { office, visitor } = await atHome()
    // Who reads it is a calendar program: it has no session.
    const feed = await visitorOf(office, NOW).get(await given(visitor))
    expect(feed).toMatchObject({
      statusCode: 200,
      headers: { 'content-type': 'text/calendar; charset=utf-8', 'cache-control': 'no-store' },
    })
    expect(
      entriesIn(feed.body)
        .map(entry => `${dayOf(entry)} ${entry.status} ${entry.summary}`)
        .toSorted(),
    ).toEqual([
      '2026-10-08 CONFIRMED Call, then write: Rui Tavares, Olaria do Sul',
      '2026-10-15 TENTATIVE Call, then write: Olga Prata, Fábrica Prata',
      '2026-10-16 CONFIRMED Report the meeting: Intake for the buyer, Melo & Filhos',
      '2026-10-20 CONFIRMED Reis Têxteis: Ask about Porto',
      '2027-01-04 TENTATIVE Revisit: Eva Luz, Luz Óptica',
    ])
  })

  it('leads to the number and to the account, and blocks nobody’s day', async () => {
    const { visitor } = await atHome({ 'Olaria do Sul': STORIES['Olaria do Sul'] ?? expect.fail() })
    const [entry] = entriesIn((await visitor.get(await given(visitor))).body)
    expect(entry?.description).toMatch(/^\+351 21 555 0143\nhttps:\/\/relight\.example\/account\/e\d+$/)
    expect(entry).toMatchObject({ class: 'PRIVATE', transparency: 'TRANSPARENT' })
  })

  it('keeps an entry the same from when a play is foreseen until it is settled, its revision rising', async () => {
    const { office, visitor } = await atHome({})
    const path = await given(visitor)
    const story = (STORIES['Fábrica Prata'] ?? expect.fail())()
    await keep(office, 'Fábrica Prata', story)
    const [foreseen] = entriesIn((await visitor.get(path)).body)
    await goOn(office, 'Fábrica Prata', story, () => story.morning('2026-10-15'))
    const [due] = entriesIn((await visitor.get(path, { at: '2026-10-15T09:00:00Z' })).body)
    await goOn(office, 'Fábrica Prata', story, () => story.say('2026-10-15 12:00', theyRang('olga')))
    const settled = entriesIn((await visitor.get(path, { at: '2026-10-15T12:00:00Z' })).body)
    expect([foreseen?.status, due?.status]).toEqual(['TENTATIVE', 'CONFIRMED'])
    expect(due?.uid).toBe(foreseen?.uid)
    expect(Number(due?.sequence)).toBeGreaterThan(Number(foreseen?.sequence))
    expect(settled.map(({ status }) => status)).not.toContain('CONFIRMED')
  })

  it('says the same of the same accounts whenever it is asked: no clock of ours is in it', async () => {
    const { visitor } = await atHome()
    const path = await given(visitor)
    const first = await visitor.get(path)
    expect(await visitor.get(path, { at: '2026-10-12T19:00:00Z' })).toEqual(first)
    expect(first.body).toContain('DTSTAMP:20261001T090500Z')
  })

  it('shows a task that was put off on the day to which it was put off', async () => {
    const { office, visitor } = await atHome({})
    const story = (STORIES['Olaria do Sul'] ?? expect.fail())()
    story.morning('2026-10-12')
    const [task] = openTasks(story.state())
    story.say('2026-10-12 09:00', {
      command: 'PutTaskOff',
      task: task?.id ?? expect.fail('nothing is due'),
      until: '2026-10-21',
    })
    await keep(office, 'Olaria do Sul', story)
    expect(entriesIn((await visitor.get(await given(visitor))).body).map(dayOf)).toEqual(['2026-10-21'])
  })

  it('looks only into accounts of which something is coming: what is far off or closed costs no look', async () => {
    const { office, visitor } = await atHome()
    const path = await given(visitor)
    const ended = () => told(person('Nuno Sá', 'hr'), { command: 'CloseEngagement', why: 'Hired elsewhere' })
    const still = () => told(person('Lia Dias', 'hr'))
    for (let n = 0; n < 20; n++) await office.keep('arroyo', 'tomas', `far${n}`, 'Far', n % 2 === 0 ? ended() : still())
    const loaded: string[] = []
    const log = {
      ...office.world.log,
      load: ((stream: StreamName) => {
        loaded.push(stream)
        return office.world.log.load(stream)
      }) as EventLog['load'],
    }
    const feed = await visitorOf({ world: { ...office.world, log } }, NOW).get(path)
    expect(entriesIn(feed.body)).toHaveLength(Object.keys(STORIES).length)
    expect(loaded.filter(stream => stream.includes('/engagement/'))).toHaveLength(Object.keys(STORIES).length)
  })

  it('is read back as it was told, whatever people are called and note', async () => {
    const { office, visitor } = await atHome({})
    const path = await given(visitor)
    const hostile = fc.string({ minLength: 1, maxLength: 150, unit: 'grapheme' }).filter(text => /[a-z]/i.test(text))
    let told = 0
    await fc.assert(
      fc.asyncProperty(hostile, hostile, async (name, client) => {
        const injected = `${client}\r\nEND:VEVENT\nBEGIN:VEVENT\u2028;,\\n\u202e`
        const story = (STORIES['Olaria do Sul'] ?? expect.fail())()
        story.say('2026-10-06 10:00', { command: 'ChangeContact', contact: ContactId.parse('rui'), name })
        await office.keep('arroyo', 'tomas', `e${++told}`, injected, story)
        const { body } = await visitor.get(path)
        const lines = body.split('\r\n')
        expect(lines.at(-1)).toBe('')
        for (const line of lines) {
          expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
          expect(line).not.toMatch(/[\r\n]/)
        }
        expect(lines.filter(line => line === 'BEGIN:VEVENT')).toHaveLength(told)
        expect(entriesIn(body)).toHaveLength(told)
        expect(summariesIn(body)).toContain(`Call, then write: ${oneLine(name)}, ${oneLine(injected)}`)
      }),
      { numRuns: 20 },
    )
  })
})

describe('the address of a calendar feed', () => {
  it('is made when it is asked for, shown as long as it holds, and too long to guess', async () => {
    const { visitor } = await atHome()
    expect(await addressIn(visitor)).toBeUndefined()
    const first = await given(visitor)
    expect(first).toMatch(/^\/calendar\/[\w-]{32}\.ics$/)
    // Asking twice does not take the first one away.
    expect(await given(visitor)).toBe(first)
  })

  it('stops working at once when it is replaced, and so does the new one when it is removed', async () => {
    const { visitor } = await atHome()
    const first = await given(visitor)
    expect((await change(visitor, { do: 'replace' })).statusCode).toBe(422)
    expect(await addressIn(visitor)).toBe(first)
    await change(visitor, { do: 'replace', sure: 'yes' })
    const second = (await addressIn(visitor)) ?? expect.fail('no address is shown')
    expect((await visitor.get(first)).statusCode).toBe(404)
    expect((await visitor.get(second)).statusCode).toBe(200)
    await change(visitor, { do: 'remove', sure: 'yes' })
    expect(await addressIn(visitor)).toBeUndefined()
    expect((await visitor.get(second)).statusCode).toBe(404)
  })

  it('stops working at once even where the views have not heard of it', async () => {
    const { office, visitor } = await atHome()
    const path = await given(visitor)
    const token = /[\w-]{32}/.exec(path)?.[0]
    const row = await office.world.views.recruiterByFeed(token ?? '')
    await change(visitor, { do: 'remove', sure: 'yes' })
    const views = { ...office.world.views, recruiterByFeed: async () => row }
    expect((await visitorOf({ world: { ...office.world, views } }, NOW).get(path)).statusCode).toBe(404)
  })

  it('ends with the access of the recruiter, and does not come back with it', async () => {
    const { office, visitor } = await atHome()
    const path = await given(visitor)
    const say = (type: string) =>
      office.append(recruiterStream(firm, tomas), [
        RecruiterEvent.parse({ type, at: NOW, recordedAt: NOW, by: 'system', source: 'page', command: type }),
      ])
    await say('RecruiterDeactivated')
    expect((await visitor.get(path)).statusCode).toBe(404)
    await say('RecruiterReactivated')
    expect((await visitor.get(path)).statusCode).toBe(404)
  })

  it('answers a HEAD with the same headers and nothing else', async () => {
    const { office, visitor } = await atHome()
    const path = await given(visitor)
    const { headers } = await visitor.get(path)
    const http = { method: 'HEAD', sourceIp: '192.0.2.9' }
    const asked = { rawPath: path, requestContext: { timeEpoch: Date.parse(NOW), http } }
    expect(await answerPage(asked, office.world)).toEqual({ statusCode: 200, headers, body: '' })
  })

  it('is answered like any page that is not there, where nobody was given it', async () => {
    const { visitor } = await atHome()
    const path = await given(visitor)
    const nowhere = await visitor.get('/nowhere')
    for (const wrong of [
      '/calendar',
      '/calendar/',
      `/calendar/${'a'.repeat(32)}.ics`,
      `/calendar/${'a'.repeat(4000)}.ics`,
      path.replace('.ics', ''),
      `${path}/more`,
      path.toUpperCase(),
    ])
      expect(await visitor.get(wrong), wrong).toEqual(nowhere)
    expect(await visitor.post(path)).toEqual(nowhere)
  })

  it('lies in the views under its hash alone, and is a personal detail in the log', async () => {
    const token = 'x'.repeat(32)
    expect(JSON.stringify(feedKey(token))).not.toContain(token)
    const given = {
      type: 'CalendarFeedGiven',
      token,
      at: NOW,
      recordedAt: NOW,
      by: tomas,
      source: 'page',
      command: 'page.1',
    }
    const [{ personal, ...plain }] = JSON.parse(close(recruiterStream(firm, tomas), [RecruiterEvent.parse(given)]))
    expect(personal).toEqual({ token })
    expect(JSON.stringify(plain)).not.toContain(token)
  })
})
