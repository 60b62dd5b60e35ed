import { describe, expect, it } from 'vitest'
import { pick } from '../../shared/mail/read/answer/pick.ts'
import { growth, LINEAR } from '../support/growth.ts'

const answers = (...labels: readonly string[]) => [
  ...labels.map((label, index) => ({ word: `w${index + 1}`, label, commands: [] })),
  { word: 'none', label: 'None of these', commands: [] },
]
const told = (text: string, ...labels: readonly string[]): string => {
  const picked = pick(text, { answers: answers(...labels) })
  switch (picked.kind) {
    case 'answers':
      return [picked.answers.map(({ word }) => word).join('+'), picked.rest].filter(part => part !== '').join(' | ')
    case 'named':
      return [`${picked.corrects ? 'not so, ' : ''}${picked.name}`, picked.rest].filter(part => part !== '').join(' | ')
    case 'none':
      return ['none', picked.rest].filter(part => part !== '').join(' | ')
    case 'unclear':
      return '?'
  }
}

const twoTanyas = ['Tanya Brook, Brightwater', 'Tanya Osei, Fenwick Tools'] as const

describe('an answer in words', () => {
  it.each([
    ['the second', 'w2'],
    ['2', 'w2'],
    ['#1', 'w1'],
    ['2.', 'w2'],
    ['Option 1 please', 'w1'],
    ['number two', 'w2'],
    ['The first one. Thanks!', 'w1 | Thanks!'],
    ['the latter', 'w2'],
    ['Last one', 'w2'],
    ['Tanya Osei', 'w2'],
    ['osei', 'w2'],
    ['It was Tanya at Brightwater', 'w1'],
    ["That's the Fenwick one", 'w2'],
    ['Tanya, the one from Fenwick Tools', 'w2'],
    ['Hi,\nthanks - Brook.', 'w1'],
    ['Yes, Tanya Brook', 'w1'],
    ['Tanya Broook', 'w1'],
    ['No, the second', 'w2'],
    ['Tanya Brook, no wait, Tanya Osei', 'w2'],
    ['both', 'w1+w2'],
    ['Brook and Osei', 'w1+w2'],
  ])('%j picks %s', (text, expected) => {
    expect(told(text, ...twoTanyas)).toBe(expected)
  })

  it.each([
    ['Osei - and left her a vm today', 'w2 | left her a vm today'],
    ['Brook. She wants to meet on Friday.', 'w1 | She wants to meet on Friday.'],
    ['2, also spoke with Ivo', 'w2 | spoke with Ivo'],
    ['none of these, I dialled a wrong number', 'none | I dialled a wrong number'],
  ])('%j says more than the answer', (text, expected) => {
    expect(told(text, ...twoTanyas)).toBe(expected)
  })

  it.each([
    ['none', 'none'],
    ['None of these.', 'none'],
    ['neither', 'none'],
    ['nobody', 'none'],
    ['No', 'none'],
    ['Neither, it was Ivo', 'not so, Ivo'],
    ['neither, it was ivo', 'not so, Ivo'],
    ['It was Ivo Marsh at Corbel', 'not so, Ivo Marsh at Corbel'],
    ["that's Ivo Marsh", 'Ivo Marsh'],
    ['Ivo Marsh', 'Ivo Marsh'],
  ])('%j is none of them, and says who if it does', (text, expected) => {
    expect(told(text, ...twoTanyas)).toBe(expected)
  })

  it.each([
    'Tanya',
    'not sure',
    "I don't remember",
    'Osei or Brook',
    'Not Osei',
    'maybe the first',
    'Left Ivo a voicemail',
    'the third',
    'thanks!',
    '',
    'Which ones are there?',
  ])('%j tells nothing for certain', text => {
    expect(told(text, ...twoTanyas)).toBe('?')
  })

  it('says yes to the one answer there is, and no to it', () => {
    expect(told('yes', 'Until 2026-12-01')).toBe('w1')
    expect(told('Correct', 'Until 2026-12-01')).toBe('w1')
    expect(told('no', 'Until 2026-12-01')).toBe('none')
    expect(told('yes', ...twoTanyas)).toBe('?')
  })

  it.each(["Peg's Margaret Bell", 'Peg is Margaret Bell', 'peg = Margaret Bell', 'Margaret Bell'])(
    '%j says who somebody is',
    text => {
      expect(pick(text, { answers: answers('Someone new at Corbel'), unknownName: 'Peg' })).toMatchObject({
        kind: 'named',
        name: 'Margaret Bell',
        corrects: false,
      })
    },
  )

  it('knows an abbreviation for what it stands for', () => {
    expect(told('vm', 'We spoke', 'I left a voicemail', 'I wrote')).toBe('w2')
    expect(told('we spoke', 'We spoke', 'I left a voicemail', 'I wrote')).toBe('w1')
  })

  it('is read in time that grows with its length alone', () => {
    for (const unit of ['and ', '- ', 'Tanya, ', 'no '])
      expect(
        growth(length => pick(unit.repeat(Math.ceil(length / unit.length)), { answers: answers(...twoTanyas) })),
        unit,
      ).toBeLessThan(LINEAR)
  })
})
