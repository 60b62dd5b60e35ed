import * as z from 'zod'
import { Command } from './engagement/commands.ts'
import type { Recorded } from './engagement/events.ts'
import { personal } from './personal.ts'
import { CommandId, EngagementId, Evidence, Instant, NoteId, RecruiterId } from './vocabulary.ts'

/** One message that arrived: what it was, how it was read, and what became of it. */

const envelope = {
  at: Instant,
  recordedAt: Instant,
  by: z.union([RecruiterId, z.literal('system')]),
  command: CommandId,
}
const event = <Type extends string, Shape extends z.ZodRawShape>(type: Type, shape: Shape) =>
  z.object({ type: z.literal(type), ...envelope, ...shape })

/** A finished command for an engagement, as it will be appended: its id is made from the note's. */
export const PlannedCommand = z.object({
  id: CommandId,
  engagement: EngagementId,
  at: Instant,
  evidence: Evidence,
  command: Command,
})
export type PlannedCommand = z.infer<typeof PlannedCommand>

/** One short question with a button per answer; each answer says what it would append. */
export const Question = z.object({
  text: z.string().max(500),
  /** The name nobody is known by, or the address, where that is what the question is about: mail that brings in one such person answers it. */
  unknownName: z.string().max(200).optional(),
  /** It stands in the next digest and no mail asks it: what a machine sent gets no answer. */
  inDigestOnly: z.boolean().optional(),
  answers: z
    .array(
      z.object({
        word: z.string().max(60),
        label: z.string().max(200),
        commands: z.array(PlannedCommand).readonly(),
        /** The address of somebody who by this answer is a candidate, or nobody's client: asked about no more. */
        candidate: z.string().max(254).optional(),
      }),
    )
    .max(12)
    .readonly(),
})
export type Question = z.infer<typeof Question>

/** A question goes out by mail so often, and then stands in the digest. */
export const TIMES_ASKED = 2

/** What a reply to a question says to the note that was asked about: its answer, or nothing clear, so that it is asked once more. */
export const Answering = z.object({
  note: NoteId,
  /** The answer's word, or the recruiter's own. */
  word: z.string().max(60),
  commands: z.array(PlannedCommand).readonly(),
  /** Addresses of people who are candidates by it. */
  candidates: z.array(z.string().max(254)).max(12).optional(),
  /** Whether it stands in the place of the answer before. */
  replaces: z.literal(true).optional(),
  /** What is still to be asked. */
  again: Question.optional(),
})
export type Answering = z.infer<typeof Answering>

export const NoteStatus = z.enum(['understood', 'asked', 'held', 'nothing'])
export type NoteStatus = z.infer<typeof NoteStatus>

// Events
export const NoteEvent = z.discriminatedUnion('type', [
  event('NoteReceived', {
    id: NoteId,
    /** Where the raw message lies. */
    object: z.string(),
    from: personal(z.string().max(320)),
    subject: personal(z.string().max(1000)),
    /** Its first words, where it has no subject to be known by. */
    words: personal(z.string().max(100).optional()),
    arrivedAt: Instant,
    /** A hash of a mail's own words, its greeting apart: the same text to many companies has the same one. */
    fingerprint: z.string().max(64).optional(),
  }),
  event('NoteUnderstood', {
    status: z.enum(['understood', 'nothing']),
    /** Which rule read it, in words. */
    rule: z.string().max(120),
    why: z.string().max(300).optional(),
    commands: personal(z.array(PlannedCommand).readonly()),
    answers: personal(Answering.optional()),
  }),
  event('NoteAsked', {
    rule: z.string().max(120),
    question: personal(Question),
    commands: personal(z.array(PlannedCommand).readonly()),
    /** The recruiter's own words, or the subject of what they forwarded: which note it is about. */
    quote: personal(z.string().max(300).optional()),
    answers: personal(Answering.optional()),
  }),
  event('NoteHeld', { rule: z.string().max(120), why: z.string().max(300) }),
  event('NoteAnswered', { word: z.string().max(60), commands: personal(z.array(PlannedCommand).readonly()) }),
  /** A held message is to be read once more: the recruiter, signed in, says so, and vouches for what bears their address. */
  event('NoteReleased', {}),
  /** What the recruiter put right afterwards: what is taken back, and what is so instead. */
  event('NotePutRight', { commands: personal(z.array(PlannedCommand).readonly()) }),
  /** An answer that was one too many, and did not go out: what it would have said, in a line. */
  event('AnswerKept', { kind: z.enum(['receipt', 'question']), says: personal(z.string().max(300)) }),
  event('NoteApplied', { refused: z.array(z.object({ command: CommandId, code: z.string() })) }),
])
export type NoteEvent = z.infer<typeof NoteEvent>

// Fold
export type Note = {
  readonly id: NoteId | null
  readonly object: string
  readonly from: string
  readonly subject: string
  readonly arrivedAt: string
  readonly fingerprint: string | null
  readonly status: NoteStatus | null
  readonly rule: string
  readonly why: string
  readonly commands: readonly PlannedCommand[]
  /** What the recruiter said of it afterwards, on its page or by another note. */
  readonly putRight: readonly PlannedCommand[]
  readonly question: Question | null
  /** What was asked before it, where the first answer left it open: its buttons are still in a mailbox. */
  readonly askedBefore: readonly Question[]
  readonly quote: string
  /** What its question was answered with. */
  readonly answer: { readonly word: string; readonly commands: readonly PlannedCommand[] } | null
  /** The question of another note that this one answers. */
  readonly answers: Answering | null
  readonly released: boolean
  readonly answered: boolean
  readonly applied: boolean
  /** Answers that did not go out. */
  readonly kept: readonly {
    readonly command: CommandId
    readonly kind: 'receipt' | 'question'
    readonly says: string
  }[]
}

const initial: Note = {
  id: null,
  object: '',
  from: '',
  subject: '',
  arrivedAt: '',
  fingerprint: null,
  status: null,
  rule: '',
  why: '',
  commands: [],
  putRight: [],
  question: null,
  askedBefore: [],
  quote: '',
  answer: null,
  answers: null,
  released: false,
  answered: false,
  applied: false,
  kept: [],
}

export const foldNote = (events: Iterable<Recorded<NoteEvent>>): Note => {
  let note = initial
  for (const event of events) note = evolve(note, event)
  return note
}

const evolve = (note: Note, event: NoteEvent): Note => {
  switch (event.type) {
    case 'NoteReceived':
      return {
        ...note,
        fingerprint: event.fingerprint ?? null,
        id: event.id,
        object: event.object,
        from: event.from,
        subject: event.subject || (event.words ?? ''),
        arrivedAt: event.arrivedAt,
      }
    case 'NoteUnderstood':
      return {
        ...note,
        status: event.status,
        rule: event.rule,
        why: event.why ?? '',
        commands: event.commands,
        answers: event.answers ?? null,
      }
    case 'NoteAsked':
      return {
        ...note,
        status: 'asked',
        rule: event.rule,
        question: event.question,
        askedBefore: note.question ? [...note.askedBefore, note.question] : [],
        quote: event.quote ?? note.quote,
        commands: event.commands,
        answers: event.answers ?? note.answers,
      }
    case 'NoteHeld':
      return { ...note, status: 'held', rule: event.rule, why: event.why }
    case 'NoteAnswered':
      return answered({ ...note, answer: event }, [...note.commands, ...event.commands])
    case 'NoteReleased':
      return { ...note, released: true, applied: false }
    case 'NotePutRight':
      return {
        ...note,
        putRight: [...note.putRight, ...event.commands],
        ...(note.status === 'asked' ? { answered: true } : {}),
      }
    case 'AnswerKept': {
      const { command, kind, says } = event
      return { ...note, kept: [...note.kept, { command, kind, says }] }
    }
    case 'NoteApplied':
      return { ...note, applied: true }
  }
}

/** What was asked about is understood once it is answered, or holds nothing. */
const answered = (note: Note, commands: Note['commands']): Note => ({
  ...note,
  status: commands.length > 0 ? 'understood' : 'nothing',
  answered: true,
  applied: false,
  commands,
})
