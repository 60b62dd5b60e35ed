import { createAnswer } from '../../../functions/inbound/answer.ts'
import { takeIn } from '../../../functions/inbound/inbound.ts'
import { readAgain } from '../../../functions/inbound/read-again.ts'
import type { Command } from '../../../shared/domain/engagement/commands.ts'
import type { Fact } from '../../../shared/domain/engagement/events.ts'
import { FirmEvent } from '../../../shared/domain/firm.ts'
import { foldNote, type Note } from '../../../shared/domain/note.ts'
import { RecruiterEvent } from '../../../shared/domain/recruiter.ts'
import { CommandId, ContactId, EngagementId, FirmId, NoteId, RecruiterId } from '../../../shared/domain/vocabulary.ts'
import type { Commit } from '../../../shared/log/codec.ts'
import { createMemoryLog } from '../../../shared/log/memory.ts'
import {
  engagementStream,
  firmStream,
  noteStream,
  recruiterStream,
  type StreamName,
  streamParts,
} from '../../../shared/log/streams.ts'
import type { Outgoing } from '../../../shared/mail/send.ts'
import type { ReadAgain } from '../../../shared/runtime/read-again.ts'
import { say } from '../../../shared/runtime/say.ts'
import { createMemoryViews } from '../../../shared/views/memory.ts'
import { rebuild } from '../../../shared/views/rebuild.ts'
import { newYork } from '../../domain/support/account.ts'
import { bytes, note as noteMail, received } from '../../support/mail.ts'

/** A recruiter's office in memory: mail goes in, and what was recorded and sent comes out. */

export const firm = FirmId.parse('voss')
export const recruiter = RecruiterId.parse('mara')
export const BY = 'Mara Voss <mara@vosstalent.example>'
export const INBOUND = `${'m'.repeat(26)}@in.watch.example`
export const secret = 'a secret of our own that is long enough to sign with'

type Person = { readonly name: string; readonly email?: string }

export const openOffice = async (
  accounts: Readonly<Record<string, readonly Person[]>>,
  now = '2026-09-14T14:00:00Z',
) => {
  const commits = new Map<StreamName, Commit[]>()
  const log = createMemoryLog(commits)
  const views = createMemoryViews()
  const mails = new Map<string, string>()
  const sent: Outgoing[] = []
  const founded = { at: now, recordedAt: now, by: 'system', source: 'api', command: 'found' }
  const append = async (stream: StreamName, events: readonly unknown[]) =>
    log.append((await log.load(stream)).version, events as never)
  await append(firmStream(firm), [
    FirmEvent.parse({
      type: 'FirmFounded',
      firm,
      name: 'Voss Talent',
      owner: recruiter,
      domains: ['vosstalent.example'],
      ...founded,
    }),
  ])
  await append(recruiterStream(firm, recruiter), [
    RecruiterEvent.parse({
      type: 'RecruiterJoined',
      firm,
      recruiter,
      name: 'Mara Voss',
      region: 'US',
      calendar: newYork,
      ...founded,
    }),
    RecruiterEvent.parse({ type: 'AddressConfirmed', address: 'mara@vosstalent.example', ...founded }),
    RecruiterEvent.parse({ type: 'InboundAddressGiven', token: 'm'.repeat(26), ...founded }),
  ])
  const owner = { firm, recruiter, calendar: newYork, policy: (await project()).policy }
  async function project() {
    await rebuild(log, views, [...commits.keys()], now)
    const row = await views.firm(firm)
    if (!row) throw new Error('the firm has no row')
    return row
  }
  let said = 0
  const command = (engagement: string, ...commands: readonly Command[]) => {
    said += 1
    return say(
      log,
      owner,
      EngagementId.parse(engagement),
      commands.map((each, index) => ({
        command: each,
        saying: {
          id: CommandId.parse(`set-up.${engagement}.${said}.${index}`),
          at: now,
          now,
          by: recruiter,
          source: 'api',
          evidence: 'reported',
        },
      })),
    )
  }
  const slug = (name: string): string => name.toLowerCase().replaceAll(/[^a-z]+/g, '-')
  for (const [client, people] of Object.entries(accounts))
    await command(
      slug(client),
      {
        command: 'OpenEngagement',
        engagement: EngagementId.parse(slug(client)),
        client,
        domains: [`${slug(client).replaceAll('-', '')}.example`],
        origin: 'mpc',
      },
      ...people.map(
        ({ name, email }) =>
          ({
            command: 'AddContact',
            contact: ContactId.parse(slug(name)),
            name,
            role: 'other',
            emails: email ? [email] : [],
            phones: [],
          }) satisfies Command,
      ),
    )
  await project()

  const answer = createAnswer(
    log,
    async mail => {
      sent.push(mail)
      return { outcome: 'sent', messageId: String(sent.length) }
    },
    'https://watch.example',
    async () => secret,
  )
  const fetch = async (object: string): Promise<Uint8Array> => bytes(mails.get(object) ?? '')
  let count = 0
  const deps = { log, views, fetch, answer, inboundDomain: 'in.watch.example' }
  /** Takes in a raw message as it would arrive, at an instant, and answers its note's id. */
  const arrive = async (
    raw: string,
    at: string,
    to = INBOUND,
    verdicts: Parameters<typeof received>[1] = {},
  ): Promise<Note> => {
    const object = `inbox/${count++}`
    mails.set(object, received(raw, verdicts))
    const before = new Set(commits.keys())
    await takeIn(deps, { object, arrivedAt: at, recipients: [to] })
    await project()
    const stream = [...commits.keys()].find(name => streamParts(name).kind === 'note' && !before.has(name))
    if (!stream) throw new Error('no note is on record')
    return note(streamParts(stream).id ?? '')
  }
  const note = async (id: string): Promise<Note> =>
    foldNote((await log.load(noteStream(firm, recruiter, NoteId.parse(id)))).events)
  return {
    log,
    views,
    sent,
    fetch,
    readAgain: async (hint: ReadAgain) => {
      await readAgain(deps, hint)
      await project()
    },
    arrive,
    note,
    project,
    /** Says something to the log as it stands. */
    command,
    /** A note in the recruiter's words. */
    tells: (words: string, at: string, more: { readonly subject?: string } = {}) =>
      arrive(noteMail(BY, INBOUND, words, { at, messageId: `${count}@vosstalent.example`, ...more }), at),
    /** What the account's history says, by the event's type. */
    facts: async (client: string): Promise<readonly Fact[]> =>
      (await log.load(engagementStream(firm, recruiter, EngagementId.parse(slug(client))))).events,
  }
}
export type Office = Awaited<ReturnType<typeof openOffice>>
