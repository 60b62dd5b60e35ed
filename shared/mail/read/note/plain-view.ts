import type { Unit } from './units.ts'
import { NOISE } from './words.ts'

/** What phrases see of a clause: its units without marks, fillers, auxiliaries and stress. */
export const plainView = (units: readonly Unit[]): readonly Unit[] =>
  withoutAuxiliaries(withoutPlace(withoutStress(units.filter(unit => !unit.mark && !NOISE.has(unit.form)))))

/** "It was Olivia who put me in touch": Olivia put me in touch. */
const withoutStress = (view: readonly Unit[]): readonly Unit[] => {
  const [it, is, who, that] = view
  const stressed = it?.form === 'it' && ['was', 'is'].includes(is?.form ?? '') && who?.people !== undefined
  return stressed && ['who', 'that'].includes(that?.form ?? '') ? [who, ...view.slice(4)] : view
}

/** "Drew at Aspen Ridge called": where somebody works stands between them and what they did. */
const withoutPlace = (view: readonly Unit[]): readonly Unit[] =>
  view.filter((unit, at) => {
    const place = unit.client ? at : PLACES.has(unit.form) && view[at + 1]?.client ? at + 1 : -1
    const owner = place === at ? view[at - 2] : view[at - 1]
    const joins = place === at ? PLACES.has(view[at - 1]?.form ?? '') : true
    return place < 0 || !joins || owner?.people === undefined || view[place + 1] === undefined
  })
const PLACES = new Set(['at', 'from', 'of'])

/** "Has asked" says what "asked" says; "should have asked" does not, and "has left" may say more. */
const withoutAuxiliaries = (view: readonly Unit[]): readonly Unit[] =>
  view.filter(
    ({ form }, at) =>
      !HAVE.has(form) || !PARTICIPLES.has(view[at + 1]?.form ?? '') || MODALS.has(view[at - 1]?.form ?? ''),
  )
const HAVE = new Set(['has', 'have', 'had'])
const PARTICIPLES = new Set(
  'asked told said agreed signed sent emailed texted called replied answered confirmed promised cancelled moved rescheduled postponed accepted declined introduced forwarded decided hired returned approved requested offered submitted mentioned invited booked scheduled passed rejected stopped paused frozen filled halted'.split(
    ' ',
  ),
)
const MODALS = new Set(['must', 'should', 'could', 'would', 'might', 'may', 'will', 'to', 'not', 'never'])
