import { describe, expect, it } from 'vitest'
import { personalFields } from '../../shared/domain/personal.ts'
import { close, open } from '../../shared/log/codec.ts'
import { type StreamEvent, type StreamName, schemaOf } from '../../shared/log/streams.ts'
import { opened, touched } from './support/events.ts'

const said = {
  at: '2026-10-12T15:04:00Z',
  recordedAt: '2026-10-12T15:05:30Z',
  by: 'ana',
  source: 'note',
  command: 'c1',
} as const

const examples: readonly (readonly [StreamName, unknown])[] = [
  ['northgate/engagement/ana.e1', opened('Secret Castings')],
  ['northgate/engagement/ana.e1', touched('t1', 'Secret words')],
  [
    'northgate/engagement/ana.e1',
    {
      ...said,
      type: 'ContactAdded',
      evidence: 'reported',
      contact: 'k1',
      name: 'Secret Person',
      role: 'hr',
      emails: ['secret@harbor.example'],
      phones: [{ number: '+1 918 555 0142', from: 'her Secret signature' }],
    },
  ],
  ['northgate/recruiter/ana', { ...said, type: 'AddressConfirmed', address: 'secret@northgate.example' }],
  ['northgate/firm', { ...said, type: 'NeverLogChanged', addresses: ['secret.example'] }],
  [
    'northgate/digest/ana/2026-10-12',
    {
      at: said.at,
      recordedAt: said.recordedAt,
      by: 'system',
      command: 'c1',
      type: 'DigestBounced',
      address: 'secret@x.example',
      hard: true,
    },
  ],
  [
    'northgate/note/ana/n1',
    {
      at: said.at,
      recordedAt: said.recordedAt,
      by: 'ana',
      command: 'c1',
      type: 'NoteReceived',
      id: 'n1',
      object: 'raw/n1',
      from: 'Secret Person <secret@harbor.example>',
      subject: 'Secret plan',
      arrivedAt: said.at,
    },
  ],
]

describe('the codec', () => {
  it('gives back what it was given', () => {
    for (const [stream, event] of examples)
      expect(open(stream, { position: 7, events: close(stream, [event as StreamEvent<StreamName>]) })).toEqual([
        { ...(event as object), position: 7 },
      ])
  })

  it('keeps personal details in the personal part alone', () => {
    for (const [stream, event] of examples) {
      const [stored] = JSON.parse(close(stream, [event as StreamEvent<StreamName>])) as [Record<string, unknown>]
      const { personal, ...plain } = stored
      expect(JSON.stringify(plain)).not.toMatch(/secret|555/i)
      expect(JSON.stringify(personal)).toMatch(/secret/i)
    }
  })

  it('stores an event that says nothing personal without that part', () => {
    const text = close('northgate/firm', [
      { ...said, type: 'InvitationWithdrawn', recruiter: 'bo' } as StreamEvent<'northgate/firm'>,
    ])
    expect(JSON.parse(text)[0]).not.toHaveProperty('personal')
  })

  it('has no event that calls a field of its own what the part is called', () => {
    for (const [stream] of examples)
      for (const option of schemaOf(stream).options) expect(Object.keys(option.shape)).not.toContain('personal')
  })

  it('marks the names, addresses, words and numbers of every event', () => {
    const details = ['name', 'emails', 'phones', 'phone', 'address', 'addresses', 'summary', 'what', 'text', 'observed']
    const plainly = [
      'northgate/engagement/a.e',
      'northgate/recruiter/a',
      'northgate/firm',
      'northgate/note/a/n',
    ] as const
    for (const stream of plainly)
      for (const option of schemaOf(stream).options) {
        const unmarked = Object.keys(option.shape).filter(field => !personalFields(option).includes(field))
        expect(
          unmarked.filter(field => details.includes(field)),
          option.shape.type.value,
        ).toEqual([])
      }
  })
})
