import { localDate } from '../calendar/days.ts'
import type { Fact } from '../engagement/events.ts'
import type { ContactId } from '../vocabulary.ts'
import { fromThem, millis, type Touch } from './chronicle.ts'
import type { Owed, Silence, Story } from './story.ts'
import { lapseDate } from './window.ts'

/** How the ball moves and silences begin and end. */

export const tellTouch = (story: Story, touch: Touch): void => {
  if (story.paused && !wakesFromPause(story, touch)) return
  if (story.paused) story.paused = null
  if (story.closed) {
    if (!fromThem(touch) && !reached(story, touch.at, story.closed.revisitOn)) return
    story.closed = null
  }
  if (fromThem(touch)) return hearFromThem(story, touch)
  story.lastTouch = touch
  story.attempts = [...story.attempts, touch]
  if (touch.kind === 'no-answer') return
  story.owed = []
  story.ourStep = null
  story.ball = 'theirs'
  story.silence ??= beginSilence(story, touch)
}

/** Nothing is due while paused; their own message, or anything from the day on, ends the pause. */
const wakesFromPause = (story: Story, touch: Touch): boolean =>
  touch.kind === 'theirs' ||
  (touch.kind === 'conversation' && touch.inbound) ||
  reached(story, touch.at, story.paused?.until ?? null)

const reached = (story: Story, at: string, date: string | null): boolean =>
  date !== null && localDate(story.calendar, at) >= date

export const hearFromThem = (story: Story, touch: Touch): void => {
  story.lastTouch = touch
  if (touch.kind !== 'thanks') story.rested = false
  if (touch.kind === 'thanks' && story.ball === 'ours') return
  endSilence(story, touch.at, touch.position)
  if (touch.kind === 'theirs') {
    if (fulfils(story, touch.at)) story.theirStep = null
    owe(story, { contact: touch.contact, at: touch.at, position: touch.position, pressing: false })
    return
  }
  if (touch.kind === 'conversation') {
    if (fulfils(story, touch.at)) story.theirStep = null
    story.owed = []
    // A talk on the day of our promise keeps it; one before leaves it owed.
    if (story.ourStep && reached(story, touch.at, story.ourStep.due)) story.ourStep = null
    if (story.ourStep) {
      const { at, position, contact } = story.ourStep
      return owe(story, { contact: contact ?? touch.contact, at, position, pressing: false })
    }
  }
  story.ball = 'theirs'
  story.silence = beginSilence(story, touch)
}

/** Who named a day is not chased before it: only contact on or after it settles what they promised. */
const fulfils = (story: Story, at: string): boolean => reached(story, at, story.theirStep?.due ?? null)

export const beginParticipation = (story: Story, fact: Fact): void => {
  const contact = story.silence?.contact ?? null
  settleDown(story)
  story.ball = 'theirs'
  story.silence = { ...beginSilence(story, { at: fact.at, position: fact.position, contact }), from: 'participation' }
}

export const rest = (story: Story): void => {
  settleDown(story)
  story.paused = null
  story.rested = true
}

export const beginSilence = (
  story: Story,
  begun: { readonly at: string; readonly position: number; readonly contact?: ContactId | null | undefined },
): Silence => ({
  from: 'touch',
  contact: begun.contact ?? whoSpokeLast(story) ?? null,
  since: begun.at,
  windowFrom: begun.at,
  because: [begun.position],
})

export const owe = (story: Story, owed: Owed): void => {
  story.ball = 'ours'
  story.silence = null
  story.owed = [...story.owed, owed]
}

export const endSilence = (story: Story, at: string, position: number): void => {
  const { silence } = story
  const lapse = silence ? lapseDate(story, silence) : null
  const tense = story.tensions.some(tension => tension.contact === silence?.contact)
  // Who had never spoken has not come back.
  const known = story.touches.some(touch => fromThem(touch) && millis(touch.at) < millis(at))
  if (silence && lapse && known && !tense && localDate(story.calendar, at) >= lapse)
    story.returns = [...story.returns, { contact: silence.contact, at, position }]
  story.silence = null
  story.attempts = []
}

/** Ends silence, turn and ladder. */
export const settleDown = (story: Story): void => {
  story.ball = null
  story.owed = []
  story.silence = null
  story.attempts = []
  story.ourStep = null
  story.theirStep = null
}

/** Whoever of these contacts last had any contact with us, up to this point of the story. */
export const whoSpokeLast = (story: Story, among?: readonly ContactId[]): ContactId | undefined => {
  const until = story.lastTouch ? millis(story.lastTouch.at) : Number.POSITIVE_INFINITY
  const fits = (touch: Touch) =>
    touch.contact !== null && millis(touch.at) <= until && (!among || among.includes(touch.contact))
  return (
    (story.touches.findLast(touch => fits(touch) && fromThem(touch)) ?? story.touches.findLast(fits))?.contact ??
    undefined
  )
}

export const conversation = (at: string, position: number, contact: ContactId | null): Touch => ({
  kind: 'conversation',
  at,
  position,
  contact,
  channel: 'meeting',
  outcome: 'held',
  play: 'call-and-write',
  summary: '',
  inbound: false,
})
