import { describe, expect, test } from 'vitest'
import { readForward } from '../../shared/mail/read/forward.ts'
import { htmlToText } from '../../shared/mail/read/html.ts'
import { LIMITS } from '../../shared/mail/read/limits.ts'
import { readMessage } from '../../shared/mail/read/message.ts'
import { writtenAnswers } from '../../shared/mail/read/reply.ts'
import { signaturePhones } from '../../shared/mail/read/signature.ts'
import { growth, LINEAR } from '../support/growth.ts'
import { MANY } from '../support/mail/lengths.ts'
import { bytes } from '../support/mail.ts'

describe('the time that reading takes grows as the text does', () => {
  test.each(MANY)('where it is made of %s', (_, unit) => {
    const text = (length: number) => `Left vm.\n\n${unit.repeat(Math.ceil(length / unit.length))}`
    const read = (length: number) => {
      const whole = text(length)
      return [readForward(whole, { zone: 'UTC', subject: 'Fwd: x' }), writtenAnswers(whole), signaturePhones(whole)]
    }
    expect(growth(read)).toBeLessThan(LINEAR)
  })
})

describe('HTML beyond the limit', () => {
  test.each([
    ['long', `<p>${'a'.repeat(LIMITS.htmlLength)}`, 'htmlLength'],
    ['full of tags', '<b></b>'.repeat(LIMITS.htmlTags), 'htmlTags'],
    ['deep', '<div>'.repeat(LIMITS.htmlNesting + 1), 'htmlNesting'],
  ])('that is too %s is not turned into text', (_, html, limit) => {
    expect(htmlToText(html)).toEqual({ kind: 'too-much', limit })
  })

  test('of twenty million characters is not even parsed', async () => {
    const html = '<p>hello</p>\r\n'.repeat(1_400_000)
    const raw = `From: ann@x.example\r\nContent-Type: text/html\r\n\r\n${html}`
    expect(await readMessage(bytes(raw))).toMatchObject({ kind: 'too-much' })
  })
})
