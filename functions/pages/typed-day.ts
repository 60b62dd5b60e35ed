import { plusDays } from '../../shared/domain/calendar/days.ts'

/** A browser takes a year of two digits for one of antiquity, and a slip of the finger for one of the far future. */
const FARTHEST_DAYS = 5 * 366

/** Whether a local date lies further from `today` than anything of an account does. */
export const isFarOff = (date: string, today: string): boolean =>
  date < plusDays(today, -FARTHEST_DAYS) || date > plusDays(today, FARTHEST_DAYS)

/** What is said of one, in a sentence. */
export const FAR_OFF = 'That day lies years away. Look at the year.'
