import * as z from 'zod'
import { plusDays } from '../../shared/domain/calendar/days.ts'

/** What was typed into a form, before anybody believes it. */

/** The field that is wrong, and how, as a sentence. */
export type Wrong = { readonly field: string; readonly wrong: string }

/** A browser sends a field that was left empty as an empty text. */
export const optional = <Schema extends z.ZodType>(schema: Schema) =>
  z.union([z.literal('').transform(() => undefined), schema]).optional()

/** A browser takes a year of two digits for one of antiquity, and a slip of the finger for one of the far future. */
const FARTHEST_DAYS = 5 * 366

/** Whether a local date lies further from `today` than anything of an account does. */
export const isFarOff = (date: string, today: string): boolean =>
  date < plusDays(today, -FARTHEST_DAYS) || date > plusDays(today, FARTHEST_DAYS)

/** What is said of one, in a sentence. */
export const FAR_OFF = 'That day lies years away. Look at the year.'
