import { Temporal } from 'temporal-polyfill'
import type { Meeting } from '../../../../domain/engagement/state.ts'
import type { ContactId, MeetingId } from '../../../../domain/vocabulary.ts'
import type { Day, When } from '../dates.ts'
import { dateOf, instantOf, sentDay } from '../days.ts'
import { doubt } from '../doubts.ts'
import type { Person } from '../names.ts'
import { firstMatch, type Match, phrases } from '../phrases.ts'
import { clauseWords, type Reads, type Rule, type Scene } from '../scene.ts'
import { peopleIn } from '../who.ts'
import { VERBS } from '../words.ts'
import { meetingAt, meetingOf } from './meeting-of.ts'
import { somebodyElseDoes } from './touch.ts'

/** Meetings to come: booked, moved, or named without a verb. */

/** Where no end is told. */
const PRESET_LENGTH = { minutes: 30 }

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
    if (!moves && (somebodyElseDoes(match, scene) || firstMatch(NOT_BOOKED, scene.view))) return undefined
    const when = combined(scene)
    const startsAt = ahead(scene, when)
    const people = peopleOfReport(scene) ?? peopleIn(scene, match)
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
          meeting: old?.id ?? meetingAt(first.row, startsAt, contacts)?.id ?? (`m.${startsAt}` as MeetingId),
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
    (day.kind === 'offset' && day.days > 0) ||
    (day.kind === 'weekday' && day.which === 'next') ||
    day.kind === 'week' ||
    isNearAhead(day, scene) ||
    day.kind === 'day-of-month'
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

/** "1 moved to Thursday at 10": those of the meeting that the digest asks about. */
const peopleOfReport = ({ tasks, occasion }: Scene): readonly Person[] | undefined => {
  const [report] = tasks.filter(({ task }) => task.play === 'report-the-meeting')
  const meeting = report && meetingOf(report.row, occasion.sentAt)
  if (!report || !meeting) return undefined
  const people = report.row.contacts.filter(({ id }) => meeting.contacts.includes(id))
  return people.length > 0 ? people.map(contact => ({ contact, row: report.row })) : undefined
}

/** "On 11/3", said on 29 October: its last one is a year ago. */
const isNearAhead = (day: Day, scene: Scene): boolean => {
  const [past, next] = (['past', 'future'] as const).map(sense => dateOf(day, scene.today, sense))
  return day.kind === 'date' && !!past && !!next && next.since(scene.today).days * 3 < scene.today.since(past).days
}

/** "…, great guy": a remark after the day tells that it has been. */
const saysHowItWas = (match: Match, scene: Scene): boolean => {
  const { units } = scene.clause
  const after = match.when ? units.slice(units.indexOf(match.when) + 1) : []
  return after[0]?.form === ',' && after.length > 1
}

const lastOrNext = (person: Person, scene: Scene): Meeting | undefined =>
  withPerson(person).find(({ startsAt }) => Date.parse(startsAt) > Date.parse(scene.occasion.sentAt)) ??
  meetingOf({ ...person.row, meetings: withPerson(person) }, scene.occasion.sentAt)

const withPerson = ({ contact, row }: Person): Meeting[] =>
  row.meetings.filter(({ contacts }) => contacts.length === 0 || contacts.includes(contact.id))

/** A day without an hour is no meeting yet: it is what was agreed to happen on that day. */
const onlyADay = (scene: Scene, when: When | undefined, person: Person): readonly Reads[] | undefined => {
  const date = when?.day && dateOf(when.day, scene.today, 'future')
  if (scene.view.some(({ form }) => form === 'every' || form === 'each')) return undefined
  if (!date || Temporal.PlainDate.compare(date, scene.today) <= 0) return undefined
  const what = clauseWords(scene)
  return [
    {
      row: person.row,
      command: { command: 'AgreeNextStep', who: 'us', what, due: date.toString(), contact: person.contact.id },
      at: scene.occasion.sentAt,
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

/** "The meeting with her took place on Wednesday". */
const TOOK_PLACE = phrases('happened|went|held|overran', 'took place')

/** Called off; and "I have to call Walt Tuesday" books nothing. */
const NOT_BOOKED = phrases('cancelling|cancelled|cancel|off', 'have to call')
const SAYS_YES = phrases(
  '^ agreed|done|confirmed|okay|fine|sure $|by|with',
  '^ works|suits for? me|us',
  '^ i|we? said yes|okay|fine|sure',
  '^ i|we? agreed|confirmed|accepted $|to',
  '^ no problem',
  '^ all good',
)

/** "The pleasure of meeting her" has been. */
const ENJOYED = new Set(['had', 'of', 'after', 'enjoyed', 'was', 'nice', 'good', 'great', 'lovely'])

export const bookingRules: readonly Rule[] = [
  {
    name: 'a meeting was moved',
    group: 'contact',
    tense: 'any',
    alone: true,
    says: phrases(
      'WHO|CLIENT .. moved|pushed|rescheduled|postponed|shifted .. call|meeting|appointment|interview|catch_up|chat|slot|session|visit|zoom|it|us .. to|until|for DAY',
      'moved|pushed|rescheduled|postponed|shifted .. call|meeting|appointment .. WHO .. to|until|for DAY',
      'moved|pushed|rescheduled|postponed|shifted WHO to|until|for DAY',
      'WHO .. moved|pushed|bumped|shifted|rescheduled|postponed our|my|the? DAY call|meeting|slot|chat|catch_up? to|until|for DAY',
      'WHO moved|pushed|bumped|rescheduled me|us|things? to|until|for DAY',
      'WHO .. bumped .. call|meeting|it .. to|until|for DAY',
      'call|meeting|appointment|interview|visit|lunch with WHO is|was|has_been|got? moved|pushed|rescheduled|postponed|bumped .. to|until|for DAY',
      'rescheduled .. WHO .. DAY',
      '^ moved|pushed|rescheduled|postponed|shifted to|until|for? DAY',
      'WHO|CLIENT .. put .. call|meeting|appointment|it .. back|forward|off to|until DAY',
      'WHO and i|we .. move|push|shift|postpone .. call|meeting|appointment|it .. to|until DAY',
      'WHO .. rescheduled .. DAY',
    ),
    reads: booking(true),
  },
  {
    name: 'a meeting was moved',
    group: 'contact',
    tense: 'any',
    alone: true,
    // What they ask is moved once we have said so.
    says: phrases(
      'WHO|CLIENT asked|wants|wanted|asks to move|shift|push|reschedule|postpone|change ... to|until|for DAY',
    ),
    reads: (match, scene) =>
      scene.clauses.slice(scene.index + 1, scene.index + 3).some(({ view }) => firstMatch(SAYS_YES, view) !== undefined)
        ? booking(true)(match, scene)
        : undefined,
  },
  {
    name: 'a meeting was booked',
    group: 'contact',
    tense: 'any',
    alone: true,
    says: phrases(
      'booked|scheduled|set|set_up|fixed|fixed_up|organised|organized|lined_up|arranged|confirmed|have|got|agreed|put .. call|meeting|zoom|lunch|dinner|breakfast|drinks|coffee|appointment|video|chat|catch_up|talk .. with WHO ... DAY',
      'call|meeting|zoom|lunch|dinner|breakfast|drinks|coffee|appointment|chat|catch_up|talk with WHO .. is|set|booked|scheduled|confirmed|arranged|fixed|locked|agreed|down .. DAY',
      'booked|scheduled WHO .. DAY',
      'confirmed|agreed|booked_in|all_set with WHO for DAY',
      'DAY .. call|meeting|zoom|lunch|dinner|breakfast|drinks|coffee|appointment|chat with WHO is? booked|scheduled|set|confirmed|arranged|fixed',
      'WHO .. DAY .. call|meeting|zoom|lunch|dinner|breakfast|drinks|coffee|appointment|chat is? booked|scheduled|set|confirmed|arranged|fixed',
      'call|meeting|zoom|lunch|dinner|breakfast|drinks|coffee|appointment|chat booked|scheduled|set|confirmed|arranged|fixed|locked_in with|for WHO .. DAY',
      'put|got|have WHO down|booked .. for|in ... DAY',
      'put|got|have WHO in|on .. calendar|diary|books|schedule ... DAY',
      'WHO is|are pencilled|penciled|slotted|booked|down|confirmed in? for? .. DAY',
      'WHO agreed|is_up .. to|for .. call|meeting|talk|meet|chat|zoom .. DAY',
      'WHO and i|we .. talk|speak|meet|reconnect|regroup again? .. DAY',
      'WHO and i|we are .. meeting|talking|speaking|talk|speak|meet .. DAY',
      'WHO accepted|confirmed|agreed|okayed .. invite|invitation|slot|time .. DAY',
      'got|have|booked|found|set .. time|slot|session|half_hour with WHO .. DAY',
      'pencilled|penciled|slotted|put in? WHO in? .. DAY',
      'call|meeting|zoom|lunch|dinner|breakfast|coffee|appointment|chat with WHO ... is? in|on diary|calendar|schedule|books',
      '.. visit|tour|walkthrough|walk-through with WHO is? booked|scheduled|set|confirmed|arranged|fixed|on .. DAY',
      'meeting|talking|speaking|seeing with|to? WHO .. DAY',
      '^ i|we have|got|agreed|fixed|booked|scheduled|set|set_up|arranged .. call|meeting|zoom|lunch|dinner|breakfast|coffee|appointment|video|chat|visit .. DAY',
    ),
    unless: TOOK_PLACE,
    reads: (match, scene) =>
      scene.view.slice(0, match.from).some(({ form }) => ENJOYED.has(form)) ? undefined : booking(false)(match, scene),
  },
  {
    name: 'a meeting was booked',
    group: 'contact',
    tense: 'any',
    alone: true,
    says: phrases(
      '^ WHO has? confirmed|accepted|okayed|agreed for|to|on? DAY',
      'confirmed|locked_in|agreed DAY with WHO',
      'WHO is? good|okay|free|fine|on|happy|confirmed for|with|at DAY',
      'WHO can do|make|talk|meet DAY',
      'DAY works for WHO',
      'WHO said_yes|yes to DAY',
      'WHO wants|asked .. to .. meet|talk|speak .. DAY',
      'WHO wants|asked_for call|meeting|chat|zoom|talk .. DAY',
    ),
    // Without its hour that is a word about a day, and no meeting yet.
    reads: (match, scene) => (ahead(scene, combined(scene)) ? booking(false)(match, scene) : undefined),
  },
  {
    name: 'a meeting, past or ahead',
    group: 'contact',
    alone: true,
    says: phrases(
      '^ .. call|meeting|zoom|lunch|coffee|breakfast|dinner|drinks|chat|visit|tour with WHO .. DAY',
      '^ site|plant visit|tour with WHO .. DAY',
      '^ .. call|meeting|lunch|coffee|breakfast|dinner|drinks at|in CLIENT with WHO .. DAY',
      'DAY call|meeting|zoom|lunch|coffee|breakfast|dinner|drinks|chat with WHO $',
    ),
    unless: TOOK_PLACE,
    reads: pastOrAhead,
  },
]
