import type { WorkingCalendar } from '../../domain/calendar/working-calendar.ts'
import type { DigestLine } from '../../domain/digest.ts'
import { ALREADY_DID, notToday } from '../../domain/plays/outcomes.ts'
import { counted, firstName, list, oneLine, quotable } from '../../domain/plays/words.ts'
import type { Policy } from '../../domain/policy.ts'
import type { PlayName } from '../../domain/silence/assessment.ts'
import type { EngagementId, NoteId } from '../../domain/vocabulary.ts'
import { digestHtml } from './digest-html.ts'
import { digestText } from './digest-text.ts'
import { ourHeaders, subjectLine } from './headers.ts'
import { type Button, composeItem, type Item, type Morning } from './item.ts'
import { arrange, type Entry } from './rank.ts'
import { heldLine, keptLine, questionLine } from './waiting.ts'

/** What a morning's mail is made of. Dates are local to the calendar's zone. */
export type DigestInput = {
  readonly recruiter: {
    readonly name: string
    readonly phone?: string
    /** The secret inbound address, put in BCC of drafts. */
    readonly inbound?: string
  }
  readonly calendar: WorkingCalendar
  readonly policy: Policy
  readonly today: string
  /** Every open task due by today, in any order. */
  readonly entries: readonly Entry[]
  readonly reminders: readonly { readonly engagement?: EngagementId; readonly client?: string; readonly what: string }[]
  readonly questions: readonly {
    readonly note: NoteId
    readonly text: string
    /** What the recruiter wrote, or the subject of what they forwarded. */
    readonly quote: string
    /** Whether the question stands in a digest for the last time. */
    readonly isLast: boolean
    readonly answers: readonly { readonly word: string; readonly label: string }[]
  }[]
  readonly held: readonly {
    readonly note: NoteId
    readonly from: string
    readonly subject: string
    readonly why: string
    readonly rule: string
    /** Whether it bears one of the recruiter's own addresses. */
    readonly isOwn: boolean
  }[]
  /** What would have been one mail too many on the day. */
  readonly kept: readonly { readonly note: NoteId; readonly says: string }[]
  /** What happened at the firm that concerns the recruiter, a sentence or two each. */
  readonly news?: readonly string[]
  /** Engagements whose history could not be read this morning. */
  readonly unreadable: readonly { readonly engagement: EngagementId; readonly client?: string }[]
  /** Accounts with which nothing is due. */
  readonly withinTime: number
  /** The address of an outcome's page, for the task and the outcome's word. */
  readonly link: (entry: Entry, word: string) => Promise<string> | string
  /** The address of an answer's page, for a note's question or a held message (`seen`). */
  readonly answerLink: (note: NoteId, word: string) => Promise<string> | string
  /** The address of a note's own page. */
  readonly noteLink: (note: NoteId) => Promise<string> | string
  /** The first of the pages: all that is due, and the ways to the rest. */
  readonly pages: string
  readonly replyTo: string
  /** An https address that takes the one-click POST of RFC 8058. */
  readonly unsubscribe: string
}

export type DigestMail = {
  readonly subject: string
  readonly html: string
  readonly text: string
  readonly headers: Readonly<Record<string, string>>
  readonly replyTo: string
  /** What each number and line stands for, so that a reply finds its task. */
  readonly lines: readonly DigestLine[]
}

/** A line of the digest that is no full task. */
export type ShortLine = { readonly text: string; readonly buttons: readonly Button[] }

export type Section = {
  readonly title: string
  readonly lines: readonly ShortLine[]
  /** How many more there are than lines. */
  readonly more?: number
}

/** Both forms of the mail are written from this. */
export type DigestPage = {
  readonly greeting: string
  readonly items: readonly Item[]
  readonly sections: readonly Section[]
  readonly closing: string
  readonly pages: string
  readonly unsubscribe: string
}

/**
 * Writes a morning's mail. With neither task nor line it says in one sentence that the watch is on: whether that is
 * worth a mail, on a Monday after an empty week, is for the caller to know.
 */
export const writeDigest = async (input: DigestInput): Promise<DigestMail> => {
  const { full, short, stale, lines } = arrange(input.entries, input.policy, input.calendar, input.today)
  const morning: Morning = input
  const compose = (entries: readonly Entry[]) => Promise.all(entries.map(entry => composeItem(entry, morning)))
  const [items, shortItems, staleItems, lineItems] = await Promise.all([full, short, stale, lines].map(compose))
  const sections = [
    { title: 'Also waiting', lines: [...(shortItems ?? []).map(shortLine), ...(staleItems ?? []).map(staleLine)] },
    { title: 'One press each', lines: (lineItems ?? []).map(pressLine) },
    { title: 'You asked to be reminded', lines: input.reminders.map(reminderLine) },
    {
      title: 'A note I could not place',
      lines: await Promise.all(input.questions.map(question => questionLine(question, input))),
    },
    { title: 'Held back', lines: await Promise.all(input.held.map(held => heldLine(held, input))) },
    {
      title: 'Not written to you at the time',
      lines: await Promise.all(input.kept.map(kept => keptLine(kept, input))),
    },
    { title: 'At your firm', lines: (input.news ?? []).map(text => ({ text: oneLine(text), buttons: [] })) },
    { title: 'Not readable today', lines: input.unreadable.map(unreadableLine) },
  ].filter(section => section.lines.length > 0)
  const page = withinReach({
    greeting: greeting(input, items ?? [], sections.length > 0),
    items: items ?? [],
    sections,
    closing: closing(input.withinTime, items?.length === 0 && sections.length === 0),
    pages: input.pages,
    unsubscribe: input.unsubscribe,
  })
  return {
    subject: subjectLine(subject(items ?? [], sections.flatMap(section => section.lines).length)),
    html: digestHtml(page),
    text: digestText(page),
    headers: ourHeaders('digest', input.unsubscribe),
    replyTo: input.replyTo,
    lines: [
      ...full.map((entry, index): DigestLine => ({ number: index + 1, ...standsFor(entry), shape: 'task' })),
      ...[...short, ...stale].map((entry): DigestLine => ({ ...standsFor(entry), shape: 'short' })),
      ...lines.map((entry): DigestLine => ({ ...standsFor(entry), shape: 'line' })),
      ...input.reminders.map(
        ({ engagement }): DigestLine => ({ ...(engagement ? { engagement } : {}), shape: 'reminder' }),
      ),
      ...input.questions.map((): DigestLine => ({ shape: 'question' })),
      ...input.held.map((): DigestLine => ({ shape: 'held' })),
      ...input.kept.map((): DigestLine => ({ shape: 'receipt' })),
      ...(input.news ?? []).map((): DigestLine => ({ shape: 'firm' })),
      ...input.unreadable.map(({ engagement }): DigestLine => ({ engagement, shape: 'unreadable' })),
    ],
  }
}

/** Gmail shows 102 KB of a mail, and hides the rest with the way out of these mails in it. */
const MOST_BYTES = 100_000

/**
 * The page as it can be shown whole: the last lines of the longest section go until it fits, and are counted; after
 * them the pictures, of the last task first.
 */
const withinReach = (page: DigestPage): DigestPage => {
  if (Buffer.byteLength(digestHtml(page)) <= MOST_BYTES) return page
  const longest = page.sections.toSorted((one, other) => other.lines.length - one.lines.length)[0]
  if (!longest || longest.lines.length <= 1) {
    const last = page.items.findLastIndex(({ picture }) => picture)
    if (last === -1) return page
    const items = page.items.map((item, index) => (index === last ? { ...item, picture: undefined } : item))
    return withinReach({ ...page, items })
  }
  const many = Math.ceil(longest.lines.length / 8)
  const shorter = { ...longest, lines: longest.lines.slice(0, -many), more: (longest.more ?? 0) + many }
  return withinReach({ ...page, sections: page.sections.map(section => (section === longest ? shorter : section)) })
}

const standsFor = ({ task, engagement }: Entry): Pick<DigestLine, 'task' | 'engagement'> => ({
  task: task.id,
  engagement: engagement.id,
})

// What the day holds

type Kind = 'call' | 'to answer' | 'decision' | 'meeting to report' | 'word with a colleague'

const kindOf = (play: string): Kind => {
  switch (play as PlayName) {
    case 'answer-them':
      return 'to answer'
    case 'participate-or-disengage':
      return 'decision'
    case 'report-the-meeting':
      return 'meeting to report'
    case 'speak-to-a-colleague':
      return 'word with a colleague'
    default:
      return 'call'
  }
}

const MANY: Partial<Record<Kind, string>> = {
  'to answer': 'to answer',
  'meeting to report': 'meetings to report',
  'word with a colleague': 'words with colleagues',
}

/** "two calls and one decision", with the counts in words or in figures. */
const workload = (items: readonly Item[], figures: boolean): string => {
  const kinds = [...new Set(items.map(({ play }) => kindOf(play.name)))]
  return list(
    kinds.map(kind => {
      const count = items.filter(({ play }) => kindOf(play.name) === kind).length
      const many = MANY[kind] ?? `${kind}s`
      return figures ? `${count} ${count === 1 ? kind : many}` : counted(count, kind, many)
    }),
  )
}

const NAME_IN_SUBJECT = 40

const subject = (items: readonly Item[], lines: number): string => {
  const named = new Set(items.map(({ who }) => oneLine(who).slice(0, NAME_IN_SUBJECT)))
  const [first, second, ...others] = named
  if (first === undefined)
    return lines > 0
      ? `No calls today, ${lines === 1 ? '1 line' : `${lines} lines`} to read`
      : 'Nothing is due; the watch is on'
  const then = second === undefined ? '' : `, then ${second}${others.length > 0 ? ` and ${others.length} more` : ''}`
  return `${workload(items, true)}: ${first}${then}`
}

const greeting = ({ recruiter }: DigestInput, items: readonly Item[], hasLines: boolean): string => {
  const name = firstName(oneLine(recruiter.name))
  const [first] = items
  if (!first) return hasLines ? `${name}, no calls today. Only this:` : `${name}, nothing is due. The watch is on.`
  if (items.length === 1) return `${name}, ${workload(items, false)} today.`
  return `${name}, ${workload(items, false)} today. ${first.who} first.`
}

const closing = (withinTime: number, isAll: boolean): string => {
  const within = withinTime === 1 ? 'One account is within its time.' : `${withinTime} accounts are within their time.`
  if (isAll) return withinTime === 0 ? 'No account is open.' : within
  return withinTime === 0 ? 'Nothing else is due.' : `Nothing else is due. ${within}`
}

// Lines

const place = ({ who, client }: Item): string => (who === client ? client : `${who}, ${client}`)

/** Every outcome stands on the page behind the first button. */
const shortLine = (item: Item): ShortLine => ({
  text: `${place(item)}: ${item.play.title.toLowerCase()}. ${item.putOff ?? item.sheet.why[0] ?? ''}`.trim(),
  buttons: item.buttons.flatMap(button =>
    button.word === ALREADY_DID
      ? [{ ...button, label: 'Say what you did' }]
      : button.word === notToday.word
        ? [button]
        : [],
  ),
})

const staleLine = (item: Item): ShortLine => ({
  text: `${place(item)}: "${item.play.title}" has stood here for two weeks. Rest the account, or let this one go?`,
  buttons: item.asides.length > 0 ? item.asides : item.buttons,
})

const pressLine = (item: Item): ShortLine => ({
  text: item.sheet.why.join(' '),
  buttons: [...item.buttons, ...item.asides],
})

const reminderLine = ({ client, what }: DigestInput['reminders'][number]): ShortLine => {
  const words = quotable(what)
  return {
    text: [...(client ? [`${oneLine(client)}: `] : []), words ? `${words}.` : 'you noted something for today.'].join(
      '',
    ),
    buttons: [],
  }
}

const unreadableLine = ({ client }: DigestInput['unreadable'][number]): ShortLine => ({
  text: `${client ? oneLine(client) : 'One account'} could not be read this morning. Its history is safe, and it is looked at again tomorrow.`,
  buttons: [],
})
