import { CONVERSATIONS } from '../../../domain/vocabulary.ts'
import type { Scene } from './scene.ts'
import type { Unit } from './units.ts'

const WHOSE = new Set(['his', 'her', 'their', 'a', 'the', 'some'])
const ADVICE = new Set(['advice', 'suggestion', 'tip', 'guidance', 'recommendation'])

/** "Spoke with Tom. His advice: give her the update first": what was said in the talk, and nothing that we promise. */
export const isAdvice = ({ clauses, clause, index, said }: Scene): boolean =>
  clauses.some((each, at) => at <= index && each.sentence === clause.sentence && opensWithAdvice(each.view)) &&
  said.some(({ command }) => command.command === 'LogTouchpoint' && CONVERSATIONS.has(command.outcome))

const opensWithAdvice = ([first, second]: readonly Unit[]): boolean =>
  ADVICE.has(first?.form ?? '') || (WHOSE.has(first?.form ?? '') && ADVICE.has(second?.form ?? ''))
