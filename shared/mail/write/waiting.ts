import { oneLine, printable, quotable } from '../../domain/plays/words.ts'
import type { DigestInput, ShortLine } from './digest.ts'

/** The digest's lines about notes that wait for a word: what was asked, and what was held. */

type Links = Pick<DigestInput, 'answerLink' | 'noteLink'>

export const questionLine = async (
  { note, text, quote, isLast, answers }: DigestInput['questions'][number],
  { answerLink }: Links,
): Promise<ShortLine> => {
  const asked = printable(text, 400) ?? 'It could mean more than one thing. Which?'
  // Some questions quote the words that they ask about.
  const words = asked.includes('“') ? undefined : quotable(quote, 120)
  return {
    text: [
      words && `About "${words}": `,
      asked,
      isLast && ' It stands here for the last time, and stays among your notes.',
    ]
      .filter(part => typeof part === 'string')
      .join(''),
    buttons: await Promise.all(
      answers.map(async ({ word, label }) => ({ word, label: oneLine(label), url: await answerLink(note, word) })),
    ),
  }
}

export const heldLine = async (
  held: DigestInput['held'][number],
  { answerLink, noteLink }: Links,
): Promise<ShortLine> => {
  const { note, from, subject, why } = held
  const about = quotable(subject, 80)
  const sender = held.isOwn ? 'from your own address' : from === '' ? 'without a sender' : `from ${oneLine(from)}`
  const because = quotable(why, 160) ?? 'It could not be trusted'
  return {
    text: `A message ${sender}${about ? `, "${about}",` : ''} was held. ${because}. ${whatToDo(held)}`,
    buttons: [
      { word: 'look', label: 'Look at it', url: await noteLink(note) },
      { word: 'seen', label: 'Put it aside', url: await answerLink(note, 'seen') },
    ],
  }
}

/** A receipt that was one too many to send. */
export const keptLine = async (
  { note, says }: DigestInput['kept'][number],
  { noteLink }: Pick<DigestInput, 'noteLink'>,
): Promise<ShortLine> => ({
  text: `${printable(says, 200) ?? 'A mail of yours changed an account'}. It waited for the morning: you had twenty mails of mine within two hours.`,
  buttons: [{ word: 'look', label: 'Look at it', url: await noteLink(note) }],
})

/** What the recruiter can do about a message that was held, in a sentence. */
export const whatToDo = ({ rule, isOwn }: { readonly rule: string; readonly isOwn: boolean }): string => {
  if (isOwn && rule === 'sender not proven') return 'If it was you, look at it and have it read all the same.'
  if (rule === 'sender not proven' || rule === 'unknown sender') return 'Forward it to me yourself, and it counts.'
  return 'Tell me in a line what it said, and that counts.'
}
