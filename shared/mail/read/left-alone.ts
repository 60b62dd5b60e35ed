/** Whether somebody asks not to be written to or called any more. What is no more than the manner of it is not that. */

const LONGEST = 4000

const ASKS =
  /\b(stop (contacting|e-?mailing|calling|writing( to)?|messaging|texting) (me|us)|(remove|delete|take) (me|us|my (name|details|data|e-?mail|address)) (off|from) (your|the|this|any|all)|unsubscribe (me|us)|no (further|more) (contact|e-?mails?|calls?|messages)|leave (me|us) alone|not wish to be (contacted|called|e-?mailed)|(do not|don['’]t|never) (contact|e-?mail|call|write to|message|text) (me|us)(?= (again|any ?more|in (the )?future)|\s*[.!\n]|\s*$)|keine? weiteren? (e-?mails?|anrufe|nachrichten|kontakt)|nicht mehr (kontaktieren|anrufen|anschreiben)|ne plus (me|nous) (contacter|écrire|appeler)|no (me|nos) (contacte|llame|escriba)n? más|niet meer (te )?(benaderen|contacteren|bellen|mailen))/iu

export const asksToBeLeftAlone = (body: string): boolean => ASKS.test(body.slice(0, LONGEST))
