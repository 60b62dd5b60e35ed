/**
 * What mail programs write around the messages that they quote and forward, by language. One row a language; a
 * program or a language that is not read yet is a word more in a row, or a row more. All in lower case.
 *
 * Programs mix languages (Gmail translates `From` alone), so labels are looked up across all rows. Names of months and
 * days come from Intl by the row's `locale`.
 */
export type Language = {
  readonly locale: string
  readonly from: readonly string[]
  readonly date: readonly string[]
  readonly to: readonly string[]
  readonly cc: readonly string[]
  readonly subject: readonly string[]
  /** Lines above a forwarded message, without their dashes. */
  readonly forwarded: readonly string[]
  /** Lines above a message that is forwarded or answered alike. */
  readonly original: readonly string[]
  /** The verb of "On Monday Ann wrote:". Where it takes two words apart, the first comes first: `a … écrit`. */
  readonly wrote: readonly string[]
  /** Before a subject: forwarded, answered. */
  readonly forwardPrefixes: readonly string[]
  readonly replyPrefixes: readonly string[]
  readonly onBehalfOf: readonly string[]
}

const words = (list: string): readonly string[] => (list === '' ? [] : list.split('|'))

const language = (
  locale: string,
  labels: { from: string; date: string; to: string; cc: string; subject: string },
  separators: { forwarded: string; original: string },
  rest: { wrote: string; forward: string; reply: string; behalf: string },
): Language => ({
  locale,
  from: words(labels.from),
  date: words(labels.date),
  to: words(labels.to),
  cc: words(labels.cc),
  subject: words(labels.subject),
  forwarded: words(separators.forwarded),
  original: words(separators.original),
  wrote: words(rest.wrote),
  forwardPrefixes: words(rest.forward),
  replyPrefixes: words(rest.reply),
  onBehalfOf: words(rest.behalf),
})

export const LANGUAGES: readonly Language[] = [
  language(
    'en',
    { from: 'from', date: 'date|sent', to: 'to', cc: 'cc|copy', subject: 'subject' },
    {
      forwarded: 'forwarded message|begin forwarded message|start of forwarded message|forwarded by',
      original: 'original message|original appointment|original email',
    },
    { wrote: 'wrote|writes', forward: 'fw|fwd|forward', reply: 're', behalf: 'on behalf of' },
  ),
  language(
    'cs',
    { from: 'od', date: 'datum|odesláno', to: 'komu', cc: 'kopie', subject: 'předmět' },
    { forwarded: 'přeposlaná zpráva|začátek přeposílané zprávy', original: 'původní zpráva|původní e-mail' },
    { wrote: 'napsal|napsala|napsal(a)|napsal/a', forward: 'př', reply: 'odp', behalf: 'jménem' },
  ),
  language(
    'da',
    { from: 'fra', date: 'dato|sendt', to: 'til', cc: 'kopi', subject: 'emne' },
    {
      forwarded: 'videresendt meddelelse|videresendt besked|start på videresendt besked',
      original: 'oprindelig meddelelse',
    },
    { wrote: 'skrev', forward: 'vs', reply: 'sv', behalf: 'på vegne af' },
  ),
  language(
    'de',
    { from: 'von', date: 'datum|gesendet', to: 'an', cc: 'kopie|kopie (cc)', subject: 'betreff' },
    {
      forwarded: 'weitergeleitete nachricht|anfang der weitergeleiteten nachricht',
      original: 'ursprüngliche nachricht|originalnachricht|original-nachricht',
    },
    { wrote: 'schrieb|hat geschrieben', forward: 'wg|weitergeleitet', reply: 'aw|antw', behalf: 'im auftrag von' },
  ),
  language(
    'es',
    { from: 'de', date: 'fecha|enviado|enviado el', to: 'para|a', cc: 'copia', subject: 'asunto' },
    { forwarded: 'mensaje reenviado|inicio del mensaje reenviado', original: 'mensaje original' },
    { wrote: 'escribió', forward: 'rv|reenv', reply: 'res', behalf: 'en nombre de' },
  ),
  language(
    'et',
    { from: 'saatja', date: 'kuupäev|saadetud', to: 'saaja|adressaat', cc: 'koopia', subject: 'teema' },
    { forwarded: 'edastatud kiri|edastatud sõnum', original: 'algne kiri|algne sõnum' },
    { wrote: 'kirjutas', forward: 'ed', reply: 'vs', behalf: 'nimel' },
  ),
  language(
    'fi',
    {
      from: 'lähettäjä',
      date: 'päivämäärä|päiväys|lähetetty',
      to: 'vastaanottaja',
      cc: 'kopio',
      subject: 'aihe',
    },
    {
      forwarded: 'välitetty viesti|välitetty viesti alkaa|välitetty viesti / fwd.msg|edelleenlähetetty viesti',
      original: 'alkuperäinen viesti',
    },
    { wrote: 'kirjoitti', forward: 'vl', reply: 'vs', behalf: 'puolesta' },
  ),
  language(
    'fr',
    { from: 'de', date: 'date|envoyé|envoyé le', to: 'à|pour', cc: 'copie à|copie', subject: 'objet|sujet' },
    {
      forwarded:
        'message transféré|message transmis|message réexpédié|début du message réexpédié|début du message transféré',
      original: "message d'origine|message d’origine|message original",
    },
    { wrote: 'a écrit|écrit', forward: 'tr', reply: 'ré|rép', behalf: 'de la part de|au nom de' },
  ),
  language(
    'hr',
    { from: 'šalje|od', date: 'datum|poslano', to: 'prima|za', cc: 'kopija', subject: 'predmet|naslov' },
    { forwarded: 'proslijeđena poruka|započni proslijeđenu poruku', original: 'izvorna poruka' },
    {
      wrote: 'napisao je|napisala je|je napisao|je napisala|napisao/la je',
      forward: 'pr',
      reply: 'odg',
      behalf: 'u ime',
    },
  ),
  language(
    'hu',
    { from: 'feladó', date: 'dátum|elküldve|küldve', to: 'címzett', cc: 'másolat|másolatot kap', subject: 'tárgy' },
    { forwarded: 'továbbított üzenet|továbbított levél kezdete|továbbított levél', original: 'eredeti üzenet' },
    { wrote: 'ezt írta|írta', forward: 'továbbítás', reply: 'vá', behalf: 'nevében' },
  ),
  language(
    'it',
    { from: 'da|mittente', date: 'data|inviato', to: 'a', cc: 'copia', subject: 'oggetto' },
    { forwarded: 'messaggio inoltrato|inizio messaggio inoltrato', original: 'messaggio originale' },
    { wrote: 'ha scritto', forward: 'i|inoltro', reply: 'r', behalf: 'per conto di' },
  ),
  language(
    'ja',
    { from: '送信元|差出人|from', date: '日付|送信日時|日時', to: '送信先|宛先', cc: 'cc', subject: '件名' },
    {
      forwarded: 'メッセージを転送|転送メッセージ|転送されたメッセージ',
      original: '元のメッセージ|オリジナルメッセージ',
    },
    { wrote: 'のメール|書きました', forward: '転送', reply: '返信', behalf: '' },
  ),
  language(
    'ko',
    { from: '보낸 사람|보낸사람', date: '보낸 날짜|날짜', to: '받는 사람|받는사람', cc: '참조', subject: '제목' },
    { forwarded: '전달된 메시지', original: '원본 메시지' },
    { wrote: '작성', forward: '전달', reply: '회신', behalf: '' },
  ),
  language(
    'nl',
    { from: 'van', date: 'datum|verzonden', to: 'aan', cc: 'kopie', subject: 'onderwerp' },
    {
      forwarded: 'doorgestuurd bericht|begin doorgestuurd bericht',
      original: 'oorspronkelijk bericht|origineel bericht',
    },
    { wrote: 'schreef|heeft geschreven|geschreven', forward: 'doorst', reply: 'antw', behalf: 'namens' },
  ),
  language(
    'nb',
    { from: 'fra', date: 'dato|sendt', to: 'til', cc: 'kopi', subject: 'emne' },
    { forwarded: 'videresendt melding', original: 'opprinnelig melding' },
    { wrote: 'skrev|skrev følgende', forward: 'videresend|vs', reply: 'sv', behalf: 'på vegne av' },
  ),
  language(
    'pl',
    { from: 'od|nadawca', date: 'data|wysłano', to: 'do|adresat', cc: 'dw|kopia', subject: 'temat' },
    {
      forwarded:
        'przekazana wiadomość|treść przekazanej wiadomości|początek przekazywanej wiadomości|wiadomość przesłana dalej',
      original: 'oryginalna wiadomość|wiadomość oryginalna|pierwotna wiadomość',
    },
    { wrote: 'napisał|napisała|napisał(a)|pisze', forward: 'pd', reply: 'odp', behalf: 'w imieniu' },
  ),
  language(
    'pt',
    { from: 'de', date: 'data|enviado|enviada|enviado em|enviada em', to: 'para', cc: 'cópia', subject: 'assunto' },
    {
      forwarded:
        'mensagem reencaminhada|mensagem encaminhada|início da mensagem reencaminhada|início da mensagem encaminhada',
      original: 'mensagem original',
    },
    { wrote: 'escreveu', forward: 'enc|res enc', reply: 'res', behalf: 'em nome de' },
  ),
  language(
    'ro',
    {
      from: 'de la|expeditorul|expeditor',
      date: 'dată|data|trimis',
      to: 'către|destinatarul|destinatar',
      cc: 'copie',
      subject: 'subiect|subiectul',
    },
    {
      forwarded: 'mesaj redirecționat|începe mesajul redirecționat|mesaj redirecţionat',
      original: 'mesajul original|mesaj original',
    },
    { wrote: 'a scris', forward: 'redir', reply: 'răsp', behalf: 'în numele' },
  ),
  language(
    'ru',
    { from: 'от|отправитель|от кого', date: 'дата|отправлено', to: 'кому', cc: 'копия', subject: 'тема' },
    {
      forwarded:
        'перенаправленное сообщение|пересылаемое сообщение|пересланное сообщение|начало переадресованного сообщения',
      original: 'исходное сообщение|оригинальное сообщение',
    },
    { wrote: 'написал|написала|написал(а)|пишет', forward: 'пер', reply: 'отв|ответ', behalf: 'от имени' },
  ),
  language(
    'sk',
    { from: 'od', date: 'dátum|odoslané', to: 'komu|pre', cc: 'kópia', subject: 'predmet' },
    {
      forwarded: 'preposlaná správa|začiatok preposlanej správy|preposlaná správa --- forwarded message',
      original: 'pôvodná správa',
    },
    { wrote: 'napísal|napísala|napísal(a)', forward: 'fwd', reply: 'odp', behalf: 'v mene' },
  ),
  language(
    'sv',
    { from: 'från', date: 'datum|skickat|skickades', to: 'till', cc: 'kopia', subject: 'ämne' },
    {
      forwarded: 'vidarebefordrat meddelande|vidarebefordrat mejl|vidarebefordrat brev',
      original: 'ursprungligt meddelande|originalmeddelande',
    },
    { wrote: 'skrev|skrev följande', forward: 'vb', reply: 'sv', behalf: 'för' },
  ),
  language(
    'tr',
    {
      from: 'kimden|gönderen',
      date: 'tarih|gönderilen|gönderildi|gönderilme tarihi',
      to: 'kime|alıcı',
      cc: 'bilgi',
      subject: 'konu',
    },
    {
      forwarded: 'iletilen ileti|iletilmiş mesaj|ileti başlangıcı|yönlendirilen ileti',
      original: 'orijinal ileti|özgün ileti|orijinal mesaj',
    },
    { wrote: 'şunu yazdı|yazdı', forward: 'ilt', reply: 'ynt', behalf: 'adına' },
  ),
  language(
    'uk',
    { from: 'від|від кого', date: 'дата|відправлено|надіслано', to: 'кому', cc: 'копія', subject: 'тема' },
    {
      forwarded: 'переслане повідомлення|перенаправлене повідомлення|початок листа, що пересилається',
      original: 'оригінальне повідомлення|вихідне повідомлення',
    },
    { wrote: 'написав|написала|пише', forward: 'пер', reply: 'відп', behalf: 'від імені' },
  ),
  language(
    'zh',
    {
      from: '发件人|寄件者|寄件人',
      date: '发送时间|日期|寄件日期',
      to: '收件人|收件者',
      cc: '抄送|副本',
      subject: '主题|主旨',
    },
    { forwarded: '转发的邮件|转发邮件|轉寄的郵件', original: '原始邮件|原始郵件' },
    { wrote: '写道|寫道', forward: '转发|轉寄', reply: '回复|答复|回覆', behalf: '代表' },
  ),
]

export type Field = 'from' | 'date' | 'to' | 'cc' | 'subject' | 'other'

/** Labels that stand among the others in some programs and say nothing here. */
const OTHER = words(
  'bcc|reply|reply-to|reply to|importance|priority|attachments|organization|sender|mailed-by|signed-by|when|where',
)

/** What each label means, in any language. */
export const FIELDS: ReadonlyMap<string, Field> = new Map<string, Field>([
  ...OTHER.map((label): [string, Field] => [label, 'other']),
  ...LANGUAGES.flatMap(row =>
    (['subject', 'cc', 'to', 'date', 'from'] as const).flatMap(field =>
      row[field].map((label): [string, Field] => [label, field]),
    ),
  ),
  ['cc', 'cc'],
])

const every = (key: 'forwarded' | 'original' | 'wrote' | 'forwardPrefixes' | 'replyPrefixes' | 'onBehalfOf') =>
  new Set(LANGUAGES.flatMap(row => row[key]))

export const FORWARDED = every('forwarded')
export const ORIGINAL = every('original')
/** Below a forwarded message, in the programs that say where it ends. */
export const FORWARD_ENDS: ReadonlySet<string> = new Set(
  words(
    'end forwarded message|end of forwarded message|конец пересылаемого сообщения|завершення переадресованого листа',
  ),
)
export const WROTE = every('wrote')
export const ON_BEHALF_OF = every('onBehalfOf')
/** `sv` and `vs` answer in one language and forward in another: answers alone are listed here. */
export const FORWARD_PREFIXES = every('forwardPrefixes')
export const REPLY_PREFIXES: ReadonlySet<string> = new Set(
  [...every('replyPrefixes')].filter(prefix => !FORWARD_PREFIXES.has(prefix)),
)

/** The languages in which a label names the sender: `od` may be Czech, Polish, Slovak or Croatian. */
export const languagesOf = (fromLabel: string): readonly Language[] =>
  LANGUAGES.filter(row => row.from.includes(fromLabel))
