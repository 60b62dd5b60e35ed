import { describe, expect, it } from 'vitest'
import { entryOf, sayNext } from '../../functions/pages/board/entry.ts'
import { marksOf, timeline } from '../../functions/pages/board/timeline.ts'
import { defaultPolicy } from '../../shared/domain/policy.ts'
import { FirmId, RecruiterId } from '../../shared/domain/vocabulary.ts'
import { type Account, account, newYork, spoke, theyWrote, wrote } from '../domain/support/account.ts'
import { acmeMissed, acmeOwned, birchAndVale, person } from '../domain/support/stories.ts'
import { openOffice, signedIn } from './support/office.ts'

const owner = {
  firm: FirmId.parse('park'),
  recruiter: RecruiterId.parse('lena'),
  calendar: newYork,
  policy: defaultPolicy,
}
const entry = (told: Account, now: string) => entryOf(told.state(), owner, now)

/** An answered account, where nothing is owed but a word of theirs. */
const waiting = (): Account => {
  const told = account('2026-10-01 09:00', { client: 'Fenwick Tools' })
  told.say('2026-10-01 09:00', person('Iris Holm', 'hr'), theyWrote('iris'))
  told.say('2026-10-01 10:00', { command: 'NameOpening', title: 'Toolmaker' }, wrote('iris'))
  return told
}

const office = async () => {
  const opened = await openOffice()
  await opened.join('park', 'lena', 'Lena Park', 'lena@park.example')
  const owned = acmeOwned()
  owned.morning('2026-10-05')
  const tense = birchAndVale()
  tense.morning('2026-10-05')
  await opened.keep('park', 'lena', 'waiting', 'Fenwick Tools', waiting())
  await opened.keep('park', 'lena', 'tense', 'Birch & Vale', tense)
  await opened.keep('park', 'lena', 'dark', 'Acme Molding', owned)
  return opened
}
const NOW = '2026-10-05T15:00:00Z'

const clientsOn = (body: string): string[] =>
  [...body.matchAll(/<h2>(?:<a[^>]*>)?([^<]+)/g)].map(([, client]) => (client ?? '').replace('&amp;', '&'))

describe('the board', () => {
  it('shows every account, darkest first', async () => {
    const visitor = await signedIn(await office(), 'lena@park.example', NOW)
    const { statusCode, body } = await visitor.get('/board')
    expect(statusCode).toBe(200)
    expect(clientsOn(body)).toEqual(['Acme Molding', 'Birch & Vale', 'Fenwick Tools'])
    expect(body).toContain('the ball is with them, ten working days silent')
    expect(body).toContain('Three accounts. Quiet or dark: 1.')
  })

  it('says of an account with tension that they have backed away, and of nobody that it is their turn', async () => {
    const visitor = await signedIn(await office(), 'lena@park.example', NOW)
    const { body } = await visitor.get('/board?client=Birch')
    expect(body).toContain('You have backed away')
    expect(body).not.toContain('the ball is with')
    expect((await visitor.get('/account/tense')).body).toContain('You have backed away.')
  })

  it('is narrowed by a client, and by how they stand', async () => {
    const visitor = await signedIn(await office(), 'lena@park.example', NOW)
    expect(clientsOn((await visitor.get('/board?client=VALE')).body)).toEqual(['Birch & Vale'])
    expect(clientsOn((await visitor.get('/board?show=dark')).body)).toEqual(['Acme Molding'])
    expect(clientsOn((await visitor.get('/board?show=closed')).body)).toEqual([])
    const odd = await visitor.get(`/board?show=nothing&client=${encodeURIComponent('"><b>x')}`)
    expect(odd.body).toContain('value="&quot;&gt;&lt;b&gt;x"')
  })

  it("shows the firm's to its owner, and nobody another firm's", async () => {
    const there = await office()
    await there.join('otero', 'luz', 'Luz Otero', 'luz@otero.example')
    await there.keep('otero', 'luz', 'hers', 'Hidden Forge', acmeMissed())
    const lena = await signedIn(there, 'lena@park.example', NOW)
    const luz = await signedIn(there, 'luz@otero.example', NOW)
    for (const path of ['/board', '/board?whose=firm', '/board?client=Forge&whose=firm'])
      expect((await lena.get(path)).body).not.toContain('Hidden Forge')
    expect(clientsOn((await luz.get('/board?whose=firm')).body)).toEqual(['Hidden Forge'])
  })
})

/** The choices of a filter's list, the chosen one in brackets. */
const choices = (body: string, name: string): string[] => {
  const [, list = ''] = new RegExp(`<select id="${name}"[^>]*>([\\s\\S]*?)</select>`).exec(body) ?? []
  return [...list.matchAll(/<option value="[^"]*"( selected)?>([^<]*)/g)].map(([, isChosen, words = '']) =>
    isChosen ? `[${words}]` : words,
  )
}

describe('the filters of the board', () => {
  it('have an answer for every way that an account can stand', async () => {
    const visitor = await signedIn(await office(), 'lena@park.example', NOW)
    const { body } = await visitor.get('/board')
    const ways = [...body.matchAll(/<option value="(\w+)"/g)].map(([, value = '']) => value)
    const shown = await Promise.all(
      ways.filter(way => way !== 'open').map(async way => clientsOn((await visitor.get(`/board?show=${way}`)).body)),
    )
    expect(shown.flat().toSorted()).toEqual(clientsOn(body).toSorted())
  })

  it('keep what was asked, and lead back from where nothing is', async () => {
    const visitor = await signedIn(await office(), 'lena@park.example', NOW)
    const { body } = await visitor.get('/board?client=zeppelin&show=still')
    expect(body).toContain('value="zeppelin"')
    expect(choices(body, 'show')).toContain('[Resting and paused]')
    expect(body).toContain('No account is among these. <a href="/board">')
  })

  it('say how to begin where there is no account at all', async () => {
    const opened = await openOffice()
    await opened.join('park', 'lena', 'Lena Park', 'lena@park.example')
    const { body } = await (await signedIn(opened, 'lena@park.example', NOW)).get('/board')
    expect(body).toContain('Forward a mail that a client wrote to you')
    expect(body).not.toContain('among these')
  })

  it('let the owner look at one colleague, at the firm, and at no stranger', async () => {
    const there = await office()
    await there.join('otero', 'luz', 'Luz Otero', 'luz@otero.example')
    await there.keep('otero', 'luz', 'hers', 'Hidden Forge', acmeMissed())
    const lena = await signedIn(there, 'lena@park.example', NOW)
    const ask = (path: string, form: Record<string, string>) => lena.press(path, { form })
    await ask('/team/invite', {
      name: 'Theo Brandt',
      address: 'theo@park.example',
      zone: 'Europe/Berlin',
      region: 'DE',
    })
    const link = /join: https:\/\/relight\.example(\S+)/.exec(there.mails.at(-1)?.text ?? '')?.[1] ?? ''
    await lena.press(link)
    const [, theo = ''] = (await there.world.views.firm(owner.firm))?.recruiters ?? []
    await there.keep('park', theo, 'his', 'Brandt Forge', acmeMissed())
    const { body } = await lena.get(`/board?whose=${theo}`)
    expect(choices(body, 'whose')).toEqual(['Mine', 'The firm&#39;s', '[Theo Brandt]'])
    expect(clientsOn(body)).toEqual(['Brandt Forge'])
    expect(body).toMatch(/>Us<\/text>/)
    expect(body).not.toContain('href="/account/his"')
    expect(clientsOn((await lena.get('/board?whose=firm')).body)).toHaveLength(4)
    expect(clientsOn((await lena.get('/board?whose=luz')).body)).not.toContain('Hidden Forge')
  })
})

describe('what comes next', () => {
  it('is the task that is due, and since when', () => {
    const told = acmeOwned()
    told.morning('2026-10-05')
    expect(sayNext(entry(told, NOW))).toBe('Go through the introducer, Carla Whitfield, since Friday 2 October')
  })

  it('is the play of the window that will lapse, on the day on which it does', () => {
    const told = waiting()
    expect(sayNext(entry(told, '2026-10-01T15:00:00Z'))).toBe('Call, then write, Iris Holm, on Tuesday 6 October')
  })

  it('is nothing where only something new can change it', () => {
    const told = waiting()
    told.say('2026-10-02 10:00', { command: 'CloseEngagement' })
    expect(sayNext(entry(told, NOW))).toBe('Nothing, until something happens')
  })
})

describe('the drawing of an account', () => {
  it('has what was said and written by day, side and channel, and what was missed', () => {
    const told = acmeOwned()
    const marks = marksOf(entry(told, NOW)).map(({ date, side, shape }) => `${date} ${side} ${shape}`)
    expect(marks).toEqual(
      expect.arrayContaining([
        '2026-09-09 them spoken',
        '2026-09-09 us spoken',
        '2026-09-14 them written',
        '2026-09-21 them missed',
        '2026-09-22 us written',
        '2026-09-22 us spoken',
      ]),
    )
    expect(marks.filter(mark => mark === '2026-09-09 them spoken')).toHaveLength(1)
  })

  it('grows the silence to today, and says all of it in words', () => {
    const told = acmeOwned()
    const widths = ['2026-09-28T15:00:00Z', '2026-10-05T15:00:00Z'].map(now => {
      const drawn = timeline(entry(told, now), 't').toString()
      const [, from = '', width = ''] = /class="silence" x="([\d.]+)"[^>]*width="([\d.]+)"/.exec(drawn) ?? []
      const [, today = ''] = /class="today" d="M([\d.]+)/.exec(drawn) ?? []
      expect(Number(from) + Number(width)).toBeCloseTo(Number(today), 0)
      return Number(width)
    })
    expect(widths[1]).toBeGreaterThan(widths[0] ?? Number.POSITIVE_INFINITY)
    expect(timeline(entry(told, NOW), 't').toString()).toContain(
      'missed on 21 September; ten working days of silence, which was allowed to last until 22 September.',
    )
  })

  it('stays inside its frame, whatever happened when', () => {
    const long = account('2024-01-08 09:00')
    long.say('2024-01-08 09:00', person('Iris Holm', 'hr'), theyWrote('iris'), spoke('iris'))
    for (const [told, now] of [
      [acmeOwned(), '2027-03-01T15:00:00Z'],
      [waiting(), '2026-10-01T15:00:00Z'],
      [account('2026-10-01 09:00'), '2026-10-01T13:00:00Z'],
      [long, NOW],
    ] as const) {
      const drawn = timeline(entry(told, now), 't').toString()
      expect(drawn).not.toMatch(/NaN|Infinity|width="-/)
      for (const [, x] of drawn.matchAll(/ (?:x|cx)="([^"]+)"/g)) {
        expect(Number(x)).toBeGreaterThanOrEqual(0)
        expect(Number(x)).toBeLessThanOrEqual(360)
      }
    }
  })
})
