import type { Clause } from './clauses.ts'
import type { Scene } from './scene.ts'
import { isSignal } from './signals.ts'

/** Words about the weather, the week or oneself: read, and holding nothing of any client. */

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '))

/** What a recruiter's work is made of: a clause with one of these may tell of something. */
const MATTERS = words(
  'call calls callback voicemail message email text chat talk conversation meeting met lunch coffee interview offer fee rate agreement terms signed sign role job search opening position req order vacancy candidate résumé shortlist feedback reference process left leave sent send hired filled frozen freeze budget hold headcount hr manager boss deal placed placement starts started start moved cancelled missed won lost agreed accepted declined rejected replied answered answer heard reached tried booked scheduled confirmed close closed pause paused invoice job_description hiring hiring_manager account contact recruiter agency tension annoyed angry upset gone quit resigned retired fired keen interested happy wants needs asked said says told promised number yes no maybe number visit visited ghosted dead alive back introduced intro referral reply response update stop drop attached attachment enclosed below see more another two three four five six both',
)
const PRONOUNS = words('she he her him they them his their hers theirs it that this')
/** What is said of somebody or something named before it. */
const SAID_OF = words("is was are were seems seemed looks sounds has had will would can could 's did does got")
const EVERYDAY = words(
  'weather traffic day week weekend morning afternoon evening life work today everything everyone busy football',
)

/** Whether a clause names nobody and nothing of the work. Where the note answers something, nothing is small talk. */
export const isSmallTalk = (scene: Scene, { view, units, about }: Clause): boolean => {
  const { focus } = scene
  if (about || focus.contact || focus.engagement || focus.task || view.length < 2) return false
  const first = view[0]?.form ?? ''
  if (SAID_OF.has(view[1]?.form ?? '') && !EVERYDAY.has(first)) return false
  return (
    view.every(
      unit =>
        !unit.people &&
        !unit.pronoun &&
        !unit.client &&
        !unit.percent &&
        !unit.phone &&
        unit.number === undefined &&
        !MATTERS.has(unit.form) &&
        !PRONOUNS.has(unit.form) &&
        !isSignal(unit) &&
        !scene.names.people.has(unit.form),
    ) &&
    units
      .slice(1)
      .every(unit => unit.when !== undefined || unit.mark === true || isLower(scene.text.charAt(unit.start)))
  )
}

const isLower = (letter: string): boolean => letter === letter.toLowerCase()
