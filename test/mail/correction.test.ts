import { describe, expect, it } from 'vitest'
import { correctionIn } from '../../shared/mail/read/correction/phrases.ts'

const told = (text: string): string | null => {
  const correction = correctionIn(text)
  if (correction === null) return null
  if (correction.kind === 'all') return ['all', correction.rest].filter(part => part !== '').join(' | ')
  return correction.wrong === null ? correction.right : `${correction.right}, not ${correction.wrong}`
}

describe('a note about the note before', () => {
  it.each([
    ['Ignore my last note', 'all'],
    ['scrap that', 'all'],
    ['Please disregard my previous email.', 'all'],
    ['Scratch that last one!', 'all'],
    ['delete that please', 'all'],
    ['undo', 'all'],
    ['Forget what I just sent', 'all'],
    ['My last note was a mistake', 'all'],
    ['sorry, ignore that', 'all'],
    ['Scrap that - wrong person.', 'all | wrong person.'],
    [
      'Ignore my last note. Spoke with Ivo, not Tanya, about the welders.',
      'all | Spoke with Ivo, not Tanya, about the welders.',
    ],
    ['Correction: that was Tuesday, not Monday', 'Tuesday, not Monday'],
    ['correction - it was Ivo, not Tanya.', 'Ivo, not Tanya'],
    ['That was Thursday, not Friday', 'Thursday, not Friday'],
    ['Sorry, I meant Ivo', 'Ivo'],
    ['make that Wednesday', null],
    ['Oops, that should be Friday', 'Friday'],
    ['Scrap that, it was Ivo', 'Ivo'],
    ['My mistake: Ivo instead of Tanya', 'Ivo, not Tanya'],
  ])('%j reads as %s', (text, expected) => {
    expect(told(text)).toBe(expected)
  })

  it.each([
    'Cancel the meeting with Ivo',
    'Ignore Ivo',
    'Spoke with Tanya, not Ivo.',
    'Left a vm for Tanya. Drop Brightwater.',
    'Forget Brightwater, they are not hiring',
    'Ivo said to ignore his last email',
    'That was fun',
    'Tanya was not in. Sorry to have missed her.',
    'Actually spoke with Ivo this morning',
    'Sorry for the delay, left Ivo a vm',
    'Undo the agreement clause about fees',
  ])('%j is a note like any other', text => {
    expect(told(text)).toBeNull()
  })
})
