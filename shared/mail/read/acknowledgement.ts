import type { Attachment } from './message.ts'
import { writtenPart } from './reply.ts'
import { signedAt } from './signature.ts'

/** Thanks and the like move no ball. Only what says nothing else is one: what is not certain counts as a message. */

/** The part of a mail's words that is looked at; who says more than this says more than thanks. */
const WINDOW = 2000
const LONGEST = 240

type Mail = {
  readonly subject: string
  readonly body: string
  readonly attachments: readonly Attachment[]
}

/** Calendars write these before the title of a meeting that somebody has agreed to. */
const ACCEPTED =
  /^\s*(accepted|tentative|tentatively accepted|angenommen|zugesagt|accept[ée]|aceptad[oa]|accettat[oa])\s?:/i

const SENTENCES: readonly RegExp[] = [
  /^(?:(?:very )?(?:many|big|much) |ok(?:ay)?,? |great,? |perfect,? |super,? |lovely,? )?(?:thanks|thank you|thx|ty|cheers|merci|danke|vielen dank|gracias|muchas gracias|grazie|obrigad[oa]|bedankt|dank je|tack|takk|tak)(?: (?:you|beaucoup|bien|mille|schön|sehr|wel|så mycket|so much|very much|a lot|a million|a bunch|again|indeed|everyone|all|both|and (?:noted|received|understood)))*(?: for .{1,120})?$/i,
  /^(?:got (?:it|this|them|that)|(?:all )?received(?: (?:it|this|them|with thanks|and noted|safely))?|noted(?: with thanks)?|understood|will do|sounds (?:good|great|perfect|fine)|(?:that is |that's |that’s |this is |all )?(?:great|perfect|super|wonderful|excellent|lovely|brilliant|fantastic|awesome|fine|good)|ok(?:ay)?|k|cool|(?:much )?appreciated|(?:i |we )?(?:really |much )?appreciate (?:it|this|that|your .{1,40}))(?: (?:thanks|thank you|cheers)(?: .{1,40})?)?$/i,
  /^(?:(?:i|we|he|she|they)(?:['’]ll| will)|will) (?:have a |take a )?(?:review|look|read|check|discuss|get back|come back|be in touch|revert|circulate|digest)(?: .{1,80})?$/i,
  /^(?:i am |i'm |i’m |we are |we're |we’re )?look(?:ing)? forward(?: .{1,60})?$/i,
  /^(?:have|enjoy) (?:a|your|the) .{1,40}$/i,
  /^(?:you too|likewise|same to you|talk soon|speak soon|best|regards|(?:kind|best|warm) (?:regards|wishes)|all the best|sincerely|yours .{1,20}|sent from my .{1,30})$/i,
]

/** Whether a mail only thanks, or says that something was received or accepted. `names` are the writer's and the reader's. */
export const isAcknowledgement = (
  { subject, body, attachments }: Mail,
  names: { readonly writer: string; readonly reader: string },
): boolean => {
  const [writer, reader] = [firstName(names.writer), firstName(names.reader)]
  const words = withoutSignature(writtenPart(body.slice(0, WINDOW)), writer).trim()
  if (words.length > LONGEST || words.includes('?')) return false
  if (ACCEPTED.test(subject)) return true
  const sentences = words
    .split(/[.,!;\n]+|\s[-–—]+\s/)
    .map(plain)
    .filter(sentence => sentence !== '' && (thanks(sentence) || !isName(sentence, [writer, reader])))
  return (
    attachments.length === 0 &&
    sentences.every(sentence => thanks(sentence) || thanks(withoutName(sentence, [writer, reader]))) &&
    (sentences.length > 0 || EMOJI.test(words))
  )
}

const thanks = (sentence: string): boolean => SENTENCES.some(form => form.test(sentence))

const EMOJI = /\p{Extended_Pictographic}/u
const GREETING = /^(?:hi|hello|hey|dear|good (?:morning|afternoon|evening))\b(?: (?:there|all|both|team|again))?/i

/** Without emoji and greetings. */
const plain = (sentence: string): string =>
  sentence
    .replace(/\p{Extended_Pictographic}|\p{Emoji_Modifier}|\ufe0f/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(GREETING, '')
    .trim()

/** "Thanks Dan" without the name. */
const withoutName = (sentence: string, names: readonly string[]): string => {
  const at = sentence.lastIndexOf(' ')
  return at > 0 && isName(sentence.slice(at + 1), names) ? sentence.slice(0, at) : sentence
}

const firstName = (name: string): string => name.trim().split(' ')[0]?.toLowerCase() ?? ''

/** "Dan" or "Daniel", whichever of them the mailbox says. */
const isName = (word: string, names: readonly string[]): boolean => {
  const said = word.toLowerCase()
  return said.length > 2
    ? names.some(name => name.length > 2 && (name.startsWith(said) || said.startsWith(name)))
    : names.includes(said)
}

/** Up to the line that the writer's own name begins: what follows it is the signature. */
const withoutSignature = (words: string, writer: string): string => {
  const lines = words.split('\n')
  return lines.slice(0, signedAt(lines, writer)).join('\n')
}
