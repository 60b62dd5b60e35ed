import { localDate } from '../../shared/domain/calendar/days.ts'
import { sayCommand } from '../../shared/domain/engagement/in-words.ts'
import type { PlannedCommand } from '../../shared/domain/note.ts'
import { oneLine, weekdayAndDate } from '../../shared/domain/plays/words.ts'
import { type EngagementId, NoteId } from '../../shared/domain/vocabulary.ts'
import { createDynamoLog } from '../../shared/log/dynamo.ts'
import type { EventLog } from '../../shared/log/log.ts'
import { engagementStream } from '../../shared/log/streams.ts'
import { readAddress } from '../../shared/mail/inbound-address.ts'
import { whyTooMuch } from '../../shared/mail/read/limits.ts'
import { readMessage } from '../../shared/mail/read/message.ts'
import { occasionOf } from '../../shared/mail/read/occasion.ts'
import type { Reading } from '../../shared/mail/read/reading.ts'
import { readArrived } from '../../shared/mail/reader.ts'
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
  /** What would be asked. */
  readonly question: string | null
  /** All of it as a person would say it, why it would be held or left included. */
  readonly words: string
}

/** The note that it would be. */
const NOTE = NoteId.parse('foretold')

export const foretell = async (stack: Stack, arrival: Arrival): Promise<Foretold> => {
  const { client, log: table, views: viewsTable } = stack.history
  const views = createDynamoViews(client, viewsTable)
  const log = createDynamoLog(client, table)
  const now = instant(stack.clock.time())
  const [recipient = ''] = arrival.recipients
  const inboundDomain = recipient.slice(recipient.lastIndexOf('@') + 1)
  const address = readAddress(recipient, inboundDomain)
  const recruiter = address && (await views.recruiterByInbound(address.token))
  const firm = recruiter && (await views.firm(recruiter.firm))
  if (!address || !recruiter || !firm) return unread('no such address', 'Nobody has this inbound address.')

  const message = await readMessage(await stored(arrival, 'foretold', stack.clock.time()))
  if (message.kind === 'too-much') return unread('over a limit', whyTooMuch(message))
  const fetch = async (object: string): Promise<Uint8Array> => stack.mailIn.delivered(recipient, object)
  const whose = { firm, recruiter, inboundDomain }
  const occasion = occasionOf(NOTE, message.date, now)
  const reading = whole(await readArrived({ log, views, fetch }, whose, message, occasion, address.answers))
  const { events, sentences } = await decided(log, firm, recruiter, 'commands' in reading ? reading.commands : [], now)
  return {
    status: reading.status,
    rule: reading.rule,
    question: 'question' in reading ? reading.question.text : null,
    words: inWords(reading, sentences),
    events,
  }
}

/** A reply to a question says what its answer says to the note that was asked about, or has that asked again. */
const whole = (reading: Reading): Reading => {
  const { answers } = reading
  if (!answers || reading.status === 'held') return reading
  const { rule } = reading
  const commands = [...answers.commands, ...('commands' in reading ? reading.commands : [])]
  const question = 'question' in reading ? reading.question : answers.again
  if (question) return { status: 'asked', rule, commands, question }
  return commands.length > 0 ? { status: 'understood', rule, commands } : reading
}

const unread = (rule: string, why: string): Foretold => {
  const reading = { status: 'held', rule, why } as const
  return { status: 'held', rule, question: null, words: inWords(reading, []), events: [] }
}

const OUTCOME: Readonly<Record<Reading['status'], string>> = {
  understood: 'It would be understood',
  asked: 'It would be asked about',
  held: 'It would be held',
  nothing: 'It would be read, and nothing recorded',
}

const inWords = (reading: Reading, sentences: readonly string[]): string =>
  [
    `${OUTCOME[reading.status]}, by the rule "${reading.rule}".`,
    ...('why' in reading ? [reading.why] : []),
    ...(sentences.length > 0 ? ['Recorded would be:', ...sentences.map(sentence => `- ${sentence}`)] : []),
    ...(reading.status === 'asked'
      ? [`Asked would be: ${reading.question.text}`, ...reading.question.answers.map(({ label }) => `- ${label}`)]
      : []),
  ].join('\n')

/** What the commands would append, decided on the streams as they are, and a sentence for each of them. */
const decided = async (
  log: EventLog,
  firm: FirmRow,
  recruiter: RecruiterRow,
  commands: readonly PlannedCommand[],
  now: string,
): Promise<{ readonly events: readonly FlatEvent[]; readonly sentences: readonly string[] }> => {
  const forgetful: EventLog = { load: log.load, append: async after => after }
  const owner = { firm: firm.firm, recruiter: recruiter.recruiter, calendar: recruiter.calendar, policy: firm.policy }
  const byEngagement: [EngagementId, readonly PlannedCommand[]][] = [...Map.groupBy(commands, each => each.engagement)]
  const events: FlatEvent[] = []
  const sentences: string[] = []
  const today = localDate(owner.calendar, now)
  for (const [engagement, planned] of byEngagement) {
    const stream = engagementStream(firm.firm, recruiter.recruiter, engagement)
    const before = await log.load(stream)
    const {
      events: after,
      state,
      refused,
    } = await say(
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
    const client = state.stage === 'unopened' ? '' : oneLine(state.client)
    for (const { id, at, command } of planned) {
      const sentence = sayCommand(command, { state, calendar: owner.calendar, today })
      const day = weekdayAndDate(localDate(owner.calendar, at), today)
      const told = `${sentence} (${sentence.includes(client) ? '' : `${client}, `}${day})`
      const refusal = refused.find(({ command: other }) => other === id)?.refusal
      sentences.push(refusal ? `${told}: refused. ${refusal.message}` : told)
    }
  }
  return { events, sentences }
}
