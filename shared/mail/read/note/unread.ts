import type { Clause } from './clauses.ts'
import { happenedAt } from './days.ts'
import { doubt, excerpt, label } from './doubts.ts'
import type { About } from './headers.ts'
import { pastWhen } from './moment.ts'
import type { Person } from './names.ts'
import { firstMatch, phrases } from './phrases.ts'
import type { Heard } from './read-clause.ts'
import { isUntold } from './rest.ts'
import { listedTasks } from './rules/tasks-meant.ts'
import { touchWith } from './rules/touch.ts'
import type { Scene } from './scene.ts'
import { isSignal, isTopic, saysTheyAnswered } from './signals.ts'
import { isSmallTalk } from './small-talk.ts'
import type { Unit } from './units.ts'
import { certainPeople, peopleOf, personOfTask } from './who.ts'

/** Words that no rule has read: asked about where something may be lost. */

/** Every deed that stayed unread; where nothing at all was read, else the first words that tell of something. */
export const askAboutUnread = (scene: Scene, heard: readonly Heard[]): void => {
  const said = scene.said.length + scene.doubts.length
  const lost = [...heard.keys()].filter(index => isLost(scene, heard, index))
  const first =
    said === 0 && lost.length === 0 ? heard.findIndex((each, at) => each === 'context' && !isIdle(scene, at)) : -1
  for (const at of first >= 0 ? [first] : lost) askWhatHappened(scene, at)
}

const isLost = (scene: Scene, heard: readonly Heard[], at: number): boolean => {
  const [clause, before] = [scene.clauses[at], heard[at - 1]]
  if (!clause) return false
  if (firstMatch(MEANT, clause.view)) return true
  if (heard[at] === 'read') return false
  if ((takesBack(clause) && before === 'read') || saysNobodyCame(scene, clause)) return true
  if ((at > 0 && saysNo(clause) && clause.continues) || answersANumber(scene.clauses, heard, at)) return true
  if (heard[at] === 'nothing' || isSmallTalk(scene, clause)) return false
  if (goesOn(scene.clauses, heard, at) || confirms(clause, before)) return false
  if (saysTheyAnswered(clause.view) || speaksOfSomebodyUnnamed(scene, clause)) return true
  if (heard.slice(0, at).includes('read') && isKeptNowhere(scene, clause)) return true
  return tellsOfDoing(clause) || speaksOfSomebodyElse(scene, clause) || holdsASignal(scene, clause)
}

/** "Emailed Greg, sorry, no, texted Greg". */
const saysNo = ({ view }: Clause): boolean => view.length === 1 && view[0]?.form === 'no'

/** "Emailed Grainne, sorry, texted her I mean". */
const MEANT = phrases('i meant|mean $')

const isIdle = (scene: Scene, at: number): boolean => {
  const clause = scene.clauses[at]
  return clause !== undefined && isSmallTalk(scene, clause)
}

/** "She says she signed, but I don't have it": what was read before stands in doubt. */
const takesBack = ({ continues, joint, view }: Clause): boolean =>
  continues &&
  ((joint.includes('but') && view.some(({ form }) => form === 'not') && view.some(({ form }) => form === 'it')) ||
    DID_NOT.has(view.map(({ form }) => form).join(' ')))
/** "Promised to call Friday and didn't". */
const DID_NOT = new Set(['did not', 'never did', 'has not', 'have not', 'was not', 'would not'])

/** "Call with Ed and Xiu, Xiu didn't join": told of a conversation with somebody, and that they were not there. */
const saysNobodyCame = (scene: Scene, { view, continues }: Clause): boolean => {
  const who = continues ? firstMatch(STAYED_AWAY, view)?.who : undefined
  return certainPeople(scene, who).some(({ contact }) =>
    scene.said.some(({ command }) => command.command === 'LogTouchpoint' && command.contact === contact.id),
  )
}
const STAYED_AWAY = phrases(
  'WHO did not|never join|joined|show|showed|come|came|make|made|attend|turn_up|turned_up|dial_in',
)

/** "…, we agreed on that": said of what was just read. */
const confirms = ({ view, continues }: Clause, before: Heard | undefined): boolean =>
  continues && before === 'read' && view.every(({ form }) => CONFIRMS.has(form))
const CONFIRMS = new Set(
  'my our own fault mistake error entirely completely all i we he she they agreed on to that it this as then fine by me done okay sure works no problem said yes confirmed'.split(
    ' ',
  ),
)

/** Somebody of whom nothing is told, an event or a day, in words that no rule took. */
const holdsASignal = (scene: Scene, { view, about }: Clause): boolean =>
  view.some(
    (unit, at) =>
      !isTopic(view, at) &&
      (unit.client
        ? !scene.said.some(({ row }) => unit.client?.includes(row))
        : unit.people
          ? isUntold(scene, unit)
          : isSignal(unit) || namesADay(view, at) || isListed(scene, about, unit)),
  ) ||
  saysTheyGo(scene, view) ||
  firstMatch(BY_PHONE, view) !== undefined

const BY_PHONE = phrases('got|had|on|spoke .. on|over phone')
/** "Her last day is the 18th", "Joanne is retiring in spring": somebody goes, and has not gone yet. */
const saysTheyGo = (scene: Scene, view: readonly Unit[]): boolean =>
  firstMatch(GOES, view) !== undefined && !scene.said.some(({ command }) => command.command === 'RecordContactLeft')
const GOES = phrases('last day|week is|was|will', 'WHO is|are|will_be? resigning|retiring|leaving|quitting')

/** "Did 1 and 2": numbers of the digest, and nothing read of them. */
const isListed = ({ book }: Scene, about: About | undefined, { number }: Unit): boolean =>
  about === undefined && (book.digest?.lines ?? []).some(line => line.number !== undefined && line.number === number)

/** "Wants to talk next week" is a wish, and today is no other day. */
const namesADay = (view: readonly Unit[], at: number): boolean => {
  const day = view[at]?.when?.day
  return (
    day !== undefined &&
    !(day.kind === 'offset' && day.days === 0) &&
    !view.slice(0, at).some(({ form }, place) => WISHES.has(form) && TO_TALK.has(view[place + 2]?.form ?? ''))
  )
}
const TO_TALK = new Set(['talk', 'speak', 'chat', 'wait', 'think', 'know', 'discuss', 'decide'])
const WISHES = new Set(['wants', 'want', 'hopes', 'hoping', 'likes', 'prefers'])

/** More words about somebody, in a note that tells of no touchpoint: there is nothing whose summary keeps them. */
const isKeptNowhere = (scene: Scene, { view }: Clause): boolean =>
  view.some(unit => unit.people || unit.client || (unit.pronoun && unit.form !== 'they')) &&
  !scene.said.some(({ command }) => 'summary' in command || command.command === 'LogTouchpoint')

/** "…, he took it": somebody whom the note does not name. */
const speaksOfSomebodyUnnamed = (scene: Scene, { view }: Clause): boolean =>
  (view[0]?.form === 'he' || view[0]?.form === 'she') &&
  scene.tasks.length === 0 &&
  certainPeople(scene, view[0]).length === 0 &&
  !scene.clauses.some(({ units, about }) => about || units.some(unit => unit.people))

/** A clause about somebody of whom the note has told nothing. */
const speaksOfSomebodyElse = (scene: Scene, clause: Clause): boolean => {
  const subject = clause.view.find(unit => !unit.when)
  const people = subject?.people ? certainPeople(scene, subject) : []
  return people.some(
    ({ contact }) => !scene.said.some(({ command }) => 'contact' in command && command.contact === contact.id),
  )
}

/** "1 no": an answer to a task of which no clause was read. */
const answersANumber = (clauses: readonly Clause[], heard: readonly Heard[], at: number): boolean => {
  const numbers = clauses[at]?.about?.numbers
  return (
    numbers !== undefined && !clauses.some(({ about }, index) => about?.numbers === numbers && heard[index] === 'read')
  )
}

/** "Called the plant, got Susan": the next clause of the sentence tells how it went. */
const goesOn = (clauses: readonly Clause[], heard: readonly Heard[], at: number): boolean =>
  heard[at + 1] === 'read' &&
  clauses[at + 1]?.sentence === clauses[at]?.sentence &&
  clauses[at + 1]?.about?.numbers === clauses[at]?.about?.numbers &&
  clauses[at]?.view.every(unit => !unit.people) === true

/** A clause that begins with a deed, which no rule has read. */
const tellsOfDoing = ({ view: units }: Clause): boolean => {
  const [first, second, third] = units
  if (units.some(unit => unit.percent) || (first?.when && units.some(unit => unit.people))) return true
  if (DEEDS.has(first?.form ?? '')) return true
  if (first?.people && ['did', 'was', 'is'].includes(second?.form ?? '') && third === undefined) return true
  const subject =
    first !== undefined && Boolean(first.people || first.pronoun || first.client || ['i', 'we'].includes(first.form))
  return subject && (DEEDS.has(second?.form ?? '') || DEEDS.has(third?.form ?? ''))
}

const DEEDS = new Set(
  'spoke talked called emailed texted messaged left voicemail met missed cancelled moved rescheduled signed agreed introduced submitted presented placed interviewed promised quit resigned retired frozen postponed booked scheduled rang wrote replied pinged'.split(
    ' ',
  ),
)

/** Of whom a clause speaks: named in it or before it, else the one whom the note names or answers. */
const spokenOf = (scene: Scene, at: number): readonly Person[] => {
  const clause = scene.clauses[at]
  const { about } = clause ?? {}
  if (about?.numbers) {
    const { numbers } = about
    return listedTasks(scene).flatMap(task => (numbers.includes(task.number ?? 0) ? personOfTask(task) : []))
  }
  if (clause?.units.some(unit => unit.client) && clause.units.every(unit => !unit.people)) return []
  const named = (each: Clause | undefined): Unit | undefined =>
    each?.units.find(unit => unit.people) ?? each?.about?.people
  const before = scene.clauses.slice(0, at).findLast(each => named(each) !== undefined)
  const unit = named(clause) ?? named(before) ?? named(scene.clauses.find(each => named(each) !== undefined))
  const answers = scene.clauses.some(each => each.about?.numbers)
  return unit ? peopleOf(scene, unit) : answers ? [] : scene.topic
}

/** Words about somebody that no rule knows: ask what happened rather than drop them. */
const askWhatHappened = (scene: Scene, at: number): void => {
  const clause = scene.clauses[at]
  if (!clause) return
  scene.clause = clause
  scene.index = at
  const doubts = scene.doubts.length
  const [person] = spokenOf(scene, at)
  if (scene.doubts.length > doubts) return
  const key = `what ${at}`
  const assumed = HAPPENED.find(({ value }) => value === scene.assumed.get(key))
  if (person && assumed) {
    const when = happenedAt(pastWhen(clause.view), scene.occasion, scene.book.recruiter.calendar)
    scene.said.push(
      ...touchWith([person], assumed.touch, excerpt(scene)).map(reads => ({
        ...reads,
        rule: 'as answered',
        at: when,
        from: 0,
      })),
    )
    return
  }
  const account = clause.units.find(each => each.client)?.client?.[0]?.client
  doubt(scene, {
    key,
    rule: 'words that no rule knows',
    text: person
      ? `What happened with ${label(person)}? You wrote: “${excerpt(scene)}”`
      : account
        ? `What happened at ${account}? You wrote: “${excerpt(scene)}”`
        : `I could not read: “${excerpt(scene)}”. Please say it another way.`,
    options: person ? HAPPENED.map(({ value, label: words }) => ({ value, word: value, label: words })) : [],
  })
}

const HAPPENED = [
  { value: 'spoke', label: 'We spoke', touch: { direction: 'outbound', channel: 'call', outcome: 'reached' } },
  {
    value: 'voicemail',
    label: 'I left a voicemail',
    touch: { direction: 'outbound', channel: 'voicemail', outcome: 'left-message' },
  },
  { value: 'wrote', label: 'I wrote to them', touch: { direction: 'outbound', channel: 'email', outcome: 'sent' } },
  {
    value: 'they wrote',
    label: 'They wrote to me',
    touch: { direction: 'inbound', channel: 'email', outcome: 'received' },
  },
] as const
