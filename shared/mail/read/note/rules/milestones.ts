import { type Milestone, OUR_MILESTONES } from '../../../../domain/vocabulary.ts'
import { addPerson, isNewName } from '../newcomers.ts'
import { type Match, phrases } from '../phrases.ts'
import { clauseWords, type Reads, type Rule, type Scene, sentenceOf, sentenceSays } from '../scene.ts'
import { subjectsOf } from '../subjects.ts'
import { peopleOf } from '../who.ts'

/** What an account has come to before anybody is interviewed: introduction, fee, process, agreement, job description. */

export const reached =
  (milestone: Milestone) =>
  (match: Match, scene: Scene): readonly Reads[] | undefined => {
    // "He said we sent rubbish": what we did is ours to tell.
    if (OUR_MILESTONES.has(milestone) && scene.teller.length > 0) return undefined
    const detail =
      milestone === 'fee-agreed'
        ? (match.percent?.percent ?? percentIn(scene) ?? clauseWords(scene))
        : clauseWords(scene)
    return subjectsOf(scene, match).map(({ row, contact }) => ({
      row,
      command: { command: 'ReachMilestone', milestone, ...(contact ? { contact } : {}), detail: detail || milestone },
    }))
  }
const percentIn = (scene: Scene): string | undefined => scene.clause.units.find(unit => unit.percent)?.percent

/** "Greg emailed", "Ellen has forwarded": what they sent is no milestone of ours; "Greg was sent" it by us. */
export const sentByThem = ({ view: [first, ...rest] }: Scene): boolean => {
  if (!first?.people && !first?.client && !first?.pronoun) return false
  const verb = rest.slice(0, 3).findIndex(({ form }) => SENT.has(form))
  return verb >= 0 && !rest.slice(0, verb).some(({ form }) => PASSIVE.has(form))
}
const SENT = new Set(['sent', 'emailed', 'mailed', 'forwarded', 'submitted', 'presented'])
const PASSIVE = new Set(['was', 'were', 'been', 'is', 'are', 'got', 'i', 'we'])

/** "Emailed her the agreement and two résumés" is both. */
const candidatesToo = (match: Match, scene: Scene): readonly Reads[] =>
  scene.view.some(({ form }) => form === 'résumé' || form === 'shortlist')
    ? (reached('candidates-sent')(match, scene) ?? [])
    : []

export const milestoneRules: readonly Rule[] = [
  {
    name: 'somebody was introduced',
    group: 'milestone',
    says: phrases(
      'WHO has? introduced me|us .. to .. WHO',
      'WHO put me|us in_touch with .. WHO',
      'WHO referred|pointed|passed|handed|steered|directed|redirected me|us .. to|onto|towards .. WHO',
      'WHO connected|hooked|looped me|us up|in? with|to .. WHO',
      'WHO has? introduced WHO',
      'WHO ... introduce|introducing me|us to .. WHO',
      'WHO made .. intro|introduction to .. WHO',
      'introduced to WHO by|through|via WHO',
      'intro to WHO from|by|via WHO',
    ),
    reads: (match, scene) => {
      const byTheEnd =
        match.from < scene.view.length && !scene.view[match.from]?.people && !scene.view[match.from]?.pronoun
      const [newer, older] = byTheEnd ? [match.who, match.other] : [match.other, match.who]
      const by = older ? peopleOf(scene, older)[0] : undefined
      const [mention] = newer?.people ?? []
      const added = by && isNewName(mention) ? addPerson(scene, mention.said, by.row) : undefined
      const who = added ?? (newer ? peopleOf(scene, newer)[0] : undefined)
      if (!by || !who) return []
      if (by.row !== who.row) return otherAccount(scene, who.contact.name, by.row.client)
      return [
        { row: who.row, command: { command: 'ChangeContact', contact: who.contact.id, introducedBy: by.contact.id } },
        {
          row: who.row,
          command: {
            command: 'ReachMilestone',
            milestone: 'introduced',
            contact: who.contact.id,
            detail: clauseWords(scene),
          },
        },
      ]
    },
  },
  {
    name: 'the agreement was signed',
    group: 'milestone',
    says: phrases(
      'agreement|terms|terms_of_business|document .. signed by WHO',
      'WHO|CLIENT has? signed $',
      'WHO put .. signature on|to .. agreement|terms|it',
      'WHO is after signing',
      'WHO|CLIENT has? signed on DAY',
      'WHO|CLIENT has? signed it|agreement|terms|terms_of_business|document|documents|papers|everything|our|and|DAY|today',
      'agreement|terms|terms_of_business .. signed|executed',
      'executed|docusigned|countersigned .. agreement',
      'signed .. agreement',
      'got|have|received .. signed agreement|terms|copy',
      'WHO|CLIENT sent|returned|emailed .. signed agreement|terms|copy',
      '^ signed $',
    ),
    reads: reached('agreement-signed'),
  },
  {
    name: 'the fee was agreed',
    group: 'milestone',
    says: phrases(
      'fee .. agreed|settled|accepted|approved|finalised|finalized|closed|fixed|locked|confirmed|done',
      'agreed .. fee|rate',
      'agreed to|on|at? .. PCT',
      'shook|shaken on|hands .. PCT',
      'okayed|approved|accepted|settled|confirmed|finalised|finalized .. PCT|fee|rate',
      'PCT .. agreed',
      'WHO|CLIENT is .. happy|fine|willing|okay|ready|prepared to pay|do|go_with|accept .. PCT',
      'WHO|CLIENT is|are|was .. all_right|alright with|at PCT',
      'WHO|CLIENT is|was|are|were? fine|happy|okay|good|on_board|comfortable|content|agreeable|satisfied with|at|to our? PCT|fee|our_fee',
      'WHO|CLIENT said_yes|said_okay|came_around|came_up to? PCT|fee',
      'got WHO|CLIENT .. to PCT',
      'yes to .. PCT|fee',
      'signed off on .. PCT|fee|rate',
      'WHO|CLIENT beat|knocked|negotiated|talked|got|haggled|pushed|screwed me|us down? to|at PCT',
      'settled|landed|ended_up|closed|met_in_the_middle at|on|with PCT',
      'WHO|CLIENT took|bought|went_for|agreed PCT',
      'PCT it_is|is_fine|accepted|approved|okayed|works',
    ),
    reads: reached('fee-agreed'),
  },
  {
    name: 'the fee was agreed',
    group: 'milestone',
    tense: 'any',
    says: phrases('^ WHO|CLIENT will pay|do|go_with|accept PCT'),
    reads: reached('fee-agreed'),
  },
  {
    name: 'the process was agreed',
    group: 'milestone',
    says: phrases(
      'process .. agreed',
      'agreed .. to|on .. our|my process',
      'agreed|settled|sorted|finalised|finalized .. process',
      'WHO|CLIENT is|are on_board with .. process',
      'bought_into .. process',
    ),
    reads: (match, scene) =>
      scene.clause.units.some(unit => unit.span) ? undefined : reached('process-agreed')(match, scene),
  },
  {
    name: 'the process was agreed',
    group: 'milestone',
    says: phrases('WHO agreed|agrees to it|that|this'),
    reads: (match, scene) =>
      sentenceSays(scene, phrases('process')) && !sentenceOf(scene).some(({ view }) => view.some(unit => unit.span))
        ? reached('process-agreed')(match, scene)
        : undefined,
  },
  {
    name: 'the job description came',
    group: 'milestone',
    says: phrases(
      'got|received|have|in_hand .. job_description|job_order|job_spec|spec',
      'WHO|CLIENT .. sent|emailed|forwarded|gave|shared .. job_description|job_order|job_spec|spec',
      'job_description|job_order|job_spec|spec .. received|in|arrived|came|landed|through',
      '^ job_description|job_order|job_spec from WHO|CLIENT',
      'WHO .. email ... with|attached|enclosing|attaching .. job_description|job_order|job_spec',
    ),
    unless: phrases('coming|due|expected|expecting|awaiting'),
    reads: reached('job-description-received'),
  },
  {
    name: 'the agreement was sent',
    group: 'milestone',
    says: phrases(
      '^ i|we? .. sent|emailed|mailed|forwarded .. agreement',
      '^ i|we? .. sent|emailed|forwarded WHO .. agreement|terms|terms_of_business',
      '^ i|we? .. sent|emailed .. terms_of_business',
      '^ i|we? have? .. written .. enclosing|attaching|with agreement',
      'agreement .. sent|emailed|out|gone|went_out',
      '^ i|we? .. sent|emailed|forwarded ... terms ... for|to signature|signing|sign',
      'agreement|terms_of_business|terms .. sent|gone|went|going .. to WHO|CLIENT',
      'agreement|terms_of_business is|are|now with WHO|CLIENT',
    ),
    unless: phrases('signed|post|courier|wrong'),
    reads: (match, scene) =>
      sentByThem(scene)
        ? undefined
        : [...(reached('agreement-sent')(match, scene) ?? []), ...candidatesToo(match, scene)],
  },
]

const otherAccount = (scene: Scene, who: string, client: string): readonly Reads[] => {
  scene.doubts.push({
    key: `introduction ${scene.index}`,
    rule: 'an introduction across companies',
    text: `I know ${who} at another company than ${client}. Is this somebody else of that name?`,
    options: [],
  })
  return []
}
