import { describe, expect, it } from 'vitest'
import { type Deps, takeIn } from '../../functions/inbound/inbound.ts'
import type { Note } from '../../shared/domain/note.ts'
import type { Commit } from '../../shared/log/codec.ts'
import { createMemoryLog } from '../../shared/log/memory.ts'
import type { StreamName } from '../../shared/log/streams.ts'
import { createMemoryViews } from '../../shared/views/memory.ts'
import { ana, bo, engagementRow, firmRow, recruiterRow } from '../contract/support/rows.ts'
import { bytes, note, received } from '../support/mail.ts'

const DOMAIN = 'in.watch.example'
const ARRIVED = '2026-10-14T16:00:00Z'
const ben = recruiterRow(bo, { name: 'Bo Lind', addresses: ['bo@northgate.example'] })
const tokenOf = ({ inboundToken }: { readonly inboundToken: string | null }): string => `${inboundToken}@${DOMAIN}`

const office = async () => {
  const commits = new Map<StreamName, Commit[]>()
  const views = createMemoryViews()
  const answered: [recruiter: string, status: Note['status']][] = []
  for (const row of [firmRow(), recruiterRow(ana), ben, engagementRow('e1')]) await views.write(row)
  const mails = new Map<string, string>()
  const deps: Deps = {
    log: createMemoryLog(commits),
    views,
    fetch: async object => bytes(received(mails.get(object) ?? '')),
    answer: async ({ recruiter }, { status }) => {
      answered.push([recruiter.recruiter, status])
    },
    inboundDomain: DOMAIN,
  }
  const arrive = (object: string, raw: string, recipients: readonly string[]) => {
    mails.set(object, raw)
    return takeIn(deps, { object, arrivedAt: ARRIVED, recipients })
  }
  const notesOf = async (recruiter: string) => {
    const streams = [...commits.keys()].filter(stream => stream.includes(`/note/${recruiter}/`))
    return (await Promise.all(streams.map(stream => deps.log.load(stream)))).flatMap(({ events }) => events)
  }
  return { arrive, answered, notesOf, commits }
}

describe('a message that arrives', () => {
  const raw = note('Ana Brandt <ana@northgate.example>', tokenOf(recruiterRow(ana)), 'Left Ruth a voicemail.', {
    at: '2026-10-14T15:50:00Z',
    messageId: 'one@northgate.example',
  })

  it('is each recruiter’s whose address stands on the envelope, and says something for its writer alone', async () => {
    const { arrive, answered, notesOf, commits } = await office()
    await arrive('one', raw, ['somebody@elsewhere.example', tokenOf(ben), tokenOf(recruiterRow(ana))])
    expect(answered.toSorted()).toEqual([
      [ana, 'understood'],
      [bo, 'held'],
    ])
    expect((await notesOf(bo)).map(({ type }) => type)).toContain('NoteHeld')
    expect((await notesOf(ana)).map(({ type }) => type)).toContain('NoteUnderstood')
    expect([...commits.keys()].filter(stream => stream.includes('/engagement/bo'))).toEqual([])
  })

  it('is one note, however many of a recruiter’s addresses it bears and however often it comes', async () => {
    const { arrive, answered, notesOf } = await office()
    const mine = tokenOf(recruiterRow(ana))
    await arrive('one', raw, [mine, mine.replace('@', '+2026-10-14@')])
    const told = await notesOf(ana)
    await arrive('one', raw, [mine])
    expect(await notesOf(ana)).toEqual(told)
    expect(answered).toEqual([[ana, 'understood']])
  })
})
