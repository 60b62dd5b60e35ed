import type { PlannedCommand } from '../../../shared/domain/note.ts'
import type { Book, Reading } from '../../../shared/mail/read/reading.ts'

/** A note, and its reading in lines: what `linesOf` makes of it, or `nothing`, or `asked` and what is certain all the same. */
export type NoteFixture = readonly [note: string, ...reading: readonly string[]]
/** The books of `worlds.ts`. */
type FirstWorld = 'east' | 'london' | 'central'
/** And those of `worlds-more.ts`. */
export type World = FirstWorld | 'dublin' | 'kolkata' | 'denver'
export type NoteGroup<In extends World = FirstWorld> = {
  readonly world: In
  /** Local time in the recruiter's zone. */
  readonly sent: string
  /** Whether it answers the digest that lists all of the book's tasks. */
  readonly digest?: true
  readonly notes: readonly NoteFixture[]
}

export const linesOf = (reading: Reading, book: Book, sentAt: string): readonly string[] => {
  switch (reading.status) {
    case 'understood':
      return reading.commands.map(planned => lineOf(planned, book, sentAt)).toSorted()
    case 'asked':
      return ['asked', ...reading.commands.map(planned => lineOf(planned, book, sentAt)).toSorted()]
    case 'held':
    case 'nothing':
      return [reading.status]
  }
}

/** One command as a line: `Susan > call reached @09-21 10:00`. */
export const lineOf = (planned: PlannedCommand, book: Book, sentAt: string): string => {
  const { command } = planned
  const { zone } = book.recruiter.calendar
  const row = book.engagements.find(each => each.engagement === planned.engagement)
  const contacts = book.engagements.flatMap(each => each.contacts)
  const nameOf = (id: string | undefined): string => {
    const name = contacts.find(contact => contact.id === id)?.name ?? id ?? row?.client ?? '?'
    const first = name.split(' ')[0] ?? name
    return contacts.filter(contact => contact.name.split(' ')[0] === first).length === 1 ? first : name
  }
  const when = (at: string): string => {
    if (at === sentAt) return ''
    const local = localOf(at, zone)
    const sent = localOf(sentAt, zone)
    const time = local.slice(11)
    const day = local.slice(0, 10) === sent.slice(0, 10) && time === sent.slice(11) ? '' : ` @${local.slice(5, 10)}`
    return day + (time === '12:00' && local.slice(0, 10) !== sent.slice(0, 10) ? '' : ` ${time}`)
  }
  const day = (date: string): string => (date.slice(0, 4) === localOf(sentAt, zone).slice(0, 4) ? date.slice(5) : date)
  const meeting = (id: string): string => (row?.meetings.some(each => each.id === id) ? id : 'a meeting')
  const number = (task: string): string => String(book.digest?.lines.find(line => line.task === task)?.number ?? task)
  const who = 'contact' in command ? nameOf(command.contact) : (row?.client ?? '?')
  const by = 'contact' in command && command.contact ? `, ${nameOf(command.contact)}` : ''
  switch (command.command) {
    case 'LogTouchpoint':
      return `${contacts.some(contact => contact.id === command.contact) ? who : addedName(command.contact)} ${command.direction === 'inbound' ? '<' : '>'} ${command.channel} ${command.outcome}${when(planned.at)}`
    case 'RecordMeetingMissed':
      return `${meeting(command.meeting)} missed by ${command.missedBy}${by}${when(planned.at)}`
    case 'RecordMeetingHeld':
      return `${meeting(command.meeting)} held${by}${when(planned.at)}`
    case 'CancelMeeting':
      return `${meeting(command.meeting)} cancelled by ${command.cancelledBy}${by}`
    case 'BookMeeting': {
      const known = row?.meetings.some(each => each.id === command.meeting)
      return `${known ? `moves ${command.meeting}` : 'books'} ${command.contacts.map(nameOf).join('+')} ${localOf(command.startsAt, zone).slice(5).replace('T', ' ')}`
    }
    case 'ReachMilestone':
      return `${who}: ${command.milestone}${when(planned.at)}`
    case 'AgreeNextStep':
      return `${who}: ${command.who} by ${day(command.due)}`
    case 'NoteReminder':
      return `${who}: remind ${day(command.due)}`
    case 'SetExpectation':
      return `${who}: expects ${command.replyWithin ?? ''}${command.topic === 'reply time' ? '' : ` ${command.topic}`}`
    case 'ReportTension':
      return `${who}: tension (${[command.observed && 'observed', command.story && 'story'].filter(Boolean).join(', ')})`
    case 'ResolveTension':
      return `${who}: tension resolved`
    case 'LearnReason':
      return `${who}: reason ${command.reason}${command.revisitOn ? ` revisit ${day(command.revisitOn)}` : ''}`
    case 'ReceiveFeedback':
      return `${who}: feedback`
    case 'RecordContactLeft':
      return `${who}: left`
    case 'OptContactOut':
      return `${who}: opted out`
    case 'RecordContactAway':
      return `${who}: away until ${day(command.until)}`
    case 'PauseEngagement':
      return `${row?.client}: pause ${day(command.until)}`
    case 'CloseEngagement':
      return `${row?.client}: close${command.revisitOn ? ` revisit ${day(command.revisitOn)}` : ''}`
    case 'LimitAccess':
      return `${row?.client}: hr only`
    case 'NameOpening':
      return `${row?.client}: opening ${command.title}`
    case 'AddContact':
      return `${row?.client}: adds ${command.name} ${command.role}`
    case 'ChangeContact':
      if (command.phones) return `${who}: phone ${command.phones.map(phone => phone.number).join(' ')}`
      if (command.role) return `${who}: role ${command.role}`
      if (command.introducedBy) return `${who}: introduced by ${nameOf(command.introducedBy)}`
      return `${who}: alias ${command.alias ?? ''}`
    case 'DecideParticipation':
      return `${row?.client}: ${command.decision}${command.revisitOn ? ` revisit ${day(command.revisitOn)}` : ''}`
    case 'PutTaskOff':
      return `${number(command.task)} put off${command.until ? ` until ${day(command.until)}` : ''}`
    case 'SettleTask':
      return `${number(command.task)} ${command.how}`
    default:
      return `${row?.client}: ${command.command}`
  }
}

/** The name within the id of a contact that the note itself adds. */
const addedName = (id: string): string =>
  (id.split('.').at(-1) ?? id)
    .split('-')
    .map(word => word.charAt(0).toUpperCase() + word.slice(1))
    .join(' ')

const localOf = (instant: string, zone: string): string =>
  new Date(instant).toLocaleString('sv-SE', { timeZone: zone }).slice(0, 16).replace(' ', 'T')
