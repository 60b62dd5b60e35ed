import { type About, headerOf, numbersFirst, withoutNumberStops } from './headers.ts'
import { plainView } from './plain-view.ts'
import { runsOn } from './run-on.ts'
import type { Unit } from './units.ts'
import { NOISE, VERBS } from './words.ts'

/** Sentences and clauses of a note: one clause says one thing. */

export type Clause = {
  /** All units of the clause, marks among them. */
  readonly units: readonly Unit[]
  /** The units that phrases are matched on: no marks, no articles, no fillers. */
  readonly view: readonly Unit[]
  readonly sentence: number
  /** It follows another clause of its sentence. */
  readonly continues: boolean
  /** What joins it to the clause before: "and", or a mere comma. */
  readonly joint: string
  /** The units up to the end of the sentence, from this clause's start. */
  readonly onward: readonly Unit[]
  /** Named before a colon or dash: "Susan: left vm", "1: vm". */
  readonly about: About | undefined
  readonly question: boolean
}

const JOINTS = new Set([
  'and',
  'but',
  'then',
  'afterwards',
  'afterward',
  'subsequently',
  'so',
  'also',
  'plus',
  'although',
  'though',
])
const SUBJECTS = new Set(['i', 'we', 'she', 'he', 'they', 'it', 'there'])
export const isVerb = (unit: Unit | undefined): boolean => unit !== undefined && VERBS.has(unit.form)
const isSubject = (unit: Unit | undefined): boolean =>
  unit !== undefined && (SUBJECTS.has(unit.form) || unit.people !== undefined || unit.client !== undefined)

/** Further than any sentence goes on. */
const MOST_ONWARD = 40

export const clausesOf = (units: readonly Unit[], answersDigest: boolean): readonly Clause[] =>
  sentencesOf(answersDigest ? withoutNumberStops(units) : units).flatMap(({ body, stop }, sentence) => {
    const header = headerOf(body, answersDigest)
    const parts = split(body.slice(header.length), answersDigest)
    // A header goes on until the next one of its sentence.
    let goesOn = header.about
    return parts.map((part, index) => {
      const own = index > 0 || !header.about ? headerOf(part.units, answersDigest) : undefined
      goesOn = own?.about ?? goesOn
      const inner = own?.about ? part.units.slice(own.length) : part.units
      const after = parts.slice(index + 1, index + 1 + MOST_ONWARD).flatMap(({ units: later }) => later)
      return {
        units: inner,
        view: plainView(inner),
        sentence,
        continues: index > 0 && !own?.about,
        joint: part.joint,
        onward: [...inner, ...after],
        about: own?.about ?? part.about ?? goesOn,
        question: stop === '?' && (index === parts.length - 1 || !asksByItself(parts.at(-1))),
      }
    })
  })

/** "Kurt emailed, can we talk Monday?": only what is asked is a question. */
const asksByItself = (last: Part | undefined): boolean => ASKING.has(last?.units.find(unit => !unit.mark)?.form ?? '')
const ASKING = new Set(
  'can could would will should shall may do does did is are was were any what when who why how where which have has'.split(
    ' ',
  ),
)

const sentencesOf = (units: readonly Unit[]): readonly { body: readonly Unit[]; stop: string }[] => {
  const sentences: { body: Unit[]; stop: string }[] = []
  let body: Unit[] = []
  for (const unit of units) {
    if (unit.stop === undefined) body.push(unit)
    else {
      if (body.length > 0) sentences.push({ body, stop: unit.stop })
      body = []
    }
  }
  if (body.length > 0) sentences.push({ body, stop: '' })
  return sentences
}

type Part = { readonly units: readonly Unit[]; readonly joint: string; readonly about?: About }

const split = (units: readonly Unit[], answersDigest: boolean): readonly Part[] => {
  const parts: Part[] = []
  let joined = ''
  let about: About | undefined
  let part: Unit[] = []
  const close = (): void => {
    const ordered = answersDigest ? numbersFirst(part) : part
    if (part.some(unit => !unit.mark)) parts.push({ units: ordered, joint: joined, ...(about ? { about } : {}) })
    part = []
  }
  for (let at = 0; at < units.length; at += 1) {
    const unit = units[at]
    if (!unit) continue
    const joint = joinsAt(units, at)
    const head = units[at - 1]
    if (joint > 0 && head?.people && isHeaderMark(unit.form) && opensAnswer(units, at + joint)) {
      close()
      about = { people: head }
      at += joint - 1
      continue
    }
    if (
      joint > 0 &&
      part.length > 0 &&
      (unit.form !== ':' || opensList(part, units[at + 1]) || quotesAQuestion(part, units[at + joint])) &&
      startsClause(units, at + joint, at, answersDigest)
    ) {
      close()
      joined = units
        .slice(at, at + joint)
        .map(({ form }) => form)
        .join(' ')
      at += joint - 1
      continue
    }
    if (unit.people && MEDIA.has(units[at - 1]?.form ?? '') && MEDIA.has(units[at + 1]?.form ?? '')) close()
    if (tellsAnother(part, units, at) || runsOn(part, units, at) || (answersDigest && answersNext(part, units, at)))
      close()
    part.push(unit)
    if (part.length >= MOST_UNITS) close()
  }
  close()
  return parts
}
/** "After I hung up with Carla I emailed Susan": the second deed is told in a clause of its own. */
const tellsAnother = (part: readonly Unit[], units: readonly Unit[], at: number): boolean =>
  ['i', 'we'].includes(units[at]?.form ?? '') &&
  ['after', 'once', 'when', 'as'].includes(part[0]?.form ?? '') &&
  part.length > 2 &&
  !['and', 'when', 'that', 'if'].includes(units[at - 1]?.form ?? '') &&
  isVerb(units[at + 1])
/** "1 vm 3 vm 4 not today": the next number of the digest, and its answer. */
const answersNext = (part: readonly Unit[], units: readonly Unit[], at: number): boolean =>
  part.length > 0 &&
  units[at]?.number !== undefined &&
  !COUNTS.has(units[at - 1]?.form ?? '') &&
  (ANSWERS.has(units[at + 1]?.form ?? '') || DIGEST_ANSWERS.has(units[at + 1]?.form ?? ''))
const COUNTS = new Set('and at in after before for of left sent within about another under to than'.split(' '))
const DIGEST_ANSWERS = new Set(
  'called emailed texted left talked met tried reached held missed participate disengage sorted skip snooze handled'.split(
    ' ',
  ),
)
/** Longer than any clause a person writes: what follows is read as the next one. */
const MOST_UNITS = 80

/** "Update on Carla: emailed": what follows the colon was done by us. */
const isHeaderMark = (form: string): boolean => [':', '-', '–', '—'].includes(form)
const opensAnswer = (units: readonly Unit[], at: number): boolean =>
  [
    'emailed',
    'called',
    'texted',
    'left',
    'spoke',
    'talked',
    'voicemail',
    'sent',
    'met',
    'no',
    'not',
    'tried',
    'email',
    'text',
  ].includes(units[at]?.form ?? '')

/** A colon goes on with what stands before it, unless that names nobody or a list of days follows. */
const opensList = (part: readonly Unit[], next: Unit | undefined): boolean =>
  part.some(unit => !unit.mark && !unit.when) &&
  (next?.when !== undefined || part.every(unit => !unit.people && !unit.client))

/** "Texted Jim: are you free Tuesday?" was sent, and what it asks is asked of him. */
const quotesAQuestion = (part: readonly Unit[], next: Unit | undefined): boolean =>
  part
    .filter(unit => !unit.mark && !unit.when)
    .slice(0, 2)
    .some(({ form }) => WRITES.has(form)) && ASKING.has(next?.form ?? '')
const WRITES = new Set(['texted', 'emailed', 'messaged', 'wrote', 'text', 'email', 'asked', 'pinged', 'sent'])

/** How many units of comma, dash and joining word stand here. */
const joinsAt = (units: readonly Unit[], at: number): number => {
  let length = 0
  while (length < 4 && (units[at + length]?.mark || JOINTS.has(units[at + length]?.form ?? ''))) {
    if (["'", '"', '“', '”', '’', '/', '(', ')'].includes(units[at + length]?.form ?? '')) break
    length += 1
  }
  return length
}

const startsClause = (units: readonly Unit[], start: number, joint: number, answersDigest: boolean): boolean => {
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
        second?.form === ':' ||
        ANSWERS.has(second?.form ?? ''))
    )
  return (
    isVerb(first) ||
    (first.form === 'set' && second?.form === 'up') ||
    ANSWERS.has(first.form) ||
    (MEDIA.has(first.form) &&
      (['to', 'for', 'from', 'sent', 'left'].includes(second?.form ?? '') || second?.when !== undefined) &&
      !sharesDay(units, joint, second)) ||
    (MEDIA.has(first.form) && MEDIA.has(units[joint - 1]?.form ?? '') && !sharesDay(units, joint, second)) ||
    (first.number !== undefined && ['sent', 'submitted', 'presented'].includes(second?.form ?? '')) ||
    ((comma || units[joint]?.form === 'and') &&
      THINGS.has(first.form) &&
      (isVerb(second) || THINGS_DO.has(second?.form ?? ''))) ||
    (OWNERS.has(first.form) && SUCCESSORS.has(second?.form ?? '')) ||
    (DECIDES.has(first.form) && (second?.client !== undefined || second?.pronoun === true || second?.form === 'it')) ||
    (TO_DO.has(first.form) && (second?.people !== undefined || second?.pronoun === true))
  )
}
/** "They will never sign, close it". */
const DECIDES = new Set(['put', 'close', 'drop', 'pause', 'park', 'shelve', 'rest', 'leave'])
/** "Ellen quit, her replacement is Toni Marsh". */
const OWNERS = new Set(['his', 'her', 'their', 'the', 'new'])
const SUCCESSORS = new Set([
  'replacement',
  'successor',
  'contact',
  'last',
  'budget',
  'boss',
  'company',
  'team',
  'role',
  'job',
])
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
const MEDIA = new Set(['email', 'voicemail', 'call', 'text', 'message'])
/** "…, Jim quit": after a comma a person and a word of their own begin a clause; "Tom, Priya's boss" does not. */
const beginsSomething = (unit: Unit | undefined): boolean =>
  unit !== undefined && !unit.mark && !unit.when && !["'s", 'and', 'or', 'at', 'from', 'of', 'in'].includes(unit.form)
const ANSWERS = new Set([
  'maybe',
  'perhaps',
  'probably',
  'presumably',
  'voicemail',
  'not',
  'done',
  'no',
  'let',
  'spoke',
  'later',
  'skip',
])
