import { getDomain } from 'tldts'

/** A mailbox. `address` is in lower case; `name` is empty where none is given. */
export type Address = { readonly name: string; readonly address: string }

/** The domain of an address, or of an `@domain`: `Carla@HR.Acme.example` gives `hr.acme.example`. */
export const domainOf = (address: string): string =>
  address
    .slice(address.lastIndexOf('@') + 1)
    .trim()
    .toLowerCase()

/**
 * The domain that was registered, by the public suffix list: `hr.acme.co.uk` gives `acme.co.uk`. Suffixes under
 * which a provider lets strangers register (`github.io`) count as public. Null where there is none.
 */
export const registrableDomain = (domain: string): string | null =>
  getDomain(domain, { allowPrivateDomains: true })?.toLowerCase() ?? null

/** Whether two domains belong to the same registrant; the relaxed alignment of DMARC (RFC 7489, 3.1). */
export const sameRegistrant = (one: string, other: string): boolean => {
  const registrable = registrableDomain(one)
  return registrable !== null && registrable === registrableDomain(other)
}

/** Whether a text is one plain address and nothing else. */
export const isAddress = (text: string): boolean => {
  const at = text.indexOf('@')
  if (at < 1 || at !== text.lastIndexOf('@') || text.length > 254) return false
  const domain = text.slice(at + 1)
  if (domain.length < 3 || !domain.includes('.') || domain.startsWith('.') || domain.endsWith('.')) return false
  return !/[\s<>()[\]{},;:"\\|*]/.test(text)
}
