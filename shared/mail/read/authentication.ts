import { domainOf, sameRegistrant } from './addresses.ts'
import type { Message } from './message.ts'

type Verdict = { readonly result: string; readonly domain: string }

/** What the receiving service found out about who sent a message. Results are those of RFC 8601: `pass`, `none` … */
export type Authentication = {
  readonly spf: Verdict
  readonly dkim: readonly Verdict[]
  readonly dmarc: Verdict
}

const NOTHING: Authentication = {
  spf: { result: 'none', domain: '' },
  dkim: [],
  dmarc: { result: 'none', domain: '' },
}

/**
 * Reads the topmost Authentication-Results, and only where it is the receiving service's own: anything below may have
 * been written by the sender, and any other service's word on top says that ours was not the last to touch it.
 */
export const authentication = (message: Message, service = 'amazonses.com'): Authentication => {
  const value = message.headers.get('authentication-results')?.[0]
  if (value === undefined) return NOTHING
  const [id = '', ...methods] = withoutComments(value).split(';')
  if (id.trim().toLowerCase().split(/\s/, 1)[0] !== service) return NOTHING

  let { spf, dmarc } = NOTHING
  const dkim: Verdict[] = []
  for (const method of methods) {
    const words = pairs(method)
    const [name, result] = words[0] ?? ['', '']
    const property = (...names: string[]) => domainOf(words.find(([key]) => names.includes(key))?.[1] ?? '')
    if (name === 'dkim') dkim.push({ result, domain: property('header.d', 'header.i') })
    if (name === 'spf' && spf === NOTHING.spf) spf = { result, domain: property('smtp.mailfrom') }
    // SES sets the properties of SPF apart with semicolons, as if they were methods.
    if (name === 'envelope-from' && spf.domain === '') spf = { ...spf, domain: domainOf(result) }
    if (name === 'dmarc' && dmarc === NOTHING.dmarc) dmarc = { result, domain: property('header.from') }
  }
  return { spf, dkim, dmarc }
}

/**
 * Whether the message is proven to come from a domain, as in its From header: DMARC passed for it, or a DKIM signature
 * of the same registrant passed. Never where the header is doubled, since mail programs then disagree about who is
 * shown as the sender.
 */
export const signedBy = (message: Message, domain: string): boolean => {
  if (!isFrom(message, domain)) return false
  const { dmarc } = authentication(message)
  return (dmarc.result === 'pass' && sameRegistrant(dmarc.domain, domain)) || signatureOf(message, domain)
}

/** Whether a DKIM signature of the domain's registrant passed: it outlives a redirection, where SPF does not. */
export const signatureOf = (message: Message, domain: string): boolean =>
  isFrom(message, domain) &&
  authentication(message).dkim.some(({ result, domain: signer }) => result === 'pass' && sameRegistrant(signer, domain))

const isFrom = (message: Message, domain: string): boolean =>
  message.from !== null &&
  message.headers.get('from')?.length === 1 &&
  sameRegistrant(domainOf(message.from.address), domain)

/** Comments (RFC 5322, 3.2.2) nest, and may hold anything, semicolons and forged results included. */
const withoutComments = (value: string): string => {
  let depth = 0
  let quoted = false
  let out = ''
  for (let i = 0; i < value.length; i++) {
    const char = value[i]
    if (char === '\\') {
      i++
      continue
    }
    if (depth === 0 && char === '"') quoted = !quoted
    else if (!quoted && char === '(') depth++
    else if (!quoted && char === ')') depth = Math.max(0, depth - 1)
    else if (depth === 0) out += quoted && char === ';' ? ' ' : char
  }
  return out
}

const pairs = (method: string): [string, string][] =>
  method.split(/\s+/).flatMap(word => {
    const at = word.indexOf('=')
    return at < 1 ? [] : [[word.slice(0, at).toLowerCase(), word.slice(at + 1).toLowerCase()] as [string, string]]
  })
