import type { Milestone } from '../../domain/vocabulary.ts'
import { subjectOf } from './forward.ts'
import type { Attachment } from './message.ts'

/** What the words of a mail say for certain beside that it was sent. What is not certain is left to the recruiter. */

/** The part of a mail's words that is looked at. */
const WINDOW = 8000

type Mail = { readonly subject: string; readonly body: string; readonly attachments: readonly Attachment[] }

const JOB_DESCRIPTION = /\b(job|position|role) (description|spec|specification|profile)\b|\bJD\b/i
const ATTACHED =
  /\b(attach(ed|ing|ment)?|enclos(ed|ing)|here('s| is| are)|please find|find below|sending( you| over)?|see below)\b/i
const AGREEMENT =
  /\b(recruit(ment|ing)|fee|service|search|contingen(cy|t)|retainer|staffing|placement)?\s?(agreement|contract|terms of business)\b/i
const FOR_SIGNING =
  /\b(for (your )?(signature|signing)|to sign|sign (and|it)|countersign|docusign|please sign|e-?sign)\b/i
const SIGNED = /\b(signed|executed|countersigned)\b/i
const CANDIDATES = /\b(r[ée]sum[ée]s?|cvs?|candidates?|profiles?|shortlist)\b/i
/** Words of what has not happened, or not yet. */
const NEGATED =
  /n['’]t\b|['’]ll\b|\b(no|not|without|waiting for|once|when|after|before|if|whether|until|will|shall|could|would|can|going to|idea|tomorrow|later|soon|next (week|month)|(on|by|this) (mon|tues|wednes|thurs|fri)day)\b/i

/** Milestones that a client's mail reaches by what it brings. */
export const theirMilestones = (mail: Mail): readonly Milestone[] => {
  const sentences = sentencesOf(mail)
  const files = mail.attachments.map(attachment => attachment.name.replace(/[_-]/g, ' '))
  const reached: Milestone[] = []
  if (
    files.some(file => JOB_DESCRIPTION.test(file)) ||
    sentences.some(text => JOB_DESCRIPTION.test(text) && ATTACHED.test(text) && !NEGATED.test(text))
  )
    reached.push('job-description-received')
  if (
    files.some(file => SIGNED.test(file) && AGREEMENT.test(file)) ||
    sentences.some(text => SIGNED.test(text) && AGREEMENT.test(text) && ATTACHED.test(text) && !NEGATED.test(text))
  )
    reached.push('agreement-signed')
  return reached
}

/** Milestones that our own mail reaches by what it sends. */
export const ourMilestones = (mail: Mail): readonly Milestone[] => {
  const sentences = sentencesOf(mail)
  const files = mail.attachments.map(attachment => attachment.name.replace(/[_-]/g, ' '))
  const reached: Milestone[] = []
  if (
    files.some(file => AGREEMENT.test(file)) ||
    (AGREEMENT.test(ownSubject(mail.subject)) && FOR_SIGNING.test(mail.subject)) ||
    sentences.some(text => AGREEMENT.test(text) && ATTACHED.test(text) && !NEGATED.test(text)) ||
    (sentences.some(text => AGREEMENT.test(text)) &&
      sentences.some(text => FOR_SIGNING.test(text) && !NEGATED.test(text)) &&
      files.length > 0)
  )
    reached.push('agreement-sent')
  if (
    files.some(file => CANDIDATES.test(file)) ||
    sentences.some(text => CANDIDATES.test(text) && ATTACHED.test(text) && !NEGATED.test(text))
  )
    reached.push('candidates-sent')
  return reached
}

/** The subject of an answer tells of the mail that it answers. */
const ownSubject = (subject: string): string => (subjectOf(subject).kind === 'answer' ? '' : subject)

/** A question tells nothing. */
const sentencesOf = ({ subject, body }: Mail): readonly string[] =>
  `${ownSubject(subject)}\n${body}`
    .slice(0, WINDOW)
    .split(/(?<=[.!?])\s|\n/)
    .filter(sentence => !sentence.trim().endsWith('?'))
