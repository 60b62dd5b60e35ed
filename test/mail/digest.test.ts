import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { localDate } from '../../shared/domain/calendar/days.ts'
import { openTasks } from '../../shared/domain/engagement/state.ts'
import { plays } from '../../shared/domain/plays/index.ts'
import { ALREADY_DID } from '../../shared/domain/plays/outcomes.ts'
import { holdsWornPhrase } from '../../shared/domain/plays/words.ts'
import { defaultPolicy } from '../../shared/domain/policy.ts'
import { assess } from '../../shared/domain/silence/assess.ts'
import type { PlayName } from '../../shared/domain/silence/assessment.ts'
import { EngagementId, NoteId, WRITTEN } from '../../shared/domain/vocabulary.ts'
import { type DigestInput, type DigestMail, writeDigest } from '../../shared/mail/write/digest.ts'
import type { Entry } from '../../shared/mail/write/rank.ts'
import { type Account, account, spoke, theyWrote } from '../domain/support/account.ts'
import { history } from '../domain/support/histories.ts'
import {
  acmeLateInNovember,
  acmeMissed,
  acmeTried,
  acmeUntilTheMissedCall,
  birchAndVale,
  birchAndValePutOff,
  entriesOn,
  person,
} from '../domain/support/stories.ts'
import { emptyDigest } from '../support/mail/inputs.ts'

const mailOn = (today: string, accounts: readonly Account[], more: Partial<DigestInput> = {}): Promise<DigestMail> =>
  writeDigest({ ...emptyDigest(today), entries: accounts.flatMap(told => entriesOn(told, today)), ...more })

/** Text as it is read: folded lines joined, markup and entities undone. */
const flat = (text: string): string => text.replace(/\s+/g, ' ')
const read = (markup: string): string =>
  flat(
    markup
      .replace(/<style>[\s\S]*?<\/style>/g, '')
      .replace(/<[^>]*>/g, ' ')
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&quot;', '"')
      .replaceAll('&#39;', "'")
      .replaceAll('&amp;', '&'),
  )
const hrefs = (markup: string): string[] => [...markup.matchAll(/href="([^"]+)"/g)].map(([, href]) => href ?? '')

describe('the subject', () => {
  it('says how many calls there are, and who comes first', async () => {
    expect((await mailOn('2026-09-29', [acmeTried()])).subject).toBe('1 call: Susan Reyes')
    expect((await mailOn('2026-09-29', [acmeTried(), birchAndValePutOff()])).subject).toBe(
      '2 calls: Tom Okafor, then Susan Reyes',
    )
  })

  it('names somebody once, however many tasks are theirs', async () => {
    const birch = birchAndVale()
    birch.morning('2026-09-16')
    birch.say('2026-09-17 11:00', theyWrote('tom'))
    birch.morning('2026-09-18')
    expect((await mailOn('2026-09-18', [birch])).subject).toBe('1 call and 1 to answer: Tom Okafor')
  })

  it('tells a call from a decision and from a meeting to report', async () => {
    expect((await mailOn('2026-09-22', [acmeUntilTheMissedCall()])).subject).toBe('1 meeting to report: Susan Reyes')
  })

  it('stays one short line, whatever a contact is called', async () => {
    const told = account('2026-09-01 09:00')
    told.say('2026-09-01 09:00', person(`Eve\r\nBcc: everyone@client.example ${'x'.repeat(150)}`, 'hr'), {
      command: 'NameOpening',
      title: 'Planner',
    })
    const { subject } = await mailOn('2026-09-09', [told])
    expect(subject).toMatch(/^1 call: Eve Bcc: everyone/)
    expect(subject).not.toMatch(/[\r\n]/)
    expect(subject.length).toBeLessThanOrEqual(120)
  })
})

describe('a task in the digest', () => {
  it('has name, role, client and number, why today, the words, what to leave out, and every outcome', async () => {
    const { html, text } = await mailOn('2026-09-29', [acmeTried()])
    for (const form of [read(html), flat(text)]) {
      expect(form).toContain('1. Susan Reyes')
      expect(form).toMatch(/HR, Acme Molding/)
      expect(form).toContain('918 555 0142')
      expect(form).toContain('Own the dropped ball')
      expect(form).toContain('missed your 10:00 am call on Monday 21 September')
      expect(form).toContain('I think I owe you an apology')
      expect(form).toContain('Leave out: Where the opening stands')
      expect(form).toContain('Not in writing:')
    }
    expect(hrefs(html)).toContain('tel:9185550142')
    for (const { word } of plays['own-the-dropped-ball'].outcomes) {
      expect(
        hrefs(html).some(href => href.endsWith(`.${word}`)),
        word,
      ).toBe(true)
      expect(text).toContain(`1 ${word}`)
    }
    expect(hrefs(html).some(href => href.endsWith(`.${ALREADY_DID}`))).toBe(true)
  })

  it('says for how long it was put off', async () => {
    const { html, text } = await mailOn('2026-09-21', [birchAndValePutOff()])
    for (const form of [read(html), flat(text)])
      expect(form).toContain('Put off three times, since Wednesday 16 September.')
  })

  it('asks for the number where none is known', async () => {
    const told = account('2026-09-01 09:00')
    told.say('2026-09-01 09:00', person('Ellen Marsh', 'hr'), { command: 'NameOpening', title: 'Planner' })
    const { html, text } = await mailOn('2026-09-09', [told])
    for (const form of [read(html), flat(text)]) expect(form).toContain('No number known. Reply "Ellen" and the number')
    expect(hrefs(html).some(href => href.startsWith('tel:'))).toBe(false)
  })

  it('offers a draft only where the play may be written, with the inbound address in BCC', async () => {
    const { html } = await mailOn('2026-09-22', [acmeMissed()])
    const draft = hrefs(html).find(href => href.startsWith('mailto:')) ?? ''
    expect(draft).toContain('bcc=token%40in.relight.example')
    expect(hrefs((await mailOn('2026-09-29', [acmeTried()])).html).some(href => href.startsWith('mailto:'))).toBe(false)
  })
})

describe('the picture of the silence', () => {
  it('is made of characters in table cells, and says the same in words', async () => {
    const { html } = await mailOn('2026-09-29', [acmeTried()])
    const picture = /<table role="img"[\s\S]*?<\/table>/.exec(html)?.[0] ?? ''
    expect(picture).toContain(
      'aria-label="Since 8 September: contact from them on five days; contact from you on four days; they missed a meeting; now six working days of silence from them."',
    )
    const [them = '', us = ''] = picture
      .split('</tr>')
      .map(row => [...row.matchAll(/ bgcolor=[^>]*>([^<]*)/g)].map(([, sign]) => sign || ' ').join(''))
    expect(them).toBe('●●●●●    ×······')
    expect(us).toBe(' ●● ●     ●     ')
  })

  it('counts in weeks where the silence is long', async () => {
    const { html } = await mailOn('2026-11-24', [acmeLateInNovember()])
    expect(read(html)).toContain('7 September to today, a week each')
    expect((/<table role="img"[\s\S]*?<\/table>/.exec(html)?.[0].match(/ bgcolor=/g) ?? []).length).toBe(24)
  })
})

describe('the order of the day', () => {
  const manyCalls = (): Account[] =>
    Array.from({ length: 9 }, (_, index) => {
      const told = account('2026-09-01 09:00', { client: `Client ${index}` })
      told.say('2026-09-01 09:00', person(`Person${index} Smith`, 'hr'), { command: 'NameOpening', title: 'Planner' })
      return told
    })

  it('has seven tasks in full at most, and the rest on a line each', async () => {
    const { text, lines } = await mailOn('2026-09-09', manyCalls())
    expect(text.match(/^\d\. /gm)).toHaveLength(7)
    expect(lines.filter(({ shape }) => shape === 'task').map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7])
    expect(lines.filter(({ shape }) => shape === 'short')).toHaveLength(2)
    expect(flat(text)).toContain('Also waiting: - Person7 Smith, Client 7: call, then write.')
  })

  it('shrinks a task nobody touched in five digests, and after ten asks whether to rest it', async () => {
    const told = () => manyCalls().slice(0, 1)
    expect((await mailOn('2026-09-15', told())).lines[0]?.shape).toBe('task')
    const shrunk = await mailOn('2026-09-16', told())
    expect(shrunk.lines).toEqual([expect.objectContaining({ shape: 'short' })])
    expect(shrunk.text).not.toContain('Rest the account, or')
    const stale = await mailOn('2026-09-23', told())
    expect(flat(stale.text)).toContain('Rest the account, or let this one go?')
  })

  it('never shrinks an open tension', async () => {
    const { lines } = await mailOn('2026-10-15', [birchAndVale()])
    expect(lines.map(({ shape }) => shape)).toContain('task')
  })
})

describe('what is no task', () => {
  it('stands on a line each: reminders, questions with their answers, held messages, what could not be read', async () => {
    const { subject, html, text, lines } = await mailOn('2026-09-29', [], {
      reminders: [{ engagement: EngagementId.parse('n'), client: 'Northgate', what: 'call Ellen' }],
      questions: [
        {
          note: NoteId.parse('n1'),
          text: 'Which Susan do you mean?',
          quote: 'Spoke with Susan.',
          isLast: false,
          answers: [{ word: 'susan-ito', label: 'Susan Ito, Corbel' }],
        },
      ],
      held: [
        {
          note: NoteId.parse('n2'),
          from: 'carla@acme.example',
          subject: 'close everything',
          why: 'Nothing proves that it came from the sender it names.',
          rule: 'sender not proven',
          isOwn: false,
        },
      ],
      unreadable: [{ engagement: EngagementId.parse('u'), client: 'Vale Dairy' }],
    })
    for (const form of [read(html), flat(text)]) {
      expect(form).toContain('Northgate: call Ellen.')
      expect(form).toContain('About "Spoke with Susan": Which Susan do you mean?')
      expect(form).toContain('Susan Ito, Corbel')
      expect(form).toContain(
        'A message from carla@acme.example, "close everything", was held. Nothing proves that it came from the sender it names. Forward it to me yourself, and it counts.',
      )
      expect(form).toContain('Vale Dairy could not be read this morning.')
    }
    expect(hrefs(html)).toContain('https://relight.example/answer/n1.susan-ito')
    expect(hrefs(html)).toContain('https://relight.example/answer/n2.seen')
    expect(hrefs(html)).toContain('https://relight.example/notes/n2')
    expect(lines.map(({ shape }) => shape)).toEqual(['reminder', 'question', 'held', 'unreadable'])
    expect(subject).toBe('No calls today, 4 lines to read')
  })

  it('says on an empty Monday that the watch is on', async () => {
    const { subject, text } = await mailOn('2026-09-28', [])
    expect(subject).toBe('Nothing is due; the watch is on')
    expect(flat(text)).toContain('Dan, nothing is due. The watch is on.')
    expect(flat(text)).toContain('38 accounts are within their time.')
    expect(text).not.toContain('Nothing else')
  })
})

describe('the mail', () => {
  it('is known as ours, answers no robot, and is left by one click', async () => {
    const { headers, replyTo } = await mailOn('2026-09-29', [acmeTried()])
    expect(headers).toEqual({
      'X-Relight-Mail': 'digest',
      'Auto-Submitted': 'auto-generated',
      'X-Auto-Response-Suppress': 'All',
      'List-Unsubscribe': '<https://relight.example/unsubscribe/t>',
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    })
    expect(replyTo).toBe('token+2026-09-29@in.relight.example')
  })

  it('loads nothing and follows nobody', async () => {
    const { html } = await mailOn('2026-09-29', [acmeTried(), birchAndValePutOff()])
    expect(html).not.toMatch(/<img|<script|<link|url\(|@import|src=/)
  })

  it('has text that no mail program folds again, with dates and numbers whole', async () => {
    const { text } = await mailOn('2026-11-24', [acmeLateInNovember()])
    for (const line of text.split('\n')) if (!line.includes('https://')) expect(line.length).toBeLessThanOrEqual(66)
    for (const whole of ['Monday 21 September', '6 October', '813 555 0107', '918 555 0142', '10:00 am'])
      expect(text).toContain(whole)
  })

  it('escapes what came from outside', async () => {
    const told = account('2026-09-01 09:00', { client: 'A<b>&"Co' })
    told.say(
      '2026-09-01 09:00',
      person('<script>alert(1)</script> Mallory', 'hr', '"><img src=x>'),
      { command: 'NameOpening', title: '<i>Planner</i>' },
      spoke('<script>alert(1)</script>', '<b>bold</b>'),
    )
    const { html } = await mailOn('2026-09-04', [told], {
      held: [
        { note: NoteId.parse('n2'), from: '<a href=x>', subject: '<script>', why: '<u>', rule: '<i>', isOwn: false },
      ],
    })
    expect(html).not.toMatch(/<script>|<b>|<i>|<u>|<img|<a href=x/)
  })

  it('is whole for any history: no worn phrase, no hole, no draft for a voice', async () => {
    await fc.assert(
      fc.asyncProperty(history(), async ({ state, calendar, now }) => {
        const assessment = assess(state, defaultPolicy, calendar, now)
        const entries: Entry[] = openTasks(state).map(task => ({ engagement: state, assessment, task }))
        const mail = await writeDigest({ ...emptyDigest(localDate(calendar, now)), calendar, entries })
        for (const form of [mail.subject, mail.text, read(mail.html)]) {
          expect(holdsWornPhrase(form), form).toBe(false)
          expect(form).not.toMatch(/undefined|NaN|\[object/)
        }
        const written = entries.some(({ task }) =>
          plays[task.play as PlayName].channels.some(channel => WRITTEN.has(channel)),
        )
        if (!written) expect(mail.html).not.toContain('mailto:')
        expect(mail.lines).toHaveLength(
          entries.filter(({ task }) => (task.putOffUntil ?? '') <= localDate(calendar, now)).length,
        )
      }),
      { numRuns: 40 },
    )
  })
})
