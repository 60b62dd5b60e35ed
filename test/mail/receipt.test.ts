import { describe, expect, it } from 'vitest'
import { writeReceipt } from '../../shared/mail/write/receipt.ts'
import { birchOpened } from '../support/mail/inputs.ts'

const receipt = writeReceipt(birchOpened)

describe('a receipt', () => {
  it('says what was opened and who is known there, with a way to take it back', () => {
    expect(receipt.subject).toBe('Birch & Vale is under watch')
    for (const form of [
      receipt.text.replace(/\s+/g, ' '),
      receipt.html.replaceAll('&amp;', '&').replace(/\s+/g, ' '),
    ]) {
      expect(form).toContain('Ines, Birch & Vale is under watch now.')
      expect(form).toContain('Tom Okafor; and Priya Nair, 617 555 0120, introduced by Tom Okafor.')
      expect(form).toContain('https://relight.example/undo/t')
    }
  })

  it('says who was added, and which two accounts are one', () => {
    const input = { ...birchOpened, contacts: [{ name: 'Tom Okafor', phone: '617 555 0120' }] }
    const added = writeReceipt({ ...input, news: { kind: 'added' } })
    expect(added.subject).toBe('New at Birch & Vale: Tom Okafor, 617 555 0120')
    expect(added.text).toContain('Ines, somebody new at Birch & Vale: Tom Okafor, 617 555 0120.')
    const merged = writeReceipt({ ...input, news: { kind: 'merged', into: 'Birch and Vale Ltd' } })
    expect(merged.subject).toBe('Birch & Vale and Birch and Vale Ltd are one account')
    expect(merged.text.replace(/\s+/g, ' ')).toContain('are one account now, by the name of Birch and Vale Ltd.')
  })

  it('is known as ours, so that it starts no loop', () => {
    expect(receipt.headers).toEqual({
      'X-Relight-Mail': 'receipt',
      'Auto-Submitted': 'auto-generated',
      'X-Auto-Response-Suppress': 'All',
    })
  })

  it('keeps names from outside in their place', () => {
    const hostile = writeReceipt({
      recruiter: { name: 'Ines' },
      client: 'Evil\r\nBcc: all@client.example',
      news: { kind: 'opened' },
      contacts: [{ name: '<img src=x>' }],
      undo: 'https://relight.example/undo/t',
      replyTo: 'token@in.relight.example',
    })
    expect(hostile.subject).toBe('Evil Bcc: all@client.example is under watch')
    expect(hostile.html).not.toContain('<img')
  })
})
