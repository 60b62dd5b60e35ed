import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { digestInstant, isWorkingDay, plusDays } from '../../shared/domain/calendar/days.ts'
import { WorkingCalendar } from '../../shared/domain/calendar/working-calendar.ts'
import type { Command } from '../../shared/domain/engagement/commands.ts'
import { decide, isRefusal } from '../../shared/domain/engagement/decide.ts'
import type { EngagementEvent, Fact } from '../../shared/domain/engagement/events.ts'
import { type Engagement, fold, openTasks } from '../../shared/domain/engagement/state.ts'
import { colleaguesTouches, sheetOf } from '../../shared/domain/plays/colleagues.ts'
import { plays } from '../../shared/domain/plays/index.ts'
import { holdsWornPhrase } from '../../shared/domain/plays/words.ts'
import { defaultPolicy } from '../../shared/domain/policy.ts'
import { type Around, type Colleague, colleagueAt, isUndertaking } from '../../shared/domain/silence/around.ts'
import { assess } from '../../shared/domain/silence/assess.ts'
import { LINES, PLAY_NAMES, type PlayName } from '../../shared/domain/silence/assessment.ts'
import { evaluate } from '../../shared/domain/silence/evaluate.ts'
import { Channel, CommandId, ContactId, EngagementId, Outcome, RecruiterId } from '../../shared/domain/vocabulary.ts'
import { contact, newYork, spoke, voicemail, wrote } from './support/account.ts'
import { type History, history } from './support/histories.ts'
import { allWords } from './support/stories.ts'

/** Colleagues at the same client: who speaks to whom first, and that somebody always goes on. */

const around = (...colleagues: readonly Colleague[]): Around => ({ owned: [], colleagues })
const ana = (more: Partial<Colleague>): Colleague => ({
  engagement: EngagementId.parse('anas'),
  name: 'Ana Lind',
  lastTouch: null,
  matters: [],
  ...more,
})

const instants = fc.integer({ min: 0, max: 60 * 24 * 60 }).map(minutes => minutes * 60_000)
/** Colleagues with something under way, or not, with the people of a history. */
const colleaguesOf = ({ state, now }: History): fc.Arbitrary<readonly Colleague[]> =>
  fc.array(
    fc.record({
      engagement: fc.constantFrom('anas', 'omars', 'zoes').map(id => EngagementId.parse(id)),
      name: fc.constantFrom('Ana Lind', 'Omar Reed', 'Zoë van der Berg'),
      lastTouch: fc.option(
        fc.record({
          contact: fc.constant(ContactId.parse('theirs')),
          with: fc.constantFrom('', 'Tom Okafor', ...state.contacts.map(({ name }) => name)),
          at: instants.map(ago => new Date(Date.parse(now) - ago).toISOString()),
          direction: fc.constantFrom('inbound' as const, 'outbound' as const),
          channel: fc.constantFrom(...Channel.options),
          outcome: fc.constantFrom(...Outcome.options),
        }),
      ),
      matters: fc.array(
        fc.record({
          contact: fc.constantFrom(...state.contacts.map(({ id }) => id)),
          play: fc.constantFrom(...PLAY_NAMES.filter(play => isUndertaking({ play }))),
          since: instants.map(ago => new Date(Date.parse(now) - ago).toISOString()),
          isOpen: fc.boolean(),
        }),
        { maxLength: 3 },
      ),
    }),
    { maxLength: 3 },
  )
const amongColleagues = history().chain(told => fc.tuple(fc.constant(told), colleaguesOf(told)))

describe('a play among colleagues', { timeout: 60_000 }, () => {
  it('is due as without them, or gives way to a word with one, for the same person and day or an earlier one’s', () => {
    fc.assert(
      fc.property(amongColleagues, ([{ state, calendar, now }, colleagues]) => {
        const alone = assess(state, defaultPolicy, calendar, now)
        const among = assess(state, defaultPolicy, calendar, now, around(...colleagues))
        for (const play of among.due) {
          const same = alone.due.filter(other => other.contact === play.contact)
          const replaced =
            play.play === 'speak-to-a-colleague' ? same : same.filter(({ play: name }) => name === play.play)
          expect(replaced.map(({ due }) => due)).toContain(play.due)
        }
        expect({ ...among, due: [], colleagues: [], wakeAt: null }).toEqual({ ...alone, due: [], wakeAt: null })
        for (const { play, contact: person } of alone.due)
          if (!person || LINES.some(line => line === play) || plays[play].for === 'recruiter')
            expect(among.due.some(other => other.play === play && other.contact === person)).toBe(true)
      }),
      { numRuns: 80 },
    )
  })

  it('never waits without an end: where it is left to a colleague, there is an instant to look again', () => {
    fc.assert(
      fc.property(amongColleagues, ([{ state, calendar, now }, colleagues]) => {
        const due = assess(state, defaultPolicy, calendar, now, around(...colleagues)).due
        const waiting = due.filter(({ play }) => play === 'speak-to-a-colleague')
        const told = evaluate(
          state,
          { ...assess(state, defaultPolicy, calendar, now), due: waiting },
          calendar,
          saying('x', now),
        )
        const raised = fold([...state.facts, ...told.map(at(state.position))])
        const letGo = openTasks(raised as Engagement).map(
          (task, n): Fact =>
            ({
              ...(told[0] as EngagementEvent),
              type: 'TaskSettled',
              task: task.id,
              how: 'let-go',
              position: state.position + told.length + n,
            }) as Fact,
        )
        const left = fold(letGo, raised)
        const after = assess(left, defaultPolicy, calendar, now, around(...colleagues))
        if (waiting.length > 0 && after.due.length === 0) expect(after.wakeAt).not.toBeNull()
      }),
      { numRuns: 80 },
    )
  })

  it('reads whole, whoever did what: no worn phrase, no hole, nothing to write', () => {
    fc.assert(
      fc.property(amongColleagues, ([{ state, calendar, now }, colleagues]) => {
        const assessment = assess(state, defaultPolicy, calendar, now, around(...colleagues))
        for (const task of state.tasks)
          for (const name of ['speak-to-a-colleague', task.play] as PlayName[]) {
            const situation = {
              engagement: state,
              assessment,
              task,
              contact: state.contacts.find(({ id }) => id === task.contact),
              recruiter: { name: 'Ines Marchetti' },
              calendar,
              today: now.slice(0, 10),
            }
            const sheet = sheetOf(plays[name], situation)
            const words = allWords(sheet)
            expect(holdsWornPhrase(words), words).toBe(false)
            expect(words).not.toMatch(/undefined|null|NaN|\[object| {2}|\.\./)
            for (const sentence of sheet.why) expect(sentence).toMatch(/^["\p{L}\d].*[.?]$/u)
            if (name === 'speak-to-a-colleague') expect(sheet.write).toBeUndefined()
          }
      }),
      { numRuns: 40 },
    )
  })
})

const saying = (id: string, now: string) =>
  ({
    id: CommandId.parse(id),
    at: now,
    now,
    by: RecruiterId.parse('dan'),
    source: 'api',
    evidence: 'reported',
  }) as const
const at =
  (position: number) =>
  (event: EngagementEvent, index: number): Fact =>
    ({ ...event, position: position + index }) as Fact

// Several recruiters with one person, day by day

const calendars: readonly WorkingCalendar[] = [
  newYork,
  WorkingCalendar.parse({
    zone: 'Asia/Kolkata',
    workingDays: [1, 2, 3, 4, 5, 6],
    holidays: ['2026-10-02'],
    digestAt: '08:30',
  }),
  WorkingCalendar.parse({ zone: 'Asia/Riyadh', workingDays: [7, 1, 2, 3, 4], holidays: [], digestAt: '09:00' }),
]

class Desk {
  facts: readonly Fact[] = []
  readonly id: EngagementId
  readonly calendar: WorkingCalendar
  private said = 0

  constructor(index: number, calendar = newYork) {
    this.id = EngagementId.parse(`desk-${index}`)
    this.calendar = calendar
  }
  state = (): Engagement => {
    const state = fold(this.facts)
    if (state.stage === 'unopened') throw new Error('not opened')
    return state
  }
  add = (events: readonly EngagementEvent[]) => {
    this.facts = [...this.facts, ...events.map(at(this.facts.length))]
  }
  say = (when: string, ...commands: readonly Command[]) => {
    for (const command of commands) {
      const decision = decide(command, saying(`${this.id}.${this.said++}`, when), fold(this.facts))
      if (!isRefusal(decision)) this.add(decision)
    }
  }
  /** As the firm-wide row has it. */
  seen = () => {
    const state = this.state()
    const owned = state.facts
      .filter(fact => fact.type === 'TouchpointLogged')
      .filter(({ play }) => play === 'own-the-dropped-ball')
      .map(fact => ({ contact: fact.contact, at: fact.at }))
    return { engagement: this.id, contacts: state.contacts, openTasks: openTasks(state), owned }
  }
  morning = (date: string, others: readonly ReturnType<Desk['seen']>[]) => {
    const now = digestInstant(this.calendar, date)
    const state = this.state()
    const colleagues = others
      .filter(other => other.engagement !== this.id)
      .map(other => colleagueAt(state, other, { name: other.engagement }))
    const assessment = assess(state, defaultPolicy, this.calendar, now, around(...colleagues))
    this.add(evaluate(state, assessment, this.calendar, saying(`${this.id}.${date}`, now)))
  }
  open = () => openTasks(this.state()).filter(({ contact: who }) => who === 'susan')
}

const acts = {
  nothing: () => [],
  spoke: () => [spoke('susan')],
  voicemail: () => [voicemail('susan')],
  wrote: () => [wrote('susan')],
  owned: () => [{ ...voicemail('susan'), play: 'own-the-dropped-ball' } as Command],
  done: (desk: Desk) => desk.open().map(({ id }): Command => ({ command: 'SettleTask', task: id, how: 'done' })),
  letGo: (desk: Desk) => desk.open().map(({ id }): Command => ({ command: 'SettleTask', task: id, how: 'let-go' })),
} satisfies Record<string, (desk: Desk) => readonly Command[]>

const opening = (desk: Desk): Command[] => [
  { command: 'OpenEngagement', engagement: desk.id, client: 'Brandt', domains: ['brandt.example'], origin: 'mpc' },
  contact('susan', 'hr'),
  { command: 'NameOpening', title: 'Foreman' },
]

const morningOf = (desk: Desk, date: string): string => digestInstant(desk.calendar, date)
const compare = (a: string, b: string): number => (a < b ? -1 : 1)

const DAYS = 50
/** So long the calendars of two recruiters can differ about a span of thirty days: a weekend and a day off. */
const APART_DAYS = 4

describe('recruiters with one person', { timeout: 60_000 }, () => {
  const play = fc.record({
    desks: fc.integer({ min: 2, max: 3 }),
    /** Whether they work by different calendars. */
    apart: fc.boolean(),
    /** Whether a morning knows only what the others had before that day. */
    stale: fc.boolean(),
    begins: fc.array(fc.nat({ max: 6 }), { minLength: 3, maxLength: 3 }),
    acts: fc.array(
      fc.record({
        day: fc.nat({ max: DAYS - 1 }),
        desk: fc.nat({ max: 2 }),
        act: fc.constantFrom(...(Object.keys(acts) as (keyof typeof acts)[])),
      }),
      { maxLength: 25 },
    ),
  })

  it('are never all waiting for a word with each other: one of them goes on', () => {
    fc.assert(
      fc.property(play, ({ desks: count, apart, stale, begins, acts: told }) => {
        const desks = Array.from({ length: count }, (_, index) => new Desk(index, calendars[apart ? index : 0]))
        const first = '2026-09-07'
        let stuck = 0
        for (let day = 0; day < DAYS; day++) {
          const date = plusDays(first, day)
          const noon = `${date}T16:00:00Z`
          const open = desks.filter((_, index) => (begins[index] ?? 0) < day)
          const before = open.map(other => other.seen())
          for (const desk of open.toSorted((a, b) => compare(morningOf(a, date), morningOf(b, date))))
            if (isWorkingDay(desk.calendar, date)) desk.morning(date, stale ? before : open.map(other => other.seen()))
          const waiting = open.filter(desk => desk.open().some(task => task.play === 'speak-to-a-colleague'))
          stuck = waiting.length > 0 && waiting.length === open.length ? stuck + 1 : 0
          expect(stuck, `${date}: ${waiting.map(({ id }) => id)}`).toBeLessThanOrEqual(apart ? APART_DAYS : 0)
          for (const desk of waiting)
            expect(
              desk
                .open()
                .filter(isUndertaking)
                .map(task => task.play)
                .filter(name => plays[name as PlayName].for === 'contact'),
            ).toEqual([])
          for (const [index, desk] of desks.entries())
            if (begins[index] === day) desk.say(noon, ...opening(desk), spoke('susan'))
          for (const { day: on, desk: index, act } of told) {
            const desk = desks[index % count]
            if (on === day && desk && open.includes(desk)) desk.say(`${date}T18:00:00Z`, ...acts[act](desk))
          }
        }
      }),
      { numRuns: 30 },
    )
  })

  it('who begin at the same instant are put in one order, the same whoever looks', () => {
    const desks = [new Desk(0), new Desk(0), new Desk(0)].map((desk, index) =>
      Object.assign(desk, { id: EngagementId.parse(`same-${index}`) }),
    )
    for (const desk of desks) desk.say('2026-09-07T16:00:00Z', ...opening(desk), spoke('susan'))
    for (const desk of desks) desk.morning('2026-09-10', [])
    const before = desks.map(desk => desk.seen())
    for (const order of [desks, desks.toReversed()]) {
      for (const desk of order) desk.morning('2026-09-11', before)
      expect(desks.map(desk => desk.open().some(task => task.play === 'call-and-write'))).toEqual([true, false, false])
    }
  })
})

describe('what a colleague has under way', () => {
  const mine = (): Desk => {
    const desk = new Desk(0)
    desk.say('2026-09-07T16:00:00Z', ...opening(desk), spoke('susan'))
    return desk
  }
  const due = (desk: Desk, date: string, ...colleagues: readonly Colleague[]) =>
    assess(desk.state(), defaultPolicy, newYork, digestInstant(newYork, date), around(...colleagues)).due.map(
      ({ play }) => play,
    )
  const since = '2026-09-08T11:00:00Z'

  it('is known by a mailbox whatever its case, and by a full name at the client, not by a first name alone', () => {
    const desk = mine()
    const matters = (person: { name: string; emails: string[] }, play: PlayName = 'call-and-write') =>
      colleagueAt(
        desk.state(),
        {
          engagement: EngagementId.parse('anas'),
          contacts: [{ id: ContactId.parse('s2'), ...person }],
          openTasks: [{ play, contact: ContactId.parse('s2'), raisedAt: since }],
          owned: [{ contact: ContactId.parse('s2'), at: since }],
        },
        { name: 'Ana Lind' },
      ).matters.map(({ contact: who }) => who)
    expect(matters({ name: 'S. B.', emails: [' Susan@ACME.example'] })).toEqual(['susan', 'susan'])
    expect(matters({ name: 'susan', emails: [] })).toEqual([])
    expect(matters({ name: 'susan', emails: ['susan@acme.example'] }, 'speak-to-a-colleague')).toEqual(['susan'])
    expect(matters({ name: 'susan', emails: ['susan@acme.example'] }, 'keep-in-touch')).toEqual(['susan'])
    desk.say('2026-09-07T17:00:00Z', {
      command: 'ChangeContact',
      contact: ContactId.parse('susan'),
      name: 'Susan Brandt',
    })
    expect(matters({ name: 'susan brandt ', emails: ['sb@home.example'] })).toEqual(['susan', 'susan'])
  })

  it('puts a word with them before a call, and leaves to the recruiter what only the recruiter can answer', () => {
    const desk = mine()
    const colleague = ana({
      matters: [{ contact: ContactId.parse('susan'), play: 'call-and-write', since, isOpen: true }],
    })
    expect(due(desk, '2026-09-10')).toEqual(['call-and-write'])
    expect(due(desk, '2026-09-10', colleague)).toEqual(['speak-to-a-colleague'])
    expect(due(desk, '2026-09-10', { ...colleague, matters: [] })).toEqual(['call-and-write'])
    desk.say('2026-09-10T13:00:00Z', {
      command: 'BookMeeting',
      meeting: 'm1' as never,
      startsAt: '2026-09-10T14:00:00Z',
      endsAt: '2026-09-10T15:00:00Z',
      contacts: [ContactId.parse('susan')],
      title: 'Talk',
    })
    expect(due(desk, '2026-09-11', colleague)).toEqual(['report-the-meeting'])
  })

  it('counts for thirty days, and gives way to a task that we had before, unless they have owned the ball', () => {
    const desk = mine()
    const from = (began: string, isOpen = false) =>
      ana({
        matters: [{ contact: ContactId.parse('susan'), play: 'own-the-dropped-ball', since: began, isOpen }],
      })
    expect(due(desk, '2026-10-08', from(since))).toEqual(['call-and-write'])
    expect(due(desk, '2026-10-07', from(since))).toEqual(['speak-to-a-colleague'])
    desk.morning('2026-09-10', [])
    expect(due(desk, '2026-09-14', from('2026-09-11T11:00:00Z', true))).toEqual(['call-and-write'])
    expect(due(desk, '2026-09-14', from('2026-09-09T11:00:00Z', true))).toEqual(['speak-to-a-colleague'])
    expect(due(desk, '2026-09-14', from('2026-09-11T11:00:00Z'))).toEqual(['speak-to-a-colleague'])
  })

  it('is over for us once we have spoken with her ourselves', () => {
    const desk = mine()
    const colleague = ana({
      matters: [{ contact: ContactId.parse('susan'), play: 'call-and-write', since, isOpen: true }],
    })
    const now = digestInstant(newYork, '2026-09-10')
    const assessment = assess(desk.state(), defaultPolicy, newYork, now, around(colleague))
    desk.add(evaluate(desk.state(), assessment, newYork, saying('morning', now)))
    desk.say('2026-09-10T15:00:00Z', spoke('susan'))
    expect(desk.state().tasks.at(-1)?.settled).toMatchObject({ how: 'done' })
    expect(due(desk, '2026-09-15', colleague)).toContain('call-and-write')
  })
})

describe('a colleague’s contact with the client', () => {
  it.each([
    ['outbound', 'call', 'reached', 'Ana Lind spoke with susan by phone'],
    ['inbound', 'call', 'reached', 'Ana Lind spoke with susan by phone'],
    ['outbound', 'video', 'held', 'Ana Lind spoke with susan by video'],
    ['outbound', 'meeting', 'held', 'Ana Lind met susan'],
    ['outbound', 'voicemail', 'left-message', 'Ana Lind left susan a voicemail'],
    ['inbound', 'voicemail', 'left-message', 'susan left Ana Lind a voicemail'],
    ['outbound', 'call', 'no-answer', 'Ana Lind rang susan and reached nobody'],
    ['outbound', 'email', 'sent', 'Ana Lind wrote to susan by email'],
    ['inbound', 'text', 'received', 'susan wrote to Ana Lind by text'],
    ['outbound', 'social', 'sent', 'Ana Lind wrote to susan online'],
  ] as const)('is told as it was: %s %s %s', (direction, channel, outcome, says) => {
    const desk = new Desk(0)
    desk.say('2026-09-07T16:00:00Z', ...opening(desk), spoke('susan'))
    const now = digestInstant(newYork, '2026-09-10')
    const touch = {
      contact: ContactId.parse('s2'),
      with: 'susan',
      at: '2026-09-09T15:00:00Z',
      direction,
      channel,
      outcome,
    }
    const assessment = assess(desk.state(), defaultPolicy, newYork, now, around(ana({ lastTouch: touch })))
    const [task] = evaluate(desk.state(), assessment, newYork, saying('morning', now))
    if (task?.type !== 'TaskRaised') throw new Error('nothing is due')
    const situation = {
      engagement: desk.state(),
      assessment,
      task: { ...task, id: task.task, raisedAt: now, putOff: [] } as never,
      contact: desk.state().contacts[0],
      recruiter: { name: 'Dan Ortiz' },
      calendar: newYork,
      today: '2026-09-10',
    }
    expect(colleaguesTouches(situation)).toEqual([`${says} on Wednesday 9 September.`])
  })
})
