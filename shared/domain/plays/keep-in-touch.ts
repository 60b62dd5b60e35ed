import { dayOf, lastFromThem, name } from './facts.ts'
import { line } from './line.ts'
import { letGo, notToday, rest, spoke, voicemail, wrote } from './outcomes.ts'
import type { Play } from './play.ts'
import { oneLine } from './words.ts'

/** Nothing is owed here: one line after a month, so that the account doesn't forget your voice. */
export const keepInTouch: Play = {
  name: 'keep-in-touch',
  title: 'Keep in touch',
  for: 'contact',
  shape: 'line',
  channels: ['call', 'voicemail', 'email', 'text', 'social'],
  sheet: situation => {
    const last = lastFromThem(situation)
    return line(
      `Nothing is owed at ${oneLine(situation.engagement.client)}${last ? `; the last word was on ${dayOf(situation, last.at)}` : ''}. Ring ${name(situation)} with something useful, and want nothing.`,
    )
  },
  outcomes: [spoke('keep-in-touch'), wrote('keep-in-touch'), voicemail('keep-in-touch'), notToday, letGo, rest],
}
