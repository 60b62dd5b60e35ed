import type { WorkingCalendar } from '../calendar/working-calendar.ts'
import type { Command } from '../engagement/commands.ts'
import type { Contact, Engagement, Task } from '../engagement/state.ts'
import type { Assessment, PlayName } from '../silence/assessment.ts'
import type { Channel } from '../vocabulary.ts'

/** A rule says when; a play says what: whom it is for, by which channels, with which words, and what to leave out. */

export type Play = {
  readonly name: PlayName
  /** As a recruiter would call it: "Own the dropped ball". */
  readonly title: string
  readonly for: 'contact' | 'recruiter'
  /** A line stands at the end of the digest, without a number. */
  readonly shape: 'task' | 'line'
  /** The channels by which it may be played; a play without a written one never offers anything to copy or mail. */
  readonly channels: readonly Channel[]
  readonly sheet: (situation: Situation) => CallSheet
  readonly outcomes: readonly PlayOutcome[]
}

/** All that a script may draw on. Dates and times are the recruiter's. */
export type Situation = {
  readonly engagement: Engagement
  readonly assessment: Assessment
  readonly task: Task
  readonly contact: Contact | undefined
  readonly recruiter: { readonly name: string; readonly phone?: string }
  readonly calendar: WorkingCalendar
  /** The digest's local date. */
  readonly today: string
}

/** What the recruiter reads before dialling. Every string is plain text, one or more sentences. */
export type CallSheet = {
  /** Why today: facts and counts. */
  readonly why: readonly string[]
  /** What to read or settle first: likeliest reasons, observed beside assumed, earlier feedback. */
  readonly before: readonly Line[]
  /** What to say, per occasion: "Voicemail", "She answers". */
  readonly say: readonly Line[]
  /** A draft to send; only a play with a written channel has one. */
  readonly write?: { readonly subject: string; readonly body: string }
  /** Described, never quoted. */
  readonly leaveOut: readonly string[]
  readonly notInWriting?: string
  readonly otherWay?: string
  /** Whom to ring where it is not the contact, and what that number is. */
  readonly dial?: { readonly number: string; readonly from: string }
}

export type Line = { readonly label: string; readonly text: string }

export type PlayOutcome = {
  /** The word a reply may use and the link carries: `voicemail`, `spoke`, `not-today`. */
  readonly word: string
  readonly label: string
  /** Says nothing about a talk: neither a day nor a line in their own words is asked for. */
  readonly bare?: true
  /** What else to ask for beside a line in their own words. */
  readonly asks?: 'reply-within' | 'revisit-on' | 'starts-at'
  /** What the press records, given the contact it was for (none for a recruiter's own). */
  readonly commands: (task: Task, engagement: Engagement, said?: Said) => readonly Command[]
}

/** What the recruiter added: a line of what was said, an ISO 8601 duration, a local date, a meeting's new start (UTC). */
export type Said = {
  readonly words?: string
  readonly replyWithin?: string
  readonly revisitOn?: string
  readonly startsAt?: string
}
