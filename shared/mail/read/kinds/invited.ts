import { registrableDomain } from '../../../views/company-domain.ts'
import { accountsOf, isCandidate, isNeverLogged, outsiders } from '../accounts.ts'
import { type Address, domainOf, isAddress } from '../addresses.ts'
import type { Invitation } from '../calendar.ts'
import type { Book } from '../reading.ts'

/** Who of those on an invitation are people of a client. */

/** Programs that invite for somebody: the meeting is with whoever else stands on it. */
const SCHEDULERS: ReadonlySet<string> = new Set([
  'acuityscheduling.com',
  'appointlet.com',
  'bookedin.com',
  'cal.com',
  'calendarhero.com',
  'calendly.com',
  'calendlymail.com',
  'chilipiper.com',
  'doodle.com',
  'goodtime.io',
  'hubspot.com',
  'hubspotemail.net',
  'koalendar.com',
  'meetingbird.com',
  'oncehub.com',
  'reclaim.ai',
  'savvycal.com',
  'setmore.com',
  'simplybook.me',
  'tidycal.com',
  'vyte.in',
  'webex.com',
  'x.ai',
  'youcanbook.me',
  'zcal.co',
  'zoom.us',
])
const CALENDAR_HOSTS: ReadonlySet<string> = new Set([
  'group.calendar.google.com',
  'import.calendar.google.com',
  'resource.calendar.google.com',
])
const ROBOT =
  /^(no-?_?reply|do-?_?not-?_?reply|donotreply|unknownorganizer|calendar(-notification|-server|s)?|meetings?-?(noreply|scheduler|bot)?|scheduler|scheduling|invit(e|es|ations?)|bookings?|notifications?|messenger|appointments?)([+\d._-].*)?$/

export const isScheduler = (mailbox: Address): boolean =>
  SCHEDULERS.has(registrableDomain(domainOf(mailbox.address)) ?? '') || isCalendarRobot(mailbox)

/** No person's mailbox, at whatever company: people work at those that make calendars, too. */
export const isCalendarRobot = ({ address }: Address): boolean =>
  CALENDAR_HOSTS.has(domainOf(address)) || ROBOT.test(address.slice(0, Math.max(0, address.lastIndexOf('@'))))

export type Invited = 'never logged' | 'a candidate' | readonly Address[]

/** The people outside the firm on an invitation, each once, the organizer first; those who declined are left out. */
export const invitedTo = (invitation: Invitation, book: Book): Invited => {
  const { organizer, attendees } = invitation
  const coming = attendees.filter(({ partstat }) => partstat !== 'DECLINED' || invitation.method !== 'REQUEST')
  const mailboxes = [...(organizer ? [organizer] : []), ...(coming.length > 0 ? coming : attendees)]
  const all = outsiders(book, mailboxes).filter(person => !isScheduler(person))
  const people = all.filter(person => !isCandidate(book, person))
  if (people.length === 0 && all.length > 0) return 'a candidate'
  const told = people.length > 0 ? people : outsiders(book, namedInWords(invitation.description))
  if (told.length === 0 && attendees.length === 0) return namedInTitle(invitation.title, book)
  const once = told.filter((person, at) => told.findIndex(({ address }) => address === person.address) === at)
  if (once.some(({ address }) => isNeverLogged(book, address))) return 'never logged'
  return once.map(({ name, address }) => ({ name, address }))
}

/** "Invitee Email: jo@acme.example": how schedulers tell the host in words who booked. */
const namedInWords = (description: string): readonly Address[] => {
  let name = ''
  const found: Address[] = []
  for (const line of description
    .slice(0, 4000)
    .replaceAll(/<[^<>]{0,200}>/g, '\n')
    .split('\n')) {
    const at = line.indexOf(':')
    const label = line.slice(0, Math.max(0, Math.min(at, 40))).trim()
    const value = line.slice(at + 1).trim()
    if (/^(invitee|guest|attendee|booked by|who|name)( name)?$/i.test(label) && !value.includes('@')) name = value
    if (/^((invitee|guest|attendee|contact|your) )?e-?mail( address)?$/i.test(label) && isAddress(value.toLowerCase()))
      found.push({ name: name.slice(0, 100), address: value.toLowerCase() })
  }
  return found.slice(0, 1)
}

/** "Coffee with Kim Oduya": an entry that nobody was invited to, about the one whose whole name it says. */
const namedInTitle = (title: string, book: Book): readonly Address[] => {
  const words = ` ${wordsOf(title)} `
  const named = accountsOf(book)
    .filter(({ stage }) => stage === 'open')
    .flatMap(({ contacts }) => contacts)
    .filter(({ name, emails }) => emails.length > 0 && name.includes(' ') && words.includes(` ${wordsOf(name)} `))
  const [one, ...others] = named
  return one && others.length === 0 ? [{ name: one.name, address: one.emails[0] ?? '' }] : []
}

const wordsOf = (text: string): string => (text.toLowerCase().match(/[\p{L}\p{N}'’-]+/gu) ?? []).join(' ')
