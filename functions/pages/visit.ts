import { type Firm, foldFirm } from '../../shared/domain/firm.ts'
import { firmStream } from '../../shared/log/streams.ts'
import { type Html, html } from '../../shared/mail/write/html.ts'
import type { Owner } from '../../shared/runtime/say.ts'
import { type Around, page, type Response } from './page.ts'
import { isSame, nonceOf, type Request } from './request.ts'
import type { SignedIn } from './session.ts'
import type { World } from './world.ts'

/** A request of somebody who is signed in, to one of the places below. */
export type Visit = {
  readonly request: Request
  readonly signedIn: SignedIn
  readonly owner: Owner
  readonly firm: Firm
  /** Whether they own the firm. */
  readonly isOwner: boolean
  /** A page with the ways to the others above it. */
  readonly page: (statusCode: number, title: string, body: Html, look?: Pick<Around, 'wide'>) => Response
  /** Stands in every form: a POST without it reaches no place. */
  readonly proof: Html
}

/** A page, or a family of them, below the first part of a path. */
export type Place = {
  /** `/board`; `/board/ID` comes here too. */
  readonly path: string
  /** What the way to it is called; a page that is reached from others alone has none. */
  readonly name?: string
  /** Whether the firm's owner alone may see it. */
  readonly isOwners?: true
  readonly answer: (visit: Visit, world: World) => Promise<Response>
}

export const visitOf = async (
  request: Request,
  signedIn: SignedIn,
  place: Place,
  places: readonly Place[],
  world: World,
): Promise<Visit> => {
  const { firm, recruiter, session, known } = signedIn
  const [[key], { events }] = await Promise.all([world.keyRing.keys(), world.log.load(firmStream(firm))])
  const of = foldFirm(events)
  const isOwner = of.owner === recruiter
  return {
    request,
    signedIn,
    owner: { firm, recruiter, calendar: known.calendar, policy: of.policy },
    firm: of,
    isOwner,
    page: (statusCode, title, body, look) =>
      page(statusCode, title, body, { ...look, ways: waysOf(places, isOwner), here: place.path }),
    proof: html`<input type="hidden" name="proof" value="${nonceOf(key, session)}">`,
  }
}

const waysOf = (places: readonly Place[], isOwner: boolean): NonNullable<Around['ways']> =>
  places.flatMap(({ path, name, isOwners }) => (name && (isOwner || !isOwners) ? [{ path, name }] : []))

/** Whether a POST comes from a form of this session, by whichever key was in force when the page was made. */
export const isProven = async ({ form, fromElsewhere }: Request, { session }: SignedIn, world: World) => {
  if (fromElsewhere) return false
  const keys = await world.keyRing.keys()
  return keys.some(key => isSame(nonceOf(key, session), form.get('proof') ?? ''))
}
