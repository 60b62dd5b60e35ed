import type { Book } from '../reading.ts'
import type { Unit } from './units.ts'

/** "Left a message for 1 and sent 2 an email": in an answer to a digest, the person whose task has that number. */
export const peopleByNumber = (units: readonly Unit[], { digest, engagements }: Book): readonly Unit[] =>
  units.map((unit, at) => {
    if (unit.number === undefined || !reaches(units, at) || !endsThere(units[at + 1])) return unit
    const line = digest?.lines.find(({ number }) => number === unit.number)
    const row = engagements.find(({ openTasks }) => openTasks.some(({ id }) => id === line?.task))
    const task = row?.openTasks.find(({ id }) => id === line?.task)
    const contact = row?.contacts.find(({ id }) => id === task?.contact)
    if (!row || !contact) return unit
    return { form: '@', people: [{ said: contact.name, meant: [{ contact, row }] }], start: unit.start, end: unit.end }
  })

const reaches = (units: readonly Unit[], at: number): boolean => {
  const before = units[at - 1]?.form ?? ''
  return TO_SOMEBODY.has(before) || (before === 'for' && MEDIA.has(units[at - 2]?.form ?? ''))
}
const TO_SOMEBODY = new Set('to with called emailed texted sent reached left gave phoned'.split(' '))
const MEDIA = new Set(['message', 'voicemail', 'email', 'text', 'note', 'word'])
/** A count goes on: "sent 2 résumés". */
const endsThere = (next: Unit | undefined): boolean =>
  next === undefined ||
  next.stop !== undefined ||
  next.mark === true ||
  next.when !== undefined ||
  ['and', 'an', 'a', 'the', 'but'].includes(next.form)
