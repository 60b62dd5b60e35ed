import { describe, expect, it } from 'vitest'
import { writeQuestion } from '../../shared/mail/write/question.ts'

const ask = (question: string, about?: string, restRecorded = false) =>
  writeQuestion({
    recruiter: { name: 'Ines Marchetti' },
    question,
    ...(about ? { about } : {}),
    restRecorded,
    answers: [
      { word: 'susan-reyes', label: 'Susan Reyes, Acme Molding', url: 'https://relight.example/answer/a' },
      { word: 'susan-ito', label: 'Susan Ito, Corbel', url: 'https://relight.example/answer/b' },
      { word: 'none', label: 'None of these', url: 'https://relight.example/answer/c' },
    ],
    replyTo: 'token@in.relight.example',
  })

describe('a question', () => {
  it('asks one thing, with a button for each answer and for none of them', () => {
    const mail = ask('You spoke with Susan. Which Susan?', 'Quick note')
    expect(mail.subject).toBe('One question: You spoke with Susan. Which Susan?')
    expect(mail.text.match(/https:\/\/relight\.example\/answer\/./g)).toHaveLength(3)
    expect(mail.html.match(/href="https:\/\/relight\.example\/answer\/."/g)).toHaveLength(3)
    expect(mail.text).toContain('one question about your note "Quick note".')
  })

  it('says what became of the rest of the note', () => {
    const nothing = ask('Which Susan?')
    expect(`${nothing.text} ${nothing.html}`).toMatch(/Nothing of it is recorded until you say/)
    const rest = ask('Which Susan?', 'Two calls', true)
    expect(rest.text).toContain('The rest of it is recorded')
    expect(`${rest.text} ${rest.html}`).not.toMatch(/Nothing of it is recorded/)
  })

  it('does not repeat a worn phrase out of the note', () => {
    const mail = ask('You wrote: just following up with Susan. Which Susan?', 'Any update?')
    expect(`${mail.subject} ${mail.text} ${mail.html}`).not.toMatch(/following up|any update/i)
    expect(mail.html).toContain('Which did you mean?')
  })

  it('is known as ours, so that it starts no loop', () => {
    expect(ask('Which Susan?').headers['X-Relight-Mail']).toBe('question')
  })
})
