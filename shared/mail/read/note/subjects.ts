import type { ContactId } from '../../../domain/vocabulary.ts'
import type { EngagementRow } from '../../../views/rows.ts'
import { rowOfClient } from './accounts.ts'
import { doubt, excerpt, nobodyNamed } from './doubts.ts'
import type { Person } from './names.ts'
import type { Match } from './phrases.ts'
import type { Scene } from './scene.ts'
import type { Unit } from './units.ts'
import { peopleIn, peopleOf } from './who.ts'

/** The account a clause is about, and the one person, where it names or goes on about one. */
export type Subject = { readonly row: EngagementRow; readonly contact?: ContactId }

export const subjectsOf = (scene: Scene, match: Match): readonly Subject[] => {
  const they = match.who?.form === 'they' && scene.topic.length === 0
  const client =
    match.client ??
    (match.who && !they ? undefined : (scene.clause.about?.client ?? scene.view.find(unit => unit.client)))
  const unit = (they ? undefined : match.who) ?? scene.clause.about?.people ?? somebodyNamed(scene)
  if (client && !unit) {
    const row = rowOfClient(scene, client)
    return row ? [{ row }] : []
  }
  const vague = unit?.pronoun && (unit.form === 'they' || scene.topic.length > 1) && sameAccount(scene.topic)
  if (vague && scene.topic.length > 1) return scene.topic[0] ? [{ row: scene.topic[0].row }] : []
  const only = unit || scene.topic.length > 0 || scene.tasks.length > 0 ? undefined : onlyAccount(scene)
  if (only && scene.teller.length === 0) return [{ row: only }]
  if (!unit && isOneOfSeveral(scene)) return []
  const people = unit ? peopleOf(scene, unit) : scene.teller.length > 0 ? scene.teller : peopleIn(scene, match)
  const first = people[0]
  if (!first) return []
  return people.length > 1 && sameAccount(people)
    ? [{ row: first.row }]
    : people.map(({ row, contact }) => ({ row, contact: contact.id }))
}

const BOTH = new Set(['they', 'them', 'their', 'each'])
/** "Li Wei and Vikram both mailed, his budget is cut": whose, is not said. */
const isOneOfSeveral = (scene: Scene): boolean => {
  const isOne = scene.topic.length > 1 && !sameAccount(scene.topic) && !scene.view.some(({ form }) => BOTH.has(form))
  if (isOne)
    doubt(scene, nobodyNamed(`whose ${scene.index}`, `Whose is that? You wrote: “${excerpt(scene)}”`, scene.topic))
  return isOne
}

/** "Placed! Our man starts at Acme": the one account that the note names, where it names nobody. */
const onlyAccount = (scene: Scene): EngagementRow | undefined => {
  const units = scene.clauses.flatMap(clause => clause.units)
  const rows = new Set(units.flatMap(unit => unit.client ?? []))
  return rows.size === 1 && !units.some(unit => unit.people) ? [...rows][0] : undefined
}

/** The first who is named; "Will's résumés" names Will only where nobody else is. */
const somebodyNamed = ({ view }: Scene): Unit | undefined =>
  view.find((unit, at) => unit.people && view[at + 1]?.form !== "'s") ?? view.find(unit => unit.people)

const sameAccount = (people: readonly Person[]): boolean => new Set(people.map(({ row }) => row.engagement)).size === 1
