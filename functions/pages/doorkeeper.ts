/**
 * Counts who knocks from where, while the function is warm. A recruiter's own stream limits what is mailed to them; this
 * one slows down whoever tries many addresses, known or not.
 */
export type Doorkeeper = { readonly lets: (from: string, now: string) => boolean }

const MOST_AN_HOUR = 30
const HOUR_MS = 60 * 60 * 1000
/** More places than that at once are an attack from everywhere, and the count begins anew. */
const MOST_PLACES = 10_000

export const createDoorkeeper = (): Doorkeeper => {
  const knocks = new Map<string, number>()
  let hour = 0
  return {
    lets: (from, now) => {
      const thisHour = Math.floor(Date.parse(now) / HOUR_MS)
      if (thisHour !== hour || knocks.size > MOST_PLACES) knocks.clear()
      hour = thisHour
      const count = (knocks.get(from) ?? 0) + 1
      knocks.set(from, count)
      return count <= MOST_AN_HOUR
    },
  }
}
