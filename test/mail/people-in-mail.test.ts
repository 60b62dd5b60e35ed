import { describe, expect, test } from 'vitest'
import { nameInText } from '../../shared/mail/read/company.ts'
import { introduces, phonesOf, roleIn, roleSaidOf } from '../../shared/mail/read/people-in-mail.ts'

const HANDING_ON = `Rosa,

Good speaking with you this morning. I'm looping in Ngozi Adeyemi, our HR
business partner for the Boise plant, who will take this from here. Her
direct line is (208) 555-0164.

Best,
Marguerite

Marguerite O'Dell
Director, Human Resources
Harrow & Pike
o: 208.555.0101 | m: 208.555.0199
`
const NGOZI = 'Ngozi Adeyemi'
const MARGUERITE = "Marguerite O'Dell"

describe('A number in a mail', () => {
  test('belongs to the person of the sentence before, though the lines were wrapped between them', () => {
    expect(phonesOf(HANDING_ON, NGOZI, [MARGUERITE])).toEqual(['(208) 555-0164'])
  })

  test('in the signature is its sender’s, and a fax is nobody’s', () => {
    expect(phonesOf(HANDING_ON, MARGUERITE, [NGOZI], true)).toEqual(['208.555.0101', '208.555.0199'])
    const spec =
      'Hi,\n\nJob spec attached.\n\nNgozi Adeyemi\nHR Business Partner | Harrow & Pike\nT 208-555-0164\nFax 208-555-0170\n'
    expect(phonesOf(spec, NGOZI, [], true)).toEqual(['208-555-0164'])
  })

  test('called "my number" is its sender’s', () => {
    expect(phonesOf('Try me on my cell, 303-555-0111, after four.', MARGUERITE, [NGOZI], true)).toEqual([
      '303-555-0111',
    ])
  })

  test('beside two names is nobody’s for certain', () => {
    expect(phonesOf('Ngozi and Bart share 208 555 0177.', NGOZI, ['Bart Kowalczyk'])).toEqual([])
  })

  test.each([
    'Ngozi can start on 10/21/2026 at the earliest.',
    'Ngozi has 60000-70000 for it.',
    'Ngozi is back 2026-10-21 09:00.',
  ])('is none where it is a date or pay: %s', body => {
    expect(phonesOf(body, NGOZI, [])).toEqual([])
  })
})

describe('A person on a mail', () => {
  test.each([
    HANDING_ON,
    'Rosa, meet Ngozi. Ngozi, meet Rosa.',
    'I would like you to meet my colleague. Ngozi Adeyemi runs hiring in Boise.',
    'Copying Ngozi, who looks after Boise.',
    'Please speak to Ngozi about the details.',
  ])('is introduced by a sentence that names them: %s', body => {
    expect(introduces(body, NGOZI, [MARGUERITE])).toBe(true)
  })

  test.each([
    'I would be glad to meet next week. Ngozi sends her regards.',
    'I will introduce you to the team later. Budget is signed off.\n\nNgozi has the figures.',
    'Ngozi and I will meet you on Tuesday.',
    'The annual meeting of Ngozia Ltd is on Friday.',
  ])('is not introduced by being mentioned: %s', body => {
    expect(introduces(body, NGOZI, [MARGUERITE])).toBe(false)
  })

  test.each([
    [HANDING_ON, NGOZI, 'hr'],
    ['Bart Kowalczyk, the hiring manager, will join.', 'Bart Kowalczyk', 'hiring-manager'],
    ['Bart is the hiring manager for it.', 'Bart Kowalczyk', 'hiring-manager'],
    ['You will deal with our Head of HR, Ngozi Adeyemi.', NGOZI, 'hr-director'],
    ['Ngozi (HR) has the form.', NGOZI, 'hr'],
  ])('has the role that stands beside the name', (body, name, role) => {
    expect(roleSaidOf(body, name)).toBe(role)
  })

  test.each([
    'Bart will set you up with our hiring manager.',
    'Bart, our HR team is closed on Friday.',
    "Bart is the hiring manager's deputy.",
  ])('has no role that is another’s: %s', body => {
    expect(roleSaidOf(body, 'Bart Kowalczyk')).toBeNull()
  })

  test('has the role of their signature', () => {
    expect(roleIn('Marguerite\nDirector, Human Resources')).toBe('hr-director')
  })
})

describe('A company', () => {
  test.each([
    ['harrowandpike.com', HANDING_ON, 'Harrow & Pike'],
    ['harrowpike.com', HANDING_ON, 'Harrow & Pike'],
    ['harrowpike.com', 'We at Harrow and Pike are hiring.', 'Harrow and Pike'],
    ['bhmarine.com', 'Best,\nSiobhan\nBuyer | Blue Heron Marine, Cork', 'Blue Heron Marine'],
    ['larkspur.co.uk', 'Regards\nHR Manager | Larkspur Foods', 'Larkspur Foods'],
    ['larkspurfoods.co.uk', 'our site at Larkspur Foods Ltd', 'Larkspur Foods'],
  ])('of %s is called what the mail writes', (domain, text, name) => {
    expect(nameInText(domain, text)).toBe(name)
  })

  test.each([
    ['tsl8.io', 'Dana Fairbairn\nPeople Lead | Tessellate'],
    ['bhmarine.com', 'Best Harbours in Marine trade, we said'],
    ['jsmith.com', 'John Smith'],
  ])('of %s is not called what only looks like it', (domain, text) => {
    expect(nameInText(domain, text)).toBeNull()
  })
})
