import type { PolicyOverride } from '../policy.ts'
import type {
  CalendarEntry,
  CommandId,
  ContactId,
  EngagementId,
  MeetingId,
  Milestone,
  Phone,
  RecruiterId,
  Role,
  TaskId,
  TouchpointId,
} from '../vocabulary.ts'
import type { EventOf, Fact } from './events.ts'

/** What the log says of one engagement, folded. */

export type Contact = {
  readonly id: ContactId
  readonly name: string
  readonly role: Role
  readonly emails: readonly string[]
  readonly phones: readonly Phone[]
  readonly introducedBy?: ContactId
  readonly aliases: readonly string[]
  readonly candidate: boolean
  readonly left: boolean
  readonly optedOut: boolean
}

export type Task = {
  readonly id: TaskId
  readonly play: string
  readonly contact?: ContactId
  /** Local date of the digest it was first due in. */
  readonly due: string
  readonly because: readonly number[]
  readonly raisedAt: string
  /** Instants at which it was put off, oldest first. */
  readonly putOff: readonly string[]
  /** Local date before which it is not shown again. */
  readonly putOffUntil?: string
  /** When it came with a handover: whoever has it now has left it alone since then, and put nothing off. */
  readonly takenOverAt?: string
  readonly settled?: {
    readonly how: 'done' | 'let-go' | 'overtaken'
    readonly at: string
    readonly position: number
    readonly touchpoint?: TouchpointId
  }
}

export type Meeting = {
  readonly id: MeetingId
  readonly startsAt: string
  readonly endsAt: string
  readonly contacts: readonly ContactId[]
  readonly title: string
  /** Entries of the calendars that booked or moved it; a meeting that was only noted has none. */
  readonly calendars?: readonly CalendarEntry[]
}

type Unopened = {
  readonly stage: 'unopened'
  readonly commands: ReadonlySet<CommandId>
  readonly position: number
  readonly recordedAt: string
}

export type Engagement = {
  readonly stage: 'open' | 'closed' | 'retracted' | 'merged' | 'handed-over'
  readonly id: EngagementId
  readonly client: string
  /** What the recruiter calls it beside that. */
  readonly aliases: readonly string[]
  readonly domains: readonly string[]
  readonly openedAt: string
  readonly openings: readonly string[]
  readonly contacts: readonly Contact[]
  readonly meetings: readonly Meeting[]
  readonly milestones: ReadonlySet<Milestone>
  readonly tasks: readonly Task[]
  /** Every fact in order of arrival; what was retracted is left out. */
  readonly facts: readonly Fact[]
  readonly retracted: ReadonlySet<TouchpointId>
  /** In which windows of silence it differs from the firm's policy. */
  readonly windows: PolicyOverride
  readonly access: 'open' | 'through-hr-only'
  readonly mergedInto?: EngagementId
  readonly handedTo?: RecruiterId
  /** The silence of theirs that others were told of, until they came back. */
  readonly announced: { readonly status: 'quiet' | 'dark'; readonly since: string } | null
  readonly commands: ReadonlySet<CommandId>
  /** Where the next event goes. */
  readonly position: number
  readonly recordedAt: string
}

export type State = Unopened | Engagement

export const initial: State = { stage: 'unopened', commands: new Set(), position: 0, recordedAt: '' }

/** Whether an account is still its recruiter's to look after, be it closed: else it was taken back, joined or handed over. */
export const isKept = <Account extends { readonly stage: State['stage'] }>(
  account: Account,
): account is Exclude<Account, { readonly stage: 'unopened' }> & { readonly stage: 'open' | 'closed' } =>
  account.stage === 'open' || account.stage === 'closed'

export const contactOf = (state: Engagement, id: ContactId | undefined): Contact | undefined =>
  id === undefined ? undefined : state.contacts.find(contact => contact.id === id)

export const openTasks = (state: Engagement): readonly Task[] => state.tasks.filter(task => !task.settled)

/** Folds a whole stream, in order of position. */
export const fold = (facts: Iterable<Fact>, from: State = initial): State => {
  let state = from
  for (const fact of facts) state = evolve(state, fact)
  return state
}

export const evolve = (state: State, fact: Fact): State => {
  const commands = state.commands.has(fact.command) ? state.commands : new Set([...state.commands, fact.command])
  const later = state.recordedAt === '' || Date.parse(fact.recordedAt) > Date.parse(state.recordedAt)
  const recordedAt = later ? fact.recordedAt : state.recordedAt
  const seen = { commands, position: fact.position + 1, recordedAt }
  if (state.stage === 'unopened') {
    return fact.type === 'EngagementOpened' ? { ...opened(fact), facts: [fact], ...seen } : { ...state, ...seen }
  }
  if (fact.type === 'FactRetracted') return { ...without(state, fact.fact), ...seen }
  return { ...apply({ ...state, facts: [...state.facts, fact] }, fact), ...seen }
}

const opened = (
  fact: Fact & EventOf<'EngagementOpened'>,
): Omit<Engagement, 'facts' | 'commands' | 'position' | 'recordedAt'> => ({
  stage: 'open',
  id: fact.engagement,
  client: fact.client,
  aliases: [],
  domains: fact.domains,
  openedAt: fact.at,
  openings: [],
  contacts: [],
  meetings: [],
  milestones: new Set(),
  tasks: [],
  retracted: new Set(),
  windows: {},
  access: 'open',
  announced: null,
})

const apply = (state: Engagement, fact: Exclude<Fact, EventOf<'FactRetracted'>>): Engagement => {
  switch (fact.type) {
    case 'EngagementOpened':
      return state
    case 'ClientNamed':
      return { ...state, client: fact.client }
    case 'ClientAliased':
      return { ...state, aliases: [...state.aliases, fact.alias] }
    case 'EngagementRetracted':
      return { ...state, stage: 'retracted' }
    case 'EngagementMerged':
      return { ...state, stage: 'merged', mergedInto: fact.into }
    case 'MergeRetracted':
      return { ...state, stage: 'open' }
    case 'EngagementHandedOver':
      return { ...state, stage: 'handed-over', handedTo: fact.to }
    case 'EngagementTakenOver':
      return takenOver(state, fact)
    case 'EngagementClosed':
      return { ...state, stage: 'closed', announced: null }
    case 'EngagementResumed':
      return { ...state, stage: 'open' }
    case 'OpeningNamed':
      return { ...state, openings: [...state.openings, fact.title] }
    case 'ContactAdded':
      return { ...state, contacts: [...state.contacts, added(fact)] }
    case 'ContactChanged':
      return changeContact(state, fact.contact, contact => changed(contact, fact))
    case 'ContactLeft':
      return changeContact(state, fact.contact, contact => ({ ...contact, left: true }))
    case 'ContactOptedOut':
      return changeContact(state, fact.contact, contact => ({ ...contact, optedOut: true }))
    case 'ContactRetracted':
      return {
        ...state,
        contacts: state.contacts.filter(contact => contact.id !== fact.contact),
        facts: state.facts.filter(other => other === fact || !('contact' in other && other.contact === fact.contact)),
      }
    case 'TouchpointRetracted':
      return {
        ...state,
        facts: state.facts.filter(other => !logs(other, fact.touchpoint)),
        retracted: new Set([...state.retracted, fact.touchpoint]),
      }
    case 'MeetingBooked':
      return {
        ...state,
        meetings: [
          ...state.meetings.filter(meeting => meeting.id !== fact.meeting),
          booked(
            fact,
            state.meetings.find(meeting => meeting.id === fact.meeting),
          ),
        ],
      }
    case 'MilestoneReached':
      return { ...state, milestones: new Set([...state.milestones, fact.milestone]) }
    case 'PolicyOverridden':
      return { ...state, windows: fact.windows }
    case 'AccessLimited':
      return { ...state, access: fact.access }
    case 'TaskRaised':
      return { ...state, tasks: [...state.tasks, raised(fact)] }
    case 'TaskPutOff':
      return changeTask(state, fact.task, task => ({
        ...task,
        putOff: [...task.putOff, fact.at],
        ...(fact.until ? { putOffUntil: fact.until } : {}),
      }))
    case 'TaskSettled':
      return changeTask(state, fact.task, task => ({
        ...task,
        settled: {
          how: fact.how,
          at: fact.at,
          position: fact.position,
          ...(fact.touchpoint ? { touchpoint: fact.touchpoint } : {}),
        },
      }))
    case 'TaskReopened':
      return changeTask(state, fact.task, ({ settled: _settled, ...task }) => task)
    case 'WentQuiet':
      return { ...state, announced: { status: 'quiet', since: fact.since } }
    case 'WentDark':
      return { ...state, announced: { status: 'dark', since: fact.since } }
    case 'CameBack':
      return { ...state, announced: null }
    case 'EngagementRested':
    case 'EngagementPaused':
      return { ...state, announced: null }
    case 'TouchpointLogged':
    case 'TouchpointConfirmed':
    case 'MeetingHeld':
    case 'MeetingMissed':
    case 'MeetingCancelled':
    case 'NextStepAgreed':
    case 'ReminderNoted':
    case 'ExpectationSet':
    case 'TensionReported':
    case 'TensionResolved':
    case 'ReasonLearned':
    case 'FeedbackReceived':
    case 'ContactAway':
    case 'ParticipationDecided':
      return state
  }
}

/** What follows from the other facts alone; what was seen stays seen. */
const without = (state: Engagement, position: number): Engagement => {
  const rest = fold(state.facts.filter(fact => fact.position !== position))
  return rest.stage === 'unopened' ? state : rest
}

const logs = (fact: Fact, touchpoint: TouchpointId): boolean =>
  (fact.type === 'TouchpointLogged' || fact.type === 'TouchpointConfirmed') && fact.touchpoint === touchpoint

const added = (fact: EventOf<'ContactAdded'>): Contact => ({
  id: fact.contact,
  name: fact.name,
  role: fact.role,
  emails: fact.emails,
  phones: fact.phones,
  ...(fact.introducedBy ? { introducedBy: fact.introducedBy } : {}),
  aliases: [],
  candidate: fact.candidate ?? false,
  left: false,
  optedOut: false,
})

const changed = (contact: Contact, fact: EventOf<'ContactChanged'>): Contact => ({
  ...contact,
  name: fact.name ?? contact.name,
  role: fact.role ?? contact.role,
  emails: [...new Set([...contact.emails, ...(fact.emails ?? [])])],
  phones: [...(fact.phones ?? []), ...contact.phones].filter(
    (phone, index, all) => all.findIndex(other => other.number === phone.number) === index,
  ),
  aliases: fact.alias ? [...new Set([...contact.aliases, fact.alias])] : contact.aliases,
  ...(fact.introducedBy ? { introducedBy: fact.introducedBy } : {}),
})

const booked = (fact: EventOf<'MeetingBooked'>, before: Meeting | undefined): Meeting => ({
  id: fact.meeting,
  startsAt: fact.startsAt,
  endsAt: fact.endsAt,
  contacts: fact.contacts,
  title: fact.title,
  ...entered(before?.calendars ?? [], fact.calendar),
})

const entered = (before: readonly CalendarEntry[], entry: CalendarEntry | undefined): Pick<Meeting, 'calendars'> => {
  const calendars = entry ? [...before.filter(({ uid }) => uid !== entry.uid), entry] : before
  return calendars.length > 0 ? { calendars } : {}
}

const raised = (fact: EventOf<'TaskRaised'>): Task => ({
  id: fact.task,
  play: fact.play,
  ...(fact.contact ? { contact: fact.contact } : {}),
  due: fact.due,
  because: fact.because,
  raisedAt: fact.at,
  putOff: [],
})

/** As it stood before it was handed over; what is due is new to whom it came to. */
const takenOver = ({ handedTo: _handedTo, ...state }: Engagement, fact: EventOf<'EngagementTakenOver'>): Engagement => {
  const handed = state.facts.findLast(other => other.type === 'EngagementHandedOver')
  const last = state.facts.findLast(
    other => other.type === 'EngagementClosed' || other.type === 'EngagementResumed' || other.type === 'MergeRetracted',
  )
  const wasOpen = new Set(
    state.facts.flatMap(other =>
      other.type === 'TaskSettled' && other.command === handed?.command ? [other.task] : [],
    ),
  )
  return {
    ...state,
    stage: last?.type === 'EngagementClosed' ? 'closed' : 'open',
    tasks: state.tasks.map(task => (wasOpen.has(task.id) ? { ...task, takenOverAt: fact.at, putOff: [] } : task)),
  }
}

const changeContact = (state: Engagement, id: ContactId, change: (contact: Contact) => Contact): Engagement => ({
  ...state,
  contacts: state.contacts.map(contact => (contact.id === id ? change(contact) : contact)),
})

const changeTask = (state: Engagement, id: TaskId, change: (task: Task) => Task): Engagement => ({
  ...state,
  tasks: state.tasks.map(task => (task.id === id ? change(task) : task)),
})
