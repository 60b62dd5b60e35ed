import type { PlannedCommand } from '../../shared/domain/note.ts'
import { type EngagementId, NoteId } from '../../shared/domain/vocabulary.ts'
import { createDynamoLog } from '../../shared/log/dynamo.ts'
import type { EventLog } from '../../shared/log/log.ts'
import { engagementStream } from '../../shared/log/streams.ts'
import { loadBook } from '../../shared/mail/book.ts'
import { readMessage } from '../../shared/mail/read/message.ts'
import { readOn } from '../../shared/mail/reader.ts'
import { say } from '../../shared/runtime/say.ts'
import { createDynamoViews } from '../../shared/views/dynamo.ts'
import type { FirmRow, RecruiterRow } from '../../shared/views/rows.ts'
import { instant } from './clock.ts'
import { type FlatEvent, flatLog } from './history.ts'
import { type Arrival, stored } from './mail-in.ts'
import type { Stack } from './stack.ts'

/** How a message would be read: the functions' own reading, on the stack as it stands, with nothing written. */
export type Foretold = {
  readonly status: 'understood' | 'asked' | 'held' | 'nothing'
  /** What would be appended, flat. */
  readonly events: readonly FlatEvent[]
  readonly rule: string
  /** What would be asked, or why it would be held or left. */
  readonly question: string | null
}

/** The note that it would be. */
const NOTE = NoteId.parse('foretold')

export const foretell = async (stack: Stack, arrival: Arrival): Promise<Foretold> => {
  const { client, log: table, views: viewsTable } = stack.history
  const views = createDynamoViews(client, viewsTable)
  const log = createDynamoLog(client, table)
  const now = instant(stack.clock.time())
  const [local = '', inboundDomain = ''] = (arrival.recipients[0] ?? '').split('@')
  const [token = '', digest] = local.toLowerCase().split('+')
  const recruiter = await views.recruiterByInbound(token)
  const firm = recruiter && (await views.firm(recruiter.firm))
  if (!recruiter || !firm) return unread('nobody has this inbound address')

  const message = await readMessage(await stored(arrival, 'foretold', stack.clock.time()))
  if (message.kind === 'too-much') return unread('over a limit')
  const book = await loadBook(views, log, { firm, recruiter, inboundDomain }, now, digest)
  const sentAt = message.date && Date.parse(message.date) <= Date.parse(now) ? message.date : now
  const reading = await readOn(log, { firm, recruiter }, message, book, { note: NOTE, sentAt, arrivedAt: now })
  return {
    status: reading.status,
    rule: reading.rule,
    question: 'question' in reading ? reading.question.text : null,
    events: 'commands' in reading ? await decided(log, firm, recruiter, reading.commands, now) : [],
  }
}

const unread = (rule: string): Foretold => ({ status: 'held', rule, question: null, events: [] })

/** What the commands would append, decided on the streams as they are. */
const decided = async (
  log: EventLog,
  firm: FirmRow,
  recruiter: RecruiterRow,
  commands: readonly PlannedCommand[],
  now: string,
): Promise<FlatEvent[]> => {
  const forgetful: EventLog = { load: log.load, append: async after => after }
  const owner = { firm: firm.firm, recruiter: recruiter.recruiter, calendar: recruiter.calendar, policy: firm.policy }
  const byEngagement: [EngagementId, readonly PlannedCommand[]][] = [...Map.groupBy(commands, each => each.engagement)]
  const events: FlatEvent[] = []
  for (const [engagement, planned] of byEngagement) {
    const stream = engagementStream(firm.firm, recruiter.recruiter, engagement)
    const before = await log.load(stream)
    const { events: after } = await say(
      forgetful,
      owner,
      engagement,
      planned.map(({ id, at, evidence, command }) => ({
        command,
        saying: { id, at, now, by: recruiter.recruiter, source: 'note', evidence, note: NOTE },
      })),
    )
    const appended = after.map((event, index) => ({ ...event, position: before.events.length + index }))
    const whole = flatLog([{ stream, events: [...before.events, ...appended] }])
    events.push(...whole.filter(({ position }) => position >= before.events.length))
  }
  return events
}
