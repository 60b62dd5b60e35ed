import { createAnswer } from '../../functions/inbound/answer.ts'
import { takeIn } from '../../functions/inbound/inbound.ts'
import type { Command } from '../../shared/domain/engagement/commands.ts'
import type { EventOf, Fact } from '../../shared/domain/engagement/events.ts'
import { fold } from '../../shared/domain/engagement/state.ts'
import type { FirmEvent } from '../../shared/domain/firm.ts'
import { foldNote, type Note } from '../../shared/domain/note.ts'
import type { RecruiterEvent } from '../../shared/domain/recruiter.ts'
import { CommandId, EngagementId, FirmId, RecruiterId } from '../../shared/domain/vocabulary.ts'
import type { Commit } from '../../shared/log/codec.ts'
import { createMemoryLog } from '../../shared/log/memory.ts'
import {
  type EngagementStream,
  firmStream,
  type NoteStream,
  recruiterStream,
  type StreamName,
  streamParts,
} from '../../shared/log/streams.ts'
import type { Outgoing } from '../../shared/mail/send.ts'
import { holidaysFor } from '../../shared/runtime/holidays.ts'
import { say } from '../../shared/runtime/say.ts'
import { createMemoryViews } from '../../shared/views/memory.ts'
import { project } from '../../shared/views/projector.ts'
import type { EngagementRow } from '../../shared/views/rows.ts'
import { bytes, received } from './mail.ts'

/** A recruiter's inbound address with a log and views in memory: raw mail in, the log and the answers out. */

const firm = FirmId.parse('firm')
const recruiter = RecruiterId.parse('recruiter')
const TOKEN = 'abcdefghijklmnopqrstuvwxyz'
const DOMAIN = 'in.watch.example'
export const INBOUND = `${TOKEN}@${DOMAIN}`
const SECRET = 'a secret of at least thirty-two characters'

export type Person = { readonly name: string; readonly address: string; readonly zone: string }

export type Inbox = {
  /** Takes in a raw message, by default as its sender's domain signed it; answers how it was read. */
  readonly arrive: (
    raw: string,
    at: string,
    more?: { readonly to?: string; readonly verdicts?: Parameters<typeof received>[1] | null },
  ) => Promise<Note>
  /** Says commands to an account, by default a new one, as another program would. */
  readonly tell: (at: string, engagement: string, ...commands: Command[]) => Promise<void>
  /** Whatever may be said of a firm or its recruiter. */
  readonly settle: (event: Partial<FirmEvent> | Partial<RecruiterEvent>) => Promise<void>
  readonly accounts: () => Promise<readonly EngagementRow[]>
  /** Facts of one type, of every account in order, those taken back left out. */
  readonly facts: <Type extends Fact['type']>(type: Type) => Promise<readonly (Fact & EventOf<Type>)[]>
  /** What stands in the log, whatever stream it is in. */
  readonly raw: () => string
  /** What was sent to the recruiter. */
  readonly sent: readonly Outgoing[]
  readonly log: ReturnType<typeof createMemoryLog>
  readonly views: ReturnType<typeof createMemoryViews>
}

export const openInbox = async (
  who: Person,
  { neverLog = [], firmDomains = [] }: { neverLog?: readonly string[]; firmDomains?: readonly string[] } = {},
): Promise<Inbox> => {
  const commits = new Map<StreamName, Commit[]>()
  const log = createMemoryLog(commits)
  const views = createMemoryViews()
  const sent: Outgoing[] = []
  const mails = new Map<string, string>()
  const projected = new Map<StreamName, number>()
  const began = '2026-01-05T12:00:00Z'
  let count = 0

  const bringUpToDate = async (at: string): Promise<void> => {
    for (const stream of commits.keys()) {
      const { events } = await log.load(stream)
      const from = projected.get(stream) ?? 0
      if (events.length === from) continue
      projected.set(stream, events.length)
      await project(log, views, { stream, types: new Set(events.slice(from).map(({ type }) => type)), at })
    }
  }
  const put = async (stream: StreamName, ...events: object[]): Promise<void> => {
    const { version } = await log.load(stream)
    await log.append(version, events as never)
  }
  const settle = async (event: object): Promise<void> => {
    const envelope = {
      at: began,
      recordedAt: began,
      by: recruiter,
      source: 'page',
      command: CommandId.parse(`s${count++}`),
    }
    const type = 'type' in event ? String(event.type) : ''
    const isFirm = ['FirmFounded', 'PolicyChanged', 'NeverLogChanged', 'RecruiterInvited'].includes(type)
    await put(isFirm ? firmStream(firm) : recruiterStream(firm, recruiter), { ...envelope, ...event })
    await bringUpToDate(began)
  }

  const calendar = {
    zone: who.zone,
    workingDays: [1, 2, 3, 4, 5],
    holidays: holidaysFor('US', 2026, 2027),
    digestAt: '07:00',
  }
  await settle({ type: 'FirmFounded', firm, name: 'A firm', owner: recruiter, domains: firmDomains })
  if (neverLog.length > 0) await settle({ type: 'NeverLogChanged', addresses: neverLog })
  await settle({ type: 'RecruiterJoined', firm, recruiter, name: who.name, region: 'US', calendar })
  await settle({ type: 'AddressConfirmed', address: who.address })
  await settle({ type: 'InboundAddressGiven', token: TOKEN })

  const deps = {
    log,
    views,
    fetch: async (object: string) => bytes(mails.get(object) ?? ''),
    answer: createAnswer(
      log,
      async mail => {
        sent.push(mail)
        return { outcome: 'sent' as const, messageId: `sent${sent.length}` }
      },
      'https://relight.example',
      async () => SECRET,
    ),
    inboundDomain: DOMAIN,
  }
  const notes = async (): Promise<readonly Note[]> =>
    Promise.all(
      [...commits.keys()]
        .filter((stream): stream is NoteStream => streamParts(stream).kind === 'note')
        .map(async stream => foldNote((await log.load(stream)).events)),
    )

  return {
    log,
    views,
    sent,
    settle,
    raw: () => JSON.stringify([...commits.entries()]),
    arrive: async (raw, at, { to = INBOUND, verdicts } = {}) => {
      const object = `mail/${count++}`
      mails.set(object, verdicts === null ? raw : received(raw, verdicts))
      await takeIn(deps, { object, arrivedAt: at, recipients: [to] })
      await bringUpToDate(at)
      const note = (await notes()).findLast(each => each.object === object)
      // The same message again leaves no note of its own.
      return note ?? foldNote([])
    },
    tell: async (at, engagement, ...commands) => {
      const id = EngagementId.parse(engagement)
      const owner = { firm, recruiter, calendar, policy: (await views.firm(firm))?.policy as never }
      const saying = { at, now: at, by: recruiter, source: 'api', evidence: 'reported' } as const
      await say(
        log,
        owner,
        id,
        commands.map(command => ({ command, saying: { ...saying, id: CommandId.parse(`t${count++}`) } })),
      )
      await bringUpToDate(at)
    },
    accounts: () => views.engagementsOf(firm, recruiter),
    facts: async type => {
      const streams = [...commits.keys()].filter(
        (stream): stream is EngagementStream => streamParts(stream).kind === 'engagement',
      )
      const states = await Promise.all(streams.map(async stream => fold((await log.load(stream)).events)))
      const standing: readonly Fact[] = states.flatMap(state => (state.stage === 'unopened' ? [] : state.facts))
      return standing.filter((fact): fact is never => fact.type === type)
    },
  }
}
