import { workingDaysSince } from '../../../shared/domain/calendar/days.ts'
import type { Task } from '../../../shared/domain/engagement/state.ts'
import {
  type Account,
  before,
  calendar,
  dateOf,
  type Happening,
  isOurs,
  iso,
  isTalk,
  isTheirs,
  meetingAhead,
  meetingToReport,
  namedDay,
  ourPromise,
  turn,
} from './truth.ts'

/**
 * Should this task have come this morning? Judged from what really happened, by a recruiter's common sense and not by
 * the product's rules. Says why not, and whether it would have been right had all that happened been told; nothing
 * where the task was right.
 */
export const judge = (account: Account, task: Task, morning: number): Verdict | undefined => {
  const why = whyNot(account, task, morning)
  if (!why) return undefined
  const told = account.happened.filter(toldBy(morning))
  return { why, untold: whyNot({ ...account, happened: told }, task, morning) === undefined }
}
export type Verdict = { readonly why: string; readonly untold: boolean }

const whyNot = (account: Account, task: Task, morning: number): string | undefined => {
  const past = before(account, morning)
  switch (task.play) {
    case 'answer-them':
      return answering(account, past, morning)
    case 'call-and-write':
      return chasing(account, past, morning)
    case 'own-the-dropped-ball':
    case 'go-through-the-introducer':
    case 'participate-or-disengage':
      return goingOn(account, past, morning)
    case 'report-the-meeting':
      return meetingToReport(account, morning) || !logged(meetingOutcome(account, morning))
        ? undefined
        : 'asked about a meeting whose outcome was told'
    case 'set-expectations':
      return expecting(account, past)
    default:
      return `nothing in this fortnight calls for ${task.play}`
  }
}

const answering = (account: Account, past: readonly Happening[], morning: number): string | undefined => {
  if (turn(account, morning) === 'ours') return undefined
  const last = past.findLast(happening => isTheirs(happening) || isOurs(happening))
  if (last?.what === 'they-thanked' && !past.some(({ what }) => what === 'they-wrote')) return 'thanks taken for a turn'
  if (last && isOurs(last)) return 'already answered'
  return 'not our turn'
}

const chasing = (account: Account, past: readonly Happening[], morning: number): string | undefined => {
  const last = past.findLast(
    happening => isOurs(happening) || isTheirs(happening) || happening.what === 'missed-by-them',
  )
  const named = namedDay(account, morning)
  if (!last) return 'chased without a reason'
  if (meetingAhead(account, morning)) return 'chased before a meeting that is booked'
  if (last.what === 'missed-by-them') return undefined
  if (turn(account, morning) === 'ours')
    return waits(firstUnanswered(past) ?? last, morning, 5) ? undefined : 'chased though it is our turn'
  if (named) return named < dateOf(morning) ? undefined : 'chased before the day they named'
  const active = account.kind === 'search' || account.kind === 'signing'
  if (!active && past.some(isTheirs)) return `a ${account.kind} account chased that owes nothing`
  if (!active && past.filter(isOurs).length > 1) return 'a prospect chased twice'
  return waits(beganWaiting(past) ?? last, morning, 2) ? undefined : 'chased too soon'
}

/** Their oldest message since we last wrote or talked. */
const firstUnanswered = (past: readonly Happening[]): Happening | undefined =>
  past.slice(past.findLastIndex(happening => isOurs(happening) || isTalk(happening)) + 1).find(isTheirs)

/** Since when we have waited: our first message after their last word, or that word if it was a talk or thanks. */
const beganWaiting = (past: readonly Happening[]): Happening | undefined => {
  const word = past.findLastIndex(isTheirs)
  const said = past[word]
  return said && (isTalk(said) || said.what === 'they-thanked') ? said : past.slice(word + 1).find(isOurs)
}

/** Going on after chasing failed: only while they are silent, and not within days of their last word. */
const goingOn = (account: Account, past: readonly Happening[], morning: number): string | undefined => {
  const word = past.findLast(isTheirs)
  const named = namedDay(account, morning)
  if (turn(account, morning) !== 'theirs' && !meetingAhead(account, morning)) return 'given up though it is our turn'
  if (named && named >= dateOf(morning)) return 'given up before the day they named'
  return word && !waits(word, morning, 5) ? 'given up within days of their last word' : undefined
}

const expecting = (account: Account, past: readonly Happening[]): string | undefined => {
  if (!past.some(isTalk)) return `expectations asked of a ${account.kind} before any talk`
  const agreed = past.findLastIndex(({ answersWithin }) => answersWithin)
  if (agreed < 0) return undefined
  const days = Number(past[agreed]?.answersWithin?.replace(/\D/g, ''))
  return wereLate(account, past.slice(agreed), days) ? undefined : 'expectations asked that are agreed and kept'
}

/** Whether they ever missed us or took longer to answer than they said: then it is worth agreeing anew. */
const wereLate = (account: Account, past: readonly Happening[], days: number): boolean => {
  let waiting: Happening | undefined
  for (const happening of past) {
    const named = namedDay(account, happening.at)
    const late = named ? dateOf(happening.at) > named : waiting && waits(waiting, happening.at, days)
    if (happening.what === 'missed-by-them' || (isTheirs(happening) && late)) return true
    if (isTalk(happening) || happening.what === 'they-thanked') waiting = happening
    else if (isTheirs(happening)) waiting = undefined
    else if (isOurs(happening)) waiting ??= happening
  }
  return false
}

const meetingOutcome = (account: Account, morning: number): Happening | undefined =>
  before(account, morning).findLast(({ what }) => what === 'held' || what === 'missed-by-them' || what === 'moved')

const logged = (happening: Happening | undefined): boolean => happening?.logged === true

const waits = (happening: Happening, until: number, days: number): boolean =>
  workingDaysSince(calendar, iso(happening.at), dateOf(until)) >= days

/**
 * What should have come and did not, by what had been told: a client waits for us past the day, or has been silent for
 * two weeks in a search, and no task speaks of it.
 */
export const overlooked = (account: Account, morning: number): string | undefined => {
  const told: Account = { ...account, happened: account.happened.filter(toldBy(morning)) }
  const past = before(told, morning)
  const last = past.findLast(happening => isTheirs(happening) || isOurs(happening))
  if (!last || meetingAhead(told, morning) || (account.kind !== 'search' && account.kind !== 'signing'))
    return undefined
  const promise = ourPromise(told, morning)
  if (promise) return promise <= dateOf(morning) ? `we promised something by ${promise}` : undefined
  if (turn(told, morning) === 'ours') return waits(last, morning, 2) ? 'they wait for an answer' : undefined
  const named = namedDay(told, morning)
  if (isOurs(last) && !waits(last, morning, 6)) return undefined
  if (named) return named < dateOf(morning) ? `they named ${named}` : undefined
  return waits(last, morning, 10) ? 'silent for two weeks' : undefined
}

const toldBy =
  (morning: number) =>
  ({ logged, loggedAt }: Happening): boolean =>
    logged && loggedAt <= morning
