import { registrableDomain } from '../../views/company-domain.ts'
import { type Address, domainOf, isAddress } from './addresses.ts'
import type { Message } from './message.ts'

/** A mailbox provider asks whether a mailbox may forward its mail to us, and hands over what confirms it. */
export type ForwardingRequest = {
  /** As people call it: "Gmail". */
  readonly provider: string
  /** Whose mail is to be forwarded; empty where it is not named. */
  readonly mailbox: string
  readonly code: string
  readonly link: string
}

/** Who sends such mail, and on which domains its links lie. */
const PROVIDERS: readonly { name: string; domains: readonly string[]; links: readonly string[] }[] = [
  { name: 'Gmail', domains: ['google.com', 'googlemail.com', 'gmail.com'], links: ['google.com'] },
  {
    name: 'Outlook',
    domains: ['microsoft.com', 'outlook.com', 'live.com'],
    links: ['microsoft.com', 'live.com', 'outlook.com'],
  },
  { name: 'iCloud Mail', domains: ['apple.com', 'icloud.com'], links: ['apple.com', 'icloud.com'] },
  { name: 'Yahoo Mail', domains: ['yahoo.com', 'yahoo-inc.com', 'yahooinc.com'], links: ['yahoo.com'] },
  {
    name: 'Zoho Mail',
    domains: ['zoho.com', 'zoho.eu', 'zoho.in', 'zohomail.com'],
    links: ['zoho.com', 'zoho.eu', 'zoho.in'],
  },
  { name: 'Fastmail', domains: ['fastmail.com', 'messagingengine.com'], links: ['fastmail.com'] },
  { name: 'Proton Mail', domains: ['proton.me', 'protonmail.com'], links: ['proton.me', 'protonmail.com'] },
  { name: 'GMX', domains: ['gmx.net', 'gmx.com', 'gmx.de'], links: ['gmx.net', 'gmx.com', 'gmx.de'] },
  { name: 'Yandex Mail', domains: ['yandex.com', 'yandex.ru'], links: ['yandex.com', 'yandex.ru'] },
]

const FORWARDING =
  /forward|weiterleitung|transfert|reenv[ií]|inoltr|doorstu|encaminha|vidarebefordr|videresend|przekaz/iu
const CONFIRMING = /confirm|bestätig|verif|conferma|bevestig|bekräft|bekræft|potwierdz|überprüf|vérif/iu
/** A mailbox of machines: people who write of forwarding do so from their own. */
const MACHINE = /no-?_?reply|forward|confirm|verif|support|account|mail/i

/** What a provider's request to confirm a forwarding holds; null for any other mail. Whether it is theirs is not looked at. */
export const forwardingRequestIn = ({ from, subject, text }: Message): ForwardingRequest | null => {
  const provider = from && providerOf(from)
  if (!provider || !MACHINE.test(from.address.split('@')[0] ?? '')) return null
  const head = subject.slice(0, 300)
  if (!FORWARDING.test(head) || !(CONFIRMING.test(head) || CONFIRMING.test(text.slice(0, 2000)))) return null
  const words = text.slice(0, 6000)
  const code = codeIn(head, words)
  const link = linkIn(words, provider.links)
  return code === '' && link === '' ? null : { provider: provider.name, mailbox: mailboxIn(head, words), code, link }
}

const providerOf = ({ address }: Address) => {
  const domain = registrableDomain(domainOf(address))
  return PROVIDERS.find(({ domains }) => domain !== null && domains.includes(domain)) ?? null
}

/** "(#123456789)" in the subject, "Confirmation code: 123456789" in the words, in whatever language. */
const codeIn = (subject: string, words: string): string =>
  /\(#\s?(\d{6,12})\)/.exec(subject)?.[1] ??
  /(?:code|kod|código|codice)\b[^\n\d]{0,40}[:\s]\s?([\dA-Z]{5,12})\b/iu.exec(words)?.[1] ??
  ''

/** The first link to the provider that confirms; Gmail's others undo it. */
const linkIn = (words: string, domains: readonly string[]): string =>
  words.split(/[\s<>"()[\]]+/).find(word => {
    if (!word.startsWith('https://') || word.length > 1000 || !URL.canParse(word)) return false
    const domain = registrableDomain(new URL(word).hostname)
    return domain !== null && domains.includes(domain) && /\/(vf-|.*(confirm|verif|forward))/i.test(word)
  }) ?? ''

const mailboxIn = (subject: string, words: string): string =>
  `${subject}\n${words}`
    .split(/[\s<>()[\],;:"']+/)
    .map(word => word.replace(/\.$/, '').toLowerCase())
    .find(word => isAddress(word)) ?? ''
