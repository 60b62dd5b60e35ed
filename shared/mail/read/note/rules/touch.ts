import type { CommandOf } from '../../../../domain/engagement/commands.ts'
import type { When } from '../dates.ts'
import { happenedAt } from '../days.ts'
import { isVerb } from '../joints.ts'
import type { Person } from '../names.ts'
import type { Match } from '../phrases.ts'
import { clauseWords, type Reads, type Scene } from '../scene.ts'
import { peopleIn } from '../who.ts'

/** What every rule of touchpoints makes of a match. */

export type Touch = Pick<CommandOf<'LogTouchpoint'>, 'direction' | 'channel' | 'outcome'>

export const touchWith = (people: readonly Person[], touch: Touch, summary: string): readonly Reads[] =>
  people
    .filter(({ contact }) => !contact.candidate)
    .map(({ contact, row }) => ({
      row,
      command: { command: 'LogTouchpoint', ...touch, contact: contact.id, ...(summary ? { summary } : {}) },
    }))

/** A touchpoint with each person of the clause, its summary the clause's own words. */
export const touch =
  (direction: Touch['direction'], channel: Touch['channel'], outcome: Touch['outcome']) =>
  (match: Match, scene: Scene): readonly Reads[] | undefined => {
    if (direction === 'outbound' && channel !== 'call' && isTheirs(match, scene)) return undefined
    if (direction === 'outbound' && isByTheCandidate(scene)) return undefined
    if (direction === 'outbound' && namesSomebodyUnread(match, scene)) return undefined
    if (direction === 'inbound' && match.who === scene.view[match.from] && scene.view[match.to]?.people)
      return undefined
    if (direction === 'outbound' && outcome === 'reached' && somebodyElseDoes(match, scene)) return undefined
    const reads = touchWith(peopleIn(scene, match), { direction, channel, outcome }, clauseWords(scene))
    const { calendar } = scene.book.recruiter
    return daysTold(scene).flatMap(when =>
      reads.map(read => (when ? { ...read, at: happenedAt(when, scene.occasion, calendar) } : read)),
    )
  }

/** "The candidate left Hamish a voicemail": not ours. */
const isByTheCandidate = ({ view }: Scene): boolean => {
  const at = view.findIndex(unit => !unit.when && !['on', 'our', 'my'].includes(unit.form))
  return ['candidate', 'applicant'].includes(view[at]?.form ?? '') && isVerb(view[at + 1])
}

/** "Emailed tomasz": a word after the deed that is no name we know, and none of those that go on otherwise. */
export const namesSomebodyUnread = (match: Match, scene: Scene): boolean => {
  const next = scene.view[match.to]
  return (
    !match.who &&
    REACHES.has(scene.view[match.to - 1]?.form ?? '') &&
    next !== undefined &&
    /^\p{L}+$/u.test(next.form) &&
    !GOES_ON.has(next.form) &&
    !isVerb(next)
  )
}
const REACHES = new Set(['emailed', 'called', 'texted', 'messaged', 'phoned', 'rung', 'met', 'tried', 'reached'])
const GOES_ON = new Set(
  'back again twice once thrice over to and with about regarding re all them at on in for from after before as but so their his my our this that some two three four five résumé candidate agreement details info information terms job_description spec shortlist out across no not asking saying confirming attaching enclosing thanking explaining separately instead too right immediately promptly first later earlier several many multiple few couple number name names it what which how whether if when because since link links invoice rates rate fee questions everyone everybody hr reception office voicemail text email proof different other every each around up through by via off into under someone somebody people company plant site main switchboard direct directly home mobile cell line proposal brochure summary update answer reply request reminder feedback offer pricing report deck draft more new next last same yet still without until while though however'.split(
    ' ',
  ),
)

/** A person before the verb, with nothing before them but a day, is who did it. */
const isTheirs = (match: Match, scene: Scene): boolean => {
  const subject = scene.view[match.from - 1]
  const first = scene.view.findIndex(unit => !unit.when && unit.form !== 'on')
  const isSomebody = subject?.people !== undefined || subject?.pronoun === true
  return (isSomebody && match.from - 1 === first) || somebodyElseDoes(match, scene)
}

/** "Jim forwarded my email to Ellen", "Jim is meeting Ellen": it is between the two of them. */
export const somebodyElseDoes = (match: Match, scene: Scene): boolean => {
  const at = scene.view.findIndex(unit => !unit.when && unit.form !== 'on')
  const [doer, verb] = [scene.view[at], scene.view[at + 1]]
  return (
    doer?.people !== undefined &&
    doer !== match.who &&
    match.who !== undefined &&
    (isVerb(verb) || verb?.form === 'set')
  )
}

/** "Sent the candidate Jim's offer": the candidate's side is not kept. */
export const isToTheCandidate = ({ view, clause: { units } }: Scene): boolean =>
  view.some(
    (unit, at) =>
      unit.form === 'candidate' &&
      (view[at - 1]?.form === 'to' || GAVE.has(view[at - 1]?.form ?? '')) &&
      ['the', 'our', 'my'].includes(units[units.indexOf(unit) - 1]?.form ?? '') &&
      (view[at - 1]?.form === 'to' || (view[at + 1] !== undefined && view[at + 1]?.form !== 'to')),
  )
const GAVE = new Set(['sent', 'gave', 'emailed', 'told', 'called', 'texted', 'offered'])

/** "Emailed her on Monday and again today" is two: one for each day of a row of days. */
const daysTold = (scene: Scene): readonly (When | undefined)[] => {
  const { units } = scene.clause
  const places = units.flatMap((unit, at) => (unit.when?.day ? [at] : []))
  const inRow = places.every((place, index) => {
    const before = places[index - 1]
    const between = before === undefined ? [] : units.slice(before + 1, place)
    return (
      index === 0 ||
      (between.some(({ form }) => form === 'and' || form === ',') &&
        between.every(unit => unit.mark || ROW.has(unit.form)))
    )
  })
  return places.length > 1 && inRow ? places.map(place => units[place]?.when) : [undefined]
}
const ROW = new Set('and again on then the one once another at'.split(' '))
