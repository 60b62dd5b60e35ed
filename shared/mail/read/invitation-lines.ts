import { type Address, people } from './addresses.ts'
import { labelOf } from './labels.ts'
import { fold } from './lines.ts'

/** The lines of an invitation that calendars write for people. */

const WHEN =
  'when|wann|quand|cuándo|wanneer|quando|date and time|date/time|event date/time|time|date|scheduled|uhrzeit|zeit|hora'
    .split('|')
    .map(fold)
const WHERE = 'where|location|wo|ort|où|lieu|dónde|ubicación|waar|locatie|dove|luogo|onde|local'.split('|').map(fold)
const TITLE = 'topic|title|event|event type|event name|thema|titel|tema|what'.split('|').map(fold)
const GUESTS =
  'guests|who|attendees|required attendees|required|optional attendees|optional|invitees|participants|invitee email|guest email|organizer|organiser|gäste|teilnehmer|invités|participants|invitados|gasten|deelnemers'
    .split('|')
    .map(fold)
const INVITES =
  /\b(you have been invited|has invited you|invited you to|invitation from google calendar|join zoom meeting|inviting you to a scheduled|original appointment|a new event has been scheduled|new event has been|this event has been (changed|updated|cancell?ed)|wants to meet)\b/i

/** What an invitation's lines say, from top to bottom. */
export type SaidInLines = {
  readonly isInvitation: boolean
  /** Outlook's own, which bears "When:" among the lines of its header. */
  readonly isAppointment: boolean
  readonly when: readonly string[]
  /** Lines that hold a day and an hour without a label. */
  readonly free: readonly string[]
  /** What somebody wrote who answers. */
  readonly comment: string
  readonly title: string
  readonly organizer: Address | null
  readonly people: readonly Address[]
}

/** No line of an invitation is longer. */
const LONGEST = 1000

/** `lines` without quotation marks. Linear. */
export const saidIn = (all: readonly string[]): SaidInLines => {
  const lines = withoutMailDates(all.map(line => line.slice(0, LONGEST)))
  const when: string[] = []
  let [hasWhere, hasWords, isGuests, isAppointment, title] = [false, false, false, false, '']
  const found: Address[] = []
  let organizer: Address | null = null
  for (const [at, line] of lines.entries()) {
    if (INVITES.test(line.slice(0, 200))) hasWords = true
    const label = labelled(line)
    const value = label && (label.value === '' ? (lines[at + 1] ?? '').trim() : label.value)
    if (label && WHEN.includes(label.name)) when.push(value ?? '')
    if (label?.name === 'when' && isHeader(lines, at)) isAppointment = true
    if (label && WHERE.includes(label.name)) hasWhere = true
    if (label && TITLE.includes(label.name) && title === '') title = value ?? ''
    if (label) isGuests = GUESTS.includes(label.name)
    if (!isGuests && !/\b(organi[sz]er|organisateur|veranstalter|organisator)\b/i.test(line)) continue
    const [person, more] = people(
      (label?.value ?? line).replace(/^[*•\-\s]+/, '').replace(/\s+[-–(]\s*(organi[sz]er|creator|optional)\)?$/i, ''),
    )
    if (!person || more || person.address === '') continue
    found.push(person)
    if (/\b(organi[sz]er|organisateur|veranstalter|organisator)\b/i.test(line) || label?.name === 'organizer')
      organizer ??= person
  }
  const isInvitation = when.length > 0 && (hasWhere || hasWords)
  return {
    isInvitation,
    isAppointment,
    when,
    free: freeTimes(lines),
    comment: commentIn(lines),
    title: title.slice(0, 200),
    organizer,
    people: found.slice(0, 40),
  }
}

/** When the calendar's mail was sent is not when the meeting is. */
const withoutMailDates = (lines: readonly string[]): readonly string[] => {
  const fields = lines.map(line => labelOf(line)?.field)
  const isNearFrom = (at: number): boolean => fields.slice(Math.max(0, at - 6), at + 7).includes('from')
  return lines.map((line, at) =>
    (fields[at] === 'date' && isNearFrom(at)) || /:\s*$/.test(line.slice(60)) ? '' : line,
  )
}

const NOTE = /with (?:this|a|the following) (?:note|message):?\s*[“"']?(.{0,500}?)[”"']?$/i
const BOILERPLATE =
  /^(?:[-_*=~.\s]*|.{0,80}\bhas (?:accepted|declined|tentatively accepted|replied).*|https?:.*|join .*|microsoft teams.*|meeting id.*|passcode.*|.*google calendar.*)$/i

/** What was written with an answer: a note that Google names so, or what stands below Outlook's "When:" and "Where:". */
const commentIn = (lines: readonly string[]): string => {
  const note = lines.map(line => NOTE.exec(line.slice(0, 600))?.[1]).find(found => found !== undefined)
  if (note) return note.trim()
  const last = lines.findLastIndex(line => {
    const label = labelled(line)
    return label !== null && label.value !== '' && [...WHEN, ...WHERE].includes(label.name)
  })
  if (last < 0 || !lines.some((line, at) => labelled(line)?.name === 'when' && isHeader(lines, at))) return ''
  return lines
    .slice(last + 1)
    .filter(line => !BOILERPLATE.test(line.slice(0, 300)))
    .join(' ')
    .slice(0, 1000)
}

const isHeader = (lines: readonly string[], at: number): boolean =>
  lines
    .slice(Math.max(0, at - 4), at)
    .some(line => /^\*?(subject|to|betreff|objet|asunto|onderwerp)\*?\s?:/i.test(line))

/** "When: …", "*When*", "Guests" alone on its line. */
const labelled = (line: string): { readonly name: string; readonly value: string } | null => {
  const text = line.trim()
  const colon = text.slice(0, 40).search(/[:：]/)
  if (colon > 0)
    return {
      name: fold(text.slice(0, colon).replaceAll('*', '').trim()),
      value: text
        .slice(colon + 1)
        .replace(/^[*\s]+/, '')
        .trim(),
    }
  const name = fold(text.replaceAll('*', '').trim())
  return text.length < 30 && [...WHEN, ...WHERE, ...GUESTS].includes(name) ? { name, value: '' } : null
}

const MOST_FREE = 12

/** How Google and Apple write it below the title. */
const freeTimes = (lines: readonly string[]): readonly string[] =>
  [...lines, ...joined(lines)]
    .filter(line => line.length < 160 && /\d{1,2}[:.h]\d\d|\d\s?[ap]\.?m\b/i.test(line) && /\d{4}/.test(line))
    .slice(0, MOST_FREE)

/** The day on one line, the hour on the next. */
const joined = (lines: readonly string[]): readonly string[] =>
  lines.slice(1).flatMap((line, index) => {
    const above = lines[index] ?? ''
    return /\d{4}$/.test(above.trim()) && above.length < 60 && !/\d[:.]\d\d/.test(above) ? [`${above} ${line}`] : []
  })
