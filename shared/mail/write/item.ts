import type { WorkingCalendar } from '../../domain/calendar/working-calendar.ts'
import { contactOf } from '../../domain/engagement/state.ts'
import { sheetOf } from '../../domain/plays/colleagues.ts'
import { putOffFor } from '../../domain/plays/facts.ts'
import { playNamed } from '../../domain/plays/index.ts'
import { ALREADY_DID } from '../../domain/plays/outcomes.ts'
import type { CallSheet, Play, Situation } from '../../domain/plays/play.ts'
import { firstName, oneLine } from '../../domain/plays/words.ts'
import type { Role } from '../../domain/vocabulary.ts'
import { drawSilence, type Picture } from './picture.ts'
import type { Entry } from './rank.ts'
import { telephone } from './telephone.ts'

/** One task as both forms of the digest show it: every word decided, every link made. */
export type Item = {
  readonly entry: Entry
  readonly play: Play
  /** The person, or the client where the task is for nobody. */
  readonly who: string
  readonly role: string
  readonly client: string
  readonly phone: { readonly number: string; readonly from: string; readonly href: string } | undefined
  /** What to reply where no number is known. */
  readonly phoneHint: string | undefined
  readonly putOff: string | undefined
  readonly sheet: CallSheet
  /** Only where the play may be written, and an address is known. */
  readonly draft: Draft | undefined
  readonly picture: Picture | undefined
  readonly buttons: readonly Button[]
  /** Ways out that need no button's weight. */
  readonly asides: readonly Button[]
}
/** `href` opens it in the recruiter's own mail, addressed, and with the inbound address in BCC where there is one. */
export type Draft = { readonly to: string; readonly bcc: string | undefined; readonly href: string }
export type Button = { readonly word: string; readonly label: string; readonly url: string }

export type Morning = {
  readonly recruiter: { readonly name: string; readonly phone?: string; readonly inbound?: string }
  readonly calendar: WorkingCalendar
  readonly today: string
  readonly link: (entry: Entry, word: string) => Promise<string> | string
}

const ASIDE: ReadonlySet<string> = new Set(['let-go', 'rest'])

export const composeItem = async (entry: Entry, morning: Morning): Promise<Item> => {
  const { engagement, task } = entry
  const play = playNamed(task.play)
  if (!play) throw new TypeError(`no play of this name: ${task.play}`)
  const contact = contactOf(engagement, task.contact)
  const { recruiter, calendar, today, link } = morning
  const situation: Situation = { ...entry, contact, recruiter, calendar, today }
  const button = async (word: string, label: string): Promise<Button> => ({ word, label, url: await link(entry, word) })
  const outcomes = await Promise.all(play.outcomes.map(({ word, label }) => button(word, label)))
  const acts = outcomes.filter(({ word }) => word !== 'not-today' && !ASIDE.has(word))
  const later = outcomes.filter(({ word }) => word === 'not-today')
  const already =
    play.shape === 'task' && !play.outcomes.some(({ bare }) => bare)
      ? [await button(ALREADY_DID, play.for === 'contact' ? 'Already did, on…' : 'With a note…')]
      : []
  const sheet = sheetOf(play, situation)
  const byVoice = play.channels.length > 0 && contact !== undefined
  const number = sheet.dial ?? (byVoice ? contact.phones[0] : undefined)
  return {
    entry,
    play,
    who: oneLine(contact?.name ?? engagement.client),
    role: contact ? ROLE[contact.role] : '',
    client: oneLine(engagement.client),
    phone: number && {
      number: oneLine(number.number),
      from: oneLine(number.from),
      href: telephone(number.number),
    },
    phoneHint:
      byVoice && !number
        ? `No number known. Reply "${firstName(oneLine(contact.name))}" and the number, and it is kept.`
        : undefined,
    putOff: putOffFor(situation),
    sheet,
    draft: sheet.write && contact?.emails[0] ? draftTo(contact.emails[0], sheet.write, recruiter.inbound) : undefined,
    picture: drawSilence(entry, calendar, today),
    buttons: [...acts, ...already, ...later],
    asides: outcomes.filter(({ word }) => ASIDE.has(word)),
  }
}

export const ROLE: Readonly<Record<Role, string>> = {
  hr: 'HR',
  'hr-director': 'director of HR',
  'hiring-manager': 'hiring manager',
  other: '',
}

/** With the inbound address in BCC, sending the draft logs it. */
const draftTo = (address: string, write: { subject: string; body: string }, inbound: string | undefined): Draft => {
  const fields = [
    `subject=${encodeURIComponent(write.subject)}`,
    `body=${encodeURIComponent(write.body.replaceAll('\n', '\r\n'))}`,
    ...(inbound ? [`bcc=${encodeURIComponent(inbound)}`] : []),
  ]
  return { to: oneLine(address), bcc: inbound, href: `mailto:${encodeURIComponent(address)}?${fields.join('&')}` }
}
