import { peopleAt } from './accounts.ts'
import { doubt, excerpt, label, likely, nobodyNamed, personKey } from './doubts.ts'
import type { Mention, Person } from './names.ts'
import { assumedPerson, newcomer, whoIs } from './newcomers.ts'
import type { Match } from './phrases.ts'
import { type Doubt, type Scene, sentenceOf } from './scene.ts'
import type { Unit } from './units.ts'

/** Whom a clause means: one certain person for each name, or a doubt that asks. Nobody is ever guessed. */

/** The people a unit means; empty, with a doubt raised, where that is not certain. */
export const peopleOf = (scene: Scene, unit: Unit): readonly Person[] => {
  const either = eitherOr(scene, unit)
  if (either.length > 0) return oneOf(scene, either)
  if (unit.people) {
    const each = unit.people.map(mention => personMeant(scene, mention))
    return each.filter(person => person !== undefined)
  }
  return pronounMeant(scene, unit)
}

/** "Denise or Kurt": one of the two. */
const eitherOr = (scene: Scene, unit: Unit): readonly Unit[] => {
  const at = unit.people ? scene.view.indexOf(unit) : -1
  if (at < 0) return []
  const [after, before] = [scene.view[at + 2], scene.view[at - 2]]
  if (scene.view[at + 1]?.form === 'or' && after?.people) return [unit, after]
  return scene.view[at - 1]?.form === 'or' && before?.people ? [before, unit] : []
}

const oneOf = (scene: Scene, units: readonly Unit[]): readonly Person[] => {
  const among = units.flatMap(unit => certainPeople(scene, unit))
  const key = `either ${scene.index}`
  const assumed = among.find(person => personKey(person) === scene.assumed.get(key))
  if (assumed) return [assumed]
  doubt(scene, nobodyNamed(key, `Which of them was it? You wrote: “${excerpt(scene)}”`, among))
  return []
}

/** As `peopleOf`, where asking would be out of place. */
export const certainPeople = (scene: Scene, unit: Unit | undefined): readonly Person[] => {
  if (!unit) return []
  if (unit.pronoun)
    return scene.topic.length > 0 ? scene.topic : [focusPerson(scene)].filter(person => person !== undefined)
  return (unit.people ?? []).flatMap(mention => {
    const meant = narrowed(scene, mention)
    return meant.length === 1 ? meant : (assumedPerson(scene, mention, false) ?? [])
  })
}

/** Whom the note names besides the one spoken of; else whoever is likely. */
const othersNamed = (scene: Scene): readonly Person[] => {
  const named = scene.clauses.flatMap(({ units }) =>
    units.flatMap(each => (each.people ? certainPeople(scene, each) : [])),
  )
  const others = named.filter(
    (person, at) =>
      scene.topic.every(each => personKey(each) !== personKey(person)) &&
      named.findIndex(each => personKey(each) === personKey(person)) === at,
  )
  return others.length > 0 ? others : likely(scene)
}

const personMeant = (scene: Scene, mention: Mention): Person | undefined => {
  const meant = narrowed(scene, mention)
  if (meant.length === 1) return meant[0]
  const assumed = assumedPerson(scene, mention, true)
  if (assumed) return assumed[0]
  if (mention.meant.length === 0) {
    const added = newcomer(scene, mention)
    if (added) return added
  }
  doubt(scene, mention.meant.length > 0 ? whichOne(mention) : whoIs(scene, mention))
  return undefined
}

/** Several people of one name: a company named beside it, the account in question or the digest tells which. */
const narrowed = (scene: Scene, mention: Mention): readonly Person[] => {
  const [only] = mention.meant
  const isOne = mention.meant.every(({ contact, row }) => contact.name === only?.contact.name && row === only.row)
  if (isOne) return mention.meant.slice(0, 1)
  const rows = sentenceOf(scene).flatMap(clause => clause.units.flatMap(unit => unit.client ?? []))
  const named = mention.meant.filter(({ row }) => rows.includes(row))
  if (named.length > 0) return named
  const focused = mention.meant.filter(
    ({ contact, row }) => contact.id === scene.focus.contact || row.engagement === scene.focus.engagement,
  )
  if (focused.length > 0) return focused
  const lines = scene.book.digest?.lines ?? []
  const listed = mention.meant.filter(({ contact, row }) =>
    row.openTasks.some(task => task.contact === contact.id && lines.some(line => line.task === task.id)),
  )
  if (listed.length > 0) return listed
  const spokenOf = mention.meant.filter(person => scene.topic.some(other => personKey(other) === personKey(person)))
  return spokenOf.length > 0 ? spokenOf : mention.meant
}

const whichOne = (mention: Mention): Doubt => ({
  key: `name ${mention.said.toLowerCase()}`,
  rule: 'one name, several people',
  text: `Which ${mention.said} do you mean?`,
  options: mention.meant.slice(0, 10).map(person => ({
    value: personKey(person),
    word: person.contact.name.slice(0, 60),
    label: label(person),
  })),
})

const pronounMeant = (scene: Scene, unit: Unit): readonly Person[] => {
  const plural = unit.form === 'they' || unit.form === 'them'
  const [only, ...others] = scene.topic
  if (only && others.length === 0 && isCalled(scene, only, unit.form)) return scene.topic
  if (plural && scene.topic.length > 0) return scene.topic
  const focus = focusPerson(scene)
  if (scene.topic.length === 0 && focus) return [focus]
  const at = scene.clause.units.indexOf(unit)
  const before = scene.clause.units.slice(0, Math.max(at, 0)).filter(each => each.people)
  if (scene.topic.length === 0 && before.length === 1) return certainPeople(scene, before[0])
  const key = `pronoun ${scene.index}`
  const assumed = scene.names.everybody.find(person => personKey(person) === scene.assumed.get(key))
  if (assumed) return [assumed]
  const among = scene.topic.length > 1 ? scene.topic : othersNamed(scene)
  const said = unit.form === 'her' || unit.form === 'him' ? unit.form : `"${unit.form}"`
  doubt(scene, nobodyNamed(key, `Whom do you mean by ${said}?`, among))
  return []
}

/** Nobody is "she" in one sentence and "he" in the next: somebody else is meant. */
const isCalled = (scene: Scene, person: Person, form: string): boolean => {
  const as = GENDERED[form]
  const before = scene.spokenAs.get(personKey(person))
  if (as && !before) scene.spokenAs.set(personKey(person), as)
  return as === undefined || before === undefined || before === as
}
const GENDERED: Readonly<Record<string, 'he' | 'she'>> = { he: 'he', him: 'he', she: 'she', her: 'she' }

/** "Jim's boss" is not Jim. */
const ownsSomebody = (view: readonly Unit[], at: number): boolean =>
  view[at + 1]?.form === "'s" && OTHER_PEOPLE.has(view[at + 2]?.form ?? '')
const OTHER_PEOPLE = new Set(
  'boss manager wife husband partner colleague team deputy successor predecessor counterpart replacement staff people brother sister son daughter friend lawyer supervisor director department crew group'.split(
    ' ',
  ),
)

/** The people of a clause: named in the matched words, before a colon, by the number, or still spoken of. */
export const peopleIn = (scene: Scene, match: Match): readonly Person[] => {
  if (match.who) return peopleOf(scene, match.who)
  if (match.client) return peopleAt(scene, match.client)
  if (scene.clause.about?.people) return peopleOf(scene, scene.clause.about.people)
  if (scene.clause.about?.numbers) return scene.tasks.flatMap(personOfTask)
  const named = scene.view.filter((unit, at) => unit.people && !ownsSomebody(scene.view, at))
  if (named.length === 1 && named[0]) return peopleOf(scene, named[0])
  if (scene.clause.about?.client) return peopleAt(scene, scene.clause.about.client)
  if (scene.topic.length > 0) return scene.topic
  const next = scene.clauses[scene.index + 1]
  const shared = next?.continues && next.joint.includes('and') ? next.units.filter(unit => unit.people) : []
  if (shared.length === 1 && shared[0]) return peopleOf(scene, shared[0])
  const focus = focusPerson(scene)
  if (focus) return [focus]
  const client = scene.view.find(unit => unit.client)
  if (client) return peopleAt(scene, client)
  const key = `nobody ${scene.index}`
  const assumed = scene.names.everybody.find(person => personKey(person) === scene.assumed.get(key))
  if (assumed) return [assumed]
  const company = sentenceOf(scene).flatMap(({ units }) => units.filter(unit => unit.client))
  if (company[0] && company.length === 1) return peopleAt(scene, company[0])
  doubt(scene, nobodyNamed(key, `Who was that with? You wrote: “${excerpt(scene)}”`, likely(scene)))
  return []
}

export const personOfTask = ({ task, row }: Scene['tasks'][number]): readonly Person[] => {
  const contact = row.contacts.find(({ id }) => id === task.contact)
  return contact ? [{ contact, row }] : []
}

const focusPerson = (scene: Scene): Person | undefined => {
  const { contact, task, engagement } = scene.focus
  const byTask = scene.book.engagements.flatMap(row =>
    row.openTasks.filter(({ id }) => id === task).flatMap(open => personOfTask({ task: open, row })),
  )
  return (
    scene.names.everybody.find(
      person => person.contact.id === contact && (engagement === undefined || person.row.engagement === engagement),
    ) ?? byTask[0]
  )
}
