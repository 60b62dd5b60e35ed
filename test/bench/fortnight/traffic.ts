import {
  type Account,
  atHour,
  type Dice,
  type Happening,
  HOUR,
  type Kind,
  meetingAhead,
  meetingToReport,
  namedDay,
  turn,
  type What,
  workingDaysAfter,
} from './truth.ts'

/** An ordinary working day of every account, task or no task. Most of it is BCC'd or noted; some a day late, some never. */

type More = Omit<Partial<Happening>, 'what' | 'at' | 'logged' | 'loggedAt'>

/** How often the product hears of it. */
const HEARD: Readonly<Record<What, number>> = {
  'we-wrote': 0.92,
  'we-left-message': 0.8,
  'we-sent-candidates': 0.95,
  'we-sent-agreement': 0.97,
  'they-wrote': 0.85,
  'they-thanked': 0.6,
  'they-signed': 0.97,
  spoke: 0.85,
  booked: 0.9,
  held: 0.7,
  'missed-by-them': 0.8,
  moved: 0.85,
}
const A_DAY_LATE = 0.12

export const happen = (what: What, at: number, dice: Dice, more: More = {}): Happening => ({
  what,
  at,
  ...more,
  logged: dice.chance(HEARD[what]),
  loggedAt: at + (dice.chance(A_DAY_LATE) ? 20 * HOUR : 10 * 60_000),
})

export const ordinaryDay = (account: Account, date: string, day: number, dice: Dice): Happening[] => {
  const at = atHour(date, dice.between(11.5, 17))
  const meeting = meetingAhead(account, atHour(date, 8))
  if (meeting?.endsAt && meeting.endsAt < atHour(date, 18))
    return [outcome(account.kind, meeting, meeting.endsAt, date, dice)]
  if (meeting) return []
  switch (account.kind) {
    case 'search':
    case 'signing':
      return turn(account, at) === 'ours' ? ourTurn(account, at, dice) : theirTurn(account, at, date, dice)
    case 'warm':
      return dice.chance(0.06) ? [smallTalk(account.kind, at, date, dice)] : []
    case 'dormant':
      return dice.chance(0.004) ? [happen('they-wrote', at, dice)] : []
    case 'prospect':
      return prospect(account, at, day, dice)
  }
}

const outcome = (kind: Kind, meeting: Happening, endsAt: number, date: string, dice: Dice): Happening => {
  const what = dice.weigh({ held: 85, 'missed-by-them': 10, moved: 5 })
  if (what === 'moved') {
    const to = workingDaysAfter(date, 2)
    return happen(what, (meeting.startsAt ?? endsAt) - HOUR, dice, {
      startsAt: atHour(to, 11),
      endsAt: atHour(to, 11.5),
      ...(meeting.meeting ? { meeting: meeting.meeting } : {}),
    })
  }
  return happen(what, endsAt, dice, {
    ...(meeting.meeting ? { meeting: meeting.meeting } : {}),
    ...(what === 'held' ? promises(kind, date, dice) : {}),
  })
}

/** What a talk ends with: they name a day, we promise something, or neither. */
export const promises = (kind: Kind, date: string, dice: Dice): More => {
  const busy = kind === 'search' || kind === 'signing'
  const who = dice.weigh(busy ? { they: 45, we: 25, nobody: 30 } : { they: 15, we: 10, nobody: 75 })
  if (who === 'they') return { theyPromise: workingDaysAfter(date, dice.whole(1, 4)) }
  return who === 'we' ? { wePromise: workingDaysAfter(date, dice.whole(1, 2)) } : {}
}

const ourTurn = (account: Account, at: number, dice: Dice): Happening[] => {
  if (!dice.chance(0.85)) return []
  const what = dice.weigh({
    'we-wrote': 5,
    'we-sent-candidates': account.kind === 'search' ? 4 : 0,
    'we-left-message': 1,
  })
  return [happen(what, at, dice)]
}

const theirTurn = (account: Account, at: number, date: string, dice: Dice): Happening[] => {
  if (turn(account, at) === 'nobody' || meetingToReport(account, at)) return []
  const named = namedDay(account, at)
  if (!dice.chance(named === undefined ? 0.4 : date < named ? 0.06 : date === named ? 0.75 : 0.4)) return []
  const what = dice.weigh({
    'they-wrote': 40,
    'they-thanked': 15,
    booked: account.kind === 'search' ? 25 : 10,
    'they-signed': account.kind === 'signing' ? 30 : 0,
    spoke: 20,
  })
  if (what === 'booked') {
    const day = workingDaysAfter(date, dice.whole(1, 3))
    const hour = dice.whole(9, 16)
    const times = { startsAt: atHour(day, hour), endsAt: atHour(day, hour + 0.5) }
    return [happen(what, at, dice, { meeting: `${account.id} on ${day}`, ...times })]
  }
  if (what === 'spoke') return [happen(what, at, dice, promises(account.kind, date, dice))]
  const names = what === 'they-wrote' && dice.chance(0.35)
  return [happen(what, at, dice, names ? { theyPromise: workingDaysAfter(date, dice.whole(1, 5)) } : {})]
}

const smallTalk = (kind: Kind, at: number, date: string, dice: Dice): Happening => {
  const what = dice.weigh({ 'we-wrote': 4, 'they-thanked': 3, 'they-wrote': 2, spoke: 2 })
  return happen(what, at, dice, what === 'spoke' ? promises(kind, date, dice) : {})
}

const prospect = (account: Account, at: number, day: number, dice: Dice): Happening[] => {
  if (account.happened.length === 0) {
    const first = (Number(account.id.split('-')[1]) - 6) * 2
    return day === first ? [happen('we-wrote', at, dice)] : []
  }
  return turn(account, at) === 'theirs' && dice.chance(0.01) ? [happen('they-wrote', at, dice)] : []
}
