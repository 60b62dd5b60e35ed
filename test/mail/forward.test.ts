import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { people } from '../../shared/mail/read/addresses.ts'
import { writtenDate } from '../../shared/mail/read/dates.ts'
import { type Forward, readForward } from '../../shared/mail/read/forward.ts'
import { LANGUAGES } from '../../shared/mail/read/languages.ts'
import { readMessage } from '../../shared/mail/read/message.ts'
import { bytes, type Client, forward, forwardedBlock, type OriginalMail } from '../support/mail.ts'

const ZONE = 'America/New_York'
const original: OriginalMail = {
  from: 'Ingrid Solberg <ingrid@nordplast.example>',
  to: ['Marcus Hale <marcus@halesearch.example>', 'Petra Novak <petra@nordplast.example>'],
  cc: 'Lars Dahl <lars@nordplast.example>',
  subject: 'Extrusion lead, night shift',
  at: '2026-09-08T14:12:00Z',
  zone: ZONE,
  text: 'Marcus,\n\nPetra will run the search from here.\n\nIngrid',
}
const CLIENTS: readonly Client[] = ['gmail', 'outlook', 'new-outlook', 'apple', 'ios', 'thunderbird']
const read = (text: string, subject?: string): Forward | null =>
  readForward(text, { zone: ZONE, ...(subject === undefined ? {} : { subject }) })
const layer = (text: string, subject?: string) => read(text, subject)?.layers[0]
const whole = {
  from: { name: 'Ingrid Solberg', address: 'ingrid@nordplast.example' },
  to: [
    { name: 'Marcus Hale', address: 'marcus@halesearch.example' },
    { name: 'Petra Novak', address: 'petra@nordplast.example' },
  ],
  cc: [{ name: 'Lars Dahl', address: 'lars@nordplast.example' }],
  subject: 'Extrusion lead, night shift',
  date: { at: '2026-09-08T14:12:00Z', certain: true },
  body: original.text,
}

describe.each(CLIENTS)('a forward by %s', client => {
  const block = forwardedBlock(client, original)

  test('is read whole, with the note above it', () => {
    const forwarded = read(`She passed me to Petra.\n\n${block}`, 'FW: Extrusion lead, night shift')
    expect(forwarded?.note).toBe('She passed me to Petra.')
    expect(forwarded?.layers).toHaveLength(1)
    expect(forwarded?.layers[0]).toMatchObject(whole)
  })

  test('is read without the subject of the mail that carries it', () => {
    expect(layer(block)).toMatchObject(whole)
  })

  test('is read when every line is quoted', () => {
    const quoted = block
      .split('\n')
      .map(line => `> ${line}`)
      .join('\n')
    expect(layer(quoted)).toMatchObject(whole)
  })

  test('is read when its lines were wrapped', () => {
    const wrapped = block
      .split('\n')
      .map(line => (line.length > 60 ? line.replace(/(.{30,60}) (.*)/, '$1\n$2') : line))
      .join('\n')
    const found = layer(wrapped, 'FW: Extrusion lead, night shift')
    expect(found).toMatchObject({ from: whole.from, to: whole.to, cc: whole.cc, subject: whole.subject })
  })

  test('is read when its subject was folded', () => {
    const folded = block
      .replace('lead, night shift', 'lead,\n night shift')
      .replace(/^> (.*)\n night/m, '> $1\n>  night')
    expect(layer(folded)).toMatchObject({ subject: whole.subject, body: whole.body })
  })

  test('has its own sender when its body holds a line that begins with From:', () => {
    const text = 'From: the night crew we lose two.\nFrom: Eve <eve@elsewhere.example>\nAnd that is all.'
    expect(layer(forwardedBlock(client, { ...original, text }))).toMatchObject({ from: whole.from, body: text })
  })

  test('by way of raw mail, in plain text and in HTML alone, reads the same', async () => {
    const parts = { client, by: 'Marcus Hale <marcus@halesearch.example>', to: 'box@in.relight.example', original }
    for (const raw of [forward(parts), forward({ ...parts, htmlOnly: true })]) {
      const message = await readMessage(bytes(raw))
      if (message.kind === 'too-much') throw new Error(message.limit)
      expect(layer(message.text, message.subject)).toMatchObject(whole)
    }
  })
})

describe('what is no forward', () => {
  test.each([
    ['a note', 'Spoke with Petra. She wants three people by Friday.'],
    ['a note with lines that look like labels', 'From: 9am\nTo: 11am\nDate: Friday\nwith Petra'],
    ['one line that begins with From:', 'From: what Ingrid says, they are short of people.\n\nMarcus'],
    ['nothing', ''],
  ])('%s', (_, text) => {
    expect(read(text)).toBeNull()
  })

  test('an answer that quotes, by its subject', () => {
    const answer = `Works for me.\n\n${forwardedBlock('new-outlook', original)}`
    expect(read(answer, 'Re: Extrusion lead, night shift')).toBeNull()
    expect(read(answer, 'AW: Extrusion lead, night shift')).toBeNull()
  })

  test('yet a forwarded message inside an answer is one', () => {
    const answer = `See below.\n\n${forwardedBlock('gmail', original)}`
    expect(read(answer, 'Re: your note')?.layers[0]?.from).toEqual(whole.from)
  })
})

describe('forwards of forwards', () => {
  const colleague: OriginalMail = {
    ...original,
    from: 'June Park <june@halesearch.example>',
    to: 'Marcus Hale <marcus@halesearch.example>',
    subject: 'Fwd: Extrusion lead, night shift',
    at: '2026-09-09T08:00:00Z',
    text: 'Yours, I think.',
  }

  test.each(CLIENTS)('by %s are read from the outermost to the innermost', async client => {
    const raw = forward({
      client,
      by: 'Marcus Hale <marcus@halesearch.example>',
      to: 'box@in.relight.example',
      note: 'From June.',
      original: [colleague, original],
    })
    const message = await readMessage(bytes(raw))
    if (message.kind === 'too-much') throw new Error(message.limit)
    const forwarded = read(message.text, message.subject)
    expect(forwarded?.note).toBe('From June.')
    expect(forwarded?.layers.map(({ from, body }) => ({ from: from?.name, body }))).toEqual([
      { from: 'June Park', body: 'Yours, I think.' },
      { from: 'Ingrid Solberg', body: original.text },
    ])
  })

  test('what a forwarded mail quotes of earlier ones is neither a layer nor its words', () => {
    const earlier = forwardedBlock('outlook', {
      ...original,
      from: 'Marcus Hale <marcus@halesearch.example>',
      text: 'May I call?',
    })
    const text = `Yes, call me on 312 555 0144.\n\n${earlier}`
    const forwarded = read(
      forwardedBlock('outlook', { ...original, subject: 'RE: Extrusion lead', text }),
      'FW: Extrusion lead',
    )
    expect(forwarded?.layers).toHaveLength(1)
    expect(forwarded?.layers[0]).toMatchObject({ from: whole.from, body: 'Yes, call me on 312 555 0144.' })
    expect(forwarded?.layers[0]?.text).toContain('May I call?')
  })
})

describe('headers in other languages and layouts', () => {
  test.each(LANGUAGES.map(language => [language.locale, language] as const))('labels of %s are read', (_, language) => {
    const [from = '', date = '', to = '', subject = ''] = [
      language.from[0],
      language.date[0],
      language.to[0],
      language.subject[0],
    ]
    const block = [
      `${from}: Ingrid Solberg <ingrid@nordplast.example>`,
      `${date}: 08.09.2026 10:12`,
      `${to}: Marcus Hale <marcus@halesearch.example>`,
      `${subject}: Extrusion lead`,
      '',
      'The words.',
    ]
    expect(layer(block.join('\n'))).toMatchObject({
      from: whole.from,
      to: whole.to.slice(0, 1),
      subject: 'Extrusion lead',
      date: { at: '2026-09-08T14:12:00Z', certain: true },
      body: 'The words.',
    })
  })

  test('a header that runs on in one line, as Yahoo writes it', () => {
    const text =
      '   ----- Forwarded Message ----- From: Ingrid Solberg <ingrid@nordplast.example>To: "marcus@halesearch.example" <marcus@halesearch.example>Cc: Lars Dahl <lars@nordplast.example>; Petra <petra@nordplast.example>Sent: Tuesday, September 8, 2026, 10:12:00 AM EDTSubject: Extrusion lead\n Marcus, here it is.\nIngrid'
    expect(layer(text)).toMatchObject({
      from: whole.from,
      to: [{ name: '', address: 'marcus@halesearch.example' }],
      cc: [
        { name: 'Lars Dahl', address: 'lars@nordplast.example' },
        { name: 'Petra', address: 'petra@nordplast.example' },
      ],
      subject: 'Extrusion lead',
      date: { at: '2026-09-08T14:12:00Z', certain: true },
      body: 'Marcus, here it is.\nIngrid',
    })
  })

  test('bold labels, and a sender on behalf of another', () => {
    const text =
      '*From:* Ingrid Solberg<mailto:ingrid@nordplast.example> <ingrid@nordplast.example<mailto:ingrid@nordplast.example>> on behalf of jobs@nordplast.example\n*Sent:* Tuesday, September 8, 2026 10:12 AM\n*To:* Marcus Hale\n*Subject:* Extrusion lead\n\nThe words.'
    expect(layer(text)).toMatchObject({
      from: whole.from,
      to: [{ name: 'Marcus Hale', address: '' }],
      body: 'The words.',
    })
  })

  test('a mail that another program introduces as if it answered', () => {
    const text =
      'On 09/28/2026 10:12, "Ingrid Solberg" <ingrid@nordplast.example> wrote:\n\n    Marcus,\n    here it is.'
    expect(layer(text, 'FW: Extrusion lead')).toMatchObject({
      from: whole.from,
      subject: 'Extrusion lead',
      date: { at: '2026-09-28T14:12:00Z', certain: true },
      body: 'Marcus,\nhere it is.',
    })
    expect(read(`Fine.\n\n${text}`, 'Re: Extrusion lead')).toBeNull()
  })
})

describe('people in a line', () => {
  test.each([
    ['Ann Lee <ann@x.example>, Bo <bo@x.example>', ['Ann Lee|ann@x.example', 'Bo|bo@x.example']],
    ['Lee, Ann <ann@x.example>; Bo Ek', ['Lee, Ann|ann@x.example', 'Bo Ek|']],
    ['ann@x.example <ann@x.example>', ['|ann@x.example']],
    ["'Lee, Ann' [mailto:ann@x.example], Bo [mailto:bo@x.example]", ['Lee, Ann|ann@x.example', 'Bo|bo@x.example']],
    ['"ann@x.example" <ann@x.example>', ['|ann@x.example']],
    ['Ann Lee', ['Ann Lee|']],
    ['', []],
  ])('%s', (text, expected) => {
    expect(people(text).map(({ name, address }) => `${name}|${address}`)).toEqual(expected)
  })
})

describe('dates that programs write for people', () => {
  const context = { zone: ZONE }
  test.each([
    ['Wed, Sep 9, 2026 at 3:04 PM', '2026-09-09T19:04:00Z'],
    ['Wed, Sep 9, 2026 at 3:04\u202fPM', '2026-09-09T19:04:00Z'],
    ['Tuesday, September 8, 2026 10:12 AM', '2026-09-08T14:12:00Z'],
    ['8 September 2026 at 10:12:05 BST', '2026-09-08T09:12:05Z'],
    ['September 8, 2026 at 10:12:00 AM PDT', '2026-09-08T17:12:00Z'],
    ['Tue, 8 Sep 2026 10:12:00 +0530', '2026-09-08T04:42:00Z'],
    ['09/08/2026 10:12 AM EDT', '2026-09-08T14:12:00Z'],
    ['28/09/2026 10:12', '2026-09-28T14:12:00Z'],
    ['2026-09-08 10:12', '2026-09-08T14:12:00Z'],
    ['8.9.2026 klo 10.12', '2026-09-08T14:12:00Z'],
    ['martes, 8 de septiembre de 2026 10:12 CEST', '2026-09-08T08:12:00Z'],
    ['wtorek, 8 września 2026 10:12:00 GMT+2', '2026-09-08T08:12:00Z'],
    ['2026年9月8日火曜日 10:12:00 +0900', '2026-09-08T01:12:00Z'],
    ['Sunday, November 1, 2026 12:30 AM', '2026-11-01T04:30:00Z'],
  ])('%s', (text, at) => {
    expect(writtenDate(text, context)).toEqual({ at, certain: true })
  })

  test('day and month that could be either way round are not certain', () => {
    expect(writtenDate('8/9/2026 10:12', context)).toMatchObject({ certain: false })
    expect(writtenDate('8/9/2026 10:12', { zone: 'Europe/London' })).toEqual({
      at: '2026-09-08T09:12:00Z',
      certain: false,
    })
  })

  test('yet certain where the other way round lies after the arrival', () => {
    expect(writtenDate('8/9/2026 10:12', { ...context, arrivedAt: '2026-08-20T12:00:00Z' })).toEqual({
      at: '2026-08-09T14:12:00Z',
      certain: true,
    })
  })

  test('a zone by a name that is not known is not certain', () => {
    expect(writtenDate('8 September 2026 10:12 XYT', context)).toMatchObject({ certain: false })
  })

  test.each([
    ['Tuesday, September 8, 2026 10:12 AM Lunar Standard Time', 'a zone in words'],
    ['8 September 2026 10:12 est', 'what may be a zone'],
    ['8 September 2026 10:12 gegen Abend', 'words that may be the half of the day'],
  ])('a word that is not known is never passed over: %j holds %s', text => {
    expect(writtenDate(text, context)?.certain).not.toBe(true)
  })

  test.each([
    ['2026年9月8日周二 下午3:41', 'Asia/Shanghai', '2026-09-08T07:41:00Z'],
    ['2026年9月8日 火曜日 午前9:41', 'Asia/Tokyo', '2026-09-08T00:41:00Z'],
    ['2026. szeptember 8., kedd du. 3:41', 'Europe/Budapest', '2026-09-08T13:41:00Z'],
    ['Tue, 8 Sep, 2026, 3:41 pm', 'Asia/Kolkata', '2026-09-08T10:11:00Z'],
    ['mardi 8 septembre 2026, 15 h 41', 'America/Toronto', '2026-09-08T19:41:00Z'],
    ['Dienstag, 13. Jänner 2026 um 15:41', 'Europe/Vienna', '2026-01-13T14:41:00Z'],
    ['9/8/26 10:12 AM (GMT-05:00)', 'America/New_York', null],
    ['08.09.26 10:12 (GMT+01:00)', 'America/New_York', '2026-09-08T09:12:00Z'],
  ])('halves of the day, hours and zones as %j has them', (text, zone, at) => {
    const read = writtenDate(text, { zone })
    expect(read?.certain ? read.at : null).toBe(at)
  })

  test('below labels of another language than English the day comes first', () => {
    const languages = LANGUAGES.filter(({ locale }) => locale === 'fr')
    expect(writtenDate('03/04/2026 10:12', { zone: 'Europe/Paris', languages })).toEqual({
      at: '2026-04-03T08:12:00Z',
      certain: true,
    })
  })

  test("a zone's name means what it means where the reader lives", () => {
    expect(writtenDate('8 September 2026 10:12 IST', { zone: 'Asia/Kolkata' })?.at).toBe('2026-09-08T04:42:00Z')
    expect(writtenDate('8 September 2026 10:12 IST', { zone: 'Europe/Dublin' })?.at).toBe('2026-09-08T09:12:00Z')
  })

  test.each([
    'yesterday',
    'Monday, September 8, 2026 10:12 AM',
    '31 September 2026 10:12',
    '8 September 2026',
    '',
    '99:99',
  ])('%j is none', text => {
    expect(writtenDate(text, context)).toBeNull()
  })

  test('every instant that a program may show is read back, and none is ever read wrong', () => {
    const shown = fc
      .tuple(
        fc.integer({ min: Date.UTC(2020, 0, 1), max: Date.UTC(2030, 0, 1) }),
        fc.constantFrom(
          'en-US',
          'en-GB',
          'en-IN',
          'de-AT',
          'fr-CA',
          'es-MX',
          'pt-BR',
          ...LANGUAGES.map(row => row.locale),
        ),
        fc.constantFrom('full' as const, 'long' as const, 'medium' as const, 'short' as const),
      )
      .map(([at, locale, dateStyle]) => {
        const instant = new Date(at - (at % 60_000))
        const format = new Intl.DateTimeFormat(locale, { dateStyle, timeStyle: 'short', timeZone: 'UTC' })
        const languages = LANGUAGES.filter(row => row.locale === locale.slice(0, 2))
        const text = format.format(instant)
        return { text, dateStyle, languages, at: instant.toISOString().replace('.000Z', 'Z') }
      })
    fc.assert(
      fc.property(shown, ({ text, dateStyle, languages, at }) => {
        const read = writtenDate(text, { zone: 'UTC', languages })
        if (dateStyle === 'full' || dateStyle === 'long') expect(read).toEqual({ at, certain: true })
        for (const found of [read, writtenDate(text, { zone: 'UTC' })]) if (found?.certain) expect(found.at).toBe(at)
      }),
      { numRuns: 1000 },
    )
  })
})

describe('a million characters', () => {
  const million = (unit: string) => unit.repeat(Math.ceil(1_000_000 / unit.length))
  test.each([
    ['newlines', million('\n')],
    ['quotation marks', million('>')],
    ['quoted lines', million('> \n')],
    ['From: lines', million('From:\n')],
    ['From: lines with words', million('From: a@b.example\n')],
    ['headers without an end', million('From: a\nDate: 1\n')],
    ['separators', million('---------- Forwarded message ---------\n')],
    ['separators on one line', million('-- ')],
    ['attributions without an end', million('On 1/1/2026 1:00, wrote\n')],
    ['attributions', million('1/1/2026 1:00 a@b.example wrote:\n')],
    ['one line', million('From: x ')],
    ['addresses', `From: a@b.example\nDate: 1\nTo: ${million('a@b.example, ')}\nSubject: x\n\nhi`],
    ['links', `From: ${million('<mailto:')}\nDate: 1\nTo: a@b.example\nSubject: x\n\nhi`],
  ])('of %s above a forward do not keep it from being read', (_, text) => {
    const forwarded = read(`${text}\n\n${forwardedBlock('gmail', original)}`, 'FW: Extrusion lead, night shift')
    const bodies = forwarded?.layers.map(found => found.text).join('\n') ?? ''
    expect(`${forwarded?.note}\n${bodies}`).toContain('Petra will run the search from here.')
  })
})
