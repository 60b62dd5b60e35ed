import { distance } from 'fastest-levenshtein'
import type { ContactId } from '../../../domain/vocabulary.ts'
import type { EngagementRow } from '../../../views/rows.ts'
import type { Mention, Person } from './people.ts'
import type { Match } from './phrases.ts'
import type { Doubt, Scene } from './scene.ts'
import type { Unit } from './units.ts'

/** Whom a clause means: one certain person for each name, or a doubt that asks. Nobody is ever guessed. */

export const personKey = ({ contact, row }: Person): string => `${row.engagement} ${contact.id}`
export const label = ({ contact, row }: Person): string => `${contact.name}, ${row.client}`

export const doubt = (scene: Scene, raised: Doubt): void => {
  if (!scene.doubts.some(other => other.key === raised.key)) scene.doubts.push(raised)
}

/** The people a unit means; empty, with a doubt raised, where that is not certain. */
export const peopleOf = (scene: Scene, unit: Unit): readonly Person[] => {
  if (unit.people) {
    const each = unit.people.map(mention => personMeant(scene, mention))
    return each.every(person => person !== undefined) ? each : []
  }
  return pronounMeant(scene, unit)
}

/** As `peopleOf`, where asking would be out of place. */
export const certainPeople = (scene: Scene, unit: Unit | undefined): readonly Person[] => {
  if (!unit) return []
  if (unit.pronoun) return scene.topic
  return (unit.people ?? []).flatMap(mention => {
    const meant = narrowed(scene, mention)
    return meant.length === 1 ? meant : (assumedPerson(scene, mention, false) ?? [])
  })
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
  if (mention.meant.length < 2) return mention.meant
  const sentence = scene.clauses.filter(clause => clause.sentence === scene.clause.sentence)
  const rows = sentence.flatMap(clause => clause.units.flatMap(unit => unit.client ?? []))
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

const whoIs = (scene: Scene, mention: Mention): Doubt => {
  const first = mention.said.toLowerCase().split(' ')[0] ?? ''
  const alike = scene.names.everybody.filter(({ contact, row }) => {
    const name = contact.name.toLowerCase().split(' ')[0] ?? ''
    return (
      row.stage === 'open' && first.length >= 3 && (name.startsWith(first.slice(0, 3)) || distance(name, first) <= 2)
    )
  })
  const rows = accountsInSight(scene)
  return {
    key: `name ${mention.said.toLowerCase()}`,
    rule: 'a name nobody is known by',
    text: `I know nobody called ${mention.said}. Who is it?`,
    unknownName: mention.said.slice(0, 200),
    options: [
      ...alike.slice(0, 5).map(person => ({
        value: personKey(person),
        word: person.contact.name.slice(0, 60),
        label: `${mention.said} is ${label(person)}`.slice(0, 200),
      })),
      ...rows.slice(0, 4).map(row => ({
        value: `new ${row.engagement}`,
        word: `new at ${row.client}`.slice(0, 60),
        label: `Someone new at ${row.client}`.slice(0, 200),
      })),
    ],
  }
}

const accountsInSight = (scene: Scene): readonly EngagementRow[] => {
  const named = scene.clauses.flatMap(clause => clause.units.flatMap(unit => unit.client ?? []))
  const spokenOf = scene.topic.map(({ row }) => row)
  const focused = scene.book.engagements.filter(row => row.engagement === scene.focus.engagement)
  return [...new Set([...named, ...spokenOf, ...focused, ...(scene.account ? [scene.account] : [])])]
}

const assumedPerson = (scene: Scene, mention: Mention, record: boolean): readonly Person[] | undefined => {
  const value = scene.assumed.get(`name ${mention.said.toLowerCase()}`)
  if (value === undefined) return undefined
  if (value.startsWith('new ')) {
    const row = scene.book.engagements.find(({ engagement }) => engagement === value.slice(4))
    return row ? [addPerson(scene, mention.said, row)] : undefined
  }
  const person = scene.names.everybody.find(each => personKey(each) === value)
  if (!person) return undefined
  if (record && mention.meant.length === 0 && mention.said.length <= 200) {
    const command = { command: 'ChangeContact', contact: person.contact.id, alias: mention.said } as const
    remember(scene, person.row, command, 'what a person is called')
  }
  return [person]
}

/** A full name beside one known company is somebody new there: "met Joe Park at Acme". */
const newcomer = (scene: Scene, mention: Mention): Person | undefined => {
  if (!mention.said.includes(' ')) return undefined
  const rows = [...new Set(scene.clause.units.flatMap(unit => unit.client ?? []))]
  const row = rows.length === 1 ? rows[0] : undefined
  return row ? addPerson(scene, mention.said, row) : undefined
}

/** Adds a person to an account: the same name there is always the same id. */
export const addPerson = (scene: Scene, name: string, row: EngagementRow): Person => {
  const id = `n.${row.engagement}`.slice(0, 30)
  const contact = `${id}.${slug(name)}`.slice(0, 64) as ContactId
  const role = roleIn(scene)
  const command = { command: 'AddContact', contact, name, role, emails: [], phones: [] } as const
  remember(scene, row, { ...command, emails: [], phones: [] }, 'somebody new at a client')
  return {
    row,
    contact: {
      id: contact,
      name,
      role,
      emails: [],
      phones: [],
      aliases: [],
      candidate: false,
      left: false,
      optedOut: false,
    },
  }
}
const slug = (name: string): string =>
  [...name.toLowerCase()]
    .map(letter =>
      /[a-z0-9]/.test(letter) ? letter : letter === ' ' ? '-' : (letter.codePointAt(0) ?? 0).toString(36),
    )
    .join('')

const roleIn = (scene: Scene): Person['contact']['role'] => {
  const forms = scene.clauses
    .filter(clause => clause.sentence === scene.clause.sentence)
    .flatMap(clause => clause.units.map(unit => unit.form))
    .join(' ')
  if (/\bhiring[ _]manager\b/.test(forms)) return 'hiring-manager'
  if (/\b(hr director|director of hr|head of hr|vp of hr|vp hr|hr manager of managers)\b/.test(forms))
    return 'hr-director'
  return /\bhr\b/.test(forms) ? 'hr' : 'other'
}

const remember = (scene: Scene, row: EngagementRow, command: Scene['said'][number]['command'], rule: string): void => {
  const known = scene.said.some(
    ({ command: other }) => other.command === command.command && JSON.stringify(other) === JSON.stringify(command),
  )
  if (!known) scene.said.push({ row, command, rule, at: '' })
}

const pronounMeant = (scene: Scene, unit: Unit): readonly Person[] => {
  const plural = unit.form === 'they' || unit.form === 'them'
  if (scene.topic.length === 1 || (plural && scene.topic.length > 0)) return scene.topic
  const focus = focusPerson(scene)
  if (scene.topic.length === 0 && focus) return [focus]
  const at = scene.clause.units.indexOf(unit)
  const before = scene.clause.units.slice(0, Math.max(at, 0)).filter(each => each.people)
  if (scene.topic.length === 0 && before.length === 1) return certainPeople(scene, before[0])
  const key = `pronoun ${scene.index}`
  const assumed = scene.names.everybody.find(person => personKey(person) === scene.assumed.get(key))
  if (assumed) return [assumed]
  const among = scene.topic.length > 1 ? scene.topic : likely(scene)
  const said = unit.form === 'her' || unit.form === 'him' ? unit.form : `"${unit.form}"`
  doubt(scene, nobodyNamed(key, `Whom do you mean by ${said}?`, among))
  return []
}

/** The people of a clause: named in the matched words, before a colon, by the number, or still spoken of. */
export const peopleIn = (scene: Scene, match: Match): readonly Person[] => {
  if (match.who) return peopleOf(scene, match.who)
  if (match.client) return peopleAt(scene, match.client)
  if (scene.clause.about?.people) return peopleOf(scene, scene.clause.about.people)
  if (scene.clause.about?.numbers) return scene.tasks.flatMap(personOfTask)
  const named = scene.clause.units.filter(unit => unit.people)
  if (named.length === 1 && named[0]) return peopleOf(scene, named[0])
  if (scene.clause.about?.client) return peopleAt(scene, scene.clause.about.client)
  if (scene.topic.length > 0) return scene.topic
  const focus = focusPerson(scene)
  if (focus) return [focus]
  const client = scene.clause.units.find(unit => unit.client)
  if (client) return peopleAt(scene, client)
  const key = `nobody ${scene.index}`
  const assumed = scene.names.everybody.find(person => personKey(person) === scene.assumed.get(key))
  if (assumed) return [assumed]
  doubt(scene, nobodyNamed(key, `Who was that with? You wrote: “${excerpt(scene)}”`, likely(scene)))
  return []
}

export const excerpt = (scene: Scene): string => {
  const [first, last] = [scene.clause.units[0], scene.clause.units.at(-1)]
  return first && last ? scene.text.slice(first.start, last.end).replaceAll(/\s+/g, ' ').slice(0, 120) : ''
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

/** A company stands for its one person; with more of them, ask which. */
const peopleAt = (scene: Scene, unit: Unit): readonly Person[] => {
  const row = rowOfClient(scene, unit)
  if (!row) return []
  const there = row.contacts.filter(contact => !contact.left && !contact.candidate).map(contact => ({ contact, row }))
  if (there.length === 1) return there
  const spokenOf = scene.topic.filter(person => person.row === row)
  if (spokenOf.length > 0) return spokenOf
  const key = `nobody ${scene.index}`
  const assumed = there.find(person => personKey(person) === scene.assumed.get(key))
  if (assumed) return [assumed]
  doubt(scene, nobodyNamed(key, `Who at ${row.client} was that?`, there))
  return []
}

const nobodyNamed = (key: string, text: string, among: readonly Person[]): Doubt => ({
  key,
  rule: 'nobody is named',
  text,
  options: among
    .slice(0, 8)
    .map(person => ({ value: personKey(person), word: person.contact.name.slice(0, 60), label: label(person) })),
})

/** Those with an open task first: the recruiter most likely writes about them. */
const likely = (scene: Scene): readonly Person[] => {
  const withTask = scene.names.everybody.filter(({ contact, row }) =>
    row.openTasks.some(task => task.contact === contact.id),
  )
  return withTask.length > 0 ? withTask : scene.names.everybody.filter(({ row }) => row.stage === 'open')
}

export const rowOfClient = (scene: Scene, unit: Unit): EngagementRow | undefined => {
  const rows = unit.client ?? []
  if (rows.length < 2) return rows[0]
  const spokenOf = rows.find(
    row => scene.topic.some(person => person.row === row) || row.engagement === scene.focus.engagement,
  )
  if (spokenOf) return spokenOf
  const key = `client ${rows
    .map(row => row.client)
    .join('|')
    .slice(0, 100)}`
  const assumed = rows.find(row => row.engagement === scene.assumed.get(key))
  if (assumed) return assumed
  doubt(scene, {
    key,
    rule: 'one company, several accounts',
    text: `Which account at ${rows[0]?.client ?? ''} do you mean?`,
    options: rows.slice(0, 10).map(row => ({
      value: row.engagement,
      word: [row.client, ...row.openings].join(' ').slice(0, 60),
      label: [row.client, ...row.contacts.map(contact => contact.name)].join(', ').slice(0, 200),
    })),
  })
  return undefined
}

/** The account a clause is about, and the one person, where it names or goes on about one. */
export type Subject = { readonly row: EngagementRow; readonly contact?: ContactId }

export const subjectsOf = (scene: Scene, match: Match): readonly Subject[] => {
  const client =
    match.client ??
    (match.who ? undefined : (scene.clause.about?.client ?? scene.clause.units.find(unit => unit.client)))
  const unit = match.who ?? scene.clause.about?.people ?? scene.clause.units.find(each => each.people)
  if (client && !unit) {
    const row = rowOfClient(scene, client)
    const one = scene.topic.length === 1 && scene.topic[0]?.row === row ? scene.topic[0] : undefined
    return row ? [{ row, ...(one ? { contact: one.contact.id } : {}) }] : []
  }
  const vague = unit?.pronoun && (unit.form === 'they' || scene.topic.length > 1) && sameAccount(scene.topic)
  if (vague && scene.topic.length > 1) return scene.topic[0] ? [{ row: scene.topic[0].row }] : []
  const people = unit ? peopleOf(scene, unit) : scene.teller.length > 0 ? scene.teller : peopleIn(scene, match)
  const first = people[0]
  if (!first) return []
  return people.length > 1 && sameAccount(people)
    ? [{ row: first.row }]
    : people.map(({ row, contact }) => ({ row, contact: contact.id }))
}
const sameAccount = (people: readonly Person[]): boolean => new Set(people.map(({ row }) => row.engagement)).size === 1
