import { describe, expect, it } from 'vitest'
import { answerPage } from '../../functions/pages/pages.ts'
import { digestInstant } from '../../shared/domain/calendar/days.ts'
import { type Engagement, fold, openTasks } from '../../shared/domain/engagement/state.ts'
import { FirmEvent } from '../../shared/domain/firm.ts'
import { foldNote, NoteEvent, type Question } from '../../shared/domain/note.ts'
import { ALREADY_DID } from '../../shared/domain/plays/outcomes.ts'
import { foldRecruiter, RecruiterEvent } from '../../shared/domain/recruiter.ts'
import { EngagementId, FirmId, NoteId, RecruiterId } from '../../shared/domain/vocabulary.ts'
import { createMemoryLog } from '../../shared/log/memory.ts'
import { engagementStream, firmStream, noteStream, recruiterStream } from '../../shared/log/streams.ts'
import { type Link, signLink } from '../../shared/runtime/links.ts'
import { newYork } from '../domain/support/account.ts'
import { acmeOwned, acmeTried, birchAndVale, entriesOn } from '../domain/support/stories.ts'
import { pagesWorld } from '../pages/support/world.ts'

const secret = 'a secret of our own that is long enough to sign with'
const firm = FirmId.parse('f1')
const recruiter = RecruiterId.parse('dan')
const engagement = EngagementId.parse('acme')
const note = NoteId.parse('n1')
const stream = engagementStream(firm, recruiter, engagement)
const morning = digestInstant(newYork, '2026-09-29')
const pressedAt = '2026-09-29T14:00:00Z'

const said = {
  at: '2026-09-01T12:00:00Z',
  recordedAt: '2026-09-01T12:00:00Z',
  by: 'system',
  source: 'api',
  command: 'found',
}

/** The pages over a log in memory, with one account in it. */
const opened = async (account = acmeTried(), date = '2026-09-29') => {
  const log = createMemoryLog()
  const [entry] = entriesOn(account, date)
  const append = async (name: Parameters<typeof log.append>[0]['stream'], events: readonly unknown[]) =>
    log.append((await log.load(name)).version, events as never)
  await append(
    stream,
    account.facts().map(({ position: _position, ...event }) => event),
  )
  await append(firmStream(firm), [
    FirmEvent.parse({ type: 'FirmFounded', firm, name: 'Ortiz Search', owner: recruiter, domains: [], ...said }),
  ])
  await append(recruiterStream(firm, recruiter), [
    RecruiterEvent.parse({
      type: 'RecruiterJoined',
      firm,
      recruiter,
      name: 'Dan Ortiz',
      region: 'US',
      calendar: newYork,
      ...said,
    }),
    RecruiterEvent.parse({ type: 'AddressConfirmed', address: 'dan@ortizsearch.example', ...said }),
    RecruiterEvent.parse({ type: 'AddressConfirmed', address: 'dan.ortiz@mail.example', ...said }),
  ])
  const world = pagesWorld(log, secret)
  return {
    task: entry?.task.id ?? '',
    append,
    state: async (): Promise<Engagement> => {
      const state = fold((await log.load(stream)).events)
      if (state.stage === 'unopened') throw new Error('not opened')
      return state
    },
    log: async () => (await log.load(stream)).events,
    note: async () => foldNote((await log.load(noteStream(firm, recruiter, note))).events),
    recruiter: async () => foldRecruiter((await log.load(recruiterStream(firm, recruiter))).events),
    path: async (link: object, now = morning) =>
      `/${'kind' in link ? link.kind : ''}/${await signLink(secret, { firm, recruiter, ...link } as Link, now)}`,
    ask: (method: string, rawPath: string, form?: Record<string, string>, now = pressedAt) =>
      answerPage(
        {
          rawPath,
          ...(form
            ? { body: Buffer.from(new URLSearchParams(form).toString()).toString('base64'), isBase64Encoded: true }
            : {}),
          requestContext: { timeEpoch: Date.parse(now), http: { method } },
        },
        world,
      ),
  }
}
const nonceIn = (body: string): string => /name="nonce" value="([^"]+)"/.exec(body)?.[1] ?? ''

type Pages = Awaited<ReturnType<typeof opened>>
/** Opens a link's page and presses its button, as a person does. */
const press = async (pages: Pages, path: string, form: Record<string, string> = {}, now = pressedAt) => {
  const page = await pages.ask('GET', path, undefined, now)
  return pages.ask('POST', path, { nonce: nonceIn(page.body), ...form }, now)
}
const outcome = (pages: Pages, word: string, now?: string) =>
  pages.path({ kind: 'do', engagement, task: pages.task, word }, now)

describe('the page of an outcome', () => {
  it('states what a press will record and for whom, and records nothing by being looked at', async () => {
    const pages = await opened()
    const before = await pages.state()
    for (const method of ['GET', 'HEAD', 'GET']) {
      const page = await pages.ask(method, await outcome(pages, 'voicemail'))
      expect(page.statusCode).toBe(200)
      expect(page.body.includes('A voicemail left for Susan Reyes')).toBe(method === 'GET')
    }
    expect((await pages.state()).position).toBe(before.position)
  })

  it('records the outcome by one press, with its play, and settles the task', async () => {
    const pages = await opened()
    const page = await press(pages, await outcome(pages, 'voicemail'))
    expect(page.statusCode).toBe(200)
    expect(page.body).toContain('Recorded')
    const state = await pages.state()
    expect(openTasks(state)).toEqual([])
    expect(state.facts.findLast(fact => fact.type === 'TouchpointLogged')).toMatchObject({
      channel: 'voicemail',
      play: 'own-the-dropped-ball',
      at: '2026-09-29T14:00:00.000Z',
      source: 'page',
      evidence: 'reported',
    })
  })

  it('records once, however often it is pressed, and says that the link is used up', async () => {
    const pages = await opened()
    const path = await outcome(pages, 'voicemail')
    await press(pages, path)
    const { position } = await pages.state()
    const again = await pages.ask('GET', path)
    expect(again.body).toContain('Recorded already')
    expect((await press(pages, path)).body).toContain('Nothing is recorded twice')
    expect((await press(pages, await outcome(pages, 'spoke'))).body).toContain('This one is settled')
    expect((await pages.state()).position).toBe(position)
  })

  it('records only a press that comes from its own page', async () => {
    const pages = await opened()
    const path = await outcome(pages, 'voicemail')
    const { position } = await pages.state()
    for (const form of [{}, { nonce: '' }, { nonce: 'x'.repeat(43) }])
      expect((await pages.ask('POST', path, form)).statusCode).toBe(403)
    const other = await pages.ask('GET', await outcome(pages, 'spoke'))
    expect((await pages.ask('POST', path, { nonce: nonceIn(other.body) })).statusCode).toBe(403)
    expect((await pages.state()).position).toBe(position)
  })

  it('takes the day it happened and a line of what was said', async () => {
    const pages = await opened()
    await press(pages, await outcome(pages, 'spoke'), { on: '2026-09-28', words: 'The opening is on hold.' })
    expect((await pages.state()).facts.findLast(fact => fact.type === 'TouchpointLogged')).toMatchObject({
      outcome: 'reached',
      at: '2026-09-28T16:00:00Z',
      summary: 'The opening is on hold.',
    })
  })

  it('takes no day of another age, as a year of two digits makes one', async () => {
    const pages = await opened()
    const before = await pages.state()
    const page = await press(pages, await outcome(pages, 'voicemail'), { on: '0026-09-28', words: 'Kept' })
    expect(page.statusCode).toBe(422)
    expect(page.body).toContain('Look at the year')
    expect(page.body).toContain('Kept')
    expect((await pages.state()).position).toBe(before.position)
  })

  it('comes back with what is wrong, and what was entered, where a day lies ahead', async () => {
    const pages = await opened()
    const { position } = await pages.state()
    const page = await press(pages, await outcome(pages, 'spoke'), { on: '2026-10-05', words: 'She <laughed>' })
    expect(page.statusCode).toBe(422)
    expect(page.body).toContain('lies ahead')
    expect(page.body).toContain('She &lt;laughed&gt;')
    expect((await pages.state()).position).toBe(position)
  })

  it('offers every outcome of the play where something was already done', async () => {
    const pages = await opened()
    const path = await outcome(pages, ALREADY_DID)
    expect((await press(pages, path, { on: '2026-09-28' })).statusCode).toBe(422)
    expect((await press(pages, path, { word: 'participate' })).statusCode).toBe(422)
    const page = await press(pages, path, { word: 'spoke', on: '2026-09-28' })
    expect(page.body).toContain('You spoke with Susan Reyes')
    expect(openTasks(await pages.state())).toEqual([])
  })

  it('puts a task off each day anew, since each digest brings its own link', async () => {
    const pages = await opened(birchAndVale(), '2026-09-16')
    const first = await outcome(pages, 'not-today', digestInstant(newYork, '2026-09-16'))
    const second = await outcome(pages, 'not-today', digestInstant(newYork, '2026-09-17'))
    await press(pages, first, {}, '2026-09-16T15:00:00Z')
    await press(pages, first, {}, '2026-09-16T15:05:00Z')
    await press(pages, second, {}, '2026-09-17T15:00:00Z')
    expect(openTasks(await pages.state())[0]?.putOff).toHaveLength(2)
  })

  it('offers to take a press back, and the task is due again', async () => {
    const pages = await opened()
    const page = await press(pages, await outcome(pages, 'voicemail'))
    const undo = /href="(\/undo\/[^"]+)"/.exec(page.body)?.[1] ?? ''
    await pages.ask('GET', undo)
    expect(openTasks(await pages.state())).toEqual([])
    const undone = await press(pages, undo)
    expect(undone.body).toContain('Taken back')
    expect(undone.body).toContain(`href="/account/${engagement}"`)
    expect(openTasks(await pages.state())).toHaveLength(1)
    expect((await pages.ask('GET', undo)).body).toContain('used up')
  })

  it('leads on from a link whose press was taken back, to every outcome of the task that is open again', async () => {
    const pages = await opened()
    const path = await outcome(pages, 'voicemail')
    const page = await press(pages, path)
    expect((await pages.ask('GET', path)).body).toContain('href="/account/')
    await press(pages, /href="(\/undo\/[^"]+)"/.exec(page.body)?.[1] ?? '')
    const { body } = await pages.ask('GET', path)
    expect(body).toContain('used up')
    const [, anew = ''] = /href="(\/do\/[^"]+)"/.exec(body) ?? []
    expect((await press(pages, anew, { word: 'spoke' })).body).toContain('You spoke with Susan Reyes')
    expect(openTasks(await pages.state())).toEqual([])
  })
})

const quiet = () => opened(acmeOwned(), '2026-10-05')
const onThatDay = '2026-10-05T15:00:00Z'
const spokeWith = async (pages: Pages) => {
  const state = await pages.state()
  const task = openTasks(state).find(({ contact }) => contact !== undefined)
  return pages.path({ kind: 'do', engagement, task: task?.id, word: 'spoke' }, onThatDay)
}
const typesAfter = async (pages: Pages, position: number) =>
  (await pages.state()).facts.filter(fact => fact.position >= position).map(({ type }) => type)

describe('what a talk is asked once', () => {
  it('is why it was quiet, where the talk ends a silence', async () => {
    const pages = await quiet()
    const path = await spokeWith(pages)
    expect((await pages.ask('GET', path, undefined, onThatDay)).body).toContain('Why was it quiet?')
    const { position } = await pages.state()
    const page = await press(pages, path, { reason: 'flooded', words: 'Three people left at once.' }, onThatDay)
    expect(page.body).toContain('Why it was quiet: they were swamped')
    expect(await typesAfter(pages, position)).toEqual(
      expect.arrayContaining(['TouchpointLogged', 'CameBack', 'ReasonLearned']),
    )
    const other = openTasks(await pages.state())[0]
    if (other) {
      const next = await pages.path({ kind: 'do', engagement, task: other.id, word: 'spoke' }, onThatDay)
      expect((await pages.ask('GET', next, undefined, onThatDay)).body).not.toContain('Why was it quiet?')
    }
  })

  it('may be left open', async () => {
    const pages = await quiet()
    const { position } = await pages.state()
    await press(pages, await spokeWith(pages), {}, onThatDay)
    expect(await typesAfter(pages, position)).not.toContain('ReasonLearned')
  })

  it('is not asked of an attempt, nor where nobody was quiet', async () => {
    const pages = await quiet()
    const task = openTasks(await pages.state())[0]
    const voicemail = await pages.path({ kind: 'do', engagement, task: task?.id, word: 'voicemail' }, onThatDay)
    expect((await pages.ask('GET', voicemail, undefined, onThatDay)).body).not.toContain('Why was it quiet?')
  })

  it('is how soon they answer, where nothing is agreed', async () => {
    const pages = await opened(birchAndVale(), '2026-09-16')
    const path = await outcome(pages, 'spoke', digestInstant(newYork, '2026-09-16'))
    const at = '2026-09-16T15:00:00Z'
    expect((await pages.ask('GET', path, undefined, at)).body).toContain('as agreed?')
    const page = await press(pages, path, { amount: '2', unit: 'W' }, at)
    expect(page.body).toContain('an answer within two weeks')
    expect((await pages.state()).facts.findLast(fact => fact.type === 'ExpectationSet')).toMatchObject({
      replyWithin: 'P2W',
      source: 'page',
    })
  })

  it('is not asked again where it is agreed', async () => {
    const pages = await opened()
    expect((await pages.ask('GET', await outcome(pages, 'spoke'))).body).not.toContain('as agreed?')
  })

  it('keeps all that was typed where one thing is wrong, and says which', async () => {
    const pages = await opened(birchAndVale(), '2026-09-16')
    const path = await outcome(pages, 'spoke', digestInstant(newYork, '2026-09-16'))
    const at = '2026-09-16T15:00:00Z'
    const page = await press(pages, path, { amount: '2000', unit: 'M', words: 'By the month.' }, at)
    expect(page.statusCode).toBe(422)
    expect(page.body).toContain('id="amount-wrong"')
    expect(page.body).toContain('<option value="M" selected>')
    expect(page.body).toContain('By the month.')
  })
})

describe('taking a press back', () => {
  const undoIn = (body: string) => /href="(\/undo\/[^"]+)"/.exec(body)?.[1] ?? ''

  it('takes back all of it: the talk, the reason, and the pause that came of it', async () => {
    const pages = await quiet()
    const before = openTasks(await pages.state())
    const page = await press(pages, await spokeWith(pages), { reason: 'frozen' }, onThatDay)
    expect(openTasks(await pages.state())).toEqual([])
    const undone = await press(pages, undoIn(page.body), {}, onThatDay)
    expect(undone.body).toContain('Taken back')
    expect(openTasks(await pages.state())).toEqual(before)
    expect((await pages.state()).facts.map(({ type }) => type)).not.toContain('ReasonLearned')
  })

  it('can be done for ten minutes', async () => {
    const pages = await opened()
    const page = await press(pages, await outcome(pages, 'voicemail'))
    const path = undoIn(page.body)
    expect((await pages.ask('GET', path, undefined, '2026-09-29T14:09:59Z')).statusCode).toBe(200)
    const late = await press(pages, path, {}, '2026-09-29T14:10:00Z')
    expect(late.statusCode).toBe(410)
    expect(openTasks(await pages.state())).toEqual([])
  })

  it('is a retraction: what was recorded stays in the log', async () => {
    const pages = await opened()
    const { position } = await pages.state()
    const page = await press(pages, await outcome(pages, 'voicemail'))
    await press(pages, undoIn(page.body))
    const types = (await pages.log()).slice(position).map(({ type }) => type)
    expect(types).toEqual(['TouchpointLogged', 'TaskSettled', 'TouchpointRetracted', 'TaskReopened'])
  })
})

describe('a link that is no good', () => {
  it('shows a way on where it works no more', async () => {
    const pages = await opened()
    const path = await outcome(pages, 'voicemail')
    for (const dead of [
      await pages.ask('GET', path, undefined, '2027-03-01T10:00:00Z'),
      await pages.ask('GET', `${path}x`),
    ]) {
      expect(dead.statusCode).toBeGreaterThanOrEqual(404)
      expect(dead.body).toContain('<a href="/">See what is due</a>')
    }
  })

  it('says plainly that it has expired', async () => {
    const pages = await opened()
    const page = await pages.ask('GET', await outcome(pages, 'voicemail'), undefined, '2026-10-30T12:00:00Z')
    expect(page.statusCode).toBe(410)
    expect(page.body).toContain('expired')
  })

  it('does nothing where it was forged, cut short, or is for another kind of page', async () => {
    const pages = await opened()
    const path = await outcome(pages, 'voicemail')
    const forged = `/do/${await signLink('another secret, just as long as ours is', { kind: 'do', firm, recruiter, engagement, task: pages.task, word: 'voicemail' } as Link, morning)}`
    for (const wrong of [forged, path.slice(0, -4), path.replace('/do/', '/undo/'), '/do/', '/nowhere', '/favicon.ico'])
      expect((await pages.ask('GET', wrong)).statusCode).toBe(404)
  })

  it('refuses other methods and forms without end', async () => {
    const pages = await opened()
    const path = await outcome(pages, 'voicemail')
    expect((await pages.ask('DELETE', path)).statusCode).toBe(405)
    expect((await pages.ask('POST', path, { words: 'x'.repeat(30_000) })).statusCode).toBe(413)
  })
})

describe('every page', () => {
  it('runs no script, loads nothing, and is neither kept nor framed', async () => {
    const pages = await opened()
    const page = await pages.ask('GET', await outcome(pages, 'voicemail'))
    expect(page.headers['content-security-policy']).toMatch(
      /^default-src 'none'; style-src 'sha256-[^']+'; form-action 'self'/,
    )
    expect(page.headers).toMatchObject({
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
    })
    expect(page.body).not.toMatch(/<script|<img|style="|onclick|https?:/)
  })
})

const susansQuestion: Question = {
  text: 'You wrote "spoke with Susan". Which Susan?',
  answers: [
    {
      word: 'susan-reyes',
      label: 'Susan Reyes, Acme Molding',
      commands: [
        {
          id: 'note.n1.0' as never,
          engagement,
          at: '2026-09-28T18:00:00Z',
          evidence: 'reported',
          command: {
            command: 'LogTouchpoint',
            direction: 'outbound',
            channel: 'call',
            outcome: 'reached',
            contact: 'susan' as never,
          },
        },
      ],
    },
    { word: 'none', label: 'None of these', commands: [] },
  ],
}

const asked = async () => {
  const pages = await opened()
  const envelope = { at: '2026-09-28T18:00:00Z', recordedAt: '2026-09-28T18:00:00Z', by: recruiter }
  await pages.append(noteStream(firm, recruiter, note), [
    NoteEvent.parse({
      type: 'NoteReceived',
      id: note,
      object: 'raw/1',
      from: 'dan@ortizsearch.example',
      subject: 'Susan',
      arrivedAt: envelope.at,
      command: 'receive.n1',
      ...envelope,
    }),
    NoteEvent.parse({
      type: 'NoteAsked',
      rule: 'a name that two people have',
      question: susansQuestion,
      commands: [],
      command: 'read.n1',
      ...envelope,
    }),
  ])
  return pages
}

describe('the page of an answer', () => {
  it('states what the answer records, and records it by one press', async () => {
    const pages = await asked()
    const path = await pages.path({ kind: 'answer', note, word: 'susan-reyes' })
    expect((await pages.ask('GET', path)).body).toContain('You spoke with Susan Reyes')
    expect((await pages.note()).answered).toBe(false)
    await press(pages, path)
    expect(await pages.note()).toMatchObject({ answered: true, applied: true })
    expect((await pages.state()).facts.findLast(fact => fact.type === 'TouchpointLogged')).toMatchObject({
      contact: 'susan',
      outcome: 'reached',
      note: 'n1',
    })
  })

  it('takes the first answer only', async () => {
    const pages = await asked()
    await press(pages, await pages.path({ kind: 'answer', note, word: 'none' }))
    const { position } = await pages.state()
    const page = await press(pages, await pages.path({ kind: 'answer', note, word: 'susan-reyes' }))
    expect(page.body).toContain('Answered already')
    expect((await pages.state()).position).toBe(position)
  })

  it('carries out an answer that was recorded and then interrupted', async () => {
    const pages = await asked()
    const commands = susansQuestion.answers[0]?.commands ?? []
    await pages.append(noteStream(firm, recruiter, note), [
      NoteEvent.parse({
        type: 'NoteAnswered',
        word: 'susan-reyes',
        commands,
        at: pressedAt,
        recordedAt: pressedAt,
        by: recruiter,
        command: 'press.x',
      }),
    ])
    await press(pages, await pages.path({ kind: 'answer', note, word: 'susan-reyes' }))
    expect(await pages.note()).toMatchObject({ applied: true })
    expect((await pages.state()).commands.has('note.n1.0' as never)).toBe(true)
  })
})

describe('the page that stops the mail', () => {
  it('stops it by the POST that mail programs send, without our form', async () => {
    const pages = await opened()
    const path = await pages.path({ kind: 'unsubscribe' })
    await pages.ask('GET', path)
    expect((await pages.recruiter())?.suppressed).toEqual([])
    expect((await pages.ask('POST', path, { 'List-Unsubscribe': 'One-Click' })).statusCode).toBe(200)
    expect((await pages.recruiter())?.suppressed).toEqual(['dan@ortizsearch.example', 'dan.ortiz@mail.example'])
  })

  it('starts it again from its own page, but not for an address that bounced', async () => {
    const pages = await opened()
    await pages.append(recruiterStream(firm, recruiter), [
      RecruiterEvent.parse({ type: 'AddressSuppressed', address: 'dan.ortiz@mail.example', why: 'bounced', ...said }),
    ])
    const path = await pages.path({ kind: 'unsubscribe' })
    await press(pages, path)
    await press(pages, path, { again: '1' })
    expect((await pages.recruiter())?.suppressed).toEqual(['dan.ortiz@mail.example'])
    const forged = await pages.ask('POST', path, { again: '1' })
    expect(forged.statusCode).toBe(403)
    expect(forged.body).toContain('Nothing is stopped yet')
  })
})
