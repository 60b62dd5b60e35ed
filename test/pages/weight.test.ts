import { beforeAll, describe, expect, it } from 'vitest'
import { PLACES } from '../../functions/pages/places.ts'
import { plusDays } from '../../shared/domain/calendar/days.ts'
import { FirmId, NoteId, RecruiterId } from '../../shared/domain/vocabulary.ts'
import { noteStream } from '../../shared/log/streams.ts'
import { account, contact, spoke, voicemail } from '../domain/support/account.ts'
import { acmeLateInNovember, acmeOwned, acmeTried, birchAndVale } from '../domain/support/stories.ts'
import { crawl } from './support/crawl.ts'
import { type Office, openOffice, signedIn, type Visitor } from './support/office.ts'

const ADDRESS = 'noor.haddad@haddadsearch.example'
const NOW = '2026-11-24T15:00:00Z'
const MOST_BYTES = 60 * 1024
const STORIES = [acmeOwned, birchAndVale, acmeTried, acmeLateInNovember]

const weightOf = (body: string): number => Buffer.byteLength(body.replaceAll(/<svg .*?<\/svg>/gs, ''))

let office: Office
let visitor: Visitor

beforeAll(async () => {
  office = await openOffice()
  await office.join('haddad', 'noor', 'Noor Haddad', ADDRESS)
  for (let n = 0; n < 40; n++) {
    const told = (STORIES[n % STORIES.length] ?? acmeOwned)()
    told.morning('2026-11-24')
    await office.keep('haddad', 'noor', `account-${n}`, `Client number ${n} and Daughters`, told)
  }
  visitor = await signedIn(office, ADDRESS, NOW)
}, 60_000)

const pathsFrom = async (path: string, leads: (path: string) => boolean) => {
  const follow: Pick<Visitor, 'get'> = {
    get: async to => (leads(to) ? visitor.get(to) : { statusCode: 200, headers: {}, body: '' }),
  }
  return [...(await crawl(follow, [path])).pages].filter(([to]) => leads(to))
}

describe('sixty kilobytes, without its pictures, is the most that a page weighs', () => {
  it('of somebody with forty accounts, whichever it is', async () => {
    const { pages } = await crawl(
      visitor,
      PLACES.map(({ path }) => path),
    )
    const weights = [...pages].map(([path, { body }]) => [path, weightOf(body)] as const)
    expect(pages.get('/board')?.body.match(/<svg class="timeline"/g)).toHaveLength(40)
    expect(weights.filter(([, bytes]) => bytes > MOST_BYTES)).toEqual([])
  })

  it('of an account with a long story, which is told in parts that lead to each other', async () => {
    const told = account('2025-03-03 09:00')
    told.say('2025-03-03 09:00', contact('susan', 'hr'))
    for (let n = 0; n < 25; n++) {
      const day = plusDays('2025-03-04', 8 * n)
      told.morning(day)
      const words = `We talked about plan number ${n}, and what comes next for her team of welders`
      for (const hour of ['10', '11', '12', '13'])
        told.say(`${day} ${hour}:00`, spoke('susan', words), voicemail('susan'))
    }
    await office.keep('haddad', 'noor', 'long', 'A long story', told)
    const parts = await pathsFrom('/account/long', path => /^\/account\/long(\?skip|$)/.test(path))
    expect(parts.length).toBeGreaterThan(1)
    const listed = parts.flatMap(([, { body }]) => [...body.matchAll(/<li id="(fact-\d+)">/g)].map(([, id]) => id))
    expect(listed.toSorted()).toEqual(
      told
        .facts()
        .map(({ position }) => `fact-${position}`)
        .toSorted(),
    )
    let causes = 0
    for (const [path, { body }] of parts) {
      expect(weightOf(body), path).toBeLessThan(MOST_BYTES)
      for (const [, to = '', id] of body.matchAll(/<li>[^<]*: <a href="([^"#]*)#(fact-\d+)">/g)) {
        expect((await visitor.get(to || path)).body, `${to}#${id}`).toContain(`<li id="${id}">`)
        causes += 1
      }
    }
    expect(causes).toBeGreaterThan(9)
  })

  it('of the notes of a recruiter who writes many, the newest of which come first', async () => {
    const [firm, recruiter] = [FirmId.parse('haddad'), RecruiterId.parse('noor')]
    for (let n = 0; n < 330; n++) {
      const at = new Date(Date.parse('2026-09-01T09:00:00Z') + n * 6 * 3_600_000).toISOString()
      const note = NoteId.parse(`note-${n}`)
      const envelope = { at, recordedAt: at, by: recruiter }
      const subject = `What Susan said about the plan, for the ${n}th time`
      await office.append(noteStream(firm, recruiter, note), [
        {
          type: 'NoteReceived',
          id: note,
          object: 'raw/1',
          from: ADDRESS,
          subject,
          arrivedAt: at,
          command: 'a',
          ...envelope,
        },
        { type: 'NoteHeld', rule: 'a rule', why: 'It was not for certain from you.', command: 'b', ...envelope },
      ])
    }
    const parts = await pathsFrom('/notes', path => /^\/notes(\?|$)/.test(path))
    for (const [path, { body }] of parts) expect(weightOf(body), path).toBeLessThan(MOST_BYTES)
    const listed = parts.flatMap(([, { body }]) => [...body.matchAll(/href="\/notes\/note-(\d+)"/g)].map(([, n]) => n))
    expect(listed[0]).toBe('329')
    expect(new Set(listed).size).toBe(listed.length)
    expect(listed.length).toBeGreaterThan(320)
  })

  it('and a part that is not there is the first', async () => {
    const first = (await visitor.get('/notes')).body
    for (const skip of ['-100', '100000', 'NaN', '1e400', '99', ''])
      expect((await visitor.get(`/notes?skip=${skip}`)).body, skip).toBe(first)
  })
})
