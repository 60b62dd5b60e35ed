import { firstMatch, phrases } from '../phrases.ts'
import type { Rule, Scene } from '../scene.ts'
import type { Unit } from '../units.ts'
import { touch } from './touch.ts'

/** Somebody else answered: a receptionist, an assistant, a stranger at a wrong number. */

const GATEKEEPERS = 'receptionist|assistant|secretary|gatekeeper|front_desk|switchboard|reception|operator|pa|ea|admin'

/** "Got Mike's receptionist": he was called, and somebody else answered. */
const gatekeeperOf = ({ view }: Scene): Unit | undefined =>
  REACHED.has(view.find(unit => !unit.when && unit.form !== 'i')?.form ?? '')
    ? view.find((unit, at) => unit.people && view[at + 1]?.form === "'s" && KEEPERS.has(view[at + 2]?.form ?? ''))
    : undefined
const REACHED = new Set(['spoke', 'talked', 'got', 'reached'])
const KEEPERS = new Set(GATEKEEPERS.split('|'))
/** "Called over to Northgate, but reception said": somebody went there. */
const CALLED_ON = new Set(['called', 'went', 'drove', 'popped', 'stopped', 'dropped', 'swung'])
const RANG = phrases('^ i|we? .. called|tried|rung WHO')

export const gatekeeperRules: readonly Rule[] = [
  {
    name: 'somebody else took a message',
    group: 'contact',
    alone: true,
    says: phrases(`${GATEKEEPERS} took|has|got|wrote .. message`, 'took|taken message for WHO'),
    reads: touch('outbound', 'voicemail', 'left-message'),
  },
  {
    name: 'somebody else answered',
    group: 'contact',
    alone: true,
    says: phrases(
      `spoke|talked|got|reached|chatted with|to|through? .. ${GATEKEEPERS}`,
      `${GATEKEEPERS} answered|picked_up|said|says|took`,
      '^ wrong number for WHO',
      'number ... is|was wrong|disconnected|dead|out_of_service|out_of_date',
    ),
    moot: true,
    reads: (_match, scene) => {
      if (scene.view.some(({ when, phone }) => phone || (when?.day && when.day.kind !== 'offset'))) return undefined
      const call = scene.dialled ? undefined : firstMatch(RANG, scene.view)
      if (call?.who) return touch('outbound', 'call', 'no-answer')(call, scene)
      if (!scene.dialled && CALLED_ON.has(scene.view[0]?.form ?? '')) return undefined
      const theirs = scene.dialled ? undefined : gatekeeperOf(scene)
      if (theirs) return touch('outbound', 'call', 'no-answer')({ from: 0, to: 0, who: theirs }, scene)
      if (scene.dialled) scene.dialled = { ...scene.dialled, fallback: 'no-answer', continues: scene.dialled }
      return []
    },
  },
]
