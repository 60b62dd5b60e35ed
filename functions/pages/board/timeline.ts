import { Temporal } from 'temporal-polyfill'
import { localDate, plusDays } from '../../../shared/domain/calendar/days.ts'
import type { Fact } from '../../../shared/domain/engagement/events.ts'
import type { Engagement } from '../../../shared/domain/engagement/state.ts'
import { counted, dayAndMonth, list, oneLine } from '../../../shared/domain/plays/words.ts'
import { type Channel, CONVERSATIONS, OUR_MILESTONES, WRITTEN } from '../../../shared/domain/vocabulary.ts'
import { type Html, html } from '../../../shared/mail/write/html.ts'
import type { Entry } from './entry.ts'

/**
 * An account drawn by the day: their side above, ours below; what was said, written, kept and missed; the window that a
 * silence has, and the silence growing to today. Forms tell as much as colours do.
 */

export type Shape = 'spoken' | 'written' | 'meeting' | 'unanswered' | 'milestone' | 'missed'
export type Side = 'them' | 'us'
export type Mark = { readonly date: string; readonly side: Side; readonly shape: Shape }

/** So far back it goes; what is older has no place on a screen. */
const DAYS_BACK = 90
const LEAST_DAYS = 14

export const marksOf = ({ engagement, owner, today }: Entry): readonly Mark[] => {
  const seen = new Set<string>()
  return engagement.facts
    .flatMap(fact =>
      markOf(fact, engagement).map(({ at, ...mark }) => ({ ...mark, date: localDate(owner.calendar, at) })),
    )
    .filter(({ date, side, shape }) => {
      const name = `${date} ${side} ${shape}`
      if (date > today || date < plusDays(today, -DAYS_BACK) || seen.has(name)) return false
      seen.add(name)
      return true
    })
    .toSorted((one, other) => one.date.localeCompare(other.date))
}

type Dot = { readonly at: string; readonly side: Side; readonly shape: Shape }

const markOf = (fact: Fact, { meetings }: Engagement): readonly Dot[] => {
  const both = (at: string, shape: Shape): readonly Dot[] => [
    { at, side: 'them', shape },
    { at, side: 'us', shape },
  ]
  const meant = 'meeting' in fact ? meetings.find(({ id }) => id === fact.meeting) : undefined
  switch (fact.type) {
    case 'TouchpointLogged':
      if (CONVERSATIONS.has(fact.outcome)) return both(fact.at, fact.outcome === 'held' ? 'meeting' : 'spoken')
      return [
        {
          at: fact.at,
          side: fact.direction === 'inbound' ? 'them' : 'us',
          shape: fact.outcome === 'no-answer' ? 'unanswered' : shapeOf(fact.channel),
        },
      ]
    case 'MeetingHeld':
      return both(meant?.startsAt ?? fact.at, 'meeting')
    case 'MeetingMissed':
      return [{ at: meant?.startsAt ?? fact.at, side: fact.missedBy === 'client' ? 'them' : 'us', shape: 'missed' }]
    case 'MilestoneReached':
      return [{ at: fact.at, side: OUR_MILESTONES.has(fact.milestone) ? 'us' : 'them', shape: 'milestone' }]
    default:
      return []
  }
}

const shapeOf = (channel: Channel): Shape => (WRITTEN.has(channel) ? 'written' : 'spoken')

const WIDTH = 360
const LEFT = 52
const RIGHT = WIDTH - 8
const LANE: Readonly<Record<Side, number>> = { them: 22, us: 46 }
/** Milestones stand beside their lane, so that they hide nothing that happened with them. */
const ASIDE: Readonly<Record<Side, number>> = { them: -12, us: 12 }
const AXIS = 80
const HEIGHT = 85

/** `name` is the id of its title, `us` what our side is called: "You", or "Us" where it is a colleague. */
export const timeline = (entry: Entry, name: string, us: 'You' | 'Us' = 'You'): Html => {
  const { assessment, owner, today, lapses } = entry
  const marks = marksOf(entry)
  const silentFrom = assessment.silentSince ? localDate(owner.calendar, assessment.silentSince) : null
  const first = [plusDays(today, -LEAST_DAYS), ...marks.slice(0, 1).map(({ date }) => date), silentFrom ?? today]
    .toSorted()
    .find(date => date >= plusDays(today, -DAYS_BACK))
  const from = first ?? plusDays(today, -DAYS_BACK)
  // The window may reach beyond today, and is cut where it would push the past aside.
  const until = [today, lapses ?? today].toSorted().at(-1) ?? today
  const last = [until, plusDays(today, LEAST_DAYS)].toSorted()[0] ?? today
  const days = daysBetween(from, last)
  const x = (date: string): number =>
    round(LEFT + ((RIGHT - LEFT) * Math.min(Math.max(daysBetween(from, date), 0), days)) / Math.max(days, 1))
  const lane = LANE[assessment.ball === 'ours' ? 'us' : 'them']
  return html`<svg class="timeline" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-labelledby="${name}">
<title id="${name}">${inWords(entry, marks, from, us)}</title>
<text x="0" y="${LANE.them + 4}">Them</text><text x="0" y="${LANE.us + 4}">${us}</text>
<path class="lane" d="M${LEFT} ${LANE.them}H${RIGHT}M${LEFT} ${LANE.us}H${RIGHT}"/>
${silentFrom !== null && lapses !== null && lapses > silentFrom && html`<rect class="window" x="${x(silentFrom)}" y="${lane - 9}" width="${round(x(lapses) - x(silentFrom))}" height="18"/>`}
${silentFrom !== null && html`<rect class="silence" x="${x(silentFrom)}" y="${lane - 5}" width="${round(Math.max(x(today) - x(silentFrom), 2))}" height="10"/>`}
<path class="today" d="M${x(today)} 4V${AXIS - 10}"/>
<text x="${LEFT}" y="${AXIS}">${dayAndMonth(from, today)}</text><text class="end" x="${x(today)}" y="${AXIS}">today</text>
${marks.map((mark, index) =>
  mark.shape === 'milestone'
    ? DRAWN.milestone(x(mark.date), LANE[mark.side] + ASIDE[mark.side])
    : DRAWN[mark.shape](Math.min(round(x(mark.date) + STEP * beside(marks, index)), RIGHT), LANE[mark.side]),
)}
</svg>`
}

/** Marks of one day and side stand beside each other, so that none hides another. */
const STEP = 8
const beside = (marks: readonly Mark[], index: number): number =>
  marks.filter(
    (other, before) =>
      before < index &&
      other.shape !== 'milestone' &&
      other.date === marks[index]?.date &&
      other.side === marks[index]?.side,
  ).length

const DRAWN: Readonly<Record<Shape, (x: number, y: number) => Html>> = {
  spoken: (x, y) => html`<circle class="mark" cx="${x}" cy="${y}" r="4.5"/>`,
  written: (x, y) => html`<rect class="mark" x="${round(x - 4)}" y="${y - 4}" width="8" height="8"/>`,
  meeting: (x, y) => html`<path class="mark" d="M${x} ${y - 6.5}l6.5 6.5l-6.5 6.5l-6.5 -6.5z"/>`,
  unanswered: (x, y) => html`<circle class="hollow" cx="${x}" cy="${y}" r="4"/>`,
  milestone: (x, y) => html`<path class="mark" d="M${x} ${y - 5}l5 9h-10z"/>`,
  missed: (x, y) =>
    html`${['halo', 'missed'].map(kind => html`<path class="${kind}" d="M${round(x - 5)} ${y - 5}l10 10m0 -10l-10 10"/>`)}`,
}

const inWords = (
  { engagement, assessment, today, lapses }: Entry,
  marks: readonly Mark[],
  from: string,
  us: 'You' | 'Us',
): string => {
  const of = (side: Side) => {
    const who = side === 'them' ? side : us.toLowerCase()
    const all = marks.filter(mark => mark.side === side && mark.shape !== 'missed')
    const last = all.at(-1)
    return last
      ? `${counted(all.length, 'mark')} from ${who}, the last on ${dayAndMonth(last.date, today)}`
      : `nothing from ${who}`
  }
  const missed = marks.filter(({ shape }) => shape === 'missed').map(({ date }) => dayAndMonth(date, today))
  const silence =
    assessment.silentSince && assessment.workingDaysSilent > 0
      ? `; ${counted(assessment.workingDaysSilent, 'working day')} of silence${lapses ? `, which ${lapses < today ? 'was' : 'is'} allowed to last until ${dayAndMonth(lapses, today)}` : ''}`
      : ''
  return `${oneLine(engagement.client)} since ${dayAndMonth(from, today)}: ${of('them')}; ${of('us')}${missed.length > 0 ? `; missed on ${list(missed)}` : ''}${silence}.`
}

/** What the forms stand for, once for the whole board. */
export const legend = (): Html => {
  const sample = (shape: Shape, words: string): Html =>
    html`<span><svg viewBox="0 0 16 16" aria-hidden="true">${DRAWN[shape](8, 8)}</svg> ${words}</span> `
  return html`<p class="legend hint">${sample('spoken', 'spoken')}${sample('written', 'written')}${sample('meeting', 'a meeting')}${sample('milestone', 'a milestone')}${sample('unanswered', 'no answer')}${sample('missed', 'missed')}<span><svg viewBox="0 0 16 16" aria-hidden="true"><rect class="window" x="0" y="1" width="16" height="14"/><rect class="silence" x="0" y="4" width="9" height="8"/></svg> the silence in its window</span></p>`
}

const daysBetween = (from: string, to: string): number =>
  Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to)).total('days')
const round = (value: number): number => Math.round(value * 10) / 10
