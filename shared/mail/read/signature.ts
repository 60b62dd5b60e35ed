import { fold } from './lines.ts'

/**
 * The writer's words and the signature below them: name and title, a delimiter and what follows, what a phone adds.
 * `isBelow` says that the lines stand below other words, so that all of them may be a signature.
 */
export const splitSignature = (
  lines: readonly string[],
  isBelow = false,
): { readonly words: readonly string[]; readonly signature: readonly string[] } => {
  const open = lines.filter(line => !isBanner(line))
  const cut = Math.min(delimiterAt(open, isBelow), disclaimerAt(open))
  const above = withoutEnd(open.slice(0, cut).filter(line => !isSentFrom(line)))
  const block = nameBlockAt(above)
  return {
    words: withoutEnd(above.slice(0, block)),
    signature: [...above.slice(block), ...open.slice(cut)].filter(line => !isRule(line)),
  }
}

/** Telephone numbers in a signature, as they stand there; a fax is none. */
export const signaturePhones = (signature: string): readonly string[] =>
  signature
    .split('\n')
    .slice(0, 40)
    .filter(line => line.length < 200)
    .flatMap(line => numbersIn(line.replace(FAX, ' ')))

const FAX = /\b(?:tele)?fax\b.*|(?:^|[\s|,;·])f(?:[:.]\s?|\s)(?=[+(\d])[+\d\s()./-]{6,30}/gi

/** What may be a telephone number in a line or a sentence: no date, no span of years, no range of pay. */
export const numbersIn = (text: string): readonly string[] =>
  [...text.matchAll(PHONES)]
    .map(([number]) => number)
    .filter(number => {
      const digits = number.replace(/\D/g, '').length
      return digits >= 7 && digits <= 15 && !NO_PHONES.some(form => form.test(number))
    })

const NO_PHONES: readonly RegExp[] = [
  /^(\d{1,2}[-./]\d{1,2}[-./](19|20)?\d\d|(19|20)\d\d[-./]\d{1,2}[-./]\d{1,2})(\s|$)/,
  /^(19|20)\d\d-(19|20)\d\d$/,
  /^\d{2,3}000\s?[-/]\s?\d{2,3}000$/,
]

/** Where a writer's own name begins the signature; the number of lines where it does not. */
export const signedAt = (lines: readonly string[], writer: string): number => {
  const first = (writer.trim().split(' ')[0] ?? '').toLowerCase()
  const at = lines.findLastIndex(
    (line, index) =>
      index > 0 && first !== '' && line.trim().length <= 80 && line.trim().toLowerCase().startsWith(first),
  )
  return at === -1 ? lines.length : at
}

/** In groups, as most are written; whole only behind a plus. */
const PHONE = String.raw`(?<![\d\w.@/-])(?:(?:\+\d{1,3}[\s./-]?)?(?:\(\d{1,4}\)[\s./-]?)?\d{2,8}(?:[\s./-]{1,3}\d{2,8}){1,4}|\+\d{1,3}[\s./-]?\d{6,12})(?![\d\w@/])`
const PHONES = new RegExp(PHONE, 'g')
const CONTACT_LINE = new RegExp(`${PHONE}|[^\\s@]@[^\\s@]+\\.[a-z]|\\bwww\\.|https?://`, 'i')

/** RFC 3676 (4.3) gives `-- `; programs lose the space or write a dash, and some draw a line of underscores. */
const delimiterAt = (lines: readonly string[], isBelow: boolean): number => {
  const firstWords = isBelow ? -1 : lines.findIndex(line => line.trim() !== '')
  const isLow = lowestOf(lines, 10)
  const at = lines.findIndex(
    (line, index) => index > firstWords && (/^(--|—|––)\s*$/.test(line) || (index >= isLow && /^_{5,}\s*$/.test(line))),
  )
  return at === -1 ? lines.length : at
}

/** The line below which at most so many others hold words. */
const lowestOf = (lines: readonly string[], most: number): number => {
  let filled = 0
  for (let at = lines.length - 1; at >= 0; at--) if (lines[at]?.trim() !== '' && ++filled > most + 1) return at + 1
  return 0
}

const LEGAL =
  /^\W{0,4}(confidentiality( notice| note)?\b|disclaimer\b|legal (notice|disclaimer)\b|privileged and confidential\b|((this|the (information|content|contents) (contained )?(in|of) this) (e-?mail|message|communication|transmission)))/i
const LEGAL_WORDS = /confidential|privileged|intended|recipient|disclos|unauthori[sz]ed|virus/i

const disclaimerAt = (lines: readonly string[]): number => {
  const at = lines.findIndex(
    (line, index) =>
      LEGAL.test(line.slice(0, 120)) &&
      LEGAL_WORDS.test(
        lines
          .slice(index, index + 3)
          .join(' ')
          .slice(0, 600),
      ),
  )
  return at === -1 ? lines.length : at
}

const BANNER =
  /^\W{0,4}((caution|warning|external)\b.{0,40}(e-?mail|sender|message|organi[sz]ation)|\[external\]|you don'?t often (get|receive) e-?mail from)/i

/** What a company's gateway sets above mail from outside. */
const isBanner = (line: string): boolean => line.length < 400 && BANNER.test(line.slice(0, 120))

const DEVICE = String.raw`\[?(my|a|an|the|mobile|phone|iphone|ipad|ipod|android|samsung|galaxy|blackberry|windows|outlook|mailbox|mail\b|airmail|yahoo|gmail|proton|spark|superhuman|aol)\b`
const SENT_FROM = new RegExp(
  [
    `^sent from ${DEVICE}`,
    String.raw`^sent (via|with|using|by) (?!(a|an|the)\b)${DEVICE}`,
    // Every language has a verb of its own for getting it.
    String.raw`^(\S+ ){0,4}\[?outlook (for|för|für|voor|til|pour|para|per|pentru|pro|pre|za|na|dla systemu|для) (ios|android)(['’]?[\p{L}\p{Pd}]{0,8}( \p{L}+){0,2}(\s?[<(]\S+[>)])?|\s?[\]<(]{0,2}https?:\S+)$`,
    String.raw`^(\p{L}+ )?from (my )?(iphone|ipad|mobile|android)\b`,
    String.raw`^envoyé (depuis|de) (mon|ma)\b`,
    String.raw`^von mein\p{L}* .*gesendet`,
    '^gesendet (von|mit) ',
    '^diese nachricht wurde von mein',
    '^enviad[oa] (desde|do|da|a partir d)',
    '^inviato d(a|al|alla) ',
    '^verzonden (vanaf|met|via|van) ',
    '^(sendt fra|skickat från) ',
    '^lähetetty .*(iphone|android|puhelime|laittee)',
    '^(wysłane|odesláno|odoslané) z ',
    '^trimis de pe ',
    '^poslano s(a)? mo(g|je) ',
    '^((el)?küldve|saadetud) .*(iphone|ipad|android)',
    '(iphone|ipad|android).{0,12} gönderildi$',
    '^(отправлено (с|из)|надіслано з) ',
    '^(從我的|从我的|发自我的|發自我的)',
    '(から送信|에서 보냄)$',
  ].join('|'),
  'u',
)

/** "Sent from my iPhone" and its like, in any language. */
const isSentFrom = (line: string): boolean =>
  line.length <= 160 &&
  SENT_FROM.test(
    fold(line)
      .trim()
      .replace(/^[<(*[]+/, ''),
  )

const isRule = (line: string): boolean => line.length < 200 && line.trim() !== '' && /^[-–—_=~*#+•ᐧ\s]+$/.test(line)

/** Rules and empty lines at the end, where nothing follows that they could part. */
const withoutEnd = (lines: readonly string[]): readonly string[] => {
  let end = lines.length
  while (end > 0 && (lines[end - 1]?.trim() === '' || isRule(lines[end - 1] ?? ''))) end--
  return lines.slice(0, end)
}

const NAME = /^\p{Lu}[\p{L}'’.-]*(?: (?:\p{Lu}[\p{L}'’.-]*|de|van|von|da|di|la|le|der|den)){1,3},?$/u
const CLOSING =
  /^(best|kind|warm|many|with|thanks|thank you|thx|cheers|regards|sincerely|yours|all the best|talk soon|br|kr)\b[\w\s]{0,25}[,.!]?$/i
const MOST_LINES = 8

/**
 * Where a block of name, title and telephone begins at the end; the number of lines where there is none. Below a
 * closing two lines make one, else three: a name and a number alone are what a recruiter notes.
 */
const nameBlockAt = (lines: readonly string[]): number => {
  let hasContact = false
  let count = 0
  for (let at = lines.length - 1; at > 0 && count < MOST_LINES; at--) {
    const line = (lines[at] ?? '').trim()
    if (line === '') {
      if (hasContact || count === 0) continue
      break
    }
    if (line.length > 90) break
    count++
    if (CONTACT_LINE.test(line)) hasContact = true
    if (!hasContact || !NAME.test(line)) continue
    const above =
      lines
        .slice(Math.max(0, at - 3), at)
        .findLast(other => other.trim() !== '')
        ?.trim() ?? ''
    if (above !== '' && (count >= 3 || (count === 2 && CLOSING.test(above)))) return at
  }
  return lines.length
}
