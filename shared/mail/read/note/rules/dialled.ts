import { personKey } from '../doubts.ts'
import { firstMatch, type Match, phrases } from '../phrases.ts'
import type { Reads, Rule, Scene } from '../scene.ts'
import { certainPeople, peopleIn } from '../who.ts'
import { namesSomebodyUnread } from './touch.ts'

/** Calls placed whose outcome is not told yet: whom they were to, and what shows that they were reached. */

/** A call placed, whose outcome the next words may tell. */
export const dialled =
  (fallback: 'ask' | 'no-answer') =>
  (match: Match, scene: Scene): readonly Reads[] | undefined => {
    const object = scene.view[match.to]
    const elsewhere =
      !match.who &&
      object !== undefined &&
      !object.when &&
      !object.people &&
      scene.topic.length === 0 &&
      scene.tasks.length === 0
    if (elsewhere && !scene.clause.about) return undefined
    if (namesSomebodyUnread(match, scene)) return undefined
    const people = peopleIn(scene, match)
    if (people.length === 0) return []
    const before = scene.dialled
    const again = before?.people.some(person => people.some(other => personKey(other) === personKey(person)))
    scene.topic = people
    scene.dialled = {
      people,
      clause: scene.index,
      start: again && before ? before.start : (scene.clause.units[0]?.start ?? 0),
      fallback: again && before?.fallback === 'no-answer' ? 'no-answer' : fallback,
      when: again && before ? before.when : scene.when,
      continues: again ? before : undefined,
    }
    return []
  }

/** Somebody who could not be spoken with. */
const ABSENT = phrases(
  'not in|there|around|available|free|at_her_desk|at_his_desk|at_desk',
  'WHO was|is|were .. out|away|busy|gone|off|tied_up|engaged|unavailable|travelling|traveling|driving',
  'WHO was|is .. in|on .. meeting|line|call|court|surgery|lunch|interview',
  'could|would|did not talk|speak|answer|pick_up|take|come_to',
  '^ WHO is|was in|at|off|with|abroad|travelling|traveling|home|sick|ill|not',
)

/** What a call's person then said or did shows that the call reached them. */
export const showsReached = (scene: Scene): boolean => {
  const first = scene.view[0]
  if (!scene.dialled || !first) return false
  const who = certainPeople(scene, first)
  return (
    firstMatch(ABSENT, scene.view) === undefined &&
    who.length > 0 &&
    who.every(person => scene.dialled?.people.some(other => personKey(other) === personKey(person)))
  )
}

export const dialledRules: readonly Rule[] = [
  {
    name: 'a call was tried',
    group: 'contact',
    says: phrases(
      '^ i|we? .. tried|attempted calling|to_call|to_reach|reaching|ringing|to_ring|to_get? WHO',
      '^ i|we? .. tried WHO?',
    ),
    reads: dialled('no-answer'),
  },
  {
    name: 'a call was made',
    group: 'contact',
    says: phrases('^ i|we? .. called to? WHO', '^ called', 'gave WHO .. call|ring|bell', 'placed .. call to WHO'),
    reads: (match, scene) => {
      // "Susan called Mike" is between the two of them.
      const subject = scene.view[match.from]
      if (subject?.people && subject !== match.who) return undefined
      return dialled('ask')(match, scene)
    },
  },
]
