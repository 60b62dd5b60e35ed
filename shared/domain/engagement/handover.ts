import { CommandId, type RecruiterId } from '../vocabulary.ts'
import { recorded } from './draft.ts'
import type { EngagementEvent, Fact } from './events.ts'

/**
 * A handover ends the giver's stream for good, and then the receiver's is told the whole of it, event by event at the
 * same positions: what is due names its causes by position. What was due is due with the receiver.
 */

/**
 * What the receiver's stream is still to be told, in order; nothing where it has it all. `given` is the giver's stream,
 * handed over; `kept` the receiver's, which may hold a beginning: of a copy that was cut off, or of the time when the
 * account was theirs before. Throws where the two histories are not one.
 */
export const stillToTakeOver = (
  given: readonly Fact[],
  kept: readonly Fact[],
  from: { readonly recruiter: RecruiterId; readonly name?: string | undefined },
): readonly EngagementEvent[] => {
  const handed = given.findLast(fact => fact.type === 'EngagementHandedOver')
  if (!handed) return []
  const apart = kept.slice(0, given.length).find((fact, position) => fact.command !== given[position]?.command)
  if (apart) throw new TypeError(`the history that was handed over differs at ${apart.position}`)
  if (kept.length > given.length) return []
  const told = given.slice(kept.length).map(({ position: _position, ...event }): EngagementEvent => {
    return { ...event, handedOver: true }
  })
  const { at, recordedAt, by, source, evidence } = handed
  const saying = { id: CommandId.parse(`${handed.command}.taken`), at, now: recordedAt, by, source, evidence }
  const wasDue = given.flatMap(fact =>
    fact.type === 'TaskSettled' && fact.command === handed.command ? [fact.task] : [],
  )
  return [
    ...told,
    recorded(saying)({
      type: 'EngagementTakenOver',
      from: from.recruiter,
      ...(from.name ? { name: from.name } : {}),
    }),
    ...wasDue.map(task => recorded(saying)({ type: 'TaskReopened', task })),
  ]
}
