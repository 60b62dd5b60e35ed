import type { EngagementRow } from '../../../views/rows.ts'
import { doubt, nobodyNamed, personKey } from './doubts.ts'
import type { Person } from './names.ts'
import type { Scene } from './scene.ts'
import type { Unit } from './units.ts'

/** Which account a company's name means, and who there. */

/** A company stands for its one person; with more of them, ask which. */
export const peopleAt = (scene: Scene, unit: Unit): readonly Person[] => {
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
