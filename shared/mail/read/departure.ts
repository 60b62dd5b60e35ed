/** What the automatic replies of those say who are gone for good, and who stands in for whom. */

const MOST_CHARACTERS = 4000

const sentencesOf = (text: string): readonly string[] =>
  text
    .slice(0, MOST_CHARACTERS)
    .split(/\n\s*\n|(?<=[.!?])\s+(?=[\p{Lu}"(])|\n(?=\p{Lu})/u)
    .map(sentence => sentence.replace(/\s+/g, ' ').trim())
    .filter(sentence => sentence !== '')

/** Of the writer's own mailbox: nobody tells of others like that. */
const I_LEFT =
  /\b(i have|i've|i’ve) (now |since |recently )?left (?!the office|my|you|a|an|for|this|it)\p{Lu}?|\bi (have )?left (the )?(company|firm|organi[sz]ation|business)\b|\bi (am|was) no longer (with|working (at|for)|employed|part of|an employee)\b|\bi('m|’m) no longer (with|working (at|for)|employed|part of)\b|\bi no longer work\b|\bmy last (working )?day (at|with|for) .{2,60}? was\b|(?<!\p{L})(ich (bin|arbeite) nicht mehr (bei|für|im unternehmen)|ich habe (das unternehmen|die firma) verlassen|j['’]ai quitté|je ne travaille plus|je ne fais plus partie|ya no trabajo|he dejado la empresa|non lavoro più|ho lasciato l['’]azienda|ik werk niet meer|ik ben niet meer werkzaam|já não trabalho|não trabalho mais|jag (arbetar|jobbar) inte längre|jag har slutat|jeg (arbejder|jobber|arbeider) ikke længere|jeg har sluttet|już nie pracuję)/iu

/** Of somebody whom the sentence names, or of whoever was written to. */
const LEFT =
  /\b(has|have) (now |since |recently )?left (the (company|firm|organi[sz]ation|business|team)|our (company|firm|organi[sz]ation|team|employ)|\p{Lu})|\b(is|are) no longer (with|working (at|for|here)|employed|part of|an employee|a member)\b|\bno longer works\b|(?<!\p{L})((hat|haben) (das unternehmen|unser unternehmen|die firma|unser haus) verlassen|ist nicht mehr (bei|für|im unternehmen|in unserem)|ist aus (dem|unserem) unternehmen ausgeschieden|ne fait plus partie|ne travaille plus|a quitté (la société|l['’]entreprise|notre|nos)|ya no trabaja|ha dejado la empresa|non lavora più|ha lasciato l['’]azienda|werkt niet meer|is niet (meer|langer) werkzaam|já não trabalha|não trabalha mais|har slutat|har sluttet|(arbetar|jobbar) inte längre|już nie pracuje)/iu

const WHOEVER =
  /\b(the )?(person|recipient|employee|colleague|contact|user|individual|addressee|team member)\b|\b(this|the) (mailbox|address|account) (owner|holder)\b|^(die|der|diese|dieser|la personne|la persona|de persoon)(?!\p{L})/iu

/** Whether an automatic reply says that the one who owns the mailbox, of this name, no longer works there. */
export const departureIn = (text: string, owner: string): boolean =>
  sentencesOf(text).some(
    sentence => I_LEFT.test(sentence) || (LEFT.test(sentence) && (calls(sentence, owner) || WHOEVER.test(sentence))),
  )

const calls = (sentence: string, owner: string): boolean => {
  const words = sentence.toLowerCase().split(/[^\p{L}'’-]+/u)
  return owner
    .toLowerCase()
    .split(/[\s,]+/)
    .some(name => name.length > 1 && words.includes(name))
}

const TURN_TO =
  /\b(contact|reach( out)?( to)?|call|e-?mail|write|speak|turn|refer|urgent(ly)?|emergenc(y|ies)|immediate|assistance|colleague|stand-?in|cover(ing)?|in my absence)\b|(?<!\p{L})(wenden|kontaktieren|dringend|vertretung|vertritt|kollegin|kollege|contacter|contactez|adresser|urgence|urgent|contactar|contacte|urgente|contattare|rivolgersi|urgenza|neem contact|dringende|spoed|contatar|kontakta|brådskande|kontakt|pilny|kiireelli)/iu
const WAY =
  /[\w.+-]{1,64}@[\w-]{1,63}\.[\w.-]{2,100}|(?:\+|\b|\()\(?\d[\d ().\-/]{6,17}\d\b|\b(contact|call|e-?mail|write to|reach out to|speak to) (my (colleague|manager|assistant|deputy),? )?\p{Lu}\p{Ll}+/u
const LONGEST = 300

/** Whom an automatic reply names for the meantime, in its own words; null where it names nobody. */
export const standInOf = (text: string): string | null =>
  sentencesOf(text)
    .find(sentence => TURN_TO.test(sentence) && WAY.test(sentence))
    ?.slice(0, LONGEST) ?? null
