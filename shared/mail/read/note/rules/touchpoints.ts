import { phrases } from '../phrases.ts'
import { type Rule, wordsOf } from '../scene.ts'
import { peopleOf } from '../who.ts'
import { dialledRules } from './dialled.ts'
import { mediaRules } from './media.ts'
import { ourRules } from './ours.ts'
import { theirRules } from './theirs.ts'
import { touchWith } from './touch.ts'
import { ellipticRules, unansweredRules } from './unanswered.ts'

/** Who spoke, rang or wrote to whom: the plainer reading of a clause stands after the closer one. */
export const touchpointRules: readonly Rule[] = [
  {
    name: 'advice from one person about another',
    group: 'contact',
    alone: true,
    says: phrases(
      "WHO 's advice|suggestion|guidance|tip on|about|with|for? WHO? REST",
      'advice|guidance from WHO on|about? WHO? REST',
      'WHO advised|suggested|recommends|recommended|suggests REST',
    ),
    reads: (match, scene) =>
      match.who && match.rest && !(match.who.pronoun && match.from > 0)
        ? touchWith(
            peopleOf(scene, match.who),
            { direction: 'outbound', channel: 'call', outcome: 'reached' },
            wordsOf(scene, [...match.rest.slice(0, 1), ...scene.clause.onward.slice(-1)]),
          )
        : undefined,
  },
  ...ellipticRules,
  ...mediaRules,
  ...unansweredRules,
  ...theirRules,
  ...ourRules,
  ...dialledRules,
]
