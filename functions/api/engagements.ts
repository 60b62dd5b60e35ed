import * as z from 'zod'
import { Command } from '../../shared/domain/engagement/commands.ts'
import { type Engagement, fold } from '../../shared/domain/engagement/state.ts'
import { foldRecruiter } from '../../shared/domain/recruiter.ts'
import { followPlays } from '../../shared/domain/silence/followed.ts'
import {
  CommandId,
  ContactId,
  EngagementId,
  MeetingId,
  Origin,
  Phone,
  type RecruiterId,
  Role,
} from '../../shared/domain/vocabulary.ts'
import { engagementStream, recruiterStream } from '../../shared/log/streams.ts'
import { handOver } from '../../shared/runtime/hand-over.ts'
import { join, takeApart } from '../../shared/runtime/merge.ts'
import { refused } from '../../shared/runtime/problem.ts'
import type { Said } from '../../shared/runtime/say.ts'
import { assessAmong } from '../../shared/views/around.ts'
import type { EngagementRow } from '../../shared/views/rows.ts'
import { type Answer, AnyInstant, atFault, type Call, parsed, Stopped, sha256 } from './request.ts'
import { type Appended, saidBefore, sayFor } from './say-for.ts'

const name = z.string().trim().min(1).max(200)

/** A number by itself, or with where it comes from. */
const Phones = z
  .array(
    z.union([
      z
        .string()
        .trim()
        .min(3)
        .max(40)
        .transform((number): Phone => ({ number, from: 'your records' })),
      Phone,
    ]),
  )
  .max(20)

export const Opening = z.strictObject({
  client: z.strictObject({
    name,
    domains: z.array(z.string().trim().toLowerCase().min(1).max(253)).max(20).default([]),
  }),
  /** Names an opening. */
  title: z.string().trim().min(1).max(300).optional(),
  origin: Origin.default('other'),
  contacts: z
    .array(
      z.strictObject({
        name,
        role: Role.default('other'),
        emails: z.array(z.email().toLowerCase().max(254)).max(20).default([]),
        phones: Phones.default([]),
        /** The name of another of these contacts. */
        introducedBy: name.optional(),
      }),
    )
    .max(50)
    .default([]),
})

/** POST /api/engagements: opens one with its people. The same Idempotency-Key opens it once. */
export const openEngagement = async (call: Call): Promise<Answer> => {
  const opening = parsed(Opening, call.body)
  opening.contacts.forEach((contact, index) => {
    const introducer = contact.introducedBy
    if (introducer !== undefined && !opening.contacts.some(other => other.name === introducer && other !== contact))
      throw new Stopped(
        atFault(
          400,
          'invalid',
          'What was sent is not valid',
          `contacts.${index}.introducedBy`,
          'must be the name of another of the contacts',
        ),
      )
  })
  const engagement = EngagementId.parse(`e${sha256(call.key).slice(0, 24)}`)
  const idOf = (index: number) => ContactId.parse(`c${sha256(`${engagement} ${index}`).slice(0, 24)}`)
  const people = opening.contacts.map((contact, index) => ({ contact, id: idOf(index) }))
  // Introducers stand before those whom they introduced: a contact names only people already there.
  const ordered = people.toSorted(
    (a, b) => Number(a.contact.introducedBy !== undefined) - Number(b.contact.introducedBy !== undefined),
  )
  const commands: Command[] = [
    {
      command: 'OpenEngagement',
      engagement,
      client: opening.client.name,
      domains: opening.client.domains,
      origin: opening.origin,
    },
    ...ordered.map(
      ({ contact, id }): Command => ({
        command: 'AddContact',
        contact: id,
        name: contact.name,
        role: contact.role,
        emails: contact.emails,
        phones: contact.phones,
      }),
    ),
    ...people.flatMap(({ contact, id }): Command[] => {
      const introducer = people.find(other => other.contact.name === contact.introducedBy)
      return introducer ? [{ command: 'ChangeContact', contact: id, introducedBy: introducer.id }] : []
    }),
    ...(opening.title ? [{ command: 'NameOpening' as const, title: opening.title }] : []),
  ]
  const before = await saidBefore(call, engagement)
  const { position } = before ?? (await sayFor(call, engagement, commands, call.now))
  return {
    status: 201,
    body: { id: engagement, position, contacts: people.map(({ contact, id }) => ({ id, name: contact.name })) },
  }
}

/** What the API takes besides a command's own fields: any offset in an instant, a bare number, an id left to us. */
const TAKEN: Readonly<Record<string, z.ZodRawShape>> = {
  AddContact: { contact: ContactId.optional(), phones: Phones.default([]) },
  ChangeContact: { phones: Phones.optional() },
  BookMeeting: { meeting: MeetingId.optional(), startsAt: AnyInstant, endsAt: AnyInstant },
}
const ofCommand = (option: (typeof Command.options)[number]) => {
  const [name] = option.shape.command.values
  return z.strictObject({ ...option.shape, ...TAKEN[name ?? ''], at: AnyInstant.optional() })
}
const [firstCommand, ...otherCommands] = Command.options
/** One of the domain's commands by its name; `at` is when it happened, now where it is left out. */
export const CommandBody = z.discriminatedUnion('command', [
  ofCommand(firstCommand),
  ...otherCommands.map(option => ofCommand(option)),
])

/** POST /api/engagements/{id}/commands */
export const sayCommand = async (call: Call): Promise<Answer> => {
  const id = EngagementId.safeParse(call.path['id'])
  // A call that gave the account away is answered again as the first time, though the account is gone by now.
  const before = id.success ? await saidBefore(call, id.data) : null
  if (before) return { status: 200, body: { position: before.position, events: before.events } }
  const engagement = await known(call)
  const { at, ...said } = parsed(CommandBody, call.body)
  const command = Command.parse({ ...idGiven(call, said.command), ...said })
  await refuseUnknown(call, command, engagement)
  const { position, events } = await told(call, engagement.id, command, at ?? call.now)
  return { status: 200, body: { position, events } }
}

/** Two accounts are joined with all that they hold, and come apart with it; one that goes to a colleague goes whole. */
const told = async (call: Call, engagement: EngagementId, command: Command, at: string): Promise<Appended> => {
  const { deps, owner, recruiter, now } = call
  const said = { id: CommandId.parse(`${call.id}.0`), at, now, by: recruiter.recruiter, source: 'api' } as const
  const saying = { ...said, evidence: 'reported' } as const
  const tell = (): Promise<Said> | null => {
    switch (command.command) {
      case 'MergeEngagement':
        return join(deps.log, owner, engagement, command, saying)
      case 'RetractMerge':
        return takeApart(deps.log, owner, engagement, said)
      case 'HandOverEngagement':
        return handOver(deps.log, owner, engagement, command.to, saying)
      default:
        return null
    }
  }
  const outcome = await tell()
  if (!outcome) return sayFor(call, engagement, [command], at)
  const [first] = outcome.refused
  if (first && outcome.events.length === 0) throw new Stopped(refused(first.refusal))
  return outcome
}

/** Commands that bring something new may leave its id to us. */
const idGiven = (call: Call, command: string): object => {
  if (command === 'AddContact') return { contact: `c${sha256(call.key).slice(0, 24)}` }
  if (command === 'BookMeeting') return { meeting: `m${sha256(call.key).slice(0, 24)}` }
  return {}
}

/** What a command names outside its own engagement must be there. */
const refuseUnknown = async (call: Call, command: Command, { id }: Engagement): Promise<void> => {
  if (command.command === 'MergeEngagement' && (command.into === id || !(await stateOf(call, command.into))))
    throw new Stopped(
      atFault(409, 'unknown-engagement', 'The engagement refuses this', 'into', 'must be another engagement of yours'),
    )
  if (command.command === 'HandOverEngagement' && !(await isAtWork(call, command.to)))
    throw new Stopped(
      atFault(409, 'unknown-recruiter', 'The engagement refuses this', 'to', 'must be a colleague at your firm'),
    )
}

/** Whether somebody is a colleague who can be given an account. */
const isAtWork = async ({ deps, owner, colleagues }: Call, to: RecruiterId): Promise<boolean> => {
  const { events } = colleagues.includes(to) ? await deps.log.load(recruiterStream(owner.firm, to)) : { events: [] }
  const colleague = foldRecruiter(events)
  return colleague !== null && !colleague.deactivated
}

const known = async (call: Call): Promise<Engagement> => {
  const id = EngagementId.safeParse(call.path['id'])
  const state = id.success ? await stateOf(call, id.data) : null
  if (!state)
    throw new Stopped(
      atFault(
        404,
        'unknown-engagement',
        'No engagement of yours has this id',
        'id',
        'must be the id of an engagement of yours',
      ),
    )
  return state
}

const streamFor = (call: Call, id: EngagementId) => engagementStream(call.owner.firm, call.owner.recruiter, id)

const stateOf = async (call: Call, id: EngagementId): Promise<Engagement | null> => {
  const state = fold((await call.deps.log.load(streamFor(call, id))).events)
  return state.stage === 'unopened' || state.stage === 'handed-over' ? null : state
}

/** GET /api/engagements: the board's rows. */
export const listEngagements = async (call: Call): Promise<Answer> => {
  const rows = await call.deps.views.engagementsOf(call.owner.firm, call.owner.recruiter)
  return { status: 200, body: { engagements: rows.filter(({ stage }) => stage !== 'handed-over').map(boardRow) } }
}

const boardRow = ({ kind: _kind, firm: _firm, recruiter: _recruiter, engagement, ...row }: EngagementRow) => ({
  id: engagement,
  ...row,
})

/** GET /api/engagements/{id}: state, assessment and history. */
export const showEngagement = async (call: Call): Promise<Answer> => {
  const engagement = await known(call)
  const { commands: _commands, facts: _facts, milestones, retracted: _retracted, ...state } = engagement
  const { events } = await call.deps.log.load(streamFor(call, state.id))
  const assessment = await assessAmong(engagement, { ...call.firm, ...call.owner }, call.now, call.deps.views)
  const plays = followPlays(engagement, call.owner.calendar, call.now)
  return { status: 200, body: { ...state, milestones: [...milestones], assessment, plays, history: events } }
}
