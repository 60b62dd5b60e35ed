import type { Clause } from './clauses.ts'
import type { When } from './dates.ts'
import { doubt } from './doubts.ts'
import { withSubject } from './elided.ts'
import { dayKey, pastWhen, withoutHour } from './moment.ts'
import type { Person } from './names.ts'
import { listedTasks } from './rules/tasks-meant.ts'
import { clauseWords, type Scene } from './scene.ts'
import { hearTellers } from './tellers.ts'
import { certainPeople, personOfTask } from './who.ts'

/** Brings the scene to this clause: whose words, which tasks, what day. Answers with those whom it says we spoke with. */
export const enter = (scene: Scene, clause: Clause, index: number): readonly Person[] => {
  const sameSentence = scene.clauses[index - 1]?.sentence === clause.sentence
  scene.clause = clause
  scene.index = index
  scene.moot = false
  if (!sameSentence) scene.teller = []
  turnTo(scene, clause.about, sameSentence)
  scene.view = withSubject(scene, clause)
  const { spoken, when } = hearTellers(scene)
  const own = pastWhen(scene.view)
  const kept = keptWhen(scene, own, sameSentence)
  scene.whenBefore = when ?? kept
  scene.when = own ? whenOf(scene, own, sameSentence ? kept : undefined) : kept
  return spoken
}

/** "3: vm", "Susan: left vm": what stands before the colon says which tasks, or whom it is about. */
const turnTo = (scene: Scene, about: Clause['about'], sameSentence: boolean): void => {
  if (about?.numbers) {
    scene.tasks = numbered(scene, about.numbers)
    scene.topic = scene.tasks.flatMap(personOfTask)
  } else if (about || !sameSentence) scene.tasks = []
  if (about?.people) scene.topic = certainPeople(scene, about.people)
}

/** The day and hour of the clause before, as far as this one goes on with it. */
const keptWhen = (scene: Scene, own: When | undefined, sameSentence: boolean): When | undefined => {
  const { clause, index, view } = scene
  const another = clause.about !== undefined && clause.about !== scene.clauses[index - 1]?.about
  const namesNobody = clause.about === undefined && view.every(unit => !unit.people && !unit.client)
  if (another || (!sameSentence && !namesNobody && !comesLater(clause))) return undefined
  if (clause.continues && !own && clause.units.some(({ form }) => form === 'just')) return undefined
  const kept = comesLater(clause) ? withoutHour(scene.when) : scene.when
  return sameSentence && !kept?.day && tellsOfAnother(scene) ? undefined : kept
}

/** "Got back to me at 4, Walt texted too": the hour was the first one's. */
const tellsOfAnother = ({ clause, topic }: Scene): boolean =>
  topic.length > 0 &&
  clause.units.some(unit =>
    unit.people?.some(({ meant: [person, ...more] }) => person && more.length === 0 && !topic.includes(person)),
  )

/** A day long past may have been answered to be today; an hour is that of the sentence's day. */
const whenOf = (scene: Scene, own: When, before: When | undefined): When | undefined => {
  if (scene.assumed.get(dayKey(own)) === 'today') return undefined
  return !own.day && before?.day ? { ...own, day: before.day } : own
}

/** "At 10, then emailed her": the hour was that of the deed before. */
const comesLater = ({ joint, units }: Clause): boolean =>
  joint.split(' ').some(word => LATER.has(word)) ||
  units.slice(0, 3).some(({ form }) => LATER.has(form)) ||
  LATER.has(units.at(-1)?.form ?? '')
const LATER = new Set(['then', 'afterwards', 'afterward', 'later', 'subsequently'])

const numbered = (scene: Scene, numbers: readonly number[]): Scene['tasks'] => {
  const listed = listedTasks(scene)
  return numbers.flatMap(number => {
    const found = listed.find(task => task.number === number)
    const wasThere = scene.book.digest?.lines.some(line => line.number === number)
    const why = wasThere
      ? `What stood as ${number} in that morning's mail is settled already.`
      : `There was no ${number} in that morning's mail.`
    if (!found)
      doubt(scene, {
        key: `number ${number}`,
        rule: wasThere ? 'a number that is settled already' : 'a number that is not in the digest',
        text: `${why} Whom is “${clauseWords(scene).slice(0, 120)}” about?`,
        options: [],
      })
    return found ? [found] : []
  })
}
