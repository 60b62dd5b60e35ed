import type { Colleague, LastTouch } from '../silence/around.ts'
import { CONVERSATIONS } from '../vocabulary.ts'
import { called, dayOf } from './facts.ts'
import { afterHandover } from './handed-over.ts'
import type { CallSheet, Play, Situation } from './play.ts'
import { oneLine } from './words.ts'

/** A play's call sheet, with what colleagues did: here before it was handed over, and at the same client of late. */
export const sheetOf = (play: Play, situation: Situation): CallSheet => {
  const sheet = play.sheet(situation)
  if (play.shape !== 'task') return sheet
  return afterHandover({ ...sheet, why: [...sheet.why, ...colleaguesTouches(situation)] }, situation)
}

/** "Ana Lind spoke with Susan by phone on Tuesday 3 November." */
export const colleaguesTouches = (situation: Situation): readonly string[] =>
  situation.assessment.colleagues
    .flatMap(({ name, lastTouch }) => (lastTouch ? [{ ...lastTouch, name: oneLine(name) }] : []))
    .toSorted((a, b) => Date.parse(b.at) - Date.parse(a.at))
    .slice(0, MOST_TOLD)
    .map(touch => `${said(touch, touch.name, personIn(situation, touch))} on ${dayOf(situation, touch.at)}.`)

/** Of a client whom the whole firm speaks with, the latest of it. */
const MOST_TOLD = 3

type Touch = NonNullable<Colleague['lastTouch']>

/** Who it was with: as one speaks of them where we know them too. */
const personIn = (situation: Situation, touch: Touch): string => {
  const name = oneLine(touch.with)
  const known = situation.engagement.contacts.find(contact => oneLine(contact.name) === name)
  return known ? called(situation, known) : name || 'somebody there'
}

const said = ({ direction, channel, outcome }: LastTouch, colleague: string, who: string): string => {
  if (CONVERSATIONS.has(outcome))
    return channel === 'meeting' ? `${colleague} met ${who}` : `${colleague} spoke with ${who} ${BY[channel]}`
  if (direction === 'inbound')
    return channel === 'call' || channel === 'voicemail'
      ? `${who} left ${colleague} a voicemail`
      : `${who} wrote to ${colleague} ${BY[channel]}`
  if (outcome === 'no-answer') return `${colleague} rang ${who} and reached nobody`
  return outcome === 'left-message'
    ? `${colleague} left ${who} a voicemail`
    : `${colleague} wrote to ${who} ${BY[channel]}`
}

const BY: Readonly<Record<LastTouch['channel'], string>> = {
  call: 'by phone',
  voicemail: 'by phone',
  email: 'by email',
  text: 'by text',
  social: 'online',
  meeting: 'by calendar',
  video: 'by video',
}
