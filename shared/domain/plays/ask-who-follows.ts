import { name } from './facts.ts'
import { line } from './line.ts'
import { letGo, notToday, settled } from './outcomes.ts'
import type { Play } from './play.ts'
import { oneLine } from './words.ts'

/** Somebody left: their chair is filled by someone, and they sit in a new one. */
export const askWhoFollows: Play = {
  name: 'ask-who-follows',
  title: 'Ask who follows',
  for: 'contact',
  shape: 'line',
  channels: ['call', 'email'],
  sheet: situation => {
    const who = name(situation)
    const client = oneLine(situation.engagement.client)
    return line(`${who} has left ${client}. Who follows, and where did ${who} go? Both are worth a call.`)
  },
  outcomes: [{ word: 'done', label: 'Found out', commands: settled('done'), bare: true }, notToday, letGo],
}
