import { distance } from 'fastest-levenshtein'
import type { ContactId } from '../../../domain/vocabulary.ts'
import type { EngagementRow } from '../../../views/rows.ts'
import { label, personKey } from './doubts.ts'
import type { Mention, Person } from './names.ts'
import { type Doubt, type Scene, sentenceOf } from './scene.ts'

/** People whom the book does not know: added where it is certain that they are new, asked about where it is not. */

export const whoIs = (scene: Scene, mention: Mention): Doubt => {
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

export const assumedPerson = (scene: Scene, mention: Mention, record: boolean): readonly Person[] | undefined => {
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

/** Whoever is named in full and known to nobody. */
export const isNewName = (mention: Mention | undefined): mention is Mention =>
  mention?.meant.length === 0 &&
  !TITLES.has(mention.said.toLowerCase().split(/[ .]/)[0] ?? '') &&
  mention.said.includes(' ') &&
  !COMPANIES_END_IN.has(mention.said.toLowerCase().split(' ').at(-1) ?? '')

/** A full name beside one known company is somebody new there: "met Joe Park at Acme". */
export const newcomer = (scene: Scene, mention: Mention): Person | undefined => {
  if (!isNewName(mention)) return undefined
  const before = addedBefore(scene, mention.said)
  if (before) return addPerson(scene, mention.said, before)
  const rows = [...new Set(scene.clause.units.flatMap(unit => unit.client ?? []))]
  const row = rows.length === 1 ? rows[0] : undefined
  return row ? addPerson(scene, mention.said, row) : undefined
}

/** "Mr Taylor" is half a name. */
const TITLES = new Set(['mr', 'mrs', 'ms', 'miss', 'dr', 'sir', 'madam'])
const COMPANIES_END_IN = new Set(
  'group ltd limited inc llc plc gmbh holdings partners corp corporation company bank university college hospital industries solutions systems technologies services consulting recruitment search'.split(
    ' ',
  ),
)

/** The account to which this note has added them already. */
export const addedBefore = (scene: Scene, name: string): EngagementRow | undefined =>
  scene.said.find(({ command }) => command.command === 'AddContact' && command.name === name)?.row

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
  const forms = sentenceOf(scene)
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
  if (!known) scene.said.push({ row, command, rule, at: '', from: 0 })
}
