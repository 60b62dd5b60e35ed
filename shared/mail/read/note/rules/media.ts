import { Temporal } from 'temporal-polyfill'
import { dateOf, happenedAt } from '../days.ts'
import { type Match, phrases } from '../phrases.ts'
import { clauseWords, type Reads, type Rule, type Scene } from '../scene.ts'
import { peopleIn } from '../who.ts'
import { type Touch, touchWith } from './touch.ts'

/** Attempts told by the bare names of their means: "vm and email yesterday", "vm 11/23, email 12/2". */

const MEANS: ReadonlyMap<string, Touch> = new Map([
  ['voicemail', { direction: 'outbound', channel: 'voicemail', outcome: 'left-message' }],
  ['message', { direction: 'outbound', channel: 'voicemail', outcome: 'left-message' }],
  ['email', { direction: 'outbound', channel: 'email', outcome: 'sent' }],
  ['emailed', { direction: 'outbound', channel: 'email', outcome: 'sent' }],
  ['text', { direction: 'outbound', channel: 'text', outcome: 'sent' }],
  ['texted', { direction: 'outbound', channel: 'text', outcome: 'sent' }],
])

/** The day that has been; undefined where the day may as well lie ahead. */
const pastDay = (match: Match, scene: Scene): string | undefined => {
  const when = match.when?.when
  if (!when?.day) return undefined
  const [past, future] = (['past', 'future'] as const).map(sense => when.day && dateOf(when.day, scene.today, sense))
  if (!past || !future) return undefined
  const isPast = Temporal.PlainDate.compare(past, scene.today) <= 0
  const goesOn = scene.clause.continues && scene.said.length > 0
  const nearer = scene.today.since(past).days < future.since(scene.today).days
  const certain =
    when.day.kind === 'weekday' ? goesOn || when.day.which === 'last' : nearer || goesOn || past.equals(future)
  return isPast && certain ? happenedAt(when, scene.occasion, scene.book.recruiter.calendar) : undefined
}

/** Whoever is named before the list, with each means that the clause names. */
const attempts = (match: Match, scene: Scene, at: string | undefined): readonly Reads[] => {
  const people = peopleIn(scene, match)
  const means = scene.view.slice(match.from, match.to).flatMap(({ form }) => MEANS.get(form) ?? [])
  return means.flatMap(touch => touchWith(people, touch, clauseWords(scene)).map(read => (at ? { ...read, at } : read)))
}

export const mediaRules: readonly Rule[] = [
  {
    name: 'attempts by several means',
    group: 'contact',
    alone: true,
    says: phrases(
      '^ WHO? voicemail|message|email|text and|plus voicemail|email|text and? voicemail|email|text? $|DAY',
      '^ left? voicemail|message and|plus email|text $|DAY|to|for',
      '^ emailed|texted and voicemail|texted|emailed $|DAY',
    ),
    reads: (match, scene) => attempts(match, scene, undefined),
  },
  {
    name: 'an attempt and its day',
    group: 'contact',
    tense: 'any',
    alone: true,
    says: phrases('^ WHO? voicemail|email|text on? DAY $'),
    reads: (match, scene) => {
      const at = pastDay(match, scene)
      return at === undefined ? undefined : attempts(match, scene, at)
    },
  },
]
