import { Temporal } from 'temporal-polyfill'
import type { Meeting } from '../../../../domain/engagement/state.ts'
import { CONVERSATIONS, type MeetingId } from '../../../../domain/vocabulary.ts'
import { dateOf, happenedAt } from '../days.ts'
import type { Person } from '../names.ts'
import { type Match, phrases } from '../phrases.ts'
import { clauseWords, type Reads, type Rule, type Scene } from '../scene.ts'
import { certainPeople, peopleIn } from '../who.ts'
import { meetingOf } from './meeting-of.ts'

/** Meetings held, missed and cancelled. */

type Found = { readonly meeting: MeetingId; readonly at: string; readonly known: Meeting | undefined }

const RECENT = 10 * 24 * 3_600_000
const minutesOf = (instant: string, zone: string): number => {
  const { hour, minute } = Temporal.Instant.from(instant).toZonedDateTimeISO(zone)
  return hour * 60 + minute
}
const localDay = (instant: string, zone: string): string =>
  Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toPlainDate().toString()

/** The booked meeting with this person on the said day, else the last one that has begun; else one named by its start. */
const meetingThatWas = (scene: Scene, person: Person): Found => {
  const { occasion, book } = scene
  const { zone } = book.recruiter.calendar
  const day = scene.when?.day ? dateOf(scene.when.day, scene.today, 'past')?.toString() : undefined
  const minutes = scene.when?.minutes
  const known = person.row.meetings
    .filter(({ startsAt }) => Date.parse(startsAt) <= Date.parse(occasion.sentAt))
    .filter(({ startsAt }) => day !== undefined || Date.parse(occasion.sentAt) - Date.parse(startsAt) < RECENT)
    .filter(({ contacts }) => contacts.length === 0 || contacts.includes(person.contact.id))
    .filter(({ startsAt }) => day === undefined || localDay(startsAt, zone) === day)
    .filter(({ startsAt }) => minutes === undefined || day !== undefined || minutesOf(startsAt, zone) === minutes)
    .toSorted((a, b) => Date.parse(a.startsAt) - Date.parse(b.startsAt))
    .at(-1)
  if (known) return { meeting: known.id, at: known.startsAt, known }
  const at = happenedAt(scene.when, occasion, book.recruiter.calendar)
  const start = scene.when?.minutes === undefined ? localDay(at, zone) : at
  return { meeting: `m.${start}` as MeetingId, at, known: undefined }
}

/** The first of them in whose name it is reported: one meeting is one fact, however many were there. */
const once =
  (reads: (person: Person, found: Found) => Reads['command']) =>
  (match: Match, scene: Scene): readonly Reads[] => {
    const seen = new Set<string>()
    return peopleIn(scene, match).flatMap(person => {
      const found = meetingThatWas(scene, person)
      const isTold = scene.said.some(
        ({ command }) => command.command === 'RecordMeetingMissed' && command.meeting === found.meeting,
      )
      if (isTold || seen.has(found.meeting)) return []
      seen.add(found.meeting)
      return [{ row: person.row, command: reads(person, found), at: found.at }]
    })
  }

const missed = (missedBy: 'client' | 'us') =>
  once((person, { meeting }) => ({ command: 'RecordMeetingMissed', meeting, missedBy, contact: person.contact.id }))

/** The meeting called off: the next one ahead, or the one of the said day; none is made up. */
const cancelled =
  (cancelledBy: 'client' | 'us') =>
  (match: Match, scene: Scene): readonly Reads[] | undefined => {
    const { sentAt } = scene.occasion
    const { zone } = scene.book.recruiter.calendar
    const whens = scene.view.flatMap(unit => (unit.when?.day ? [unit.when.day] : []))
    const days = whens.flatMap(day =>
      (['past', 'future'] as const).map(sense => dateOf(day, scene.today, sense)?.toString()),
    )
    const found = peopleIn(scene, match).flatMap(person => {
      const theirs = person.row.meetings.filter(({ contacts }) => contacts.includes(person.contact.id))
      const onDay = theirs.find(({ startsAt }) => days.includes(localDay(startsAt, zone)))
      const ahead = theirs.find(({ startsAt }) => Date.parse(startsAt) > Date.parse(sentAt))
      const meeting = days.length > 0 ? onDay : (ahead ?? meetingOf(person.row, sentAt))
      return meeting && (days.length > 0 || theirs.includes(meeting)) ? [{ person, meeting }] : []
    })
    const [first] = found
    if (!first) return undefined
    const { person, meeting } = first
    return [
      {
        row: person.row,
        command: { command: 'CancelMeeting', meeting: meeting.id, cancelledBy, contact: person.contact.id },
      },
    ]
  }

const held = (match: Match, scene: Scene): readonly Reads[] =>
  once((person, { meeting }) => ({
    command: 'RecordMeetingHeld',
    meeting,
    contact: person.contact.id,
    summary: clauseWords(scene) || 'held',
  }))(match, scene)

/** "I missed Jim's call" is a call of his, where no hour was agreed. */
const isTheirRing = ({ view }: Scene): boolean =>
  view.some(({ form }, at) => form === "'s" && view[at + 1]?.form === 'call') && !view.some(({ when }) => when)

/** "Went to see him, he was not there": nobody had agreed to meet. */
const wasCalledOn = (scene: Scene): boolean =>
  scene.clause.continues && (scene.clauses[scene.index - 1]?.view ?? []).some(({ form }) => CALLED_ON.has(form))
const CALLED_ON = new Set(['see', 'visit', 'visited', 'popped', 'dropped', 'stopped', 'swung', 'went', 'drove'])

/** "The candidate didn't turn up for the interview with Rob": who stayed away is not the one named. */
const somebodyElseBefore = (match: Match, scene: Scene): boolean =>
  match.who === undefined && scene.view.slice(0, match.from).some(unit => !unit.when && !unit.people && !unit.pronoun)

/** "We spoke, but Kurt never joined": the talk took place, and who was missing there is no missed meeting. */
const othersMet = (match: Match, scene: Scene): boolean =>
  scene.clause.continues &&
  certainPeople(scene, match.who).some(({ row }) =>
    scene.said.some(
      said => said.row === row && said.command.command === 'LogTouchpoint' && CONVERSATIONS.has(said.command.outcome),
    ),
  )

/** "She gave me a missed call": that is how some ring. */
const isAMissedCall = ({ view }: Scene): boolean =>
  view.some(({ form }, at) => form === 'missed' && GIVES.has(view[at - 1]?.form ?? '')) ||
  view.some(({ form }, at) => GIVES.has(form) && view[at + 2]?.form === 'missed')
const GIVES = new Set(['gave', 'got', 'had', 'left', 'two', 'three', 'another', 'me'])

/** "She ghosted me" is a silence; "she ghosted our call" was a meeting. */
const isGhosting = ({ view }: Scene): boolean =>
  view.some(({ form }) => form === 'ghosted') &&
  !view.some(unit => unit.when || ['call', 'meeting', 'appointment', 'zoom', 'it'].includes(unit.form))

/** What is missed besides a meeting. */
const NO_MEETING = phrases('out|minute|my|deadline|train|flight|point|email|text|voicemail|message|birthday|target')

export const meetingRules: readonly Rule[] = [
  {
    name: 'we missed a meeting',
    group: 'contact',
    alone: true,
    says: phrases(
      'i|we missed|forgot|blew_off|no_showed .. call|meeting|appointment|zoom with WHO',
      "i|we missed|forgot WHO 's? call|meeting|appointment|DAY",
      'i|we stood WHO up',
      'i|we missed .. with WHO',
      '^ i|we? missed|blew|forgot about|off? my|our? DAY with WHO',
      '^ .. slept_through|overslept|forgot DAY? call|meeting with WHO',
      '^ .. missed|forgot|forgotten|slept_through|overslept my|our? call|meeting|zoom|appointment with WHO',
    ),
    unless: phrases('from'),
    reads: (match, scene) => (isTheirRing(scene) ? undefined : missed('us')(match, scene)),
  },
  {
    name: 'we missed a meeting',
    group: 'contact',
    evenDenied: true,
    alone: true,
    says: phrases(
      "i|we could|did|can not join|attend|make|get_to|dial_in|dial_into .. WHO 's? call|meeting|zoom|DAY",
      'i|we could|did|can not join|attend|make .. call|meeting|zoom with WHO',
    ),
    reads: missed('us'),
  },
  {
    name: 'they missed a meeting',
    group: 'contact',
    evenDenied: true,
    alone: true,
    says: phrases(
      'WHO .. missed|skipped|blew_off|forgot|bailed_on|ghosted|flaked_on|spaced .. call|meeting|appointment|zoom|interview|it',
      'WHO .. missed|skipped|blew_off|forgot|bailed_on|ghosted|flaked_on|spaced our|my|this|last|me|us|it? DAY|$',
      'WHO did not make|join|attend .. call|meeting|it',
      'WHO bailed|flaked',
      'WHO .. no_showed|no_show|no-showed',
      'no_show from|by|with? WHO',
      'WHO did not show|turn_up|make_it|dial_in|join|come|show_up|appear|attend',
      'WHO never showed|turned_up|joined|dialed_in|dialled_in|came|made_it|called_in',
      'WHO stood me|us up',
      'WHO was not there|on',
      'WHO has not joined|shown|turned_up|dialled_in|dialed_in $|call|meeting',
      'WHO has not come on|to|for call|meeting',
      'did not show|turn_up',
    ),
    unless: NO_MEETING,
    reads: (match, scene) =>
      isAMissedCall(scene) ||
      isGhosting(scene) ||
      wasCalledOn(scene) ||
      somebodyElseBefore(match, scene) ||
      othersMet(match, scene)
        ? undefined
        : missed('client')(match, scene),
  },
  {
    name: 'they cancelled a meeting',
    group: 'contact',
    alone: true,
    says: phrases(
      'WHO .. cancelled|called_off|pulled_out|declined .. call|meeting|appointment|zoom|it|DAY',
      'WHO cancelled $',
      'WHO cancelled on me|us',
      'WHO had|has to cancel|call_off|postpone ... call|meeting|appointment|zoom|it|DAY',
      'call|meeting|appointment|zoom was|is|been cancelled|called_off by WHO',
    ),
    reads: cancelled('client'),
  },
  {
    name: 'we cancelled a meeting',
    group: 'contact',
    alone: true,
    says: phrases(
      'i|we? .. cancelled|called_off .. call|meeting|appointment|zoom with WHO',
      'i|we? .. cancelled on|with? WHO',
      '^ i|we? cancelled|cancelling DAY on|with WHO',
      'i|we am|are? cancelling|calling_off|postponing .. call|meeting|appointment|zoom with WHO',
      '^ i|we? had to cancel|postpone|call_off DAY on|with WHO',
      '^ i|we? had to cancel|call_off|postpone .. call|meeting|appointment|zoom with WHO',
      '^ i|we? had to cancel on|with WHO',
    ),
    reads: cancelled('us'),
  },
  {
    name: 'a meeting took place',
    group: 'contact',
    says: phrases(
      'call|meeting|appointment|zoom|interview .. with WHO ... went_ahead|happened|took_place|take_place|went_well|went_great|went_fine|was_held|did_happen|got_done|went_off|went_okay|held',
      '^ meeting|call|appointment|zoom|visit is|was|did? went_ahead|happened|took_place|take_place|held|went_well|went_fine|went_great|done|happen',
      'DAY meeting|call|appointment|zoom .. with WHO .. went_ahead|happened|took_place|take_place|held',
      'DAY with WHO .. went_ahead|happened|took_place|take_place|was_held',
      'CLIENT meeting|call|appointment|visit is|was|did? went_ahead|happened|took_place|take_place|held|done',
      'had|finished my|our call|meeting|zoom with WHO',
      'WHO and i|we had|held our|my? meeting|call|appointment|zoom',
      'WHO .. showed_up|turned_up|joined|came|dialled_in|dialed_in|attended for|to|on? call|meeting|zoom',
      'i|myself|me and WHO had our|my call|meeting|zoom',
      'had my|our DAY call|meeting|zoom with WHO',
    ),
    reads: (match, scene) => {
      const people = peopleIn(scene, match)
      return people.some(person => meetingThatWas(scene, person).known) ? held(match, scene) : undefined
    },
  },
  {
    name: 'a meeting took place',
    group: 'contact',
    // "Met Olivia at two", when that was booked.
    says: phrases('met with? WHO', 'WHO and i|we met'),
    reads: (match, scene) => {
      const minutes = scene.when?.minutes
      const { zone } = scene.book.recruiter.calendar
      const people = minutes === undefined ? [] : match.who ? certainPeople(scene, match.who) : []
      const booked = people.some(person => {
        const { known } = meetingThatWas(scene, person)
        return known !== undefined && minutesOf(known.startsAt, zone) === minutes
      })
      return booked ? held(match, scene) : undefined
    },
  },
]
