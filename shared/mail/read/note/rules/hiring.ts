import { happenedAt } from '../days.ts'
import { type Match, phrases } from '../phrases.ts'
import type { Rule, Scene } from '../scene.ts'
import { reached, sentByThem } from './milestones.ts'
import { isToTheCandidate } from './touch.ts'

/** Candidates sent, interviews, an offer, a placement. */

/** "They want to interview her": nobody has been invited yet. */
const WISHES = phrases('want|wants|would|might|may|should|could|hopes')

/** Interviews that took place: the day that is named is theirs. */
const HAS_BEEN = new Set(['interviewed', 'went', 'happened', 'was'])

const speaksOfCandidates = (scene: Scene): boolean =>
  scene.clauses.some(clause => clause.units.some(unit => ['résumé', 'candidate', 'shortlist'].includes(unit.form)))

const presents = ({ view }: Scene): boolean => view.some(({ form }) => form === 'submitted' || form === 'presented')
/** What is presented besides candidates. */
const SHOWN = new Set('process pitch deck plan idea proposal market findings numbers case slides invoice'.split(' '))

/** "Our officer got hired, she starts at Mesa Title": the company that the sentence names. */
const withClient = (match: Match, scene: Scene): Match => {
  const client = scene.clause.onward.find(unit => unit.client)
  return match.who || match.client || !client ? match : { ...match, client }
}

export const hiringRules: readonly Rule[] = [
  {
    name: 'candidates were sent',
    group: 'milestone',
    says: phrases(
      '^ i|we? .. sent|submitted|emailed|presented|forwarded ... résumé|candidate|shortlist|submittal',
      'submitted|presented ... to WHO',
      '^ NUM|two|three|four|five|six|couple_of résumé|candidate to WHO',
      'shared .. résumé|candidate|shortlist with WHO',
      'WHO got|received ... résumé|candidate|shortlist ... from me|us',
      '^ .. résumé|candidate|shortlist .. sent|submitted|emailed|forwarded|presented|over|across|gone to WHO|CLIENT',
      '^ .. résumé|candidate|shortlist sent|submitted|emailed $|DAY',
      '^ NUM|two|three|four|five|six|another|couple|more .. sent|submitted|presented .. to WHO|CLIENT',
      'résumé|candidate|shortlist .. went|going|gone .. to WHO|CLIENT',
      'sent|submitted|presented WHO two|three|four|five|six|NUM|couple',
    ),
    unless: phrases('wrong'),
    reads: (match, scene) =>
      !sentByThem(scene) &&
      !isToTheCandidate(scene) &&
      (speaksOfCandidates(scene) || (presents(scene) && !scene.view.some(({ form }) => SHOWN.has(form))))
        ? reached('candidates-sent')(match, scene)
        : undefined,
  },
  {
    name: 'a placement',
    group: 'milestone',
    says: phrases(
      'accepted .. offer',
      'offer .. accepted',
      'WHO|CLIENT hired our|my',
      '^ i|we? placed .. with|at|WHO|CLIENT',
      'candidate .. accepted',
      'candidate started|joined',
      'candidate .. joined|joins|starts|started at|with|in? CLIENT',
      '^ placed',
      '^ placement .. done|made|closed|complete|completed|confirmed',
      'made|got|have|closed|landed .. placement',
      'our|my .. got|landed|won|accepted|took|taken job|role|position',
      'our|my .. got|was|were hired',
      'our|my .. said yes',
      'our|my .. is|was|got|been placed',
      'start_date|starting_date .. agreed|confirmed|set|fixed|is',
    ),
    reads: (match, scene) => reached('placed')(withClient(match, scene), scene),
  },
  {
    name: 'a placement',
    group: 'milestone',
    tense: 'any',
    says: phrases('our|my .. starts|started|starting|joins|joined|joining at|with? CLIENT'),
    // The day is that of the start, and the placement is known today.
    reads: (match, scene) => {
      const at = happenedAt(scene.whenBefore, scene.occasion, scene.book.recruiter.calendar)
      return reached('placed')(match, scene)?.map(reads => ({ ...reads, at }))
    },
  },
  {
    name: 'when the one who was placed starts',
    group: 'milestone',
    tense: 'any',
    moot: true,
    says: phrases('starts|start|starting|joins|join|joining .. at|with|on|in|CLIENT|DAY'),
    reads: (_match, scene) =>
      scene.said.some(({ command }) => command.command === 'ReachMilestone' && command.milestone === 'placed')
        ? []
        : undefined,
  },
  {
    name: 'an offer is out',
    group: 'milestone',
    says: phrases(
      'offer .. went|is|goes .. out',
      'made|extended|making|extending .. offer',
      'offer .. made|extended|out',
      'offer is|was|has_been? released|issued|given|sent|made .. by WHO|CLIENT',
      'offer is|was|has_been? released|issued|given|sent|made to our|my|candidate',
      'WHO|CLIENT put|sent .. offer out',
      'put|released|issued|rolled_out .. offer .. to|in|for',
      'gave|sent|made our|my .. offer',
      'WHO|CLIENT offered our|my|candidate .. job|role|position|it',
      'WHO|CLIENT has|have? offered .. job|role|position|it to? our|my|candidate|WHO',
    ),
    reads: reached('offer-out'),
  },
  {
    name: 'interviews',
    group: 'milestone',
    tense: 'any',
    says: phrases(
      'WHO|CLIENT interview our|my|candidate|them|both|two',
      'WHO|CLIENT .. interviewing|interviewed|interviews our|my|candidate|them|both|two',
      'is|are|am? interviewing .. candidate|our|DAY|$',
      'interview .. start|starts|set|scheduled|booked|begin|on|going|confirmed',
      'candidate .. interview|interviewing|interviewed',
      'interview .. went|was|is|happened',
      'WHO|CLIENT picked|chose|selected|shortlisted|invited ... for|to interview',
      'interview .. done|complete|completed|over|finished',
      'first|second|third|final|next round|interview is|are|was? done|over|completed|set|booked|scheduled|confirmed|on|DAY',
      'WHO|CLIENT is|are? will|going_to interview|be_interviewing',
      'WHO|CLIENT is? interviewing|interviewed|interviews WHO',
    ),
    unless: WISHES,
    reads: (match, scene) => {
      if (match.other?.people?.some(({ meant }) => meant.length > 0)) return undefined
      const when = scene.view.some(({ form }) => HAS_BEEN.has(form)) ? scene.when : scene.whenBefore
      scene.when = when
      const at = happenedAt(when, scene.occasion, scene.book.recruiter.calendar)
      return reached('interviewing')(match, scene)?.map(reads => ({ ...reads, at }))
    },
  },
]
