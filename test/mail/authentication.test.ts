import { describe, expect, test } from 'vitest'
import { sameRegistrant } from '../../shared/mail/read/addresses.ts'
import { authentication, signatureOf, signedBy } from '../../shared/mail/read/authentication.ts'
import { type Message, readMessage } from '../../shared/mail/read/message.ts'
import { registrableDomain } from '../../shared/views/company-domain.ts'
import { bytes, mail, received } from '../support/mail.ts'

const read = async (raw: string): Promise<Message> => {
  const message = await readMessage(bytes(raw))
  if (message.kind === 'too-much') throw new Error(message.limit)
  return message
}
const fromOmar = mail({ from: 'Omar Haddad <omar@talent.example>', text: 'hi' })
const withResults = (results: string, raw = fromOmar) => read(`Authentication-Results: ${results}\r\n${raw}`)

describe('what the receiving service found out', () => {
  test('its verdicts are read with the domains they are about', async () => {
    const message = await read(received(fromOmar, { spf: 'softfail', dkimDomain: 'mailer.example', dmarc: 'fail' }))
    expect(authentication(message)).toEqual({
      spf: { result: 'softfail', domain: 'talent.example' },
      dkim: [{ result: 'pass', domain: 'mailer.example' }],
      dmarc: { result: 'fail', domain: 'talent.example' },
    })
  })

  test('without its header nothing is known', async () => {
    expect(authentication(await read(fromOmar))).toEqual({
      spf: { result: 'none', domain: '' },
      dkim: [],
      dmarc: { result: 'none', domain: '' },
    })
  })

  test('what the sender wrote below the topmost header does not count', async () => {
    const forged = `Authentication-Results: amazonses.com; dmarc=pass header.from=talent.example\r\n${fromOmar}`
    const message = await read(received(forged, { dkim: 'fail', dmarc: 'fail' }))
    expect(signedBy(message, 'talent.example')).toBe(false)
  })

  test('the word of another service does not count, even on top', async () => {
    const message = await withResults(
      'mx.evil.example; dmarc=pass header.from=talent.example\r\nAuthentication-Results: amazonses.com; dmarc=pass header.from=talent.example',
    )
    expect(signedBy(message, 'talent.example')).toBe(false)
  })

  test('a service whose name only begins with ours is another', async () => {
    expect(
      signedBy(
        await withResults('amazonses.com.evil.example; dmarc=pass header.from=talent.example'),
        'talent.example',
      ),
    ).toBe(false)
  })

  test('a verdict inside a comment does not count', async () => {
    const message = await withResults(
      'amazonses.com; spf=none (said (quoted \\) ; dmarc=pass header.from=talent.example)); dmarc=fail header.from=talent.example',
    )
    expect(authentication(message).dmarc).toEqual({ result: 'fail', domain: 'talent.example' })
  })
})

describe('a message is from a domain', () => {
  test('when DMARC passed for it', async () => {
    const message = await read(received(fromOmar, { dkim: 'none' }))
    expect(signedBy(message, 'talent.example')).toBe(true)
  })

  test('when a signature of a subdomain passed and DMARC was not published', async () => {
    const message = await read(received(fromOmar, { dmarc: 'none', dkimDomain: 'mail.talent.example' }))
    expect(signedBy(message, 'talent.example')).toBe(true)
  })

  test("not when only a mailing service's signature passed", async () => {
    const message = await read(received(fromOmar, { dmarc: 'none', dkimDomain: 'sendgrid.example' }))
    expect(signedBy(message, 'talent.example')).toBe(false)
  })

  test('not when only SPF passed', async () => {
    const message = await read(received(fromOmar, { spf: 'pass', dkim: 'none', dmarc: 'none' }))
    expect(signedBy(message, 'talent.example')).toBe(false)
  })

  test('not when the verdicts are about another domain than the one that is shown', async () => {
    const message = await withResults(
      'amazonses.com; dkim=pass header.i=@evil.example; dmarc=pass header.from=evil.example',
    )
    expect(signedBy(message, 'talent.example')).toBe(false)
    expect(signedBy(message, 'evil.example')).toBe(false)
  })

  test('not when there are two From headers', async () => {
    const doubled = `From: Eve <eve@evil.example>\r\n${fromOmar}`
    expect(signedBy(await read(received(doubled, { fromDomain: 'talent.example' })), 'talent.example')).toBe(false)
    expect(signedBy(await read(received(doubled, { fromDomain: 'evil.example' })), 'evil.example')).toBe(false)
  })

  test('DMARC alone, by SPF, is no signature: a redirection would not have kept it', async () => {
    const message = await read(received(fromOmar, { dkim: 'fail' }))
    expect(signatureOf(message, 'talent.example')).toBe(false)
    expect(signatureOf(await read(received(fromOmar)), 'talent.example')).toBe(true)
  })
})

describe('domains', () => {
  test.each([
    ['hr.acme.co.uk', 'acme.co.uk'],
    ['acme.example', 'acme.example'],
    ['one.github.io', 'one.github.io'],
    ['co.uk', null],
    ['', null],
    ['203.0.113.7', null],
  ])('%s was registered as %s', (domain, registered) => {
    expect(registrableDomain(domain)).toBe(registered)
  })

  test('two strangers under one public suffix are not the same registrant', () => {
    expect(sameRegistrant('acme.co.uk', 'birch.co.uk')).toBe(false)
    expect(sameRegistrant('one.github.io', 'two.github.io')).toBe(false)
    expect(sameRegistrant('hr.acme.co.uk', 'acme.co.uk')).toBe(true)
  })
})
