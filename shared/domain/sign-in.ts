import type { RecruiterEvent, SessionId } from './recruiter.ts'

/** Who is let in, out of a recruiter's own stream. */

export type SignIn = {
  readonly asked: ReadonlySet<SessionId>
  /** Sessions that were begun, whether they last or not: a link begins one and no second. */
  readonly begun: ReadonlySet<SessionId>
  /** Sessions that last. */
  readonly open: ReadonlySet<SessionId>
}

export const foldSignIn = (events: Iterable<RecruiterEvent>): SignIn => {
  const asked = new Set<SessionId>()
  const begun = new Set<SessionId>()
  const open = new Set<SessionId>()
  for (const event of events) {
    if (event.type === 'SignInAsked') asked.add(event.session)
    if (event.type === 'SignedIn') {
      begun.add(event.session)
      open.add(event.session)
    }
    if (event.type === 'SignedOut') open.delete(event.session)
    if (event.type === 'SignedOutEverywhere') open.clear()
    if (event.type === 'RecruiterDeactivated') {
      open.clear()
      asked.clear()
    }
  }
  return { asked, begun, open }
}

const HOUR_MS = 60 * 60 * 1000
const MOST_AN_HOUR = 6
/** Fewer from one place than in all, so that a stranger can't use up what a recruiter may ask for. */
const MOST_AN_HOUR_FROM_ONE_PLACE = 3

/** Whether one more link may be mailed to a recruiter at `now`, a UTC instant, asked for from `from`. */
export const mayAskToSignIn = (events: readonly RecruiterEvent[], from: string, now: string): boolean => {
  const recent = events.filter(
    event => event.type === 'SignInAsked' && Date.parse(now) - Date.parse(event.at) < HOUR_MS,
  )
  const fromThere = recent.filter(event => event.type === 'SignInAsked' && event.from === from)
  return recent.length < MOST_AN_HOUR && fromThere.length < MOST_AN_HOUR_FROM_ONE_PLACE
}

/** Whether a sign-in link may be mailed to an address: it is an active recruiter's, and neither bounced nor complained. */
export const takesSignInMail = (events: readonly RecruiterEvent[], address: string): boolean => {
  const standing = events.findLast(({ type }) => type === 'RecruiterDeactivated' || type === 'RecruiterReactivated')
  if (standing?.type === 'RecruiterDeactivated') return false
  const told = events.findLast(
    event =>
      (event.type === 'AddressConfirmed' || (event.type === 'AddressSuppressed' && event.why !== 'unsubscribed')) &&
      event.address.toLowerCase() === address,
  )
  return told?.type === 'AddressConfirmed'
}
