import type { Token } from './words.ts'

/** Whether a note is in English, told by the small words every sentence has. */

const ENGLISH = new Set(
  'the a an and to of in on is was with for she he her him they we i my our me it that this not no will at by from about but so are have has had left called spoke sent said says email emailed vm voicemail done met too then all after before again today tomorrow yesterday wants'.split(
    ' ',
  ),
)
/** Of the languages that business mail comes in; words that are English too are left out. */
const OTHERS = new Set(
  "der die das und ich mit nicht ist habe hat auf für von zu ein eine einen wir sie er gestern heute morgen angerufen gesprochen woche le la les des et je ai un une avec pour est pas dans sur nous elle il hier aujourd'hui appelé laissé el los las y con para por una he ha ayer hoy llamé hablé dejé correo ho parlato gli della di che non per sono ieri oggi tutto bene il lo è o os as com não uma ontem hoje falei liguei deixei het een en met ik heb niet voor van gisteren vandaag gebeld gesproken jag och att inte med på idag igår jeg ikke og til han hun się nie z na dzisiaj wczoraj".split(
    ' ',
  ),
)

export const isEnglish = (tokens: readonly Token[]): boolean => {
  const words = tokens.filter(token => token.kind === 'word')
  if (words.length === 0) return true
  const latin = words.filter(({ low }) => /[a-z\u00c0-\u024f]/.test(low)).length
  if (latin * 2 < words.length) return false
  const parts = words.flatMap(({ low }) => low.split("'"))
  const english = parts.filter(word => ENGLISH.has(word)).length
  const others = parts.filter(word => OTHERS.has(word) && !ENGLISH.has(word)).length
  return others < 2 || others <= english
}
