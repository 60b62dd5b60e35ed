import type { Contact, Engagement } from '../../shared/domain/engagement/state.ts'
import type { EngagementId } from '../../shared/domain/vocabulary.ts'
import { receiptAddress } from '../../shared/mail/receipt-address.ts'
import { type ReceiptInput, type ShortMail, writeReceipt } from '../../shared/mail/write/receipt.ts'
import type { Applied } from '../../shared/runtime/answer-note.ts'
import { type Link, linkAddress } from '../../shared/runtime/links.ts'
import type { Whose } from './whose.ts'

/** What the recruiter is told that mail did of its own: an account opened, people added to one, two joined to one. */

type Said = Applied['said'][number]
type Undo = Extract<Link, { kind: 'undo' }>['undo']
type News = Pick<ReceiptInput, 'news' | 'contacts'> & { readonly undo: Undo }

/** The address of a page, and where replies go. */
export type Desk = { readonly base: string; readonly secret: string; readonly inbound: string; readonly now: string }

/** So many people one link takes back. */
const MOST_TAKEN_BACK = 20

export const receiptsFor = async (whose: Whose, applied: Applied, desk: Desk): Promise<readonly ShortMail[]> => {
  const { firm, recruiter } = whose
  const merged = applied.said.find(({ events }) => events.some(({ type }) => type === 'EngagementMerged'))
  const told = merged ? [merged] : applied.said
  const mails = told.map(async said => {
    const news = newsOf(said, applied)
    if (!news || said.state.stage === 'unopened') return null
    const { engagement } = said
    return writeReceipt({
      recruiter: { name: recruiter.name },
      client: said.state.client,
      news: news.news,
      contacts: news.contacts,
      undo: await linkAddress(
        desk.base,
        desk.secret,
        { kind: 'undo', firm: firm.firm, recruiter: recruiter.recruiter, engagement, undo: news.undo },
        desk.now,
      ),
      replyTo: receiptAddress(desk.inbound, engagement),
    })
  })
  return (await Promise.all(mails)).filter(mail => mail !== null)
}

const newsOf = ({ state, events, engagement }: Said, applied: Applied): News | null => {
  if (state.stage === 'unopened') return null
  const merge = events.find(({ type }) => type === 'EngagementMerged')
  if (merge?.type === 'EngagementMerged') {
    const into = stateOf(merge.into, applied)
    if (!into) return null
    const contacts = shown(into.contacts, into)
    return { news: { kind: 'merged', into: into.client }, contacts, undo: [{ command: 'RetractMerge' }] }
  }
  if (events.some(({ type }) => type === 'EngagementOpened'))
    return {
      news: { kind: 'opened' },
      contacts: shown(state.contacts, state),
      undo: [{ command: 'RetractEngagement' }],
    }
  // Whom the recruiter named in words needs no telling; an address shows that mail brought somebody in.
  const added = events.flatMap(event =>
    event.type === 'ContactAdded' && event.emails.length > 0 ? [event.contact] : [],
  )
  const contacts = state.contacts.filter(({ id }) => added.includes(id)).slice(0, MOST_TAKEN_BACK)
  if (contacts.length === 0 || state.id !== engagement) return null
  return {
    news: { kind: 'added' },
    contacts: shown(contacts, state),
    undo: contacts.map(({ id }) => ({ command: 'RetractContact', contact: id })),
  }
}

const stateOf = (id: EngagementId, { said }: Applied): Engagement | null => {
  const state = said.find(({ engagement }) => engagement === id)?.state
  return state && state.stage !== 'unopened' ? state : null
}

const shown = (contacts: readonly Contact[], { contacts: all }: Engagement): ReceiptInput['contacts'] =>
  contacts.map(({ name, phones: [phone], introducedBy }) => {
    const introducer = all.find(({ id }) => id === introducedBy)?.name
    return { name, ...(phone ? { phone: phone.number } : {}), ...(introducer ? { introducedBy: introducer } : {}) }
  })
