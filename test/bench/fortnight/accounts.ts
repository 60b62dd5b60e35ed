import {
  type Account,
  atHour,
  type Dice,
  daysBefore,
  type Happening,
  type Kind,
  type What,
  workingDaysAfter,
} from './truth.ts'

/** Forty accounts on the eve of the fortnight: five in search, three signing, nine warm, thirteen dormant, ten prospects. */

const COUNTS: Readonly<Record<Kind, number>> = { search: 5, signing: 3, warm: 9, dormant: 13, prospect: 10 }

type More = Omit<Partial<Happening>, 'what' | 'at'>

/** Something that happened before the fortnight; all of it was logged. */
const past = (what: What, date: string, hour: number, more: More = {}): Happening => {
  const at = atHour(date, hour)
  return { what, at, logged: true, loggedAt: at + 5 * 60_000, ...more }
}

export const fortyAccounts = (firstDay: string, dice: Dice): Account[] =>
  (Object.keys(COUNTS) as Kind[]).flatMap(kind =>
    Array.from({ length: COUNTS[kind] }, (_, index) => ({
      id: `${kind}-${index + 1}`,
      kind,
      happened: history(kind, index, firstDay, dice),
    })),
  )

const history = (kind: Kind, index: number, firstDay: string, dice: Dice): Happening[] => {
  const ago = (days: number): string => daysBefore(firstDay, days)
  const hour = (): number => dice.between(9, 17)
  switch (kind) {
    case 'search': {
      const agreed: More = index < 3 ? { answersWithin: `P${dice.whole(2, 4)}D` } : {}
      return [
        past('they-wrote', ago(40), hour()),
        past('spoke', ago(39), hour(), agreed),
        past('we-sent-agreement', ago(38), hour()),
        past('they-signed', ago(37), hour()),
        ...exchanges([30, 25, 20, 15, 10], firstDay, dice),
        past('we-sent-candidates', ago(6), 15),
        past('they-wrote', ago(5), 16),
        ...latest(index, firstDay, dice),
      ]
    }
    case 'signing':
      return [
        past('they-wrote', ago(20), hour()),
        past('spoke', ago(19), hour(), index === 0 ? { answersWithin: 'P3D' } : {}),
        ...exchanges([15, 10], firstDay, dice),
        past('we-sent-agreement', ago(1 + index * 2), hour()),
      ]
    case 'warm':
      return [
        past('we-wrote', ago(80), hour()),
        past('they-wrote', ago(78), hour()),
        past(
          'spoke',
          ago(dice.whole(8, 60)),
          hour(),
          index < 2 ? { theyPromise: workingDaysAfter(firstDay, 4 + index) } : {},
        ),
        ...(index % 3 === 2 ? [past('we-wrote', ago(6), 10), past('they-thanked', ago(5), 11)] : []),
      ]
    case 'dormant':
      return [
        past('they-wrote', ago(400 - index * 8), hour()),
        past('spoke', ago(390 - index * 8), hour()),
        past('we-wrote', ago(dice.whole(100, 280)), hour()),
        past('they-thanked', ago(95), hour()),
      ]
    case 'prospect':
      // Five were written to in the week before, the others one every other day.
      return index < 5 ? [past('we-wrote', ago(index + 2), hour())] : []
  }
}

/** We write, and they answer the next day. */
const exchanges = (daysAgo: readonly number[], firstDay: string, dice: Dice): Happening[] =>
  daysAgo.flatMap(days => {
    const written = daysBefore(firstDay, days)
    return [
      past('we-wrote', written, dice.between(9, 17)),
      past('they-wrote', workingDaysAfter(written, 1), dice.between(9, 17)),
    ]
  })

/** How each search stands on the eve: an answer awaited, a day named, a meeting booked, a message for us, thanks. */
const latest = (index: number, firstDay: string, dice: Dice): Happening[] => {
  const yesterday = daysBefore(firstDay, 1)
  switch (index) {
    case 0:
      return [past('spoke', yesterday, 11, { theyPromise: workingDaysAfter(firstDay, 2) })]
    case 1: {
      const day = workingDaysAfter(firstDay, 1)
      return [past('booked', yesterday, 15, { meeting: 'first', startsAt: atHour(day, 14), endsAt: atHour(day, 14.5) })]
    }
    case 2:
      return [past('they-wrote', yesterday, dice.between(13, 17))]
    case 3:
      return [past('we-wrote', daysBefore(firstDay, 3), 10), past('they-thanked', daysBefore(firstDay, 2), 9)]
    default:
      return [past('spoke', yesterday, 16, { wePromise: workingDaysAfter(firstDay, 1) })]
  }
}
