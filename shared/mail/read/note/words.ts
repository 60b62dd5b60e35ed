import { SAME } from './spellings.ts'

/** A note cut into words, numbers and marks, with the many spellings of one thing brought to one word. */

export type Token = {
  /** As it stands in the note. */
  readonly text: string
  /** Lower case, straight apostrophes. */
  readonly low: string
  readonly start: number
  readonly end: number
  readonly kind: 'word' | 'number' | 'address' | 'mark' | 'end'
}

const letter = /[\p{L}\p{M}]/u
const digit = /[0-9]/
const ABBREVIATIONS = new Set(
  'mr mrs ms dr st jr sr approx ext tel jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri'.split(
    ' ',
  ),
)
const SINGLE = /^[a-z]$/i

/** Linear in the text. Sentence ends (`.` `!` `?` `;` and line breaks) come out as tokens of kind `end`. */
export const tokenize = (text: string): readonly Token[] => {
  const found: Token[] = []
  let at = 0
  const push = (end: number, kind: Token['kind']): void => {
    const word = text.slice(at, end)
    found.push({ text: word, low: word.toLowerCase().replaceAll('’', "'"), start: at, end, kind })
    at = end
  }
  while (at < text.length) {
    const here = text.charAt(at)
    if (here === '\n') push(at + 1, 'end')
    else if (here.trim() === '') at += 1
    else if (digit.test(here) || (here === '+' && digit.test(text.charAt(at + 1)))) push(numberEnd(text, at), 'number')
    else if (letter.test(here)) {
      const end = wordEnd(text, at)
      push(end, text.slice(at, end).includes('@') ? 'address' : 'word')
    } else if ('!?;'.includes(here) || (here === '.' && !belongsToWord(found.at(-1), at))) push(at + 1, 'end')
    else push(at + 1, 'mark')
  }
  return found
}

const belongsToWord = (before: Token | undefined, at: number): boolean =>
  before?.kind === 'word' && before.end === at && (ABBREVIATIONS.has(before.low) || SINGLE.test(before.low))

const wordEnd = (text: string, start: number): number => {
  let end = start + 1
  for (; end < text.length; end += 1) {
    const here = text.charAt(end)
    if (letter.test(here) || digit.test(here) || here === '@' || here === '_') continue
    const joins = "'’-./&".includes(here) && letter.test(text.charAt(end + 1))
    if (!joins) break
    if (here === '.' && !inAbbreviation(text, start, end)) break
    if (here === '/' && end - start > 2) break
  }
  return text.slice(start, end).endsWith('.') ? end - 1 : end
}

/** `a.m.` and addresses keep their dots; the end of a sentence that lacks a space does not. */
const inAbbreviation = (text: string, start: number, dot: number): boolean =>
  dot - start === 1 || text.slice(start, dot).includes('@') || hasAtAhead(text, dot)

const hasAtAhead = (text: string, from: number): boolean => {
  for (let index = from; index < Math.min(text.length, from + 64); index += 1) {
    const here = text.charAt(index)
    if (here === '@') return true
    if (here.trim() === '' || here === ',') return false
  }
  return false
}

const numberEnd = (text: string, start: number): number => {
  let end = start + 1
  for (; end < text.length; end += 1) {
    const here = text.charAt(end)
    if (digit.test(here)) continue
    if ('./:-,'.includes(here) && digit.test(text.charAt(end + 1))) continue
    if (here === '%') return end + 1
    if (!letter.test(here)) break
  }
  return end
}

const ENDINGS: readonly (readonly [string, string])[] = [
  ["n't", 'not'],
  ["'ll", 'will'],
  ["'re", 'are'],
  ["'ve", 'have'],
  ["'m", 'am'],
  ["'d", 'would'],
  ["'s", "'s"],
]
const PRONOUNS_IS = new Set([
  'she',
  'he',
  'it',
  'that',
  'there',
  'what',
  'who',
  'here',
  'everything',
  'nothing',
  'where',
  'how',
])

/** The word or words that a token stands for. */
export const plain = (low: string): readonly string[] => {
  const same = SAME.get(low)
  if (same !== undefined) return same.split(' ')
  for (const [ending, word] of ENDINGS) {
    if (!low.endsWith(ending) || low.length === ending.length) continue
    const stem = low.slice(0, -ending.length)
    const rest = word === "'s" && PRONOUNS_IS.has(stem) ? 'is' : word
    return [...(SAME.get(stem)?.split(' ') ?? [stem]), rest]
  }
  return [low]
}

/** Words that change nothing in what a clause says: phrases are matched without them. */
export const NOISE = new Set(
  'a an the kindly duly rather just also finally again quickly briefly really actually then literally very quite too already however anyway well btw fyi please even both himself herself themselves personally sorry plumb downright simply frankly honestly certainly definitely absolutely totally completely basically obviously unfortunately sadly luckily thankfully'.split(
    ' ',
  ),
)

/** Verbs with which a new clause begins. */
export const VERBS = new Set(
  'called emailed texted messaged left spoke talked met got had tried walked agreed signed introduced heard voicemail no_answer will need have going waiting asked booked scheduled moved cancelled submitted sent received wants wanted is was are were said says told missed has needs replied likes promised went took gave gets did does do not never no must should might can could calling calls owes remind let skip drop done saw popped swung wrote dropped shot rescheduled confirmed forwarded discussed reached returned fee then nothing still hopes hoping thinks seems feels sounded looking forgot straight followed apologised apologized chased nudged thanked explained turns'.split(
    ' ',
  ),
)

/** Words before a sentence that say nothing: "Also,", "Quick update:". */
export const PREAMBLE = new Set(
  'listen lord mate honestly righto alright also ok okay hi hello hey fyi just update quick btw well plus note morning afternoon evening so'.split(
    ' ',
  ),
)
/** Words that a note may end or begin with, and that tell of nothing. */
export const COURTESY = new Set(
  'thanks thank you great good okay perfect noted got it will do cheers sure sounds best regards kind warm sent from my iphone android outlook for galaxy samsung ipad mobile device phone morning afternoon evening hi hello hey also update quick fyi talk soon have day weekend one all team lol haha ta ty np lovely brilliant super appreciated much many very so'.split(
    ' ',
  ),
)
