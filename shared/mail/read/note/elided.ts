import type { Clause } from './clauses.ts'
import { doubt, label } from './doubts.ts'
import { isVerb } from './joints.ts'
import { type Scene, wordsOf } from './scene.ts'
import type { Unit } from './units.ts'
import { certainPeople } from './who.ts'

/** Who does what a clause tells, where it does not say. */

/** "Jim called and left me the number": a clause without a subject goes on with the one before it. */
export const withSubject = (scene: Scene, clause: Clause): readonly Unit[] => {
  const first = clause.view[0]
  const before = scene.clauses[scene.index - 1]
  const earlier = clause.joint.includes('then') && isVerb(before?.view[0]) ? scene.clauses[scene.index - 2] : before
  const subject = earlier?.sentence === clause.sentence ? earlier.view[0] : undefined
  const named = subject?.people || subject?.pronoun
  if (first && !named && THIRD_PERSON.has(first.form) && scene.topic.length > 0)
    return [{ form: 'they', pronoun: true, start: first.start, end: first.start }, ...clause.view]
  const isHeaded = clause.about?.numbers !== undefined && !clause.continues
  if (first && isHeaded && OF_THEM.has(first.form) && scene.topic.length > 0)
    return [{ form: 'they', pronoun: true, start: first.start, end: first.start }, ...clause.view]
  if (
    first &&
    !named &&
    PROMISING.has(first.form) &&
    clause.continues &&
    scene.topic.length === 1 &&
    !clause.joint.includes('and')
  )
    return promisedBy(scene, clause, { form: 'they', pronoun: true, start: first.start, end: first.start })
  if (!clause.continues || !subject || !named || !isVerb(first)) return clause.view
  const known = certainPeople(scene, subject)
  const alone = (before?.units.filter(unit => unit.people).length ?? 0) < 2
  const speaksOfThem = clause.view.some(
    unit =>
      (unit.pronoun && alone) || (unit.people && certainPeople(scene, unit).some(person => known.includes(person))),
  )
  if (clause.view.slice(1, 3).some(({ form }) => form === 'me' || form === 'us')) return [subject, ...clause.view]
  if (speaksOfThem || (OURS.has(first?.form ?? '') && !/and|but/.test(clause.joint))) return clause.view
  if (first?.form === 'will' && !clause.joint.includes('and')) return promisedBy(scene, clause, subject)
  return [subject, ...clause.view]
}

/** "Wants two welders": only they are spoken of so. */
const THIRD_PERSON = new Set(['wants', 'needs', 'likes', 'says', 'thinks', 'hopes', 'expects', 'prefers'])

/** "1 is away until Monday", "2 told me to wait": said of the one whom the number stands for. */
const OF_THEM = new Set(['is', 'was', 'has', 'asked', 'told', 'said'])

const PROMISING = new Set(['promised', 'agreed', 'hoping', 'planning'])
/** Words that a recruiter begins with, whoever was spoken of before. */
const OURS = new Set(['left', 'no_answer', 'voicemail', 'no', 'emailed', 'called', 'spoke', 'talked', 'discussed'])

/** "Jim called, will send the list Friday": he, or the recruiter? What only a recruiter sends is theirs. */
const promisedBy = (scene: Scene, clause: Clause, subject: Unit): readonly Unit[] => {
  if (clause.view.some(({ form }) => ['résumé', 'candidate', 'agreement', 'shortlist'].includes(form)))
    return clause.view
  if (clause.view.some(unit => unit.pronoun)) return clause.view
  const key = `promise ${scene.index}`
  const assumed = scene.assumed.get(key)
  const [person] = certainPeople(scene, subject)
  if (assumed === undefined && person && clause.view.some(unit => unit.when)) {
    const text = `Who will do that? You wrote: “${wordsOf(scene, clause.units)}”`
    const options = [
      { value: 'client', word: person.contact.name.slice(0, 60), label: label(person) },
      { value: 'us', word: 'me', label: 'I will' },
    ]
    doubt(scene, { key, rule: 'a promise without a subject', text: text.slice(0, 500), options })
    return []
  }
  return assumed === 'us' ? clause.view : [subject, ...clause.view]
}
