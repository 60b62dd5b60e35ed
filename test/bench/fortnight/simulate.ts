import { digestInstant, nthWorkingDayAfter } from '../../../shared/domain/calendar/days.ts'
import { fortyAccounts } from './accounts.ts'
import { type Desk, desk, type Shown } from './desk.ts'
import { judge, overlooked, type Verdict } from './judge.ts'
import { happen, ordinaryDay, promises } from './traffic.ts'
import { type Account, atHour, before, calendar, type Dice, dice, type Happening, HOUR } from './truth.ts'

/** A fortnight of forty accounts, morning by morning. The same seed gives the same fortnight. */

type Judged = {
  readonly play: string
  readonly account: string
  readonly isNew: boolean
  readonly wrong?: Verdict
}
export type Day = {
  readonly date: string
  readonly tasks: readonly Judged[]
  readonly lines: number
  readonly overlooked: readonly string[]
}

/** Its mornings, and what really happened. */
export type Fortnight = { readonly days: readonly Day[]; readonly accounts: readonly Account[] }

const FIRST_DAY = '2026-09-14'
const WORKING_DAYS = 10

export const simulate = (seed: number): Fortnight => {
  const luck = dice(seed)
  const accounts = fortyAccounts(FIRST_DAY, luck)
  const product = desk(accounts)
  const eve = atHour(FIRST_DAY, 7) - 12 * HOUR
  importPast(product, accounts, eve)
  const days: Day[] = []
  let date = FIRST_DAY
  for (let day = 0; day < WORKING_DAYS; day++, date = nthWorkingDayAfter(calendar, date, 1)) {
    const at = Date.parse(digestInstant(calendar, date))
    hearLate(product, accounts, at)
    const { full, below, lines } = product.morning(date)
    const shown = [...full, ...below]
    days.push({ date, lines, tasks: shown.map(one => judged(one, at)), overlooked: forgotten(accounts, shown, at) })
    full.forEach((shown, index) => {
      work(product, shown, date, atHour(date, 9 + index * 0.3), luck)
    })
    for (const account of accounts)
      happenToday(product, account, ordinaryDay(account, date, day, luck), atHour(date, 22))
  }
  return { days, accounts }
}

const forgotten = (accounts: readonly Account[], shown: readonly Shown[], at: number): string[] =>
  accounts.flatMap(account => {
    const spoken = shown.some(one => one.account === account && one.task.play !== 'set-expectations')
    const why = spoken ? undefined : overlooked(account, at)
    return why ? [`${account.id}: ${why}`] : []
  })

const judged = ({ account, task, isNew }: Shown, at: number): Judged => {
  const wrong = judge(account, task, at)
  return { play: task.play, account: account.id, isNew, ...(wrong ? { wrong } : {}) }
}

/** All of the past is told on the eve; what has been silent for more than ninety days rests. */
const importPast = (product: Desk, accounts: readonly Account[], eve: number): void => {
  for (const account of accounts) {
    for (const happening of before(account, eve)) product.tell(account, happening, eve)
    if (account.kind === 'dormant') product.say(account, { command: 'RestEngagement' }, eve, eve)
  }
}

const heard = new WeakSet<Happening>()
const tell = (product: Desk, account: Account, happening: Happening, now: number): void => {
  heard.add(happening)
  happening.logged = true
  happening.loggedAt = now
  product.tell(account, happening, now)
}

const happenToday = (product: Desk, account: Account, happenings: readonly Happening[], until: number): void => {
  for (const happening of happenings) {
    account.happened.push(happening)
    if (happening.logged && happening.loggedAt <= until) tell(product, account, happening, happening.loggedAt)
  }
}

const hearLate = (product: Desk, accounts: readonly Account[], now: number): void => {
  for (const account of accounts)
    for (const happening of before(account, now))
      if (
        happening.logged &&
        !heard.has(happening) &&
        happening.at > atHour(FIRST_DAY, 7) &&
        happening.loggedAt <= now + HOUR
      )
        tell(product, account, happening, now - 1)
}

/** What the recruiter does about a task: most of them, and in reply to the digest. */
const work = (product: Desk, shown: Shown, date: string, at: number, luck: Dice): void => {
  const { account, task } = shown
  const untold = before(account, at).filter(happening => !heard.has(happening) && happening.at > atHour(FIRST_DAY, 7))
  if (judge(account, task, at)) {
    // "Already did": what was never told is told now, or the task is left standing.
    if (luck.chance(0.8)) for (const happening of untold) tell(product, account, happening, at)
    return
  }
  if (!luck.chance(LIKELY[task.play] ?? 0.9)) {
    if (luck.chance(0.5)) product.say(account, { command: 'PutTaskOff', task: task.id }, at, at)
    return
  }
  if (task.play === 'report-the-meeting') {
    for (const happening of untold) tell(product, account, happening, at)
    return
  }
  if (task.play === 'participate-or-disengage') {
    product.say(account, { command: 'DecideParticipation', decision: 'participate' }, at, at)
    return
  }
  happenToday(product, account, deeds(account, task.play, date, at, luck), at + HOUR)
}

const LIKELY: Readonly<Record<string, number>> = {
  'report-the-meeting': 0.9,
  'answer-them': 0.9,
  'set-expectations': 0.8,
}

const deeds = (account: Account, play: string, date: string, at: number, luck: Dice): Happening[] => {
  const done = (what: Happening['what'], when: number, more: Partial<Happening> = {}): Happening => ({
    ...happen(what, when, luck, more),
    logged: true,
    loggedAt: when + 60_000,
  })
  // A stranger seldom picks up.
  const reached = luck.chance(account.kind === 'prospect' ? 0.15 : 0.4)
  const talk = (more: Partial<Happening> = {}) => [
    done('spoke', at, { ...promises(account.kind, date, luck), ...more }),
  ]
  switch (play) {
    case 'set-expectations':
      return talk({ answersWithin: 'P3D' })
    case 'answer-them':
      return reached ? talk() : [done('we-wrote', at)]
    case 'call-and-write':
      return reached ? talk() : [done('we-left-message', at), done('we-wrote', at + 10 * 60_000)]
    default:
      return reached ? talk() : [done('we-left-message', at)]
  }
}
