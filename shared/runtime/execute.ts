import type { Recorded } from '../domain/engagement/events.ts'
import { Conflict, type EventLog } from '../log/log.ts'
import type { StreamEvent, StreamName } from '../log/streams.ts'

/** Where a command left its stream. `appended` is empty where nothing had to change. */
export type Executed<Name extends StreamName, State> = {
  readonly refused: false
  readonly appended: readonly Recorded<StreamEvent<Name>>[]
  /** Where the next event goes. */
  readonly position: number
  readonly state: State
}

/**
 * Loads a stream, folds it, asks `decide`, appends what it answers; where somebody else appended meanwhile, loads and
 * decides again, up to `attempts` times in all. A refusal is handed back and appends nothing. `decide` may run more
 * than once: it never sends anything. Throws `Conflict` after the last attempt, and what the log throws.
 */
export const execute = async <Name extends StreamName, State, Decided extends readonly StreamEvent<Name>[] | Refused>(
  log: EventLog,
  stream: Name,
  fold: (events: readonly Recorded<StreamEvent<Name>>[]) => State,
  decide: (state: State) => Decided | Promise<Decided>,
  attempts = 5,
): Promise<Executed<Name, State> | Extract<Decided, Refused>> => {
  const { events, version } = await log.load(stream)
  const state = fold(events)
  const decided: readonly StreamEvent<Name>[] | Refused = await decide(state)
  if ('refused' in decided) return decided as Extract<Decided, Refused>
  try {
    const { position } = await log.append(version, decided)
    const appended = decided.map((event, index) => ({ ...event, position: version.position + index }))
    return { refused: false, appended, position, state: appended.length ? fold([...events, ...appended]) : state }
  } catch (error) {
    if (error instanceof Conflict && attempts > 1) return execute(log, stream, fold, decide, attempts - 1)
    throw error
  }
}

type Refused = { readonly refused: true }
