import type { Person } from './names.ts'
import type { Doubt, Scene } from './scene.ts'

/** What is not certain, as a question with the answers that would make it so. */

/** Whom a clause means: one certain person for each name, or a doubt that asks. Nobody is ever guessed. */

export const personKey = ({ contact, row }: Person): string => `${row.engagement} ${contact.id}`

export const label = ({ contact, row }: Person): string => `${contact.name}, ${row.client}`

export const doubt = (scene: Scene, raised: Doubt): void => {
  if (scene.doubts.length === 0) scene.saidBeforeDoubt = scene.said.length
  if (!scene.doubts.some(other => other.key === raised.key)) scene.doubts.push(raised)
}

export const excerpt = (scene: Scene): string => {
  const [first, last] = [scene.clause.units[0], scene.clause.units.at(-1)]
  return first && last ? scene.text.slice(first.start, last.end).replaceAll(/\s+/g, ' ').slice(0, 120) : ''
}

export const nobodyNamed = (key: string, text: string, among: readonly Person[]): Doubt => ({
  key,
  rule: 'nobody is named',
  text,
  options: among
    .slice(0, 8)
    .map(person => ({ value: personKey(person), word: person.contact.name.slice(0, 60), label: label(person) })),
})

/** Those with an open task first: the recruiter most likely writes about them. */
export const likely = (scene: Scene): readonly Person[] => {
  const withTask = scene.names.everybody.filter(({ contact, row }) =>
    row.openTasks.some(task => task.contact === contact.id),
  )
  return withTask.length > 0 ? withTask : scene.names.everybody.filter(({ row }) => row.stage === 'open')
}
