import { doubt } from '../doubts.ts'
import type { Person } from '../names.ts'
import type { Match } from '../phrases.ts'
import type { Scene, TaskAt } from '../scene.ts'
import { peopleOf } from '../who.ts'

/** Which tasks of the digest a note speaks of. */

/** The tasks an answer is for: by number, by name, or the only one there is. */
export const tasksMeant = (match: Match, scene: Scene): readonly TaskAt[] => {
  if (scene.tasks.length > 0 || scene.clause.about?.numbers) return scene.tasks
  const unit = match.who ?? scene.clause.about?.people ?? scene.clause.units.find(each => each.people)
  if (unit) return peopleOf(scene, unit).flatMap(tasksOf)
  const client = match.client ?? scene.clause.about?.client ?? scene.clause.units.find(each => each.client)
  if (client?.client?.length === 1)
    return (client.client[0]?.openTasks ?? []).flatMap(task =>
      client.client?.[0] ? [{ task, row: client.client[0] }] : [],
    )
  const focused = openTasks(scene).filter(({ task }) => task.id === scene.focus.task)
  if (focused.length > 0) return focused
  if (scene.clause.continues && scene.topic.length > 0) return scene.topic.flatMap(tasksOf)
  const listed = listedTasks(scene)
  const has = (...forms: readonly string[]): boolean => scene.clause.units.some(({ form }) => forms.includes(form))
  if (listed.length === 1 || has('all', 'everything', 'any', 'none')) return listed
  if (listed.length === 2 && has('both', 'either', 'neither')) return listed
  const key = `task ${scene.index}`
  const assumed = listed.find(({ task }) => task.id === scene.assumed.get(key))
  if (assumed) return [assumed]
  if (listed.length > 0)
    doubt(scene, {
      key,
      rule: 'an answer without a number',
      text: 'Which task do you mean?',
      options: listed.slice(0, 10).map(({ task, row, number }) => {
        const name = row.contacts.find(contact => contact.id === task.contact)?.name
        return {
          value: task.id,
          word: String(number ?? name ?? row.client).slice(0, 60),
          label: [name, row.client].filter(Boolean).join(', ').slice(0, 200),
        }
      }),
    })
  return []
}

export const openTasks = (scene: Scene): readonly TaskAt[] =>
  scene.book.engagements.flatMap(row => row.openTasks.map(task => ({ task, row })))

export const listedTasks = (scene: Scene): readonly TaskAt[] =>
  (scene.book.digest?.lines ?? []).flatMap(line => {
    const found = openTasks(scene).find(({ task }) => task.id === line.task)
    return found ? [{ ...found, ...(line.number === undefined ? {} : { number: line.number }) }] : []
  })

const tasksOf = ({ contact, row }: Person): readonly TaskAt[] =>
  row.openTasks.filter(task => task.contact === contact.id).map(task => ({ task, row }))
