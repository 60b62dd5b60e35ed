import { type About, headerOf, numbersFirst, withoutNumberStops } from './headers.ts'
import { ANSWERS, ASKING, isVerb, joinsAt, MEDIA, startsClause } from './joints.ts'
import { plainView } from './plain-view.ts'
import { runsOn } from './run-on.ts'
import type { Unit } from './units.ts'

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
      (unit.form !== ':' ||
        opensList(part, units[at + 1]) ||
        quotesAQuestion(part, units[at + joint]) ||
        tellsOfACall(part)) &&
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

/** "Susan rang: role frozen": what was said follows. */
const tellsOfACall = (part: readonly Unit[]): boolean => {
  const said = part.filter(unit => !unit.mark && !unit.when && !['me', 'us', 'back'].includes(unit.form)).slice(1)
  return said.length === 1 && ['called', 'rung', 'emailed', 'texted', 'replied', 'wrote'].includes(said[0]?.form ?? '')
}

/** "Texted Jim: are you free Tuesday?" was sent, and what it asks is asked of him. */
const quotesAQuestion = (part: readonly Unit[], next: Unit | undefined): boolean =>
  part
    .filter(unit => !unit.mark && !unit.when)
    .slice(0, 2)
    .some(({ form }) => WRITES.has(form)) && ASKING.has(next?.form ?? '')
const WRITES = new Set(['texted', 'emailed', 'messaged', 'wrote', 'text', 'email', 'asked', 'pinged', 'sent'])
