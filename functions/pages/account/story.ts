import { localDate } from '../../../shared/domain/calendar/days.ts'
import type { WorkingCalendar } from '../../../shared/domain/calendar/working-calendar.ts'
import { Command } from '../../../shared/domain/engagement/commands.ts'
import type { EngagementEvent, Fact } from '../../../shared/domain/engagement/events.ts'
import { sayCommand } from '../../../shared/domain/engagement/in-words.ts'
import { contactOf, type Engagement } from '../../../shared/domain/engagement/state.ts'
import { playNamed } from '../../../shared/domain/plays/index.ts'
import { capitalised, oneLine, weekdayAndDate } from '../../../shared/domain/plays/words.ts'
import { WINDOW_MEANS, WINDOWS } from '../../../shared/domain/policy.ts'
import type { ContactId, TaskId } from '../../../shared/domain/vocabulary.ts'
import { type Html, html } from '../../../shared/mail/write/html.ts'
import { portionOf, portionPath } from '../portion.ts'
import { sayWindow } from '../window-field.ts'

/** What happened with an account, as people tell it: the newest first, who knew it and how, and why a task was raised. */

type Telling = {
  readonly engagement: Engagement
  readonly facts: readonly Fact[]
  readonly calendar: WorkingCalendar
  readonly today: string
}

/** The command that says the same thing as an event, where there is one. */
const SAME_AS: Partial<Record<EngagementEvent['type'], Command['command']>> = {
  ClientNamed: 'NameClient',
  ClientAliased: 'AliasClient',
  EngagementRetracted: 'RetractEngagement',
  EngagementMerged: 'MergeEngagement',
  MergeRetracted: 'RetractMerge',
  EngagementRested: 'RestEngagement',
  OpeningNamed: 'NameOpening',
  ContactAdded: 'AddContact',
  ContactChanged: 'ChangeContact',
  ContactLeft: 'RecordContactLeft',
  ContactOptedOut: 'OptContactOut',
  ContactRetracted: 'RetractContact',
  TouchpointLogged: 'LogTouchpoint',
  TouchpointConfirmed: 'ConfirmTouchpoint',
  TouchpointRetracted: 'RetractTouchpoint',
  MeetingBooked: 'BookMeeting',
  MeetingHeld: 'RecordMeetingHeld',
  MeetingMissed: 'RecordMeetingMissed',
  MeetingCancelled: 'CancelMeeting',
  MilestoneReached: 'ReachMilestone',
  NextStepAgreed: 'AgreeNextStep',
  ReminderNoted: 'NoteReminder',
  ExpectationSet: 'SetExpectation',
  TensionReported: 'ReportTension',
  TensionResolved: 'ResolveTension',
  ReasonLearned: 'LearnReason',
  FeedbackReceived: 'ReceiveFeedback',
  ContactAway: 'RecordContactAway',
  EngagementPaused: 'PauseEngagement',
  EngagementResumed: 'ResumeEngagement',
  ParticipationDecided: 'DecideParticipation',
  EngagementClosed: 'CloseEngagement',
  EngagementHandedOver: 'HandOverEngagement',
  AccessLimited: 'LimitAccess',
  PolicyOverridden: 'OverridePolicy',
  TaskPutOff: 'PutTaskOff',
  TaskReopened: 'ReopenTask',
}

const SETTLED = { done: 'Done', 'let-go': 'Let go', overtaken: 'Overtaken by what happened' } as const

const sayFact = (fact: Fact, { engagement, calendar, today }: Telling): string => {
  const who = (id: ContactId | undefined): string => oneLine(contactOf(engagement, id)?.name ?? engagement.client)
  const task = (id: TaskId): string => {
    const found = engagement.tasks.find(each => each.id === id)
    return [playNamed(found?.play ?? '')?.title.toLowerCase(), found?.contact && who(found.contact)]
      .flatMap(each => (each ? [each] : []))
      .join(', ')
  }
  switch (fact.type) {
    case 'EngagementOpened':
      return `${oneLine(fact.client)} was opened`
    case 'FactRetracted':
      return 'What a note had said was taken back'
    case 'EngagementTakenOver':
      return `It came to you${fact.name ? ` from ${oneLine(fact.name)}` : ''} with all that stands below`
    case 'TaskRaised':
      return `Due for ${weekdayAndDate(fact.due, today)}: ${task(fact.task)}`
    case 'TaskSettled':
      return `${SETTLED[fact.how]}: ${task(fact.task)}`
    case 'WentQuiet':
      return `${who(fact.contact)} went quiet`
    case 'WentDark':
      return `${who(fact.contact)} went dark`
    case 'CameBack':
      return `${who(fact.contact)} came back`
    default: {
      const said = Command.safeParse({ ...fact, command: SAME_AS[fact.type] })
      return said.success ? sayCommand(said.data, { state: engagement, calendar, today }) : fact.type
    }
  }
}

/** The words that somebody wrote or said, where an event keeps any. */
const wordsOf = (fact: Fact): string | undefined => {
  if (fact.type === 'TouchpointLogged' || fact.type === 'MeetingHeld') return fact.summary
  if (fact.type === 'MeetingBooked') return fact.title
  if (fact.type === 'TensionReported')
    return [fact.observed && `Seen: ${fact.observed}`, fact.story && `Assumed: ${fact.story}`]
      .filter(Boolean)
      .join('. ')
  if (fact.type === 'PolicyOverridden')
    return WINDOWS.flatMap(name =>
      fact.windows[name] === undefined ? [] : [`${WINDOW_MEANS[name]}: ${sayWindow(name, fact.windows[name])}`],
    ).join('; ')
  return 'detail' in fact ? fact.detail : 'why' in fact ? fact.why : undefined
}

/** Whose words those are, where the entry itself does not tell: who stands in for somebody is said by their reply. */
const whoseWords = ({ type, evidence }: Fact): string | undefined => {
  if (type !== 'ContactAway' && type !== 'ContactLeft') return undefined
  return evidence === 'reported' ? 'As you were told:' : 'As their automatic reply says:'
}

const isUndated = (fact: Fact): boolean => fact.type === 'TouchpointLogged' && fact.undated === true

const SOURCE: Readonly<Record<Fact['source'], string>> = {
  note: 'by mail',
  api: 'by another program',
  page: 'on a page',
  evaluation: 'worked out from the log',
  import: 'by an import',
}

/** Who knew it and how: what a client's own domain signed is surer than what was told, and that than what follows. */
const provenance = ({ by, source, evidence }: Fact): string => {
  if (by === 'system') return SOURCE.evaluation
  if (evidence === 'verified') return `${SOURCE[source]}, signed by their own domain`
  return evidence === 'inferred' ? `${SOURCE[source]}, read from a forwarded message` : `told ${SOURCE[source]}`
}

/** `query` may ask for an older part of it. */
export const storyOf = (telling: Telling, query: URLSearchParams): Html => {
  const { engagement, facts, calendar, today } = telling
  const day = (fact: Fact): string => {
    const date = weekdayAndDate(localDate(calendar, fact.at), today)
    return isUndated(fact) ? `about ${date}` : date
  }
  const entries = facts.toSorted((one, other) => other.at.localeCompare(one.at) || other.position - one.position)
  const path = `/account/${engagement.id}`
  const { shown, ways } = portionOf(entries, path, query)
  const placeOf = (fact: Fact): string =>
    `${shown.includes(fact) ? '' : portionPath(path, entries.indexOf(fact))}#fact-${fact.position}`
  return html`<ol class="rows story">${shown.map(fact => {
    const words = wordsOf(fact)
    const because = fact.type === 'TaskRaised' ? facts.filter(({ position }) => fact.because.includes(position)) : []
    return html`<li id="fact-${fact.position}"><p><strong>${sayFact(fact, telling)}</strong></p>
<p class="faint">${capitalised(day(fact))}, ${provenance(fact)}${isUndated(fact) && '; its own day could not be read for certain'}</p>
${words && html`${whoseWords(fact)}<blockquote>${oneLine(words)}</blockquote>`}
${
  because.length > 0 &&
  html`<details><summary>Why was I told this?</summary><ul>${because.map(
    cause => html`<li>${day(cause)}: <a href="${placeOf(cause)}">${sayFact(cause, telling)}</a></li>`,
  )}</ul></details>`
}</li>`
  })}</ol>${ways}`
}
