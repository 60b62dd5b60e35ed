import { describe, expect, it } from 'vitest'
import { followPlays } from '../../shared/domain/silence/followed.ts'
import { ContactId, MeetingId } from '../../shared/domain/vocabulary.ts'
import {
  type Account,
  account,
  contact,
  milestone,
  newYork,
  repliesWithin,
  spoke,
  theyRang,
  theyWrote,
  voicemail,
  wrote,
} from './support/account.ts'

const meeting = MeetingId.parse('m1')
const susan = ContactId.parse('susan')

const untilTheMissedCall = () => {
  const acme = account('2026-09-08 10:12')
  acme.say(
    '2026-09-08 10:12',
    contact('carla', 'hr-director'),
    contact('susan', 'hr', 'carla'),
    theyWrote('carla'),
    milestone('introduced', 'susan'),
  )
  expect(acme.morning('2026-09-09')).toEqual(['answer-them susan'])
  acme.say('2026-09-09 15:00', spoke('susan', 'walked her through our process'))
  expect(acme.state().tasks[0]?.settled?.how).toBe('done')
  expect(acme.morning('2026-09-10')).toEqual(['set-expectations susan'])
  acme.say('2026-09-10 12:00', spoke('susan'), repliesWithin('P3D', 'susan'))
  expect(acme.morning('2026-09-11')).toEqual([])
  acme.say('2026-09-11 16:00', milestone('fee-agreed', 'susan'))
  expect(acme.morning('2026-09-14')).toEqual(['answer-them susan'])
  acme.say('2026-09-14 11:00', theyWrote('susan'), milestone('job-description-received', 'susan'))
  acme.say('2026-09-14 14:00', wrote('susan'), milestone('agreement-sent', 'susan'))
  expect(acme.state().tasks.filter(task => !task.settled)).toEqual([])
  acme.say('2026-09-16 09:00', contact('mike', 'other'), {
    command: 'BookMeeting',
    meeting,
    startsAt: '2026-09-21T14:00:00Z',
    endsAt: '2026-09-21T14:30:00Z',
    contacts: [susan, ContactId.parse('mike')],
    title: 'Intro call',
  })
  expect(acme.morning('2026-09-18')).toEqual([])
  expect(acme.morning('2026-09-21')).toEqual([])
  expect(acme.assess('2026-09-21 08:00').status).toBe('on-track')
  expect(acme.facts().map(fact => fact.type)).not.toContain('WentQuiet')
  return acme
}

const untilOwned = () => {
  const acme = untilTheMissedCall()
  acme.hear('2026-09-21 11:05', '2026-09-21 10:00', {
    command: 'RecordMeetingMissed',
    meeting,
    missedBy: 'client',
    contact: susan,
  })
  expect(acme.morning('2026-09-22')).toEqual(['call-and-write susan'])
  acme.say('2026-09-22 09:30', voicemail('susan'))
  acme.say('2026-09-22 09:40', wrote('susan'))
  expect(acme.state().tasks.filter(task => !task.settled)).toEqual([])
  for (const day of ['23', '24', '25', '28']) expect(acme.morning(`2026-09-${day}`)).toEqual([])
  expect(acme.morning('2026-09-29')).toEqual(['own-the-dropped-ball susan'])
  acme.say('2026-09-29 10:00', voicemail('susan'))
  expect(acme.state().facts.findLast(fact => fact.type === 'TouchpointLogged')).toMatchObject({
    play: 'own-the-dropped-ball',
  })
  expect(acme.morning('2026-09-30')).toEqual([])
  return acme
}

const followed = (acme: Account, when: string) =>
  followPlays(acme.state(), newYork, acme.instant(when)).map(({ play, result }) => [play, result])

describe('a client who went dark', () => {
  it('is paused when the opening turns out frozen, and revisited on the day', () => {
    const acme = untilOwned()
    acme.say('2026-09-30 10:00', theyRang('susan'), {
      command: 'LearnReason',
      reason: 'opening-frozen',
      contact: susan,
    })
    expect(acme.facts().map(fact => fact.type)).toContain('CameBack')
    expect(acme.assess('2026-09-30 12:00').status).toBe('paused')
    expect(followed(acme, '2026-09-30 12:00')).toContainEqual(['own-the-dropped-ball', 'returned'])
    for (const day of ['2026-10-01', '2026-10-15', '2026-10-29']) expect(acme.morning(day)).toEqual([])
    expect(acme.morning('2026-10-30')).toEqual(['revisit susan'])
  })

  it('is sought through the introducer, and then the recruiter decides', () => {
    const acme = untilOwned()
    expect(followed(acme, '2026-10-01 12:00')).toContainEqual(['own-the-dropped-ball', 'open'])
    expect(followed(acme, '2026-10-07 12:00')).toContainEqual(['own-the-dropped-ball', 'not-returned'])
    expect(acme.morning('2026-10-01')).toEqual([])
    expect(acme.morning('2026-10-02')).toEqual(['go-through-the-introducer carla'])
    acme.say('2026-10-02 10:00', voicemail('carla'))
    expect(acme.morning('2026-10-08')).toEqual([])
    expect(acme.morning('2026-10-09')).toEqual(['participate-or-disengage susan'])
    expect(acme.assess('2026-10-09 08:00').status).toBe('dark')
  })

  it('has come back when a milestone of theirs is reached, whoever told of it', () => {
    const acme = untilOwned()
    acme.say('2026-09-30 10:00', {
      command: 'ReachMilestone',
      milestone: 'agreement-signed',
      contact: susan,
      detail: 'signed',
    })
    expect(followed(acme, '2026-10-07 12:00')).toContainEqual(['own-the-dropped-ball', 'returned'])
  })

  it('is asked about after a meeting of which nothing was heard, and the ladder starts a day later', () => {
    const acme = untilTheMissedCall()
    expect(acme.morning('2026-09-22')).toEqual(['report-the-meeting susan'])
    acme.hear('2026-09-22 08:00', '2026-09-21 10:30', { command: 'RecordMeetingMissed', meeting, missedBy: 'client' })
    expect(acme.morning('2026-09-23')).toEqual(['call-and-write susan'])
    acme.say('2026-09-23 09:30', voicemail('susan'))
    acme.say('2026-09-23 09:40', wrote('susan'))
    expect(acme.morning('2026-09-29')).toEqual([])
    expect(acme.morning('2026-09-30')).toEqual(['own-the-dropped-ball susan'])
  })

  it('told whole, two months late, is owned to at once and not chased a fifth time', () => {
    const acme = untilTheMissedCall()
    const told = '2026-11-23 12:00'
    acme.hear(told, '2026-11-03 10:00', voicemail('susan'))
    acme.hear(told, '2026-09-21 10:00', { command: 'RecordMeetingMissed', meeting, missedBy: 'client', contact: susan })
    acme.hear(told, '2026-10-20 10:00', wrote('susan'))
    acme.hear(told, '2026-09-22 10:00', wrote('susan'))
    acme.hear(told, '2026-10-06 10:00', voicemail('susan'))
    acme.hear(told, '2026-10-07 10:00', wrote('carla'))
    acme.hear(told, '2026-10-21 10:00', wrote('carla'))
    expect(acme.morning('2026-11-24')).toEqual(['own-the-dropped-ball susan'])
    acme.say('2026-11-24 15:00', wrote('susan'))
    expect(acme.morning('2026-11-25')).toEqual(['own-the-dropped-ball susan'])
  })
})

describe('tension with HR', () => {
  it('goes to the hiring manager first, then to an honest talk, then to expectations', () => {
    const birch = account('2026-09-14 09:00')
    birch.say('2026-09-14 09:00', contact('priya', 'hr'), contact('tom', 'hiring-manager'), {
      command: 'NameOpening',
      title: 'Controller',
    })
    const priya = ContactId.parse('priya')
    birch.say('2026-09-14 17:00', spoke('priya'), {
      command: 'ReportTension',
      contact: priya,
      observed: 'short on the phone',
      story: 'resents me going to Tom',
    })
    expect(birch.morning('2026-09-15')).toEqual([])
    expect(birch.morning('2026-09-16')).toEqual(['ask-the-hiring-manager tom'])
    birch.say('2026-09-17 10:00', theyWrote('tom'), { command: 'NameOpening', title: 'Welder' })
    expect(birch.morning('2026-09-18').toSorted()).toEqual(['answer-them tom', 'ask-the-hiring-manager tom'])
    birch.say('2026-09-21 10:00', spoke('tom', 'give her the weekly update first'))
    expect(birch.morning('2026-09-22')).toEqual(['clear-the-air priya'])
    birch.say(
      '2026-09-22 11:00',
      spoke('priya'),
      { command: 'LearnReason', reason: 'flooded', contact: priya },
      { command: 'ResolveTension', contact: priya },
    )
    expect(birch.morning('2026-09-23')).toContain('set-expectations priya')
    birch.say('2026-09-23 15:00', repliesWithin('P5D', 'priya'))
    expect(birch.morning('2026-09-28')).not.toContain('call-and-write priya')
    expect(birch.morning('2026-09-29')).toContain('call-and-write priya')
  })

  it('answers a written message to the tense contact with a call the next morning', () => {
    const birch = account('2026-09-14 09:00')
    const priya = ContactId.parse('priya')
    birch.say('2026-09-14 09:00', contact('priya', 'hr'), contact('tom', 'hiring-manager'), {
      command: 'NameOpening',
      title: 'Controller',
    })
    birch.say('2026-09-14 17:00', spoke('priya'), { command: 'ReportTension', contact: priya, observed: 'short' })
    birch.say('2026-09-15 11:00', wrote('priya'))
    expect(birch.morning('2026-09-16')).toEqual(['clear-the-air priya'])
  })
})

describe("the buyer's process", () => {
  it('asks once whether to take part, and then waits the month', () => {
    const buyer = account('2026-09-14 09:00')
    buyer.say('2026-09-14 09:00', contact('tom', 'hiring-manager'), { command: 'NameOpening', title: 'Controller' })
    buyer.say('2026-09-14 15:00', repliesWithin('P1M', 'tom'))
    expect(buyer.morning('2026-09-15')).toEqual(['participate-or-disengage tom'])
    buyer.say('2026-09-15 09:00', { command: 'DecideParticipation', decision: 'participate' })
    expect(buyer.morning('2026-10-14')).toEqual([])
    expect(buyer.morning('2026-10-15')).toEqual(['participate-or-disengage tom'])
  })

  it('closes when the recruiter disengages, and comes back on the day given', () => {
    const buyer = account('2026-09-14 09:00')
    buyer.say('2026-09-14 09:00', contact('tom', 'hiring-manager'), { command: 'NameOpening', title: 'Controller' })
    buyer.say('2026-09-14 15:00', repliesWithin('P1M', 'tom'))
    buyer.morning('2026-09-15')
    buyer.say('2026-09-15 09:00', { command: 'DecideParticipation', decision: 'disengage', revisitOn: '2026-11-02' })
    expect(buyer.morning('2026-10-30')).toEqual([])
    expect(buyer.morning('2026-11-02')).toEqual(['revisit tom'])
  })
})

describe('what must not be chased', () => {
  it('a prospect mailed once gets one more try, then one line after thirty days', () => {
    const prospect = account('2026-09-14 10:00')
    prospect.say('2026-09-14 10:00', contact('ann', 'other'), wrote('ann'))
    expect(prospect.morning('2026-09-16')).toEqual([])
    expect(prospect.morning('2026-09-17')).toEqual(['call-and-write ann'])
    prospect.say('2026-09-17 10:00', voicemail('ann'))
    expect(prospect.morning('2026-10-16')).toEqual([])
    expect(prospect.morning('2026-10-19')).toEqual(['keep-in-touch ann'])
    expect(prospect.morning('2026-10-20')).toEqual([])
  })

  it('thanks make nobody the next to move', () => {
    const acme = account('2026-09-14 10:00')
    acme.say(
      '2026-09-14 10:00',
      contact('ann', 'hiring-manager'),
      { command: 'NameOpening', title: 'Buyer' },
      wrote('ann'),
    )
    acme.say('2026-09-15 10:00', {
      command: 'LogTouchpoint',
      direction: 'inbound',
      channel: 'email',
      outcome: 'received',
      contact: ContactId.parse('ann'),
      acknowledgement: true,
    })
    expect(acme.assess('2026-09-15 11:00')).toMatchObject({ ball: 'theirs', status: 'waiting' })
    expect(acme.morning('2026-09-17')).toEqual([])
    expect(acme.morning('2026-09-18')).toEqual(['call-and-write ann'])
  })

  it('who is away is called on the day they are back', () => {
    const acme = account('2026-09-14 10:00')
    acme.say(
      '2026-09-14 10:00',
      contact('ann', 'hiring-manager'),
      { command: 'NameOpening', title: 'Buyer' },
      wrote('ann'),
    )
    acme.say('2026-09-15 10:00', { command: 'RecordContactAway', contact: ContactId.parse('ann'), until: '2026-09-28' })
    expect(acme.morning('2026-09-25')).toEqual([])
    expect(acme.morning('2026-09-28')).toEqual(['call-and-write ann'])
  })

  it('who named a day is left until the working day after it', () => {
    const acme = account('2026-09-14 10:00')
    acme.say(
      '2026-09-14 10:00',
      contact('ann', 'hiring-manager'),
      { command: 'NameOpening', title: 'Buyer' },
      spoke('ann'),
      repliesWithin('P2D', 'ann'),
      {
        command: 'AgreeNextStep',
        who: 'client',
        what: 'comes back to me',
        due: '2026-09-24',
        contact: ContactId.parse('ann'),
      },
    )
    expect(acme.morning('2026-09-24')).toEqual([])
    expect(acme.morning('2026-09-25')).toEqual(['call-and-write ann'])
  })
})
