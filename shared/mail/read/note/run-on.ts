import type { Unit } from './units.ts'

/** Where speech without a comma goes on to the next thing: "called mike no answer texted him", "rang jim he is out". */

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '))

/** Deeds with which a dictated note goes on, without saying who. */
const NEXT_DEED = words('shot left emailed texted called spoke talked sent tried got messaged booked met dropped')
const SUBJECTS = words('i we she he they')
/** What a clause of its own begins with after "she": not "the list she wanted". */
const PREDICATE = words(
  'is was are were has had will would said says told called emailed texted replied responded wrote rung asked_for wants needs wanted loved liked hung answered picked talked spoke chatted agreed promised asked did does can could thinks sounded seemed left sent',
)
/** After these a subject belongs to what was begun: "she said he", "when I", "the day we", "told me he". */
const LEADS_ON = words(
  'said says say told tell tells think thinks hope hopes hoping guess reckon believe feel feels know knows sure mentioned mentions confirmed confirms promised explained asked asks wondered heard hears about that which who whom whose if whether when whenever while because since where how what why after before until once as so than though although unless like whatever suspect bet figure wish agreed claims suggested suggests advised',
)
/** A clause of speech may end here: a person, a day, or one of these. */
const CLOSES = words(
  'voicemail message answer email text phone call chat talk conversation line ring luck joy well great good fine today out off away back again now office desk machine pickup reply pick_up receptionist assistant secretary pa guy gal lady bloke chap woman visit minutes mins him her them me us number busy engaged',
)
const ARTICLES = words('the that this an a every each any')

/** Whether a new clause begins at `at`, with nothing but the speaker's breath before it. */
export const runsOn = (part: readonly Unit[], units: readonly Unit[], at: number): boolean => {
  const [unit, next, before, earlier] = [units[at], units[at + 1], units[at - 1], units[at - 2]]
  if (
    !unit ||
    !before ||
    part.length < 2 ||
    (part[0]?.form === 'with' && part.length === 2) ||
    !closes(before, earlier)
  )
    return false
  if (['i', 'we'].includes(unit.form) && SUPPOSING.has(next?.form ?? '')) return true
  if (part.some(({ form }) => LEADS_ON.has(form))) return false
  if (!part.some(isDeed)) return false
  if (SUBJECTS.has(unit.form)) return next !== undefined && PREDICATE.has(next.form)
  if (!NEXT_DEED.has(unit.form)) return false
  return !before.people || isObject(earlier)
}

/** "She was cold with me I feel she is upset". */
const SUPPOSING = words('feel think guess reckon bet suspect believe figure imagine')
const isDeed = ({ form }: Unit): boolean => NEXT_DEED.has(form) || DEEDS.has(form)
const DEEDS = words(
  'rung voicemail picked_up picked answered phoned wrote visited no_answer caught reached talked replied had did',
)
const closes = (before: Unit, earlier: Unit | undefined): boolean =>
  before.people !== undefined ||
  before.when !== undefined ||
  before.span !== undefined ||
  (CLOSES.has(before.form) && !ARTICLES.has(earlier?.form ?? ''))
/** "Called mike left vm": Mike was called, and did not leave. */
const isObject = (before: Unit | undefined): boolean =>
  before !== undefined && (isDeed(before) || ['with', 'to', 'for', 'on'].includes(before.form))
