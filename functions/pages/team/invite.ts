import { randomUUID } from 'node:crypto'
import * as z from 'zod'
import { WorkingCalendar } from '../../../shared/domain/calendar/working-calendar.ts'
import {
  type Firm,
  INVITED_DAYS,
  type Invitation,
  InvitationId,
  invitedUntil,
  standingOf,
} from '../../../shared/domain/firm.ts'
import { oneLine } from '../../../shared/domain/plays/words.ts'
import { RecruiterId } from '../../../shared/domain/vocabulary.ts'
import { type Html, html } from '../../../shared/mail/write/html.ts'
import { writeInvitation } from '../../../shared/mail/write/invitation.ts'
import { A_DAY, linkAddress } from '../../../shared/runtime/links.ts'
import { inputField, wrongs } from '../fields.ts'
import { goTo, type Response } from '../page.ts'
import { decideForFirm } from '../record.ts'
import { regional, regionField } from '../region-field.ts'
import type { Visit } from '../visit.ts'
import type { World } from '../world.ts'
import { zoneField } from '../zone-field.ts'
import { type Member, membersOf } from './members.ts'

/** Whoever owns a firm can't make us write to strangers without end. */
const MOST_A_DAY = 20

type Named = Pick<Invitation, 'name' | 'address' | 'zone' | 'region'>
const Form = z.object({
  name: z.string().trim().min(1).max(200),
  address: z.string().trim().toLowerCase().pipe(z.email().max(254)),
  zone: WorkingCalendar.shape.zone,
  region: z.string().max(12),
})
const WRONG: Readonly<Record<string, string>> = {
  name: 'Write their name.',
  address: 'Write a whole address, such as name@firm.com.',
  zone: 'Choose a time zone of the list.',
  region: 'Choose a region of the list.',
}

/** `/team/invite`: asks whom, and mails them the link by which they join. */
export const invite = async (visit: Visit, world: World): Promise<Response> => {
  const { request, signedIn } = visit
  const { region, calendar } = signedIn.known
  const firms: Named = { name: '', address: '', zone: calendar.zone, region }
  if (request.method !== 'POST') return visit.page(200, 'Invite somebody', await form(visit, firms))
  const typed = { ...firms, ...Object.fromEntries(request.form) }
  const again = async (field: string, says: string) =>
    visit.page(422, 'Invite somebody', await form(visit, typed, { field, says }))
  const parsed = Form.safeParse(typed)
  if (!parsed.success) {
    const field = String(parsed.error.issues[0]?.path[0])
    return again(field, WRONG[field] ?? 'Something could not be read.')
  }
  const { isRegion } = await regional()
  if (!isRegion(parsed.data.region)) return again('region', WRONG['region'] ?? '')
  const taken = whoHas(parsed.data.address, await membersOf(visit, world))
  if (taken) return again('address', taken)
  const { address } = parsed.data
  const open = visit.firm.invitations.find(
    one => one.address === address && standingOf(visit.firm, one.id, request.now) === 'open',
  )
  if (open)
    return again(
      'address',
      `${oneLine(open.name)} is invited there already. A new link is sent from the page of the team.`,
    )
  return mailed(visit, world, await invited(visit, world, parsed.data))
}

const whoHas = (address: string, members: readonly Member[]): string | undefined => {
  const member = members.find(({ known }) => known.addresses.includes(address))
  if (!member) return undefined
  const name = oneLine(member.known.name)
  return member.known.deactivated
    ? `That address is ${name}’s, who was deactivated. Their own page has a button to have them back.`
    : `That address is ${name}’s, who is here already.`
}

/** `/team/invite-again`: a new link for somebody whose invitation stands or has run out; the one before stops working. */
export const inviteAgain = async (visit: Visit, world: World): Promise<Response> => {
  const last = lastTo(visit.firm, visit.request.form.get('recruiter') ?? '')
  // Whoever reported our mail as spam gets no more of it.
  if (last?.standing !== 'open' || last.undelivered === 'complained') return goTo('/team?saved=gone')
  return mailed(visit, world, await invited(visit, world, last))
}

/** `/team/withdraw` */
export const withdraw = async (visit: Visit, world: World): Promise<Response> => {
  const { form: sent } = visit.request
  const firm = await decideForFirm(visit, world, known => {
    const last = lastTo(known, sent.get('recruiter') ?? '')
    return last?.standing === 'open' ? [{ type: 'InvitationWithdrawn', recruiter: last.recruiter }] : []
  })
  const last = firm && lastTo(firm, sent.get('recruiter') ?? '')
  return goTo(`/team?saved=${last?.standing === 'withdrawn' ? 'withdrawn' : 'gone'}`)
}

const lastTo = ({ invitations }: Firm, recruiter: string): Invitation | undefined =>
  invitations.findLast(one => one.recruiter === recruiter)

/** Whoever was invited at an address before is invited as the same recruiter, unless they joined. */
const invited = async (
  visit: Visit,
  world: World,
  { name, address, zone, region }: Named,
): Promise<Invitation | 'too many' | undefined> => {
  const since = Date.parse(visit.request.now) - A_DAY * 1000
  let isTooMany = false
  const invitation = InvitationId.parse(randomId())
  const fresh = RecruiterId.parse(randomId())
  const firm = await decideForFirm(visit, world, ({ invitations }) => {
    isTooMany = invitations.filter(({ at }) => Date.parse(at) > since).length >= MOST_A_DAY
    const before = invitations.findLast(one => one.address === address && one.standing !== 'accepted')
    const recruiter = before?.recruiter ?? fresh
    return isTooMany ? [] : [{ type: 'RecruiterInvited', invitation, recruiter, name, address, zone, region }]
  })
  return isTooMany ? 'too many' : firm?.invitations.find(one => one.id === invitation)
}

const randomId = (): string => randomUUID().replaceAll('-', '').slice(0, 20)

const mailed = async (
  visit: Visit,
  world: World,
  invitation: Invitation | 'too many' | undefined,
): Promise<Response> => {
  if (!invitation || invitation === 'too many') return goTo('/team?saved=too-many')
  const { request, owner, signedIn } = visit
  const { id, recruiter, name, address } = invitation
  const [key] = await world.keyRing.keys()
  const link = { kind: 'join', firm: owner.firm, recruiter, invitation: id } as const
  // Longer than it works: one that is over says so, and does not look forged.
  const url = await linkAddress(world.publicUrl, key, link, request.now, 2 * INVITED_DAYS * A_DAY)
  const host = { name: signedIn.known.name, address: signedIn.known.addresses[0] ?? '' }
  const { outcome } = await world.send({
    ...writeInvitation({ invited: { name }, owner: host, link: url, days: INVITED_DAYS }),
    to: address,
    tags: { firm: owner.firm, recruiter },
  })
  return goTo(`/team?saved=${outcome === 'refused' ? 'not-mailed' : 'invited'}`)
}

const form = async (visit: Visit, typed: Named, wrong?: { field: string; says: string }): Promise<Html> => {
  const field = (name: keyof Named, label: string, hint?: string) => ({
    name,
    label,
    hint,
    value: typed[name].slice(0, 254),
    wrong: wrong?.field === name ? wrong.says : undefined,
  })
  return html`<p>They get one mail with a link, and join by pressing a button. It works for ${INVITED_DAYS} days.</p>
<form method="post" action="/team/invite">${visit.proof}
${wrongs(wrong?.says)}
${inputField(field('name', 'Their name'), html`type="text" autocomplete="off" maxlength="200" required`)}
${inputField(field('address', 'Their mail address', 'The daily mail goes there, and notes from there count'), html`type="email" autocomplete="off" maxlength="254" required`)}
${zoneField(field('zone', 'Their time zone'))}
${await regionField(field('region', 'Their public holidays'))}
<button type="submit">Mail the invitation</button>
</form>
<p><a href="/team">Back to the team</a></p>`
}

/** An invitation that nobody has accepted, as the page of the team lists it. */
export type Waiting = { readonly invitation: Invitation; readonly until: string; readonly isOver: boolean }

export const waitingFor = ({ firm, request }: Visit): readonly Waiting[] =>
  firm.invitations.flatMap(invitation => {
    const standing = standingOf(firm, invitation.id, request.now)
    const isOver = standing === 'expired'
    return standing === 'open' || isOver ? [{ invitation, until: invitedUntil(invitation), isOver }] : []
  })
