import { describe, expect, it } from 'vitest'
import type { PlannedCommand } from '../../shared/domain/note.ts'
import type { NoteId } from '../../shared/domain/vocabulary.ts'
import { readNote } from '../../shared/mail/read/note/read-note.ts'
import type { Focus } from '../../shared/mail/read/note/scene.ts'
import type { Book, Reading } from '../../shared/mail/read/reading.ts'
import { lineOf } from './notes/reading-lines.ts'
import { central, east, london, withDigest } from './notes/worlds.ts'

type At = { readonly book?: Book; readonly sentAt?: string; readonly arrivedAt?: string; readonly focus?: Focus }

const read = (text: string, { book = east, sentAt = '2026-09-22T15:00:00Z', arrivedAt, focus }: At = {}): Reading =>
  readNote(text, book, { note: 'n1' as NoteId, sentAt, arrivedAt: arrivedAt ?? sentAt }, focus)

const commands = (reading: Reading): readonly PlannedCommand[] => ('commands' in reading ? reading.commands : [])
const said = (text: string, at: At = {}): readonly string[] =>
  commands(read(text, at)).map(planned => lineOf(planned, at.book ?? east, at.sentAt ?? '2026-09-22T15:00:00Z'))
const first = (text: string, at: At = {}): PlannedCommand['command'] | undefined => commands(read(text, at))[0]?.command

describe('the client who went dark', () => {
  it('keeps what was said beside a conversation as its summary', () => {
    const text = 'Spoke with Susan, 20 minutes, walked her through our process. She sees the value.'
    expect(said(text)).toEqual(['Susan > call reached'])
    expect(first(text)).toMatchObject({
      contact: 'c.susan-reyes',
      summary: 'Spoke with Susan, 20 minutes, walked her through our process. She sees the value',
    })
  })

  it('takes “done” beside an expectation for the talk about it', () => {
    const book = withDigest(east, '2026-09-22')
    expect(said('Done. Susan answers within 3 days.', { book })).toEqual(['Susan > call reached', 'Susan: expects P3D'])
    expect(said('Done! Deepa gets back to me within two days.', { book })).toEqual([
      'Deepa > call reached',
      'Deepa: expects P2D',
    ])
  })

  it('reads a fee that was agreed, with its percentage, and leaves what she only wants', () => {
    const text = 'Fee agreed at 22% with Susan. She wants me to meet the hiring manager before she signs.'
    expect(commands(read(text)).map(({ command }) => command)).toEqual([
      { command: 'ReachMilestone', milestone: 'fee-agreed', contact: 'c.susan-reyes', detail: '22%' },
    ])
  })

  it('finds the booked meeting that was missed, and dates it when it was to begin', () => {
    const reading = read('Susan missed our 10am call.', { sentAt: '2026-09-21T15:05:00Z' })
    expect(commands(reading)).toEqual([
      {
        id: 'note.n1.0',
        engagement: 'e.acme-molding',
        at: '2026-09-21T14:00:00Z',
        evidence: 'reported',
        command: { command: 'RecordMeetingMissed', meeting: 'm-acme', missedBy: 'client', contact: 'c.susan-reyes' },
      },
    ])
  })

  it('names a meeting that nobody booked by its start', () => {
    expect(first('Greg missed our 9:30 call yesterday')).toMatchObject({ meeting: 'm.2026-09-21T13:30:00Z' })
    expect(first('Greg missed our call yesterday')).toMatchObject({ meeting: 'm.2026-09-21' })
  })

  it('takes a call and the voicemail left by it for one touchpoint', () => {
    expect(said('Called Susan, left a voicemail.')).toEqual(['Susan > voicemail left-message'])
    expect(first('Called Susan, left a voicemail.')).toMatchObject({ summary: 'Called Susan, left a voicemail' })
  })

  it('reads a call that came back and the reason it brought', () => {
    const text = 'Susan called me back. Opening was frozen the day of our call.'
    expect(said(text, { book: withDigest(east, '2026-09-22') })).toEqual([
      'Susan < call reached',
      'Susan: reason opening-frozen',
    ])
    expect(commands(read(text))[1]?.command).toEqual({
      command: 'LearnReason',
      reason: 'opening-frozen',
      contact: 'c.susan-reyes',
      detail: 'Opening was frozen the day of our call',
    })
  })

  it('tells the attempts of two months, each on its day', () => {
    const text = '22 Sep emailed Susan\n6 Oct: left Susan a voicemail\n20 Oct emailed Susan again\n3 Nov: vm for Susan'
    expect(said(text, { sentAt: '2026-11-23T15:00:00Z' })).toEqual([
      'Susan > email sent @09-22',
      'Susan > voicemail left-message @10-06',
      'Susan > email sent @10-20',
      'Susan > voicemail left-message @11-03',
    ])
    expect(said('Follow-ups to Carla: 29 Sep mail, 27 Oct voicemail', { sentAt: '2026-11-23T15:00:00Z' })).toEqual([
      'Carla > email sent @09-29',
      'Carla > voicemail left-message @10-27',
    ])
  })
})

describe('tension', () => {
  it('keeps what was observed apart from the story', () => {
    const text = 'Priya was short with me on the phone. I think she resents me going to Tom directly.'
    expect(commands(read(text)).map(({ command }) => command)).toEqual([
      {
        command: 'LogTouchpoint',
        direction: 'outbound',
        channel: 'call',
        outcome: 'reached',
        contact: 'c.priya-nair',
        summary: 'Priya was short with me on the phone',
      },
      {
        command: 'ReportTension',
        contact: 'c.priya-nair',
        observed: 'was short with me on the phone',
        story: 'she resents me going to Tom directly',
      },
    ])
    const other = 'Aisha was curt on our call. My guess is she minds that I rang Will first.'
    expect(said(other, { book: london, sentAt: '2026-11-12T12:00:00Z' })).toEqual([
      'Aisha > call reached',
      'Aisha: tension (observed, story)',
    ])
  })

  it('takes advice about one person for a talk with the other', () => {
    const text = "Tom's advice on Priya: give her the weekly update first."
    expect(said(text)).toEqual(['Tom > call reached'])
    expect(first(text)).toMatchObject({ summary: 'give her the weekly update first' })
  })

  it('reads the honest talk, the reason and the end of the tension', () => {
    const text = 'Had the honest talk with Priya. She was swamped, nothing to do with us.'
    expect(said(text)).toEqual(['Priya > call reached', 'Priya: reason flooded', 'Priya: tension resolved'])
  })

  it('resolves no tension where none is open', () => {
    expect(said('Had the honest talk with Ellen, nothing to do with us.')).toEqual(['Ellen > call reached'])
  })

  it('takes an agreement on answers for the expectation alone', () => {
    expect(said('Agreed with Priya that she answers within 5 days.')).toEqual(['Priya: expects P5D'])
  })
})

describe("the buyer's process", () => {
  it('is an expectation of its own topic', () => {
    const text = 'Tom says their process is to take the résumé and come back in a month.'
    expect(said(text)).toEqual(['Tom: expects P1M process'])
    expect(first(text)).toMatchObject({ text: 'Tom says their process is to take the résumé and come back in a month' })
  })

  it('is decided on by one word', () => {
    const book = withDigest(east, '2026-09-22')
    expect(said('participate', { book })).toEqual(['Halden Foods: participate'])
    expect(said('6 disengage, revisit in March', { book })).toEqual(['Halden Foods: disengage revisit 2027-03-01'])
  })
})

describe('what must do nothing', () => {
  it.each(['Still nothing from Northgate', 'Should I call Susan?', 'Waiting on Jim to sign', 'I might call Greg'])(
    '“%s” is read and holds no fact',
    text => {
      expect(read(text)).toMatchObject({ status: 'nothing', why: expect.stringMatching(/./) })
    },
  )

  it('makes a reminder, and no touchpoint, of what is to be done on a day', () => {
    expect(said('Need to call Ellen on Monday')).toEqual(['Ellen: remind 09-28'])
  })
})

describe('answers to the digest', () => {
  const book = withDigest(east, '2026-09-22')

  it('settles several tasks in one reply', () => {
    expect(said('1 vm, 2 spoke Tuesday, 3 not today', { book, sentAt: '2026-09-23T12:00:00Z' })).toEqual([
      'Susan > voicemail left-message',
      'Tom > call reached @09-22',
      '3 put off',
    ])
    expect(said('Susan: left vm. Jim: let it go. Ellen not today', { book })).toEqual([
      'Susan > voicemail left-message',
      '4 let-go',
      '3 put off',
    ])
  })

  it('asks how a call went that is only said to be done, by the channels its play allows', () => {
    const reading = read('1 done', { book })
    expect(reading).toMatchObject({ status: 'asked', commands: [] })
    if (reading.status !== 'asked') return
    expect(reading.question.answers.map(({ word }) => word)).toEqual(['spoke', 'voicemail', 'none'])
  })

  it('knows the task from its context where no number is given', () => {
    expect(said('not today', { book, focus: { task: 't.ellen' as never } })).toEqual(['3 put off'])
  })

  it('asks about a number that was not in the mail', () => {
    expect(read('9 vm', { book })).toMatchObject({ status: 'asked', commands: [] })
  })

  it('reports a meeting by one word', () => {
    const morning = withDigest(central, '2026-10-30')
    expect(said('missed', { book: morning, sentAt: '2026-10-30T13:00:00Z' })).toEqual([
      'm-larkspur missed by client @10-29 14:00',
    ])
  })
})

describe('questions', () => {
  it('asks which of two, and every answer is finished', () => {
    const reading = read('Left Susan a vm and emailed Maria')
    expect(reading).toMatchObject({
      status: 'asked',
      commands: [{ id: 'note.n1.0', command: { contact: 'c.susan-reyes', channel: 'voicemail' } }],
      question: {
        text: 'Which Maria do you mean?',
        answers: [
          {
            word: 'Maria Chen',
            commands: [{ id: 'note.n1.1', command: { contact: 'c.maria-chen', channel: 'email' } }],
          },
          { word: 'Maria Lopez', commands: [{ id: 'note.n1.2', command: { contact: 'c.maria-lopez' } }] },
          { word: 'none', commands: [] },
        ],
      },
    })
  })

  it('asks about a name nobody is known by, and remembers the answer', () => {
    const reading = read('Susie called me back')
    expect(reading).toMatchObject({ status: 'asked', question: { unknownName: 'Susie' } })
    if (reading.status !== 'asked') return
    const susan = reading.question.answers.find(({ word }) => word === 'Susan Reyes')
    expect(susan?.commands.map(({ command }) => command)).toEqual([
      { command: 'ChangeContact', contact: 'c.susan-reyes', alias: 'Susie' },
      expect.objectContaining({ command: 'LogTouchpoint', direction: 'inbound', contact: 'c.susan-reyes' }),
    ])
  })

  it('takes a name that is correct as it stands for no slip of the fingers', () => {
    expect(read('Spoke with Helen')).toMatchObject({ status: 'asked', question: { unknownName: 'Helen' } })
    expect(said('Spoke with Elllen')).toEqual(['Ellen > call reached'])
  })

  it('asks about a note in another language, and answers nothing', () => {
    expect(read('Ich habe Susan angerufen und eine Nachricht hinterlassen')).toMatchObject({
      status: 'asked',
      rule: 'not in English',
      question: { answers: [{ word: 'none', commands: [] }] },
    })
  })

  it('asks for the day where a date without its year is long past', () => {
    expect(read('Emailed Walt on 12/20')).toMatchObject({
      status: 'asked',
      question: { answers: [{ word: '2025-12-20' }, { word: 'today' }, { word: 'none' }] },
    })
  })
})

describe('when it happened', () => {
  it('is never later than the message arrived', () => {
    const reading = read('Spoke with Jim', { sentAt: '2026-09-23T15:00:00Z', arrivedAt: '2026-09-22T15:00:00Z' })
    expect(commands(reading)[0]?.at).toBe('2026-09-22T15:00:00Z')
  })

  it.each([
    ['Spoke with Jim yesterday', '2026-09-21T16:00:00Z'],
    ['Spoke with Jim on Monday', '2026-09-21T16:00:00Z'],
    ['Spoke with Jim last Thursday at 4', '2026-09-17T20:00:00Z'],
    ['Spoke with Jim this morning', '2026-09-22T14:00:00Z'],
    ['Spoke with Jim just now', '2026-09-22T15:00:00Z'],
    ['Spoke with Jim on 22 Aug at 9:15am', '2026-08-22T13:15:00Z'],
    ['Spoke with Jim 9/3', '2026-09-03T16:00:00Z'],
    ['Spoke with Jim two days ago', '2026-09-20T16:00:00Z'],
    ['Spoke with Jim on the 8th', '2026-09-08T16:00:00Z'],
    ['Spoke with Jim last night', '2026-09-21T23:00:00Z'],
    ['Spoke with Jim on 2026-07-14', '2026-07-14T16:00:00Z'],
  ])('“%s” is %s', (text, at) => {
    expect(commands(read(text)).map(planned => planned.at)).toEqual([at])
  })

  it('reads days before months outside America, and local noon across a change of the clocks', () => {
    const sentAt = '2026-11-12T12:00:00Z'
    const at = (text: string): readonly string[] => commands(read(text, { book: london, sentAt })).map(({ at }) => at)
    expect(at('Emailed Siobhan 3/11')).toEqual(['2026-11-03T12:00:00Z'])
    expect(at('Emailed Siobhan on 20 October')).toEqual(['2026-10-20T11:00:00Z'])
  })

  it('goes on from the day of the clause before', () => {
    const text = 'On Tuesday 15 September I called Susan, no answer, so emailed her. Spoke with Jim.'
    expect(said(text)).toEqual(['Susan > call no-answer @09-15', 'Susan > email sent @09-15', 'Jim > call reached'])
  })
})
