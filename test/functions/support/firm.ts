import { holdMorning } from '../../../functions/morning/morning.ts'
import { digestInstant } from '../../../shared/domain/calendar/days.ts'
import type { WorkingCalendar } from '../../../shared/domain/calendar/working-calendar.ts'
import type { Command } from '../../../shared/domain/engagement/commands.ts'
import { type Engagement, fold } from '../../../shared/domain/engagement/state.ts'
import { FirmEvent } from '../../../shared/domain/firm.ts'
import { RecruiterEvent } from '../../../shared/domain/recruiter.ts'
import {
  CommandId,
  ContactId,
  EngagementId,
  FirmId,
  RecruiterId,
  type Role,
} from '../../../shared/domain/vocabulary.ts'
import { createMemoryLog } from '../../../shared/log/memory.ts'
import { engagementStream, firmStream, recruiterStream, type StreamName } from '../../../shared/log/streams.ts'
import type { Outgoing } from '../../../shared/mail/send.ts'
import { say } from '../../../shared/runtime/say.ts'
import { createMemoryViews } from '../../../shared/views/memory.ts'
import { project } from '../../../shared/views/projector.ts'
import type { Views } from '../../../shared/views/views.ts'

/** A firm of several recruiters in memory: what each says, and what each reads in the morning. */

export const kyiv: WorkingCalendar = {
  zone: 'Europe/Kyiv',
  workingDays: [1, 2, 3, 4, 5],
  holidays: ['2026-08-24'],
  digestAt: '08:15',
}

export type Person = {
  readonly name: string
  readonly role?: (typeof Role.options)[number]
  readonly email?: string
}

const firm = FirmId.parse('dnipro')
const slug = (name: string): string => name.toLowerCase().replaceAll(/[^a-z]+/g, '-')

export const openFirm = async (calendar: WorkingCalendar, ...names: readonly string[]) => {
  const log = createMemoryLog()
  const views = createMemoryViews()
  const mails: Outgoing[] = []
  const calls: string[] = []
  const counted = Object.fromEntries(
    Object.entries(views).map(([name, ask]) => [
      name,
      (...given: never[]) => {
        calls.push(name)
        return (ask as (...all: never[]) => unknown)(...given)
      },
    ]),
  ) as Views
  // What is recorded shows in the views before anybody looks, as it does after a second in the cloud.
  const followed: typeof log = {
    load: log.load,
    append: async (after, events) => {
      const version = await log.append(after, events)
      const [first] = events
      const types = new Set(events.map(({ type }) => type))
      if (first) await project(log, views, { stream: after.stream, types, at: first.recordedAt })
      return version
    },
  }
  const founded = '2026-08-03T06:00:00Z'
  const said = { at: founded, recordedAt: founded, by: 'system', source: 'api' }
  const append = async (stream: StreamName, events: readonly unknown[]) => {
    const { version } = await followed.load(stream)
    await followed.append(version, events as never)
  }
  const idOf = (name: string) => RecruiterId.parse(slug(name))
  const addressOf = (name: string) => `${slug(name)}@dniprotalent.example`
  const [owner = '', ...others] = names
  await append(firmStream(firm), [
    FirmEvent.parse({
      type: 'FirmFounded',
      firm,
      name: 'Dnipro Talent',
      owner: idOf(owner),
      domains: ['dniprotalent.example'],
      ...said,
      command: 'found',
    }),
    ...others.flatMap(name => {
      const recruiter = idOf(name)
      const invitation = `invite.${recruiter}`
      const whom = { recruiter, name, address: addressOf(name), zone: calendar.zone, region: 'none' }
      return [
        { type: 'RecruiterInvited', invitation, ...whom },
        { type: 'InvitationAccepted', invitation, recruiter },
      ].map(event => FirmEvent.parse({ ...event, ...said, command: `${event.type}.${recruiter}` }))
    }),
  ])
  for (const name of names)
    await append(recruiterStream(firm, idOf(name)), [
      RecruiterEvent.parse({
        type: 'RecruiterJoined',
        firm,
        recruiter: idOf(name),
        name,
        phone: '+380 44 555 0130',
        region: 'none',
        calendar,
        ...said,
        command: 'join',
      }),
      RecruiterEvent.parse({ type: 'AddressConfirmed', address: addressOf(name), ...said, command: 'join' }),
      RecruiterEvent.parse({ type: 'InboundAddressGiven', token: 'd'.repeat(26), ...said, command: 'join' }),
    ])

  let count = 0
  const deps = {
    log: followed,
    views: counted,
    send: async (mail: Outgoing) => {
      mails.push(mail)
      return { outcome: 'sent', messageId: String(mails.length) } as const
    },
    links: async () => ({
      link: ({ task }: { task: { id: string } }, word: string) => `https://relight.example/do/${task.id}.${word}`,
      answerLink: () => 'https://relight.example/answer',
      noteLink: () => 'https://relight.example/note',
      pages: 'https://relight.example/',
      unsubscribe: 'https://relight.example/unsubscribe',
    }),
    inboundDomain: 'in.relight.example',
  }
  return {
    calls,
    mails: mails as readonly Outgoing[],
    /** Records what happened to the firm or to one of its recruiters. */
    changeFirm: (at: string, event: object) =>
      append(firmStream(firm), [
        FirmEvent.parse({ ...event, ...said, at, recordedAt: at, by: idOf(owner), command: `firm.${at}` }),
      ]),
    changeRecruiter: (name: string, at: string, event: object) =>
      append(recruiterStream(firm, idOf(name)), [
        RecruiterEvent.parse({ ...event, ...said, at, recordedAt: at, command: `recruiter.${at}` }),
      ]),
    /** An account of a recruiter's with its people: contacts are known by their names. */
    account: async (
      name: string,
      at: string,
      client: string,
      domains: readonly string[],
      people: readonly Person[],
      opening = 'Plant engineer',
    ) => {
      const recruiter = idOf(name)
      const engagement = EngagementId.parse(`${recruiter}-${slug(client)}`)
      const tell = async (when: string, ...commands: readonly Command[]) => {
        const { refused } = await say(
          followed,
          { firm, recruiter, calendar, policy: (await views.firm(firm))?.policy as never },
          engagement,
          commands.map(command => ({
            command,
            saying: {
              id: CommandId.parse(`said.${count++}`),
              at: when,
              now: when,
              by: recruiter,
              source: 'api',
              evidence: 'reported',
            },
          })),
        )
        const [first] = refused
        if (first) throw new Error(first.refusal.message)
      }
      const state = async (): Promise<Engagement> => {
        const found = fold((await log.load(engagementStream(firm, recruiter, engagement))).events)
        if (found.stage === 'unopened') throw new Error('never opened')
        return found
      }
      await tell(
        at,
        { command: 'OpenEngagement', engagement, client, domains: [...domains], origin: 'mpc' },
        ...people.map(
          (person): Command => ({
            command: 'AddContact',
            contact: ContactId.parse(slug(person.name)),
            name: person.name,
            role: person.role ?? 'hiring-manager',
            emails: person.email ? [person.email] : [],
            phones: [],
          }),
        ),
        { command: 'NameOpening', title: opening },
      )
      return {
        tell,
        state,
        row: async () => (await views.engagementsOf(firm, recruiter)).find(row => row.engagement === engagement),
        /** The open tasks as `play contact`. */
        open: async () =>
          (await state()).tasks
            .filter(({ settled }) => !settled)
            .map(task => [task.play, task.contact].filter(Boolean).join(' ')),
        settle: async (when: string, play: string, how: 'done' | 'let-go') => {
          const task = (await state()).tasks.find(each => each.play === play && !each.settled)
          if (!task) throw new Error(`${play} is not open`)
          await tell(when, { command: 'SettleTask', task: task.id, how })
        },
      }
    },
    /** Holds a recruiter's morning of a date, and answers the text of the digest, folded lines joined. */
    morning: async (name: string, date: string, by = calendar): Promise<string> => {
      const before = mails.length
      await holdMorning(deps, { firm, recruiter: idOf(name) }, digestInstant(by, date))
      return (mails.slice(before).at(-1)?.text ?? '').replaceAll(/\s+/g, ' ')
    },
  }
}

export type Firm = Awaited<ReturnType<typeof openFirm>>

const touch =
  (direction: 'outbound' | 'inbound', channel: 'call' | 'voicemail' | 'email', outcome: string, play?: string) =>
  (name: string): Command =>
    ({
      command: 'LogTouchpoint',
      direction,
      channel,
      outcome,
      contact: ContactId.parse(slug(name)),
      ...(play ? { play } : {}),
    }) as Command
export const spokeWith = touch('outbound', 'call', 'reached')
export const leftMessageFor = touch('outbound', 'voicemail', 'left-message')
export const wroteTo = touch('outbound', 'email', 'sent')
export const ownedTo = touch('outbound', 'voicemail', 'left-message', 'own-the-dropped-ball')
