import { Temporal } from 'temporal-polyfill'
import { daysNamed, type NamedDay, type Order, orderIn, weekdayNamed } from './absence-days.ts'

/** What absence replies say, in the languages that clients write them in. */

/** Words that say, in the first person, that the writer is away. */
const I_AM_AWAY =
  /\b(i am|i'm|i’m|i will be|i'll be|i’ll be|we are|we will be) (currently |now |presently |still )?(out of (the |my )?office|ooo|out|away|off|on (annual |maternity |paternity |parental |sick |medical )?(leave|vacation|holidays?|pto)|travell?ing|unavailable|not in the office|with limited access)\b/i
const AWAY =
  /\bout of (the )?office\b|\b(limited|no|without) access to (my )?e-?mails?\b|\bon (annual |parental |maternity )?leave\b|\bon pto\b|\b(vacation|holiday) (until|through|from)\b/i
const I_AM_AWAY_ELSEWHERE =
  /(?<!\p{L})(ich bin|bin ich|ich befinde mich|wir sind|je suis|je serai|nous sommes|estoy|estaré|sono|sarò|ik ben|ben ik|estou|estarei|jag är|jeg er|jestem|olen|jsem)(?!\p{L})(?=.{0,60}?(nicht im (büro|haus)|nicht (am|an meinem) (arbeits)?platz|abwesend|im urlaub|außer haus|nicht erreichbar|absente?|en congés?|en vacances|en déplacement|fuera|ausente|de vacaciones|de baja|fuori|assente|in ferie|niet (aanwezig|op kantoor|bereikbaar)|afwezig|met verlof|(met|op) vakantie|de férias|fora|på semester|ledig|frånvarande|inte på kontoret|på ferie|ikke på kontoret|fraværende|bortrejst|bortreist|ude af kontoret|na urlopie|nieobecn|poza biurem|lomalla|poissa|na dovolené|mimo kancelář|nepřítom))/iu
const AWAY_ELSEWHERE =
  /(?<!\p{L})(nicht im (büro|haus)|abwesend|im urlaub|außer haus|absente?|en congés?|en vacances|fuera de la oficina|de vacaciones|fuori (ufficio|sede)|in ferie|niet (aanwezig|op kantoor)|afwezig|met verlof|(met|op) vakantie|på semester|inte på kontoret|på ferie|ikke på kontoret|ude af kontoret|fora do escritório|de férias|na urlopie|nieobecn|poza biurem|lomalla|poissa toimistolta|na dovolené|mimo kancelář)/iu

const MOST_CHARACTERS = 4000

/** Whether a text, known to be an automatic reply, is one of absence. */
export const isAway = (text: string): boolean => {
  const head = text.slice(0, MOST_CHARACTERS)
  return I_AM_AWAY.test(head) || AWAY.test(head) || AWAY_ELSEWHERE.test(head)
}

/** Whether a text is of somebody who is away: nobody tells of others like that. */
export const saysIAmAway = (text: string): boolean => {
  const head = text.slice(0, MOST_CHARACTERS)
  return I_AM_AWAY.test(head) || I_AM_AWAY_ELSEWHERE.test(head)
}

// The day they are back

const word = (list: string, flags = 'giu'): RegExp => new RegExp(String.raw`(?<!\p{L})(?:${list})(?!\p{L})`, flags)

/** Words that the day somebody is back follows. */
const BACK = word(
  String.raw`(?<!(?:get|getting|call|write|report|got|ring|calls) )back(?! ?-?up)(?! to you)|return(?:s|ing)?(?! (?:your|the (?:call|e-?mail)))|resum(?:e|ing)|re-?open(?:s|ing)?|available again|zurück|wieder(?= (?:da|im|erreichbar|für|persönlich|am|ab))|de retour|retour(?= (?:le|prévu))|reviens|reviendrai|reprends|reprendrai|de vuelta|vuelvo|volveré|regreso|regresaré|regresso|(?:me )?reincorpor\p{L}+|di ritorno|rientr\p{L}+|torno|tornerò|terug|weer(?= (?:aanwezig|bereikbaar|terug|op|beschikbaar))|de volta|volto|voltarei|regressarei|retorn\p{L}+|tillbaka|åter|tilbage|tilbake|wracam|wrócę|palaan|zpět|vrátím|vracím`,
)
/** … and those that stand behind it: "on Monday 7 December I am back", "ab dem 7.12. bin ich wieder da". */
const BACK_AFTER_DAY = word(
  `(?:i am|i'm|i’m|we are|we're|i will be|i'll be|we will be) back|(?:bin ich|sind wir) (?:wieder|zurück)|zurück|wieder (?:da|im|erreichbar)|ben ik (?:weer|terug)|weer (?:aanwezig|bereikbaar|terug)|terug`,
)
/** The last day of the absence follows. */
const THROUGH = word(
  String.raw`through|thru|(?:up to|until|till|til) and including|inclusive of|bis (?:einschließlich|einschl\.?|inkl\.?|inklusive|inclusive)(?: zum| dem)?|tot en met|t\/m|t\.o\.m\.?|till och med|til og med`,
)
/** The day of return follows, as most people mean it; "inclusive" behind the day makes it the last one. */
const UNTIL = word(
  String.raw`until|till|til|bis(?: zum)?|jusqu['’]au|jusqu['’]à|hasta(?: el)?|fino (?:al|a)|tot|até(?: a)?|do(?= \d)`,
)
const INCLUSIVE =
  /^[\s,(]*(inclusive|inclusivo|included|inclus|incluse|compris|comprise|compreso|compresa|incluso|inclusief|einschließlich|inkl|włącznie)(?!\p{L})/iu
/** Between two days of one absence. */
const TO =
  /^,? ?(?:[-–—]|to|through|thru|bis(?: zum| einschließlich)?|au|al|ao|a|til|tot(?: en met)?|t\/m|t\.o\.m\.|till och med|til og med|do) ?(?:the |le |el |il |den |dem |d\. )?$/iu
const AFTER = word('after|nach|après|después|dopo|efter', 'iu')

/** How far from such a word the day may stand. */
const REACH = 60
/** An absence that begins later than this has not begun: they are not away yet. */
const SOON_DAYS = 7

/**
 * The day on which somebody is back, as an absence reply puts it in words: "back on Monday 7 December", "until 7
 * December", "through Friday, December 4" and "23–27 November" (the day after). `sentOn` is the day it was sent, where
 * its writer is. Null where there is none, or more than one way to read it.
 */
export const returnDay = (text: string, sentOn: string): string | null => {
  const head = text.slice(0, MOST_CHARACTERS)
  const order: Order = AWAY_ELSEWHERE.test(head) ? 'day' : orderIn(head)
  const sentences = sentencesOf(head).map(sentence => ({ sentence, days: daysNamed(sentence, sentOn, order) }))
  const first = (find: (sentence: string, days: readonly NamedDay[]) => string | null): string | null => {
    for (const { sentence, days } of sentences) {
      const day = find(sentence, days)
      if (day !== null) return day
    }
    return null
  }
  return (
    first((sentence, days) => dayBehind(sentence, days, BACK, sentOn, isAfter)) ??
    first((sentence, days) => dayBefore(sentence, days)) ??
    first((sentence, days) => nextDay(dayBehind(sentence, days, THROUGH, sentOn, never))) ??
    first((sentence, days) => lastOfRange(sentence, days, sentOn)) ??
    first((sentence, days) => dayBehind(sentence, days, UNTIL, sentOn, isInclusive))
  )
}

/** Sentences, and the matters in them that brackets and semicolons set apart; white space as single spaces. */
const sentencesOf = (text: string): readonly string[] =>
  text
    .replace(/\n\s*\n|(?<=[.!?])\n/g, ' \u2029 ')
    .replace(/[^\S\u2029]+/g, ' ')
    .split(/\u2029|[!?;(]|(?<!\d)\.\s(?=\p{Lu})/u)

type Inside = { readonly sentence: string; readonly clue: number; readonly named: NamedDay }
const never = (): boolean => false
const isAfter = ({ sentence, clue, named }: Inside): boolean => AFTER.test(sentence.slice(clue, named.at))
const isInclusive = ({ sentence, named }: Inside): boolean => INCLUSIVE.test(sentence.slice(named.end, named.end + 20))

/** The first day that follows one of the words, or the day after it. */
const dayBehind = (
  sentence: string,
  days: readonly NamedDay[],
  words: RegExp,
  sentOn: string,
  isLast: (inside: Inside) => boolean,
): string | null => {
  for (const match of sentence.matchAll(words)) {
    const clue = match.index + match[0].length
    const named = days.find(({ at, end }) => end > clue && at - clue <= REACH)
    if (named?.day) return isLast({ sentence, clue, named }) ? nextDay(named.day) : named.day
    const weekday = named ? null : weekdayNamed(sentence.slice(clue, clue + REACH), sentOn)
    if (weekday !== null) return weekday
  }
  return null
}

/** The last day that stands before the words that say they are back then. */
const dayBefore = (sentence: string, days: readonly NamedDay[]): string | null => {
  for (const match of sentence.matchAll(BACK_AFTER_DAY)) {
    const named = days.findLast(
      ({ end, from }) => end <= match.index && match.index - end <= REACH && from === undefined,
    )
    if (named?.day) return named.day
  }
  return null
}

const lastOfRange = (sentence: string, days: readonly NamedDay[], sentOn: string): string | null => {
  for (const [index, named] of days.entries()) {
    const before = days[index - 1]
    const from = named.from ?? (before && TO.test(sentence.slice(before.end, named.at)) ? before.day : undefined)
    const hasBegun = from === undefined || from === null || isSoon(from, sentOn)
    if (from !== undefined && hasBegun && named.day) return nextDay(named.day)
  }
  return null
}

const isSoon = (day: string, sentOn: string): boolean =>
  Temporal.PlainDate.from(sentOn).until(Temporal.PlainDate.from(day)).days <= SOON_DAYS

const nextDay = (day: string | null): string | null =>
  day === null ? null : Temporal.PlainDate.from(day).add({ days: 1 }).toString()
