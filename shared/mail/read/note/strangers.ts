import type { Mention, Names } from './names.ts'
import { ALSO_WORDS, bare, looksLikeName, type Place, said } from './people.ts'
import { plain, type Token, VERBS } from './words.ts'

/** Names that nobody in the book has. */

const STARTERS = new Set(
  'terms commercials docusign msa references reference shortlist rates details info brochure nobody everyone everybody someone somebody candidate client feedback offer agreement fee fees opening role position contract interview interviews meeting that this it who what which they she he we i you my our their his her the a an there here still nothing all both one two three yes great good thanks thank hi hello search job status news word corporate legal procurement finance leadership reception receptionist assistant company management boss replacement placement process rate invoice deal order everything something'.split(
    ' ',
  ),
)
/** What somebody who is not in the book does, or what is done with them. */
const THEIR_VERBS = new Set(
  "called rang phoned emailed texted replied wrote said says told wants wanted asked missed signed sent agreed cancelled left answered promised didn't didnt withdrew accepted declined picked hung gave spoke confirmed promised".split(
    ' ',
  ),
)
const OUR_VERBS = new Set(
  'with to called emailed texted rang phoned met tried left for from told per ping pinged call email text ring reached introduced'.split(
    ' ',
  ),
)

/** Words with a capital only because a sentence begins with them. */
const OPENERS = new Set(
  'try retry redial thank pick grab nudge almost nearly attempted managed forgot meant wanted replied answered unable able catching checked touched saw visited if when after before once then since because although though while as at on in by for with without about per via re from into over under until unless so but and or also just finally still yet maybe perhaps probably hopefully today yesterday tomorrow tonight last next first second new old good bad long short quick nice lovely lunch coffee dinner breakfast chat conversation introduced intro drinks reminder remember remind park pause close rest leave put drop keep make get see ask tell give take send write speak talk meet ping chase visit follow submit book schedule move cancel confirm hold awaiting expecting having being caught trying texting messaging dear fwd fw note fyi btw update summary recap only another more most many few some any every each no none not never always usually currently apparently turns looks seems sounds should would could might may must shall does did is are was were has have had our my your their her his its'.split(
    ' ',
  ),
)
const opens = (token: Token | undefined): boolean => {
  if (token === undefined) return false
  const { low } = token
  const isVerbForm = low.length > 5 && (low.endsWith('ed') || low.endsWith('ing'))
  return (
    isVerbForm ||
    STARTERS.has(low) ||
    OPENERS.has(low) ||
    OUR_VERBS.has(low) ||
    plain(low).some(word => VERBS.has(word))
  )
}

/** A name that nobody in the book has: capitalised words where a person is spoken of. */
export const strangerAt = (
  names: Names,
  tokens: readonly Token[],
  at: number,
  startsSentence: boolean,
): Place<Mention> | undefined => {
  const token = tokens[at]
  if (FEASTS.has(token?.low ?? '') || (token?.low === 'new' && (tokens[at + 1]?.low ?? '').startsWith('year')))
    return undefined
  if (isGivenSomething(tokens, at)) return { value: { said: said(tokens, at, 1), meant: [] }, length: 1 }
  if (!looksLikeName(token) || (startsSentence && opens(token)) || PLACED.has(tokens[at - 1]?.low ?? ''))
    return undefined
  let length = 1
  while (length < 3 && continuesName(names, tokens, at + length)) length += 1
  const after = tokens[at + length]?.low ?? ''
  const before = tokens[at - 1]?.low ?? ''
  const spokenOf = THEIR_VERBS.has(after) || (!startsSentence && OUR_VERBS.has(before))
  if (length === 1 && !spokenOf) return undefined
  return { value: { said: said(tokens, at, length), meant: [] }, length }
}

/** "left renee a voicemail": between the giving and what is given stands somebody, in small letters too. */
const isGivenSomething = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]?.kind === 'word' &&
  GIVING.has(tokens[at - 1]?.low ?? '') &&
  ARTICLES.has(tokens[at + 1]?.low ?? '') &&
  !NOBODY_NEW.has(tokens[at]?.low ?? '')
const GIVING = new Set(['left', 'gave', 'sent', 'shot', 'dropped'])
const ARTICLES = new Set(['a', 'an', 'the', 'another'])
const NOBODY_NEW = new Set(
  'her him them me us it you everyone everybody someone somebody both all each over out off back along across through in on at to with for by and yet again also just only not up down round around behind word notes today yesterday monday tuesday wednesday thursday friday hr reception legal'.split(
    ' ',
  ),
)

/** Written with a capital, and nobody's name. */
const FEASTS = new Set(
  'diwali holi eid ramadan hanukkah passover lent puja navratri onam pongal dussehra christmas easter thanksgiving'.split(
    ' ',
  ),
)

/** What stands after these is a place. */
const PLACED = new Set(['in', 'near', 'outside'])

const continuesName = (names: Names, tokens: readonly Token[], at: number): boolean => {
  const word = bare(tokens[at])
  const known = names.clients.has(word) || (names.people.has(word) && !ALSO_WORDS.has(word))
  return looksLikeName(tokens[at]) && !known && !tokens[at - 1]?.low.endsWith("'s")
}
