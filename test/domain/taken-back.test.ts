import { describe, expect, it } from 'vitest'
import type { Command } from '../../shared/domain/engagement/commands.ts'
import { ContactId, TouchpointId } from '../../shared/domain/vocabulary.ts'
import { account } from './support/account.ts'

const ines = ContactId.parse('ines')
const kofi = ContactId.parse('kofi')
const mail = TouchpointId.parse('mail.1')
const byNote = TouchpointId.parse('told.1')

const add = (contact: ContactId, name: string): Command => ({
  command: 'AddContact',
  contact,
  name,
  role: 'other',
  emails: [],
  phones: [],
})
const mailed = { command: 'LogTouchpoint', channel: 'email' } as const
const theirs = (contact: ContactId, touchpoint: TouchpointId): Command => ({
  ...mailed,
  touchpoint,
  direction: 'inbound',
  outcome: 'received',
  contact,
})
const ours = (contact: ContactId, touchpoint: TouchpointId): Command => ({
  ...mailed,
  touchpoint,
  direction: 'outbound',
  outcome: 'sent',
  contact,
})

describe('a touchpoint told by a second way', () => {
  it('is one, whichever of its ids it is told by again', () => {
    const acme = account('2026-09-08 09:00')
    acme.say('2026-09-08 10:00', add(ines, 'Ines Roth'), ours(ines, mail))
    acme.say('2026-09-08 16:00', { command: 'ConfirmTouchpoint', touchpoint: mail, as: byNote, summary: 'Wrote Ines' })
    acme.say('2026-09-08 16:30', ours(ines, byNote), { command: 'ConfirmTouchpoint', touchpoint: mail, as: byNote })
    expect(acme.facts().filter(({ type }) => type === 'TouchpointLogged')).toHaveLength(1)
    expect(acme.facts().filter(({ type }) => type === 'TouchpointConfirmed')).toHaveLength(1)
    expect(acme.assess('2026-09-09 09:00').attempts).toHaveLength(1)
  })

  it('is gone by all of them when it is taken back', () => {
    const acme = account('2026-09-08 09:00')
    acme.say('2026-09-08 10:00', add(ines, 'Ines Roth'), ours(ines, mail))
    acme.say('2026-09-08 16:00', { command: 'ConfirmTouchpoint', touchpoint: mail, as: byNote })
    acme.say('2026-09-08 17:00', { command: 'RetractTouchpoint', touchpoint: mail })
    expect(acme.assess('2026-09-09 09:00').attempts).toEqual([])
    acme.say('2026-09-08 18:00', ours(ines, byNote))
    expect(acme.assess('2026-09-09 09:00').attempts).toHaveLength(1)
  })

  it('has to be one that stands', () => {
    const acme = account('2026-09-08 09:00')
    const refusal = acme.refused('2026-09-08 10:00', { command: 'ConfirmTouchpoint', touchpoint: mail, as: byNote })
    expect(refusal).toMatchObject({ code: 'unknown-touchpoint', field: 'touchpoint' })
  })
})

describe('a contact taken back', () => {
  it('was never theirs: nothing logged of them counts, and no task is left', () => {
    const acme = account('2026-09-08 09:00')
    acme.say('2026-09-08 10:00', add(ines, 'Ines Roth'), add(kofi, 'Kofi Ansah'), theirs(kofi, mail))
    expect(acme.morning('2026-09-09')).toEqual(['answer-them kofi'])
    acme.say('2026-09-09 09:00', { command: 'RetractContact', contact: kofi })
    expect(acme.state().contacts.map(({ id }) => id)).toEqual([ines])
    expect(acme.morning('2026-09-10')).toEqual([])
    expect(acme.assess('2026-09-10 09:00').ball).toBeNull()
  })

  it('can be brought in again', () => {
    const acme = account('2026-09-08 09:00')
    acme.say('2026-09-08 10:00', add(kofi, 'Kofi Ansah'))
    acme.say('2026-09-08 11:00', { command: 'RetractContact', contact: kofi }, add(kofi, 'Kofi Ansah'))
    expect(acme.state().contacts).toHaveLength(1)
  })
})
