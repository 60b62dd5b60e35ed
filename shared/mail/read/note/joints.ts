import { headerOf } from './headers.ts'
import type { Unit } from './units.ts'
import { NOISE, VERBS } from './words.ts'

/** What joins two clauses, and whether what follows it says something of its own. */

const JOINTS = new Set('and but then afterwards afterward subsequently so also plus although though'.split(' '))
const SUBJECTS = new Set(['i', 'we', 'she', 'he', 'they', 'it', 'there'])
export const isVerb = (unit: Unit | undefined): boolean => unit !== undefined && VERBS.has(unit.form)
const isSubject = (unit: Unit | undefined): boolean =>
  unit !== undefined && (SUBJECTS.has(unit.form) || unit.people !== undefined || unit.client !== undefined)
/** What a question begins with. */
export const ASKING = new Set(
  'can could would will should shall may do does did is are was were any what when who why how where which have has'.split(
    ' ',
  ),
)

/** How many units of comma, dash and joining word stand here. */
export const joinsAt = (units: readonly Unit[], at: number): number => {
  let length = 0
  while (length < 4 && (units[at + length]?.mark || JOINTS.has(units[at + length]?.form ?? ''))) {
    if (["'", '"', '“', '”', '’', '/', '(', ')'].includes(units[at + length]?.form ?? '')) break
    length += 1
  }
  return length
}

export const startsClause = (units: readonly Unit[], start: number, joint: number, answersDigest: boolean): boolean => {
  const ahead = units.slice(start, start + 12).filter(unit => !NOISE.has(unit.form))
  const [first, second, third] = ahead
  if (!first) return false
  // "…, with Siobhan I spoke".
  if (first.form === 'with' && second?.people && ['i', 'we'].includes(third?.form ?? '')) return true
  if (HOW_SURE.has(first.form) && (second?.form === 'sure' || second?.form === 'certain')) return true
  const comma = units[joint]?.mark === true
  if (units[joint]?.form === ':' && ASKING.has(first.form)) return true
  if (answersDigest && comma && headerOf(units.slice(start, start + 110), true).about?.numbers) return true
  if (first.when)
    return isVerb(second) || isSubject(second) || MEDIA.has(second?.form ?? '') || third?.people !== undefined
  if (['on', 'at'].includes(first.form) && second?.when) return isVerb(third) || isSubject(third)
  const namedBefore = units[joint - 1]?.people !== undefined && units[joint]?.form === 'and'
  if (units[joint - 1]?.client && units[joint]?.form === 'and' && first.client && second?.form === 'are') return false
  const asObject = OBJECTS_AFTER.has(units[joint - 2]?.form ?? '') && isVerb(second)
  if (SUBJECTS.has(first.form)) return asObject || !(namedBefore && ['i', 'we'].includes(first.form) && joint <= 1)
  if (isSubject(first))
    return (
      !namedBefore &&
      ((units[joint]?.form === ',' && first.people !== undefined && beginsSomething(second)) ||
        isVerb(second) ||
        [':', '-', '–', '—'].includes(second?.form ?? '') ||
        ANSWERS.has(second?.form ?? ''))
    )
  return (
    isVerb(first) ||
    ANSWERS.has(first.form) ||
    (first.form === 'set' && second?.form === 'up') ||
    (first.number !== undefined && ['sent', 'submitted', 'presented'].includes(second?.form ?? '')) ||
    (OWNERS.has(first.form) && OWNED.has(second?.form ?? '')) ||
    isAttempt(units, joint, first, second) ||
    ((comma || units[joint]?.form === 'and') && isThingDone(first, second)) ||
    isToDo(first, second)
  )
}

/** "Vm to Jim, email Tuesday": the next of several attempts. */
const isAttempt = (units: readonly Unit[], joint: number, first: Unit, second: Unit | undefined): boolean =>
  MEDIA.has(first.form) &&
  (second?.when !== undefined ||
    ['to', 'for', 'from', 'sent', 'left'].includes(second?.form ?? '') ||
    MEDIA.has(units[joint - 1]?.form ?? '')) &&
  !sharesDay(units, joint, second)

const isThingDone = (first: Unit, second: Unit | undefined): boolean =>
  THINGS.has(first.form) && (isVerb(second) || THINGS_DO.has(second?.form ?? ''))

const isToDo = (first: Unit, second: Unit | undefined): boolean =>
  (DECIDES.has(first.form) && (second?.client !== undefined || second?.pronoun === true || second?.form === 'it')) ||
  (TO_DO.has(first.form) && (second?.people !== undefined || second?.pronoun === true))

/** "They will never sign, close it". */
const DECIDES = new Set(['put', 'close', 'drop', 'pause', 'park', 'shelve', 'rest', 'leave'])
/** "Ellen quit, her replacement is Toni Marsh". */
const OWNERS = new Set(['his', 'her', 'their', 'new'])
const OWNED = new Set('replacement successor contact last budget boss company team role job'.split(' '))
/** "Spoke with Hamish and we have": he was spoken with; "Hamish and we spoke" did so together. */
const OBJECTS_AFTER = new Set('with to called emailed texted met told reached'.split(' '))
/** "Vm and email yesterday": both of them, on one day. */
const sharesDay = (units: readonly Unit[], joint: number, after: Unit | undefined): boolean =>
  units[joint]?.form === 'and' &&
  (after === undefined || after.when !== undefined || ['to', 'for'].includes(after.form)) &&
  units.slice(0, joint).every(unit => unit.mark || unit.people || MEDIA.has(unit.form) || unit.form === 'left')
/** "…, the role is frozen", "…, meeting moved to Thursday": a thing and what became of it. */
const THINGS = new Set(
  'everything things headcount project deal role job search opening position req meeting call agreement fee offer hiring budget decision'.split(
    ' ',
  ),
)
const THINGS_DO = new Set(['frozen', 'on', 'filled', 'gone', 'postponed', 'pushed', 'signed', 'agreed'])
/** "…, call him back Monday". */
const TO_DO = new Set(['call', 'ring', 'email', 'text', 'phone', 'try', 'chase', 'ping', 'send', 'nudge', 'remind'])
/** "…, pretty sure she minds": what is supposed stands apart from what was seen. */
const HOW_SURE = new Set(['pretty', 'fairly', 'almost'])
/** What a list of attempts names after its day: "6 Oct voicemail". */
export const MEDIA = new Set(['email', 'voicemail', 'call', 'text', 'message'])
/** "…, Jim quit": after a comma a person and a word of their own begin a clause; "Tom, Priya's boss" does not. */
const beginsSomething = (unit: Unit | undefined): boolean =>
  unit !== undefined && !unit.mark && !unit.when && !["'s", 'and', 'or', 'at', 'from', 'of', 'in'].includes(unit.form)
/** What an answer in few words begins with: "not today", "vm". */
export const ANSWERS = new Set(
  'maybe perhaps probably presumably voicemail not done no let spoke later skip'.split(' '),
)
