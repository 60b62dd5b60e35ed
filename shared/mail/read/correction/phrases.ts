/** What a recruiter says of a note that they sent before: "Ignore my last note", "correction: that was Tuesday, not Monday". */

export type Correction =
  /** All of it is wrong; what follows may tell it anew. */
  | { readonly kind: 'all'; readonly rest: string }
  /** One thing was another. `wrong` is what it was said to be, where that is told. */
  | { readonly kind: 'instead'; readonly right: string; readonly wrong: string | null }

/** Whoever corrects is brief; what is longer tells a story. */
const LONGEST = 300

const TAKE_BACK =
  /^(?:please |pls |can you |could you |actually |oops |sorry )*(?:ignore|disregard|scrap|scratch|delete|undo|forget|strike|retract|take back|drop|bin)(?: (?:that|this|it|about|my|the|what|i|last|previous|earlier|latest|just|said|sent|wrote|one|note|message|email|e-mail|mail|entry|update|too))*(?: please| pls)?$/
/** A verb alone or with "it" means the last note; with anything else it must name a note or point back. */
const POINTS_BACK =
  /\b(that|this|it|last|previous|earlier|latest|note|message|email|mail|entry|update|said|sent|wrote|undo)\b/
const WAS_WRONG =
  /^(?:sorry |oops )*(?:my|that|the) (?:last|previous|earlier)(?: (?:one|note|message|email|mail|entry|update))? (?:was|is) (?:a mistake|an error|wrong|not right|nonsense|sent by mistake|sent in error)$/

/** What a message takes back or corrects; null where it is a note like any other. Linear. */
export const correctionIn = (text: string): Correction | null => {
  const words = text.replaceAll('’', "'").replaceAll(/\s+/g, ' ').trim()
  if (words.length > LONGEST || words === '') return null
  const opening = /^(?:sorry|oops|actually|hi|hello)[,!.]? (?=\p{L})/iu.exec(words)?.[0] ?? ''
  const cut = opening.length + firstBreak(words.slice(opening.length))
  const head = words.slice(opening.length, cut).trim().toLowerCase()
  const rest = words.slice(cut).replace(/^[\s.,;:!–—-]+/, '')
  if ((TAKE_BACK.test(head) && POINTS_BACK.test(head)) || WAS_WRONG.test(head)) {
    const instead = insteadIn(rest)
    return instead ?? { kind: 'all', rest }
  }
  const cued = CUE.exec(words)
  if (cued) return insteadIn(words.slice(cued[0].length).replace(/^[\s.,;:!–—-]+/, ''), true)
  const plain = insteadIn(words)
  return plain?.kind === 'instead' && plain.wrong !== null ? plain : null
}

const firstBreak = (words: string): number => {
  const found = /[.,;:!]| [-–—]+ /.exec(words)
  return found ? found.index : words.length
}

const CUE = /^(?:correction|small correction|my mistake|my bad|typo|i misspoke|i got that wrong|sorry|oops|actually)\b/i
const SAID =
  /^(?:in my last note )?(?:(?:that|it|this|it all)? ?should (?:be|have been|say|read)|make that|make it|i meant|i mean|(?:that|it|this) (?:was|is|happened))(?: with| on| to| at)? /i
const NOT = /(?:,| -)? ?\b(?:not|instead of|rather than)\b(?: with| on| to| at)? /i

/** "that was Tuesday, not Monday", "Jim, not Susan", "I meant Jim". `cued`: a word before it says that it corrects. */
const insteadIn = (text: string, cued = false): Correction | null => {
  const sentence = text.replace(/[.!]+$/, '').trim()
  if (sentence === '' || sentence.length > 120) return null
  const said = SAID.exec(`${sentence} `)
  const body = said ? sentence.slice(said[0].length).trim() : sentence
  const not = NOT.exec(body)
  const right = (not ? body.slice(0, not.index) : body).trim().replace(/^(?:was|is|be) /i, '')
  const wrong = not ? body.slice(not.index + not[0].length).trim() : null
  const isShort = right !== '' && right.split(' ').length <= 5 && (wrong === null || wrong.split(' ').length <= 5)
  if (!isShort || wrong === '') return null
  if (said || (cued && wrong !== null)) return { kind: 'instead', right, wrong }
  return null
}
