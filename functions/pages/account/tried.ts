import { localDate } from '../../../shared/domain/calendar/days.ts'
import type { WorkingCalendar } from '../../../shared/domain/calendar/working-calendar.ts'
import { contactOf, type Engagement } from '../../../shared/domain/engagement/state.ts'
import { playNamed } from '../../../shared/domain/plays/index.ts'
import { oneLine, weekdayAndDate } from '../../../shared/domain/plays/words.ts'
import { followPlays, type PlayFollowed } from '../../../shared/domain/silence/followed.ts'
import { CONVERSATIONS } from '../../../shared/domain/vocabulary.ts'
import { type Html, html } from '../../../shared/mail/write/html.ts'

/** What was tried with an account, and how each try ended. */

const ENDED: Readonly<Record<PlayFollowed['result'] | 'spoke', string>> = {
  spoke: 'you spoke',
  returned: 'they came back within five working days',
  'not-returned': 'nothing came back within five working days',
  open: 'nothing came back yet',
}

/** More lie in the story. */
const MOST = 20

type Use = {
  readonly play: string
  readonly contact: PlayFollowed['contact']
  readonly at: string
  readonly ended: keyof typeof ENDED
}

/** Every use of a play, as a sentence, the newest first; a call and a mail of one play and day are one use. */
const triedWith = (engagement: Engagement, calendar: WorkingCalendar, now: string): readonly string[] => {
  const attempts = followPlays(engagement, calendar, now).map(({ result, ...use }): Use => ({ ...use, ended: result }))
  const talks = engagement.facts.flatMap((fact): Use[] =>
    fact.type === 'TouchpointLogged' && fact.play && CONVERSATIONS.has(fact.outcome)
      ? [{ play: fact.play, contact: fact.contact ?? null, at: fact.at, ended: 'spoke' }]
      : [],
  )
  const today = localDate(calendar, now)
  const said = [...attempts, ...talks]
    .toSorted((one, other) => Date.parse(other.at) - Date.parse(one.at))
    .map(({ play, contact, at, ended }) => {
      const who = contactOf(engagement, contact ?? undefined)
      const what = [playNamed(play)?.title ?? play, ...(who ? [oneLine(who.name)] : [])].join(', ')
      return `${what}, on ${weekdayAndDate(localDate(calendar, at), today)}: ${ENDED[ended]}.`
    })
  return [...new Set(said)]
}

export const triedSection = (engagement: Engagement, calendar: WorkingCalendar, now: string): Html | undefined => {
  const said = triedWith(engagement, calendar, now)
  return said.length === 0
    ? undefined
    : html`<section aria-labelledby="tried"><h2 id="tried">What was tried</h2>
<ul>${said.slice(0, MOST).map(one => html`<li>${one}</li>`)}</ul></section>`
}
