import { describe, expect, it } from 'vitest'
import { openTasks } from '../../shared/domain/engagement/state.ts'
import { plays } from '../../shared/domain/plays/index.ts'
import { ContactId } from '../../shared/domain/vocabulary.ts'
import { account, repliesWithin, spoke, theyWrote, voicemail, wrote } from './support/account.ts'
import {
  acmeLateInNovember,
  acmeMissed,
  acmeOwned,
  acmeTried,
  allWords,
  corbelFoods,
  person,
  said,
  sheetOn,
  situationOn,
} from './support/stories.ts'

const susan = ContactId.parse('susan')

describe('call and write', () => {
  it('names the missed call in speech and in writing, and makes it easy to come back', () => {
    const sheet = sheetOn(acmeMissed(), '2026-09-22', 'call-and-write')
    expect(sheet.why.join(' ')).toContain('missed your 10:00 am call on Monday 21 September')
    expect(said(sheet, /Voicemail/)).toContain('Monday 21 September')
    expect(sheet.write?.subject).toBe('Our call on Monday 21 September')
    expect(sheet.write?.body).toContain('Wednesday 23 September or Thursday 24 September')
  })

  it('says what was agreed for a day that has passed', () => {
    const corbel = corbelFoods(spoke('marta'), {
      command: 'AgreeNextStep',
      who: 'client',
      what: 'send the signed agreement',
      due: '2026-09-10',
    })
    const sheet = sheetOn(corbel, '2026-09-11', 'call-and-write')
    expect(sheet.why.join(' ')).toContain(
      'Agreed for Thursday 10 September: "send the signed agreement". The day has passed.',
    )
    expect(said(sheet, /picks up/)).toContain('What stands in its way')
  })

  it('owns up where the ball has lain with us', () => {
    const corbel = corbelFoods(theyWrote('marta'))
    const sheet = sheetOn(corbel, '2026-09-10', 'call-and-write')
    expect(sheet.why.join(' ')).toContain('You have been quiet for')
    expect(sheet.write?.body).toContain("I'm sorry")
  })

  it('is settled by one press for both parts', () => {
    const acme = acmeMissed()
    const { task, engagement } = situationOn(acme, '2026-09-22', 'call-and-write')
    const both = plays['call-and-write'].outcomes.find(({ word }) => word === 'called-and-wrote')
    acme.say('2026-09-22 10:00', ...(both?.commands(task, engagement) ?? []))
    expect(openTasks(acme.state())).toEqual([])
  })
})

describe('own the dropped ball', () => {
  const sheet = () => sheetOn(acmeTried(), '2026-09-29', 'own-the-dropped-ball')

  it('says in the script which call was missed, and to the recruiter what was tried and how long it is quiet', () => {
    expect(said(sheet(), /Voicemail/)).toContain('Monday 21 September')
    const why = sheet().why.join(' ')
    expect(why).toContain('Tried twice: a voicemail and an email on Tuesday 22 September. No answer.')
    expect(why).toContain('Quiet for six working days.')
    expect(why).toContain('the fee agreed, the job description sent and two conversations')
  })

  it('names the likeliest reasons, and that it is seldom about the recruiter', () => {
    const before = sheet()
      .before.map(({ text }) => text)
      .join(' ')
    expect(before).toContain('the job is on hold')
    expect(before).toContain('seldom about you')
  })

  it('asks for blunt feedback to get better, and for nothing else', () => {
    const spoken = sheet()
      .say.map(({ text }) => text)
      .join(' ')
    expect(spoken).toContain('blunt')
    expect(spoken).toContain('get better')
    expect(spoken).not.toMatch(/agreement|fee|opening|position|candidate|deadline|decision|status|sign/i)
  })

  it('says how many times the same was tried in two months, and resembles none of it', () => {
    const late = sheetOn(acmeLateInNovember(), '2026-11-24', 'own-the-dropped-ball')
    const why = late.why.join(' ')
    expect(why).toContain(
      'Tried four times: an email on 22 September, a voicemail on 6 October, an email on 20 October and a voicemail on 3 November.',
    )
    expect(why).toContain('Carla had an email on 29 September and a voicemail on 27 October.')
    expect(why).toContain('Quiet for 44 working days.')
    expect(late.write).toBeUndefined()
  })

  it('leaves out a call that never was: without a missed meeting it speaks of the last contact', () => {
    const corbel = corbelFoods(spoke('marta'), repliesWithin('P3D', 'marta'))
    corbel.morning('2026-09-04')
    corbel.say('2026-09-04 10:00', voicemail('marta'), wrote('marta'))
    const words = allWords(sheetOn(corbel, '2026-09-14', 'own-the-dropped-ball'))
    expect(words).not.toContain('missed your')
    expect(words).toContain('When we were last in touch, on Tuesday 1 September')
  })

  it('is owned to the introducer in their own words: an introduction was a favour', () => {
    const acme = acmeLateInNovember()
    acme.morning('2026-11-24')
    acme.say('2026-11-24 10:00', voicemail('susan'))
    const sheet = sheetOn(acme, '2026-11-30', 'own-the-dropped-ball')
    expect(said(sheet, /Voicemail/)).toMatch(/^Carla, this is Dan Ortiz\..*introduced me to Susan/)
    expect(sheet.leaveOut.join(' ')).toContain('asking Carla to chase Susan')
  })

  it('shows on the next call sheet what they once said bluntly', () => {
    const acme = acmeTried()
    acme.say('2026-09-23 09:00', { command: 'ReceiveFeedback', contact: susan, words: 'You sent too many at once.' })
    expect(sheetOn(acme, '2026-09-29', 'own-the-dropped-ball').before).toContainEqual({
      label: 'Susan told you on Wednesday 23 September',
      text: '"You sent too many at once".',
    })
  })
})

describe('go through the introducer', () => {
  it('asks for advice about the one who is quiet, and never to pass anything on', () => {
    const sheet = sheetOn(acmeOwned(), '2026-10-02', 'go-through-the-introducer')
    expect(sheet.why.join(' ')).toContain('You owned the dropped ball with Susan on Tuesday 29 September.')
    expect(said(sheet, /picks up/)).toContain('You know how Susan works. What would you do in my place?')
    expect(sheet.leaveOut[0]).toContain('asking Carla to chase Susan')
  })
})

describe('participate or disengage', () => {
  it('puts their process as they said it, and both roads', () => {
    const birch = account('2026-09-01 09:00')
    birch.say(
      '2026-09-01 09:00',
      person('Tom Okafor', 'hiring-manager'),
      { command: 'NameOpening', title: 'Controller' },
      spoke('tom'),
      {
        command: 'SetExpectation',
        topic: 'reply time',
        text: 'take the résumé and come back in a month',
        replyWithin: 'P1M',
        contact: ContactId.parse('tom'),
      },
    )
    const sheet = sheetOn(birch, '2026-09-02', 'participate-or-disengage')
    expect(sheet.why[0]).toBe('Tom told you on Tuesday 1 September to expect an answer after a month.')
    expect(sheet.before.map(({ label }) => label)).toEqual(['Participate', 'Disengage'])
    expect(sheet.before[0]?.text).toContain('until a month has gone by')
  })

  it('weighs, at the end of the ladder, what was tried against what was real', () => {
    const acme = acmeOwned()
    acme.morning('2026-10-02')
    acme.say('2026-10-02 10:00', voicemail('carla'))
    const why = sheetOn(acme, '2026-10-09', 'participate-or-disengage').why.join(' ')
    expect(why).toContain('Tried three times')
    expect(why).toContain('You went through Carla: a voicemail on Friday 2 October.')
    expect(why).toContain('You have apologised, and the call has not come back.')
    expect(why).toContain('What speaks for staying: the fee agreed')
  })
})
