import { localDate } from '../../../shared/domain/calendar/days.ts'
import type { Fact } from '../../../shared/domain/engagement/events.ts'
import { sayCommand } from '../../../shared/domain/engagement/in-words.ts'
import { type Engagement, fold } from '../../../shared/domain/engagement/state.ts'
import type { Note, PlannedCommand } from '../../../shared/domain/note.ts'
import { weekdayAndDate } from '../../../shared/domain/plays/words.ts'
import type { EngagementId } from '../../../shared/domain/vocabulary.ts'
import { engagementStream } from '../../../shared/log/streams.ts'
import type { Owner } from '../../../shared/runtime/say.ts'
import type { World } from '../world.ts'

/** One thing that a note said, and whether it still stands. */
export type SaidLine = {
  readonly planned: PlannedCommand
  readonly engagement: Engagement
  readonly sentence: string
  /** The local day it happened, in words. */
  readonly day: string
  /** `not-taken`: the account was so already, or had moved on. */
  readonly standing: 'stands' | 'taken-back' | 'not-taken'
  /** What it recorded, where that stands. */
  readonly fact: Fact | undefined
}

/** Everything that a note said, what was put right afterwards included, in words. */
export const whatItSaid = async (world: World, owner: Owner, note: Note, now: string): Promise<readonly SaidLine[]> => {
  const today = localDate(owner.calendar, now)
  const told = [...note.commands, ...note.putRight].filter(({ command }) => !TAKES_BACK.has(command.command))
  const histories = new Map<EngagementId, readonly Fact[]>()
  for (const engagement of new Set(told.map(each => each.engagement))) {
    const { events } = await world.log.load(engagementStream(owner.firm, owner.recruiter, engagement))
    histories.set(engagement, events)
  }
  return told.flatMap((planned): SaidLine[] => {
    const events = histories.get(planned.engagement) ?? []
    const engagement = fold(events)
    if (engagement.stage === 'unopened') return []
    const recorded = events.filter(each => each.command === planned.id)
    // What a touchpoint settles or opens again beside itself comes and goes with it.
    const main = recorded.find(({ type }) => type === 'TouchpointLogged') ?? recorded[0]
    const fact = engagement.facts.find(({ position }) => position === main?.position)
    const stands = fact !== undefined && engagement.stage !== 'retracted'
    return [
      {
        planned,
        engagement,
        sentence: sayCommand(planned.command, { state: engagement, calendar: owner.calendar, today }),
        day: weekdayAndDate(localDate(owner.calendar, fact?.at ?? planned.at), today),
        standing: stands ? 'stands' : main ? 'taken-back' : 'not-taken',
        fact: stands ? fact : undefined,
      },
    ]
  })
}

const TAKES_BACK: ReadonlySet<PlannedCommand['command']['command']> = new Set([
  'RetractTouchpoint',
  'RetractPress',
  'RetractEngagement',
  'RetractContact',
])
