import type { Fact } from '../domain/engagement/events.ts'
import { fold } from '../domain/engagement/state.ts'
import type { EngagementId } from '../domain/vocabulary.ts'
import type { EventLog } from '../log/log.ts'
import { engagementStream } from '../log/streams.ts'
import type { FirmRow, RecruiterRow } from '../views/rows.ts'
import { isOfMessage } from './read/mail-id.ts'
import type { Message } from './read/message.ts'
import type { Book, Occasion, Reading } from './read/reading.ts'
import { type Logged, withoutRepeats } from './read/repeats.ts'
import { understand } from './read/understand.ts'

/**
 * How a message reads on what the log holds of the accounts that it names: a doubt between them ends where the log
 * knows the mail that it answers, and nothing is told twice. Writes nothing. Throws what the log throws.
 */
export const readOn = async (
  log: EventLog,
  whose: { readonly firm: FirmRow; readonly recruiter: RecruiterRow },
  message: Message,
  book: Book,
  occasion: Occasion,
): Promise<Reading> => {
  const streams = new Map<EngagementId, Promise<readonly Fact[]>>()
  const load = (engagement: EngagementId): Promise<readonly Fact[]> => {
    const known = streams.get(engagement)
    if (known) return known
    const loading = log
      .load(engagementStream(whose.firm.firm, whose.recruiter.recruiter, engagement))
      .then(({ events }) => {
        const state = fold(events)
        return state.stage === 'unopened' ? [] : state.facts
      })
    streams.set(engagement, loading)
    return loading
  }
  const first = understand(message, book, occasion)
  const thread = first.status === 'asked' ? await threadOf(message, first, load) : undefined
  const reading = thread ? understand(message, { ...book, thread }, occasion) : first
  const logged = await loaded(toldIn(reading), load)
  return withoutRepeats(reading, logged, book, occasion)
}

type Load = (engagement: EngagementId) => Promise<readonly Fact[]>

/** The one account in doubt that holds a mail which this one answers. */
const threadOf = async (message: Message, reading: Reading, load: Load): Promise<EngagementId | undefined> => {
  const answered = [...message.references, ...(message.inReplyTo ? [message.inReplyTo] : [])]
  if (answered.length === 0) return undefined
  const inDoubt = toldIn(reading)
  const logged = await loaded(inDoubt, load)
  const [thread, ...others] = inDoubt.filter(engagement =>
    logged(engagement).some(fact => fact.type === 'TouchpointLogged' && isOfMessage(fact.touchpoint, answered)),
  )
  return others.length === 0 ? thread : undefined
}

/** The accounts of which a reading tells a touchpoint, whichever its answer is. */
const toldIn = (reading: Reading): readonly EngagementId[] => {
  const commands = 'commands' in reading ? reading.commands : []
  const answers = 'question' in reading ? reading.question.answers.flatMap(answer => answer.commands) : []
  const telling = [...commands, ...answers].filter(({ command }) => command.command === 'LogTouchpoint')
  return [...new Set(telling.map(({ engagement }) => engagement))]
}

const loaded = async (engagements: readonly EngagementId[], load: Load): Promise<Logged> => {
  const facts = new Map(await Promise.all(engagements.map(async id => [id, await load(id)] as const)))
  return engagement => facts.get(engagement) ?? []
}
