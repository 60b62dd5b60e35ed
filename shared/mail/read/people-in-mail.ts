import type { Role } from '../../domain/vocabulary.ts'
import { linesOf } from './lines.ts'
import { numbersIn, signaturePhones, splitSignature } from './signature.ts'

/** What the words of a mail say for certain of the people on it: who introduces whom, their numbers and roles. */

/** The part of a mail's words that is looked at. */
const WINDOW = 8000

/** The sentences of a mail's words, each with the one before it in its paragraph; wrapped lines are put together. */
const sentencesOf = (body: string): readonly { readonly text: string; readonly before: string }[] => {
  const { words } = splitSignature(linesOf(body.slice(0, WINDOW)))
  return words
    .join('\n')
    .split(/\n\s*\n/)
    .flatMap(paragraph => {
      const sentences = paragraph
        .replaceAll('\n', ' ')
        .split(/[.!?](?=\s|$)/)
        .map(text => text.trim())
        .filter(text => text !== '')
      return sentences.map((text, index) => ({ text, before: sentences[index - 1] ?? '' }))
    })
}

const firstName = (name: string): string => name.split(' ')[0] ?? ''

/** Whether words call somebody by the first name or the whole one. */
const calls = (words: string, name: string): boolean => {
  const first = firstName(name)
  return first.length > 1 && wordAt(words.toLowerCase(), first.toLowerCase()) >= 0
}

/** Where a word or a run of words stands by itself; -1 where it does not. */
const wordAt = (text: string, word: string): number => {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1))
    if (!isLetter(text[at - 1]) && !isLetter(text[at + word.length])) return at
  return -1
}

const isLetter = (character: string | undefined): boolean => character !== undefined && /[\p{L}\p{N}]/u.test(character)

const INTRODUCES =
  /\b(introduc\w+|connect(ing)? you|put(ting)? you in (touch|contact)|loop(ing|ed)? in|copy(ing)?|copied( in)?|cc'?(ing|d|ed)|adding|over to|hand(ing)? you (over|on)|pass(ing)? you (over|on)|please (work|speak|talk|deal|liaise|connect) (to|with)|your contact|point of contact|take (it|this|things) from here|look(s|ing)? after|reach out to)\b/i
const MEET = /(^|, |please |you to )meet ((my|our) )?(colleague,? )?$/i

/** Whether a sentence of the mail introduces this person by name, or the one after a sentence that says so of nobody. */
export const introduces = (body: string, name: string, others: readonly string[] = []): boolean => {
  const everybody = [name, ...others]
  return sentencesOf(body).some(({ text, before }) => {
    if (!calls(text, name)) return false
    const start = wordAt(text.toLowerCase(), firstName(name).toLowerCase())
    if (INTRODUCES.test(text) || MEET.test(text.slice(0, start))) return true
    return (
      /\b(introduc\w+|meet|connect(ing)?) .{0,20}\bcolleague\b/i.test(before) &&
      !everybody.some(who => calls(before, who))
    )
  })
}

const OWN = /\b(my|me|i'm|i am)\b/i

/**
 * Phone numbers in the sentences that name a person and nobody else of those given, or that follow such a one. A
 * sender's own also stand in the signature, and where they say "my number".
 */
export const phonesOf = (
  body: string,
  name: string,
  others: readonly string[],
  isSender = false,
): readonly string[] => {
  const told = sentencesOf(body).flatMap(({ text, before }) => {
    const numbers = numbersIn(text)
    if (numbers.length === 0) return []
    const named = [text, before].find(words => [name, ...others].some(who => calls(words, who)))
    if (named === undefined) return isSender && OWN.test(text) ? numbers : []
    return calls(named, name) && !others.some(other => calls(named, other)) ? numbers : []
  })
  const signed = isSender ? signaturePhones(splitSignature(linesOf(body.slice(0, WINDOW))).signature.join('\n')) : []
  return [...new Set([...told, ...signed].map(number => number.trim()))].slice(0, MOST_PHONES)
}
const MOST_PHONES = 5

const ROLE_AFTER =
  /^(?: \p{Lu}[\p{L}'’-]+){0,2}(?:,? \(|, | is | who (?:is|heads|leads|runs|looks after) |'s |’s )((?:who (?:is|heads|leads|runs|looks after) )?[^.,;()'’]{2,60})(?![\p{L}'’])/u
/** Words by which what follows a name tells of somebody else, or of something that happens. */
const NOT_BESIDE = /\b(team|department|will|has|have|had|are|was|were|says|said|needs|wants)\b|\S is\b/i
const ROLE_BEFORE = /(?:our|the|my) ([^.,;()'’]{2,50}?),?$/i

/** A role that the mail gives somebody right beside the name: "Susan, our HR partner", "the hiring manager, Mike". */
export const roleSaidOf = (body: string, name: string): Role | null => {
  const first = firstName(name)
  if (first.length < 2) return null
  for (const { text } of sentencesOf(body)) {
    const at = wordAt(text, first)
    if (at < 0) continue
    const after = ROLE_AFTER.exec(text.slice(at + first.length, at + first.length + 160))?.[1]
    const before = ROLE_BEFORE.exec(text.slice(Math.max(0, at - 60), at).trimEnd())?.[1]
    const role =
      (after && !NOT_BESIDE.test(after.replace(/^who (is|heads) /, '')) && roleIn(after)) || (before && roleIn(before))
    if (role) return role
  }
  return null
}

/** A role that a line of a signature, or words about somebody, name for certain. */
export const roleIn = (text: string): Role | null => {
  if (
    /\b(director|head|vp|vice president|chief|svp)\b.{0,20}\b(hr|human resources|people|talent)\b|\b(hr|human resources|people|talent)\b.{0,12}\b(director|head|vp|chief)\b|\bchro\b/i.test(
      text,
    )
  )
    return 'hr-director'
  if (/\bhiring manager\b/i.test(text)) return 'hiring-manager'
  if (
    /\b(hr|human resources|talent acquisition|people (partner|operations|ops)|recruitment (lead|manager))\b/i.test(text)
  )
    return 'hr'
  return null
}
