import { Temporal } from 'temporal-polyfill'
import type { Role } from '../../../../domain/vocabulary.ts'
import { dateAfter, dateOf, workingDayAfter } from '../days.ts'
import { addPerson, isNewName } from '../newcomers.ts'
import { type Match, phrases } from '../phrases.ts'
import { clauseWords, type Reads, type Rule, type Scene, sentenceSays } from '../scene.ts'
import { peopleIn, peopleOf } from '../who.ts'
import { aloneRules } from './alone.ts'
import { addSuccessor, successorRules } from './successors.ts'

/** What becomes known of a person: a number, a role, away, gone, not to be contacted. */

/** The day they are back: `until` and `back` name it, `through` the day before, a week ends on its Monday. */
const backOn = (scene: Scene): string | undefined => {
  const days = [...scene.view.keys()].filter(place => scene.view[place]?.when?.day || scene.view[place]?.span)
  const named = days.find(place => NAMES_RETURN.has(scene.view[place - 1]?.form ?? ''))
  const starts = named === undefined && scene.view.some(({ form }) => STARTS.has(form))
  const at = named ?? days[0] ?? -1
  const unit = scene.view[at]
  if (!unit || starts) return undefined
  if (unit.span) return dateAfter(unit.span, scene.today).toString()
  const day = unit.when?.day
  const date = day && dateOf(day, scene.today, 'future')
  if (!date || !day) return undefined
  const before = scene.view[at - 1]?.form
  if (['from', 'starting', 'beginning'].includes(before ?? '') && scene.view[at - 2]?.form !== 'back') return undefined
  const upTo = before === 'to' && scene.view[at - 2]?.form === 'up'
  const weekEnds = day.kind === 'week' && before !== 'until' && before !== 'back'
  const last = weekEnds ? date.add({ days: 5 - date.dayOfWeek }) : date
  const isNamed = upTo || ['until', 'back', 'on', 'returns', 'returning', 'before', 'from'].includes(before ?? '')
  const back = !isNamed || weekEnds ? workingDayAfter(last, scene.book.recruiter.calendar) : last
  return Temporal.PlainDate.compare(back, scene.today) >= 0 ? back.toString() : undefined
}

/** "Starts his holiday Monday, back the 16th". */
const NAMES_RETURN = new Set(['until', 'back', 'returns', 'returning', 'return'])
const STARTS = new Set(['starts', 'start', 'starting', 'begins', 'begin', 'beginning'])

const ROLES: readonly (readonly [Role, readonly string[]])[] = [
  ['hiring-manager', ['hiring manager', 'hiring_manager']],
  [
    'hr-director',
    [
      'hr director',
      'director of hr',
      'head of hr',
      'vp of hr',
      'vp hr',
      'chief people officer',
      'hr lead',
      'director of human resources',
    ],
  ],
  ['hr', ['hr', 'in hr', 'hr manager', 'hr contact', 'hr person', 'human resources']],
]

const roleSaid = (words: string): Role | undefined =>
  ROLES.find(([, names]) => names.some(name => ` ${words} `.includes(` ${name} `)))?.[0]

/** Ours, somebody else's, or no phone's. */
const NOT_THEIR_NUMBER = phrases(
  'my|our|mine|po|invoice|order|reference|policy|account|id|not|assistant|secretary|receptionist|admin|boss|wife|husband',
)

/** "Ellen reached out", "the job fell away", "leave it until January" send nobody on leave. */
const SENDS_NOBODY_AWAY = phrases(
  'offer',
  'back to me|us|it',
  'reached|reach|reaches|reaching|find|found|figure|figured|work|worked|sort|sorted|sent|send|sends|went|pulled|backed|turned|turns|filled|dropped|ran|called|cut|passed|checked|opted|helped|pointed|carried|put|ruled|walked|fell|hung|laid|right|straight out|away',
  'to leave',
  'leave it|them|this|that|alone|things|me|us',
  // "She is getting back to me Friday": back to us, not from a journey.
  'getting|coming|calling|call|called|ring|rung|ringing|phone|email|emailed|text|reach|get|come|comes|gets|revert|send|write|ping|chase|speak|talk',
  // "Cut me off", "brushed me off", "signed off".
  'cut|hung_up|brushed|fobbed|backed|laid|signed',
)

/** "I was late for our meeting so he left". */
const leftTheRoom = (scene: Scene): boolean => scene.view.at(-1)?.form === 'left' && sentenceSays(scene, ROOM)
const ROOM = phrases('meeting|call|late|early|lunch|coffee|lobby|restaurant|zoom|waited')

/** "Mike Tran is the hiring manager": said of one person, and nothing else in the clause. */
const roleOf = (match: Match, scene: Scene): readonly Reads[] | undefined => {
  if (match.from !== 0 || !match.who?.people || !match.rest) return undefined
  const words = match.rest.map(unit => unit.form).join(' ')
  const isShort = match.rest.filter(unit => !unit.client).length <= 6
  const role = roleSaid(words)
  if (!isShort) return undefined
  const [mention] = match.who.people
  const client = match.rest.find(unit => unit.client)?.client
  const isNew = mention && mention.meant.length === 0 && client?.length === 1
  if (isNew && client[0] && (role || words.includes('manager') || words.includes('director'))) {
    addPerson(scene, mention.said, client[0])
    return []
  }
  if (!role || !scene.view.some(unit => ['is', 'was', 'became', "'s"].includes(unit.form))) return undefined
  return peopleOf(scene, match.who)
    .filter(({ contact }) => contact.role !== role)
    .map(({ contact, row }) => ({ row, command: { command: 'ChangeContact', contact: contact.id, role } }))
}

export const personRules: readonly Rule[] = [
  {
    name: 'somebody left',
    group: 'person',
    alone: true,
    evenDenied: true,
    says: phrases(
      'WHO has? left CLIENT|company|firm|business|there',
      'WHO has? left for CLIENT|competitor|rival|another|new|pastures',
      'WHO has? left his|her|their job|post|position|role',
      'WHO has|is? left|gone $',
      'WHO .. and left $',
      'WHO .. no_longer|not_longer with|there|works|work|at|employed',
      'WHO does not work ... anymore|more|longer',
      'WHO is not with|at ... anymore|longer|more',
      'WHO took|found|accepted .. job|role|position elsewhere|at|with|somewhere',
      'WHO has? taken|took|found|accepted|got .. another|new job|role|position|gig',
      'WHO has? quit|resigned|retired',
      'WHO was|got|been|is|has_been .. let_go|laid_off|fired|sacked|made_redundant',
      'WHO had .. last day',
      'they|CLIENT let|laid|fired|sacked WHO go|off',
      'they|CLIENT fired|sacked WHO',
      'WHO up and quit|left|resigned|walked',
      'WHO laid_off|let_go|made_redundant $|DAY',
      'WHO is|has? gone laid_off|let_go|made_redundant|to',
      'WHO has? handed_in',
      'WHO has? moved_on $|from|to|DAY|in|last|after|already',
      'WHO is|has gone .. from CLIENT',
      '^ has? left company|firm|business $',
    ),
    reads: (match, scene) => {
      if (leftTheRoom(scene)) return undefined
      return peopleIn(scene, match).map(({ contact, row }) => {
        addSuccessor(scene, row)
        return { row, command: { command: 'RecordContactLeft', contact: contact.id, detail: clauseWords(scene) } }
      })
    },
  },
  {
    name: 'somebody left',
    group: 'person',
    alone: true,
    // By somebody who is known they may only have changed places.
    says: phrases('WHO has? was|is|been|got replaced|succeeded by WHO'),
    reads: (match, scene) => {
      const [person] = isNewName(match.other?.people?.[0]) ? peopleIn(scene, match) : []
      if (!person) return undefined
      addSuccessor(scene, person.row)
      const { contact, row } = person
      return [{ row, command: { command: 'RecordContactLeft', contact: contact.id, detail: clauseWords(scene) } }]
    },
  },
  {
    name: 'somebody is away',
    group: 'promise',
    tense: 'any',
    alone: true,
    evenDenied: true,
    says: phrases(
      'WHO is|are|was|will_be|be|has|have|taking off .. DAY|SPAN',
      '^ WHO off .. DAY|SPAN',
      'WHO ... out|away|leave|vacation|holiday|holidays|hols|pto|ooo|travelling|traveling|sick .. DAY|SPAN',
      'WHO is|are|was|will_be|be|get|gets .. back .. DAY|SPAN',
      'WHO back .. DAY',
      'WHO is|will_be in ... until DAY',
      'WHO is on road|site|course|trip|tour|jury_duty .. until DAY',
      'WHO is|has? gone until DAY',
      'WHO returns|returning .. DAY',
      'WHO .. not be? back|in|available|around|reachable .. until|before DAY',
      'out_of_office|ooo until DAY',
      '^ out_of_office|ooo from|for|reply|message? from? WHO .. until|back|returns DAY',
    ),
    unless: SENDS_NOBODY_AWAY,
    reads: (match, scene) => {
      const until = backOn(scene)
      if (!until) return undefined
      return peopleIn(scene, match).map(({ contact, row }) => ({
        row,
        command: { command: 'RecordContactAway', contact: contact.id, until },
      }))
    },
  },
  ...aloneRules,
  {
    name: 'a phone number',
    group: 'person',
    tense: 'any',
    evenDenied: true,
    says: phrases('PHONE'),
    unless: NOT_THEIR_NUMBER,
    reads: (match, scene) =>
      (!scene.view.some(({ form }) => form === 'old') ||
        scene.view.some(({ form }) => form === 'use' || form === 'new')) &&
      scene.clause.units.filter(unit => unit.phone).length === 1
        ? peopleIn(scene, match)
            .slice(0, 1)
            .map(({ contact, row }) => ({
              row,
              command: {
                command: 'ChangeContact',
                contact: contact.id,
                phones: [{ number: match.phone?.phone ?? '', from: 'your note' }],
              },
            }))
        : undefined,
  },
  ...successorRules,
  {
    name: 'an opinion of somebody',
    group: 'person',
    alone: true,
    moot: true,
    says: phrases(
      '^ WHO is|was .. gem|star|legend|peach|gentleman|sweetheart|darling|character|hoot|treasure|diamond $',
    ),
    reads: () => [],
  },
  {
    name: "a person's role",
    group: 'person',
    says: phrases('WHO is|was|became REST', 'WHO REST'),
    unless: phrases('not|by'),
    reads: roleOf,
  },
]
