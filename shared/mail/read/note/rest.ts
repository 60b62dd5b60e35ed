import { doubt } from './doubts.ts'
import { toldWhens } from './moment.ts'
import { addedBefore } from './newcomers.ts'
import type { Match } from './phrases.ts'
import { clauseWords, type Said, type Scene } from './scene.ts'
import { isCovered, isSignal, isTopic } from './signals.ts'
import type { Unit } from './units.ts'
import { certainPeople } from './who.ts'

/** What a clause says beyond the facts that were read out of it. */

/** The words that no rule took: those outside of what matched, and those a phrase passed over. */
const leftOver = (scene: Scene, spans: readonly Match[]): readonly number[] =>
  [...scene.view.keys()].filter(
    at => !spans.some(({ from, to, passed = [] }) => at >= from && at < to && !passed.includes(at)),
  )

/** A fact that was read out of a clause, and another in the same clause that was not: the rest is asked about. */
export const askAboutTheRest = (scene: Scene, facts: readonly Said[], spans: readonly Match[]): void => {
  const told = facts.map(({ command }) => command)
  const isLost = (at: number): boolean => {
    const unit = scene.view[at]
    if (!unit || isTopic(scene.view, at)) return false
    return unit.people ? isUntold(scene, unit, facts) : isSignal(unit) && !isCovered(unit, told)
  }
  if (leftOver(scene, spans).some(isLost) || joinsSomebody(scene, facts) || namesAnotherDay(scene, facts))
    askForTheRest(scene)
}

/** "Emailed her Monday, before our Tuesday call": two days, and one of them was read. */
const namesAnotherDay = (scene: Scene, facts: readonly Said[]): boolean => {
  const isTouch = facts.every(({ command }) => command.command === 'LogTouchpoint')
  if (isTouch && toldWhens(scene.view).some((unit, _, told) => told.length > 0 && liesAhead(scene, unit))) return true
  const hours = new Set(scene.view.flatMap(({ when }) => when?.minutes ?? []))
  if (hours.size > 1 && facts.length > 1 && isTouch && facts.every(({ at }) => at === facts[0]?.at)) return true
  const days = toldWhens(scene.view).filter((unit, at, all) => unit.when?.day && all.indexOf(unit) === at)
  return (
    days.filter(unit => !isTopic(scene.view, scene.view.indexOf(unit))).length > 1 &&
    facts.every(({ command, at }) => command.command === 'LogTouchpoint' && at === facts[0]?.at)
  )
}

/** "Vm, rest tomorrow": what is to come is no part of what happened. */
const liesAhead = (scene: Scene, unit: Unit): boolean => {
  const day = unit.when?.day
  const isAhead = day?.kind === 'offset' ? day.days > 0 : day?.kind === 'weekday' && day.which === 'next'
  return isAhead && !isTopic(scene.view, scene.view.indexOf(unit))
}

/** Somebody of whom the note tells nothing. */
export const isUntold = (scene: Scene, unit: Unit, facts: readonly Said[] = []): boolean => {
  const told = [...scene.said, ...facts]
  const isStranger = (unit.people ?? []).every(({ meant }) => meant.length === 0)
  if (unit.people?.every(({ said }) => addedBefore(scene, said) !== undefined)) return false
  if (isStranger && told.some(({ command }) => command.command === 'ReachMilestone')) return false
  const people = certainPeople(scene, unit)
  const isTold = people.every(({ contact, row }) =>
    told.some(said => concerns(said, contact.id) || (said.row === row && !('contact' in said.command))),
  )
  return people.length === 0 || !isTold
}

const askForTheRest = (scene: Scene): void =>
  doubt(scene, {
    key: `rest ${scene.index}`,
    rule: 'more than was read',
    text: `I may have missed something in “${clauseWords(scene).slice(0, 200)}”. Please say the rest in a sentence of its own.`,
    options: [],
  })

/** "Spoke with Ellen on Monday and Jim on Tuesday": somebody joined on, of whom nothing was read. */
const joinsSomebody = (scene: Scene, facts: readonly Said[]): boolean =>
  scene.clause.units.some((unit, at, units) => {
    const joined = ['and', ','].includes(units[at - 1]?.form ?? '') && units[at + 1]?.form !== "'s"
    const people = joined && unit.people ? certainPeople(scene, unit) : []
    return people.some(({ contact }) => [...scene.said, ...facts].every(said => !concerns(said, contact.id)))
  })
const concerns = ({ command, row }: Said, contact: string): boolean =>
  ('meeting' in command &&
    row.meetings.some(({ id, contacts }) => id === command.meeting && contacts.some(each => each === contact))) ||
  ('contact' in command && command.contact === contact) ||
  ('contacts' in command && command.contacts.some(id => id === contact))
