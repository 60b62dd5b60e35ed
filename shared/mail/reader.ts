import { fold, initial, type State } from '../domain/engagement/state.ts'
import type { EngagementId, RecruiterId } from '../domain/vocabulary.ts'
import type { EventLog } from '../log/log.ts'
import { engagementStream } from '../log/streams.ts'
import type { FirmRow, RecruiterRow } from '../views/rows.ts'
import { askedBefore } from './asked-before.ts'
import { loadBook, type Whose, type World } from './book.ts'
import { earlierNotes } from './earlier-notes.ts'
import { amongHandedOver } from './handed-over.ts'
import type { AnswersTo } from './inbound-address.ts'
import { isOfMessage } from './read/mail-id.ts'
import { withMerges } from './read/merges.ts'
import type { Message } from './read/message.ts'
import { NEVER_LOGGED } from './read/never-log.ts'
import type { Book, Occasion, Reading } from './read/reading.ts'
import { type Logged, withoutRepeats } from './read/repeats.ts'
import { understand } from './read/understand.ts'

/**
 * How a message reads that came to a recruiter's address, as the log and the views stand: with what of ours it
 * answers, and the notes before it where it corrects one. Writes nothing.
 */
export const readArrived = async (
  world: World,
  whose: Whose,
  message: Message,
  occasion: Occasion,
  { vouched, ...answers }: AnswersTo & { readonly vouched?: true },
): Promise<Reading> => {
  const book = await loadBook(world.views, world.log, whose, occasion.arrivedAt, answers.digest)
  const asked = await askedBefore(world, whose, message, answers)
  const earlier = await earlierNotes(world, whose, message, occasion)
  const known: Book = {
    ...book,
    ...(asked ? { asked } : {}),
    ...(earlier ? { earlier } : {}),
    ...(vouched ? { vouched } : {}),
    ...(answers.account ? { about: answers.account } : {}),
  }
  const reading = await readOn(world.log, whose, message, known, occasion)
  if (whose.recruiter.deactivated) return reading.rule === NEVER_LOGGED ? reading : LEFT
  const nameOf = async (colleague: RecruiterId) => (await world.views.recruiter(whose.firm.firm, colleague))?.name
  return amongHandedOver(reading, book.engagements, nameOf)
}

/** For the owner of the firm to look at: whoever it came to has nothing to do with it any more. */
const LEFT: Reading = { status: 'held', rule: 'recruiter deactivated', why: 'Whom it was for is no longer here' }

/**
 * How a message reads on what the log holds of the accounts that it names: a doubt between them ends where the log
 * knows the mail that it answers, nothing is told twice, and accounts that are one are joined with all they hold.
 * Writes nothing. Throws what the log throws.
 */
export const readOn = async (
  log: EventLog,
  whose: { readonly firm: FirmRow; readonly recruiter: RecruiterRow },
  message: Message,
  book: Book,
  occasion: Occasion,
): Promise<Reading> => {
  const load = remembering(async (engagement: EngagementId) =>
    fold((await log.load(engagementStream(whose.firm.firm, whose.recruiter.recruiter, engagement))).events),
  )
  const first = understand(message, book, occasion)
  const thread = await threadOf(message, inDoubt(first, book), load)
  const reading = thread ? understand(message, { ...book, thread }, occasion) : first
  const states = await loaded(namedIn(reading), load)
  return withMerges(withoutRepeats(reading, factsIn(states), book, occasion), states, occasion)
}

type Load = (engagement: EngagementId) => Promise<State>
type States = (engagement: EngagementId) => State

/** Loads each account once. */
const remembering = (load: Load): Load => {
  const known = new Map<EngagementId, Promise<State>>()
  return engagement => {
    const loading = known.get(engagement) ?? load(engagement)
    known.set(engagement, loading)
    return loading
  }
}

/** The accounts that a mail may belong to as well: those that are asked about, and any where it opens one. */
const inDoubt = (reading: Reading, book: Book): readonly EngagementId[] => {
  if ('commands' in reading && reading.commands.some(({ command }) => command.command === 'OpenEngagement'))
    return book.engagements.filter(({ stage }) => stage === 'open').map(({ engagement }) => engagement)
  return reading.status === 'asked' ? namedIn(reading) : []
}

/** The one account of these that holds a mail which this one answers. */
const threadOf = async (
  message: Message,
  accounts: readonly EngagementId[],
  load: Load,
): Promise<EngagementId | undefined> => {
  const answered = [message, ...message.messages].flatMap(({ references, inReplyTo }) => [
    ...references,
    ...(inReplyTo ? [inReplyTo] : []),
  ])
  // Several mails in one message may each answer something else.
  if (answered.length === 0 || accounts.length === 0 || message.messages.length > 1) return undefined
  const logged = factsIn(await loaded(accounts, load))
  const [thread, ...others] = accounts.filter(engagement =>
    logged(engagement).some(fact => fact.type === 'TouchpointLogged' && isOfMessage(fact.touchpoint, answered)),
  )
  return others.length === 0 ? thread : undefined
}

/** The accounts of which a reading tells a touchpoint, or that it joins, whichever its answer is. */
const namedIn = (reading: Reading): readonly EngagementId[] => {
  const commands = 'commands' in reading ? reading.commands : []
  const answers = 'question' in reading ? reading.question.answers.flatMap(answer => answer.commands) : []
  const named = [...commands, ...answers].flatMap(({ command, engagement }) => {
    if (command.command === 'MergeEngagement') return [engagement, command.into]
    return command.command === 'LogTouchpoint' ? [engagement] : []
  })
  return [...new Set(named)]
}

const loaded = async (engagements: readonly EngagementId[], load: Load): Promise<States> => {
  const states = new Map(await Promise.all(engagements.map(async id => [id, await load(id)] as const)))
  return engagement => states.get(engagement) ?? initial
}

const factsIn =
  (states: States): Logged =>
  engagement => {
    const state = states(engagement)
    return state.stage === 'unopened' ? [] : state.facts
  }
