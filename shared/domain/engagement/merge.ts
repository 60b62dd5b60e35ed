import type { CommandId, ContactId, Evidence } from '../vocabulary.ts'
import type { Command } from './commands.ts'
import type { Fact } from './events.ts'
import { isSame, samePersonIn } from './same-person.ts'
import type { Contact, Engagement } from './state.ts'

/** Two accounts that are one: what the one brings to the other, and what goes back when they were two after all. */

/** A command as it was first told: when it happened, on what evidence. */
export type Retold = { readonly at: string; readonly evidence: Evidence; readonly command: Command }

/**
 * What `into` has to be told so that nothing of `from` is lost: its people, and what passed with them. What was decided
 * about the account as a whole (pauses, closings, tasks) is left to the one that stays.
 */
export const mergedInto = (from: Engagement, into: Engagement): readonly Retold[] => {
  const here = new Map(from.contacts.map(contact => [contact.id, sameIn(into, contact)] as const))
  const idHere = (id: ContactId): ContactId => here.get(id)?.id ?? id
  const told = { at: from.openedAt, evidence: 'reported' } as const
  const people = from.contacts.flatMap((contact): Command[] => {
    const known = here.get(contact.id)
    return known ? newsOf(contact, known) : [added(contact)]
  })
  const introduced = from.contacts.flatMap((contact): Command[] =>
    contact.introducedBy && !here.get(contact.id)?.introducedBy && idHere(contact.introducedBy) !== idHere(contact.id)
      ? [{ command: 'ChangeContact', contact: idHere(contact.id), introducedBy: idHere(contact.introducedBy) }]
      : [],
  )
  const openings = from.openings.map((title): Command => ({ command: 'NameOpening', title }))
  return [
    ...[...people, ...introduced, ...openings].map(command => ({ ...told, command })),
    ...from.facts.flatMap(fact => {
      const command = retold(fact, idHere)
      return command ? [{ at: fact.at, evidence: fact.evidence, command }] : []
    }),
  ]
}

/** What the ids begin with by which the other account is told of a merge: they are taken back together. */
export const mergePress = (said: string): string => `${said}.merge`

/** A fact that goes back with the people it is about. `by`: what recorded it, where it stays behind unless taken back. */
export type GivenBack = Retold & { readonly by: CommandId | null }

/**
 * What `from` has to be told when the merge that `press` told of is taken back: what passed meanwhile with the people
 * it had brought.
 */
export const cameMeanwhile = (from: Engagement, into: Engagement, press: string): readonly GivenBack[] => {
  const theirs = new Set(from.contacts.map(({ id }) => id))
  const brought = into.facts.findLastIndex(({ command }) => command.startsWith(`${press}.`))
  const known = new Set(from.facts.flatMap(fact => (fact.type === 'TouchpointLogged' ? [fact.touchpoint] : [])))
  const meetings = new Map<string, boolean>()
  return into.facts.slice(brought + 1).flatMap(fact => {
    if (fact.type === 'TouchpointLogged' && known.has(fact.touchpoint)) return []
    const contacts = contactsOf(fact).filter(id => theirs.has(id))
    // What became of a meeting goes where the meeting does.
    if (fact.type === 'MeetingBooked') meetings.set(fact.meeting, contacts.length === fact.contacts.length)
    const follows = 'meeting' in fact && meetings.has(fact.meeting)
    if (contacts.length === 0 && !follows) return []
    const whole = retold(fact, id => id)
    if (!whole) return []
    const command = whole.command === 'BookMeeting' ? { ...whole, contacts } : whole
    const told = { at: fact.at, evidence: fact.evidence }
    const staysBehind = follows && meetings.get(fact.meeting) === true && !('contact' in fact && fact.contact)
    return [{ ...told, command, by: staysBehind ? fact.command : null }]
  })
}

const contactsOf = (fact: Fact): readonly ContactId[] => {
  if (fact.type === 'MeetingBooked') return fact.contacts
  return 'contact' in fact && fact.contact ? [fact.contact] : []
}

const sameIn = ({ contacts }: Engagement, person: Contact): Contact | undefined =>
  contacts.find(({ id }) => id === person.id) ?? samePersonIn(contacts, person)

const added = ({ id, name, role, emails, phones, candidate }: Contact): Command => ({
  command: 'AddContact',
  contact: id,
  name,
  role,
  emails: [...emails],
  phones: [...phones],
  ...(candidate ? { candidate } : {}),
})

const newsOf = (contact: Contact, known: Contact): Command[] => {
  const emails = contact.emails.filter(email => !known.emails.some(other => isSame(email, other)))
  const phones = contact.phones.filter(({ number }) => !known.phones.some(other => other.number === number))
  const role = known.role === 'other' && contact.role !== 'other' ? { role: contact.role } : {}
  return emails.length + phones.length > 0 || 'role' in role
    ? [{ command: 'ChangeContact', contact: known.id, emails, phones, ...role }]
    : []
}

/** The command by which a fact is told once more, of whoever its contacts are there; null for what is not retold. */
const retold = (fact: Fact, idHere: (id: ContactId) => ContactId): Command | null => {
  const contact = 'contact' in fact && fact.contact ? { contact: idHere(fact.contact) } : {}
  switch (fact.type) {
    case 'TouchpointLogged': {
      const { touchpoint, direction, channel, outcome, summary, play, acknowledgement, undated } = fact
      return {
        command: 'LogTouchpoint',
        touchpoint,
        direction,
        channel,
        outcome,
        contact: idHere(fact.contact),
        ...(summary ? { summary } : {}),
        ...(play ? { play } : {}),
        ...(acknowledgement ? { acknowledgement } : {}),
        ...(undated ? { undated } : {}),
      }
    }
    case 'TouchpointConfirmed':
      return { command: 'ConfirmTouchpoint', touchpoint: fact.touchpoint, as: fact.as }
    case 'MeetingBooked': {
      const { meeting, startsAt, endsAt, contacts, title } = fact
      return { command: 'BookMeeting', meeting, startsAt, endsAt, contacts: contacts.map(idHere), title }
    }
    case 'MeetingHeld':
      return { command: 'RecordMeetingHeld', meeting: fact.meeting, ...contact }
    case 'MeetingMissed':
      return { command: 'RecordMeetingMissed', meeting: fact.meeting, missedBy: fact.missedBy, ...contact }
    case 'MeetingCancelled':
      return { command: 'CancelMeeting', meeting: fact.meeting, cancelledBy: fact.cancelledBy, ...contact }
    case 'MilestoneReached':
      return {
        command: 'ReachMilestone',
        milestone: fact.milestone,
        ...contact,
        ...(fact.detail ? { detail: fact.detail } : {}),
      }
    case 'NextStepAgreed':
      return { command: 'AgreeNextStep', who: fact.who, what: fact.what, due: fact.due, ...contact }
    case 'ReminderNoted':
      return { command: 'NoteReminder', what: fact.what, due: fact.due, ...contact }
    case 'ExpectationSet':
      return {
        command: 'SetExpectation',
        topic: fact.topic,
        text: fact.text,
        ...(fact.replyWithin ? { replyWithin: fact.replyWithin } : {}),
        ...contact,
      }
    case 'TensionReported':
      return {
        command: 'ReportTension',
        contact: idHere(fact.contact),
        ...(fact.observed ? { observed: fact.observed } : {}),
        ...(fact.story ? { story: fact.story } : {}),
      }
    case 'TensionResolved':
      return { command: 'ResolveTension', contact: idHere(fact.contact) }
    case 'FeedbackReceived':
      return { command: 'ReceiveFeedback', words: fact.words, ...contact }
    case 'ContactAway':
      return {
        command: 'RecordContactAway',
        contact: idHere(fact.contact),
        until: fact.until,
        ...(fact.detail ? { detail: fact.detail } : {}),
      }
    default:
      return null
  }
}
