import { Temporal } from 'temporal-polyfill'
import type { Meeting } from '../../../../domain/engagement/state.ts'
import type { ContactId, MeetingId } from '../../../../domain/vocabulary.ts'
import type { EngagementRow } from '../../../../views/rows.ts'
import type { When } from '../dates.ts'
import { dateOf, happenedAt, instantOf, sentDay } from '../days.ts'
import { doubt } from '../doubts.ts'
import type { Person } from '../names.ts'
import { type Match, phrases } from '../phrases.ts'
import { clauseWords, type Reads, type Rule, type Scene } from '../scene.ts'
import { peopleIn } from '../who.ts'
import { VERBS } from '../words.ts'

/** Meetings booked, moved, held, missed and cancelled. */

const PRESET_LENGTH = { minutes: 30 }

type Found = { readonly meeting: MeetingId; readonly at: string; readonly known: Meeting | undefined }

const RECENT = 10 * 24 * 3_600_000
const minutesOf = (instant: string, zone: string): number => {
  const { hour, minute } = Temporal.Instant.from(instant).toZonedDateTimeISO(zone)
  return hour * 60 + minute
}

/** The booked meeting with this person on the said day, else the last one that has begun; else one named by its start. */
const meetingThatWas = (scene: Scene, person: Person): Found => {
  const { occasion, book } = scene
  const { zone } = book.recruiter.calendar
  const localDay = (instant: string): string =>
    Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toPlainDate().toString()
  const day = scene.when?.day ? dateOf(scene.when.day, scene.today, 'past')?.toString() : undefined
  const minutes = scene.when?.minutes
  const known = person.row.meetings
    .filter(({ startsAt }) => Date.parse(startsAt) <= Date.parse(occasion.sentAt))
    .filter(({ startsAt }) => day !== undefined || Date.parse(occasion.sentAt) - Date.parse(startsAt) < RECENT)
    .filter(({ contacts }) => contacts.length === 0 || contacts.includes(person.contact.id))
    .filter(({ startsAt }) => day === undefined || localDay(startsAt) === day)
    .filter(({ startsAt }) => minutes === undefined || day !== undefined || minutesOf(startsAt, zone) === minutes)
    .toSorted((a, b) => Date.parse(a.startsAt) - Date.parse(b.startsAt))
    .at(-1)
  if (known) return { meeting: known.id, at: known.startsAt, known }
  const at = happenedAt(scene.when, occasion, book.recruiter.calendar)
  const start = scene.when?.minutes === undefined ? localDay(at) : at
  return { meeting: `m.${start}` as MeetingId, at, known: undefined }
}

/** The first of them in whose name it is reported: one meeting is one fact, however many were there. */
const once =
  (reads: (person: Person, found: Found) => Reads['command']) =>
  (match: Match, scene: Scene): readonly Reads[] => {
    const seen = new Set<string>()
    return peopleIn(scene, match).flatMap(person => {
      const found = meetingThatWas(scene, person)
      if (seen.has(found.meeting)) return []
      seen.add(found.meeting)
      return [{ row: person.row, command: reads(person, found), at: found.at }]
    })
  }

export const missed = (missedBy: 'client' | 'us') =>
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
      const onDay = theirs.find(({ startsAt }) =>
        days.includes(Temporal.Instant.from(startsAt).toZonedDateTimeISO(zone).toPlainDate().toString()),
      )
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

/** The meeting a task asks about: the last one of its account that has begun. */
export const meetingOf = (row: EngagementRow, sentAt: string): Meeting | undefined =>
  row.meetings
    .filter(({ startsAt }) => Date.parse(startsAt) <= Date.parse(sentAt))
    .toSorted((a, b) => Date.parse(a.startsAt) - Date.parse(b.startsAt))
    .at(-1)

const ahead = (scene: Scene, when: When | undefined): string | undefined => {
  const { calendar } = scene.book.recruiter
  if (when?.minutes === undefined) return undefined
  const date = when.day ? dateOf(when.day, scene.today, 'future') : sentDay(scene.occasion, calendar)
  const at = date && instantOf(date, when.minutes, calendar.zone)
  return at && Date.parse(at) > Date.parse(scene.occasion.sentAt) ? at : undefined
}

const booking =
  (moves: boolean) =>
  (match: Match, scene: Scene): readonly Reads[] | undefined => {
    const when = combined(scene)
    const startsAt = ahead(scene, when)
    const people = peopleIn(scene, match)
    const [first] = people
    if (!first) return []
    if (!startsAt) return onlyADay(scene, when, first)
    const old = moves ? lastOrNext(first, scene) : undefined
    const contacts: readonly ContactId[] =
      old?.contacts ?? people.filter(({ row }) => row === first.row).map(({ contact }) => contact.id)
    const length = old ? Date.parse(old.endsAt) - Date.parse(old.startsAt) : undefined
    const start = Temporal.Instant.from(startsAt)
    const endsAt = start.add(length === undefined ? PRESET_LENGTH : { milliseconds: length }).toString()
    return [
      {
        row: first.row,
        command: {
          command: 'BookMeeting',
          meeting: old?.id ?? (`m.${startsAt}` as MeetingId),
          startsAt,
          endsAt,
          contacts: [...contacts],
          title: old?.title ?? `Call with ${first.contact.name}`,
        },
        at: scene.occasion.sentAt,
      },
    ]
  }

/** "Lunch with her on Thursday" has no verb: a day ahead books it, a weekday alone may be either and is asked. */
const pastOrAhead = (match: Match, scene: Scene): readonly Reads[] | undefined => {
  const day = match.when?.when?.day
  const verbless = scene.view.slice(0, match.from + 3).every(unit => !VERBS.has(unit.form) || unit.form === 'call')
  if (!day || !verbless) return undefined
  const date = dateOf(day, scene.today, 'future')
  const sure =
    (day.kind === 'offset' && day.days > 0) || (day.kind === 'weekday' && day.which === 'next') || day.kind === 'week'
  if (sure && date && Temporal.PlainDate.compare(date, scene.today) > 0) return booking(false)(match, scene)
  if (day.kind !== 'weekday' || day.which === 'last' || scene.clauses.length > 1 || saysHowItWas(match, scene))
    return undefined
  const key = `side ${scene.index}`
  const assumed = scene.assumed.get(key)
  if (assumed === 'was') return undefined
  if (assumed === 'will be') return booking(false)(match, scene)
  const past = dateOf(day, scene.today, 'past')
  doubt(scene, {
    key,
    rule: 'a meeting, past or ahead',
    text: `Has that been, or is it to come? You wrote: “${clauseWords(scene).slice(0, 200)}”`,
    options: [
      { value: 'was', word: 'was', label: `It was on ${past}` },
      { value: 'will be', word: 'will be', label: `It is on ${date}` },
    ],
  })
  return []
}

/** "…, great guy": a remark after the day tells that it has been. */
const saysHowItWas = (match: Match, scene: Scene): boolean => {
  const { units } = scene.clause
  const after = match.when ? units.slice(units.indexOf(match.when) + 1) : []
  return after[0]?.form === ',' && after.length > 1
}

const lastOrNext = (person: Person, scene: Scene): Meeting | undefined =>
  person.row.meetings.find(({ startsAt }) => Date.parse(startsAt) > Date.parse(scene.occasion.sentAt)) ??
  meetingOf(person.row, scene.occasion.sentAt)

/** A day without an hour is no meeting yet: it is what was agreed to happen on that day. */
const onlyADay = (scene: Scene, when: When | undefined, person: Person): readonly Reads[] | undefined => {
  const date = when?.day && dateOf(when.day, scene.today, 'future')
  if (!date || Temporal.PlainDate.compare(date, scene.today) <= 0) return undefined
  const what = clauseWords(scene)
  return [
    {
      row: person.row,
      command: { command: 'AgreeNextStep', who: 'us', what, due: date.toString(), contact: person.contact.id },
    },
  ]
}

const combined = (scene: Scene): When | undefined => {
  const whens = scene.clause.units.flatMap(unit => (unit.when ? [unit.when] : []))
  const day = whens.findLast(when => when.day)?.day
  const minutes = whens.findLast(when => when.minutes !== undefined)?.minutes
  return day || minutes !== undefined
    ? { ...(day ? { day } : {}), ...(minutes === undefined ? {} : { minutes }) }
    : undefined
}

export const meetingRules: readonly Rule[] = [
  {
    name: 'a meeting was moved',
    group: 'contact',
    tense: 'any',
    alone: true,
    says: phrases(
      'WHO|CLIENT .. moved|pushed|rescheduled|postponed|shifted .. call|meeting|appointment|interview|it|us .. to|until|for DAY',
      'moved|pushed|rescheduled|postponed|shifted .. call|meeting|appointment .. WHO .. to|until|for DAY',
      'moved|pushed|rescheduled|postponed|shifted WHO to|until|for DAY',
      'rescheduled .. WHO .. DAY',
      'WHO .. rescheduled .. DAY',
    ),
    reads: booking(true),
  },
  {
    name: 'a meeting was booked',
    group: 'contact',
    tense: 'any',
    alone: true,
    says: phrases(
      'booked|scheduled|set|set_up|arranged|confirmed|have|got|agreed|put .. call|meeting|zoom|lunch|coffee|appointment|video|chat|catch_up|talk .. with WHO ... DAY',
      'call|meeting|zoom|lunch|coffee|appointment|chat|catch_up|talk with WHO .. is|set|booked|scheduled|confirmed|arranged .. DAY',
      'booked|scheduled WHO .. DAY',
      'put|got|have WHO down|booked .. for|in ... DAY',
      'WHO agreed|is_up .. to|for .. call|meeting|talk|meet|chat|zoom .. DAY',
      'WHO and i|we are .. meeting|talking|speaking|talk|speak|meet .. DAY',
      'meeting|talking|speaking|seeing with|to? WHO .. DAY',
    ),
    reads: booking(false),
  },
  {
    name: 'a meeting was booked',
    group: 'contact',
    tense: 'any',
    alone: true,
    says: phrases('WHO wants|asked .. to .. meet|talk|speak .. DAY'),
    reads: (match, scene) => (ahead(scene, combined(scene)) ? booking(false)(match, scene) : undefined),
  },
  {
    name: 'a meeting, past or ahead',
    group: 'contact',
    alone: true,
    says: phrases(
      '^ .. call|meeting|zoom|lunch|coffee|breakfast|dinner|drinks|chat with WHO .. DAY',
      'DAY call|meeting|zoom|lunch|coffee|breakfast|dinner|drinks|chat with WHO $',
    ),
    reads: (match, scene) => pastOrAhead(match, scene),
  },
  {
    name: 'we missed a meeting',
    group: 'contact',
    alone: true,
    says: phrases(
      'i|we missed|forgot|blew_off|no_showed .. call|meeting|appointment|zoom with WHO',
      "i|we missed|forgot WHO 's? call|meeting|appointment|DAY",
      'i|we stood WHO up',
      'i|we missed .. with WHO',
      '^ missed my call|meeting with WHO',
    ),
    reads: (match, scene) => (scene.view.some(unit => unit.form === 'from') ? undefined : missed('us')(match, scene)),
  },
  {
    name: 'they missed a meeting',
    group: 'contact',
    evenDenied: true,
    alone: true,
    says: phrases(
      'WHO .. missed|skipped|blew_off|forgot|bailed_on|ghosted|flaked_on|spaced .. call|meeting|appointment|zoom|interview|it|DAY|$',
      'WHO did not make|join|attend .. call|meeting|it',
      'WHO bailed|flaked',
      'WHO missed $',
      'WHO .. no_showed|no_show|no-showed',
      'no_show from|by|with? WHO',
      'WHO did not show|turn_up|make_it|dial_in|join|come|show_up|appear|attend',
      'WHO never showed|turned_up|joined|dialed_in|dialled_in|came|made_it|called_in',
      'WHO stood me|us up',
      'WHO was not there|on',
      'did not show|turn_up',
    ),
    reads: missed('client'),
  },
  {
    name: 'they cancelled a meeting',
    group: 'contact',
    alone: true,
    says: phrases(
      'WHO .. cancelled|called_off|pulled_out|declined .. call|meeting|appointment|zoom|it|DAY',
      'WHO cancelled $',
      'WHO cancelled on me|us',
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
    ),
    reads: cancelled('us'),
  },
  {
    name: 'a meeting took place',
    group: 'contact',
    says: phrases(
      'call|meeting|appointment|zoom|interview .. with WHO ... went_ahead|happened|took_place|went_well|went_great|went_fine|was_held',
      'had|finished my|our call|meeting|zoom with WHO',
      'had my|our DAY call|meeting|zoom with WHO',
    ),
    reads: (match, scene) => {
      const people = peopleIn(scene, match)
      return people.some(person => meetingThatWas(scene, person).known) ? held(match, scene) : undefined
    },
  },
]
