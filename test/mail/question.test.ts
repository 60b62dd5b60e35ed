import { describe, expect, it } from 'vitest'
import { NoteId } from '../../shared/domain/vocabulary.ts'
import { questionAddress, questionOf, questionReference, questionReferred } from '../../shared/mail/question-address.ts'
import { type QuestionInput, writeQuestion } from '../../shared/mail/write/question.ts'
import { whichTanya } from '../support/mail/inputs.ts'

const ask = (more: Partial<QuestionInput> = {}) => writeQuestion({ ...whichTanya, ...more })

describe('a question', () => {
  it('asks one thing, with a button for each answer and for none of them', () => {
    const mail = ask()
    expect(mail.subject).toBe('One question: Which Tanya do you mean?')
    expect(mail.text.match(/https:\/\/relight\.example\/answer\/./g)).toHaveLength(3)
    expect(mail.html.match(/href="https:\/\/relight\.example\/answer\/."/g)).toHaveLength(3)
  })

  it('says which note it is about, in the recruiter’s own words and by its day', () => {
    const { text, html } = ask()
    for (const body of [text.replaceAll(/\s+/g, ' '), html]) {
      expect(body).toContain('what you sent on Monday 14 September')
      expect(body).toContain('Spoke with Tanya, she sends the job description on Friday')
    }
  })

  it('numbers the answers of the plain text, so that a number answers it', () => {
    expect(ask().text).toContain('2. Tanya Osei, Fenwick Tools\n   https://relight.example/answer/b')
  })

  it('says what became of the rest of the note', () => {
    const nothing = ask()
    expect(`${nothing.text} ${nothing.html}`).toMatch(/Nothing of it is recorded until you say/)
    const rest = ask({ isRestRecorded: true })
    expect(rest.text).toContain('The rest of it is recorded')
    expect(`${rest.text} ${rest.html}`).not.toMatch(/Nothing of it is recorded/)
  })

  it('says that it asks once more, and where the question goes then', () => {
    expect(ask({ isAgain: true }).text).toMatch(/once\s+more,\s+and\s+then\s+it\s+waits\s+in\s+your\s+morning\s+mail/)
  })

  it('does not repeat a worn phrase out of the note', () => {
    const mail = ask({ question: 'You wrote: just following up with Tanya. Which Tanya?', quote: 'Any update?' })
    expect(`${mail.subject} ${mail.text} ${mail.html}`).not.toMatch(/following up|any update/i)
    expect(mail.html).toContain('Which did you mean?')
  })

  it('lets nothing out of a note become markup or a header', () => {
    const mail = ask({ quote: '<b>x</b>\r\nBcc: a@b.example', question: 'Who is <i>Tanya</i>?\r\nX: y' })
    expect(mail.html).not.toMatch(/<b>|<i>/)
    expect(mail.subject).not.toMatch(/[\r\n]/)
  })

  it('is known as ours, so that it starts no loop', () => {
    expect(ask().headers['X-Relight-Mail']).toBe('question')
  })
})

describe('a reply to a question', () => {
  const note = NoteId.parse('0123456789abcdef0123456789abcdef')
  const inbound = `${'a'.repeat(26)}@in.relight.example`

  it('is known by its address, which is no longer than mail allows', () => {
    const [local = ''] = questionAddress(inbound, note).split('@')
    expect(local.length).toBeLessThanOrEqual(64)
    expect(questionOf(local.split('+')[1] ?? '')).toBe(note)
    expect(questionOf('2026-09-22')).toBeUndefined()
    expect(questionOf('q12')).toBeUndefined()
  })

  it('is known by its references, at our own domain alone', () => {
    const id = questionReference(note, 'in.relight.example').slice(1, -1)
    expect(questionReferred(['x@y.example', id, '0100@email.amazonses.com'], 'in.relight.example')).toBe(note)
    expect(questionReferred([id.replace('relight', 'attacker')], 'in.relight.example')).toBeUndefined()
  })
})
