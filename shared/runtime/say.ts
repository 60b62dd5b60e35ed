import { localDate, plusDays } from '../domain/calendar/days.ts'
import type { WorkingCalendar } from '../domain/calendar/working-calendar.ts'
import type { Command, Refusal, Saying } from '../domain/engagement/commands.ts'
import { decide, isRefusal } from '../domain/engagement/decide.ts'
import type { EngagementEvent, Fact } from '../domain/engagement/events.ts'
import { evolve, fold, type State } from '../domain/engagement/state.ts'
import { type Policy, policyFor } from '../domain/policy.ts'
import type { CommandId, EngagementId, FirmId, RecruiterId } from '../domain/vocabulary.ts'
import type { EventLog } from '../log/log.ts'
import { engagementStream } from '../log/streams.ts'
import { execute } from './execute.ts'

/** Whose engagement it is, and by which calendar and policy what is left unsaid is filled in. */
export type Owner = {
  readonly firm: FirmId
  readonly recruiter: RecruiterId
  readonly calendar: WorkingCalendar
  readonly policy: Policy
}

export type Said = {
  readonly state: State
  readonly events: readonly EngagementEvent[]
  readonly position: number
  readonly refused: readonly { readonly command: CommandId; readonly refusal: Refusal }[]
}

/**
 * Says commands to one engagement, in order, as one decision: all their events land together or not at all, and what
 * was said before changes nothing. A refused command leaves the others standing and is told.
 */
export const say = async (
  log: EventLog,
  owner: Owner,
  engagement: EngagementId,
  commands: readonly { readonly command: Command; readonly saying: Saying }[],
): Promise<Said> => {
  let refused: { command: CommandId; refusal: Refusal }[] = []
  const outcome = await execute(log, engagementStream(owner.firm, owner.recruiter, engagement), fold, start => {
    refused = []
    let state: State = start
    const events: EngagementEvent[] = []
    for (const { command, saying } of commands) {
      const decision = decide(completed(command, saying.at, owner, state), notBefore(saying, state), state)
      if (isRefusal(decision)) {
        refused.push({ command: saying.id, refusal: decision })
        continue
      }
      for (const event of decision) state = evolve(state, { ...event, position: state.position } satisfies Fact)
      events.push(...decision)
    }
    return events
  })
  return { state: outcome.state, events: outcome.appended, position: outcome.position, refused }
}

/** `now` is the triggering event's instant, or the stream's last one if that is later: a log never runs backwards. */
const notBefore = (saying: Saying, state: State): Saying =>
  state.recordedAt !== '' && Date.parse(state.recordedAt) > Date.parse(saying.now)
    ? { ...saying, now: state.recordedAt }
    : saying

/** A frozen opening is revisited after the policy's days, counted in the recruiter's own zone, unless a day was named. */
const completed = (command: Command, at: string, { calendar, policy }: Owner, state: State): Command => {
  if (command.command !== 'LearnReason' || command.revisitOn !== undefined || state.stage === 'unopened') return command
  return { ...command, revisitOn: plusDays(localDate(calendar, at), policyFor(policy, state).revisitDays) }
}
