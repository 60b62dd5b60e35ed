import { doubt, label } from '../doubts.ts'
import type { Person } from '../names.ts'
import { phrases } from '../phrases.ts'
import { clauseWords, type Rule, type Scene } from '../scene.ts'
import { peopleIn } from '../who.ts'

/** People who want to hear no more of us. */

/** "Don't call me at the office" asks for another number, not to be left alone. */
const RESTRICTS = new Set(
  'at on before after during until in office work home cell mobile weekends mornings directly so first go get back clear'.split(
    ' ',
  ),
)

const surelyAlone = (scene: Scene, people: readonly Person[]): readonly Person[] => {
  const [first] = people
  const key = `alone ${scene.index}`
  const assumed = scene.assumed.get(key)
  if (!first || assumed === 'no') return []
  if (assumed === 'yes') return people
  doubt(scene, {
    key,
    rule: 'left alone, or only so',
    text: `Does ${label(first)} want to hear nothing more from us at all? You wrote: “${clauseWords(scene).slice(0, 200)}”`,
    options: [
      { value: 'yes', word: 'yes', label: 'Nothing more at all' },
      { value: 'no', word: 'no', label: 'Only not in that way' },
    ],
  })
  return []
}

export const aloneRules: readonly Rule[] = [
  {
    name: 'somebody asks to be left alone',
    group: 'person',
    tense: 'any',
    alone: true,
    evenDenied: true,
    says: phrases(
      'WHO asked|told|wants|said|asks .. stop|quit|leave|not ... calling|contacting|emailing|alone|call|contact|email',
      'do not contact|call|email WHO again|anymore|more|ever',
      'WHO does not want .. contacted|hear|calls',
      'WHO asked|wants|wanted|asks to be|come|have|get taken|removed|left|off',
      'off|from our|my|your|calling|mailing|call|contact list',
      'WHO wants|asked|asks .. off .. list',
      'take WHO off',
      'WHO wants|asked|asks .. left_alone',
      'WHO asked|wants|asks not to_be .. contacted|called|emailed|approached',
      'WHO asked|insists|insisted|wants|said that? i|we do_not|stop|must_not|should_not .. contact|contacting|call|calling|email|emailing|write|bother|approach',
      'WHO wants no more? calls|emails|email|contact|messages|résumé',
      'WHO told me|us to? go_away|get_lost|back_off|clear_off|leave|stop',
      'WHO wants|asked|asks .. taken|removed|struck .. off|from .. list|books|database|records',
    ),
    reads: (match, scene) =>
      (scene.view.slice(match.from).some(({ form }) => RESTRICTS.has(form))
        ? surelyAlone(scene, peopleIn(scene, match))
        : peopleIn(scene, match)
      ).map(({ contact, row }) => ({ row, command: { command: 'OptContactOut', contact: contact.id } })),
  },
  {
    name: 'somebody is perhaps to be left alone',
    group: 'person',
    tense: 'any',
    alone: true,
    evenDenied: true,
    says: phrases(
      '^ do not contact|call|email|approach WHO $',
      '^ stop|quit calling|emailing|contacting|ringing $|me|us',
    ),
    reads: (match, scene) =>
      surelyAlone(scene, peopleIn(scene, match)).map(({ contact, row }) => ({
        row,
        command: { command: 'OptContactOut', contact: contact.id },
      })),
  },
]
