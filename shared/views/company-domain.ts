import providers from 'email-providers/all.json' with { type: 'json' }
import { getDomain } from 'tldts'
import type { Contact } from '../domain/engagement/state.ts'

/** Which domain is a company's own: by it one client is known again in another recruiter's account. */

const FREEMAIL: ReadonlySet<string> = new Set(providers)
/** Reserved for documentation; no one's mailbox provider. */
const RESERVED = 'example.com'
/** More than the domains of one group of companies. */
const MOST_DOMAINS = 10

/**
 * The domain that was registered, by the public suffix list: `hr.acme.co.uk` gives `acme.co.uk`. Suffixes under
 * which a provider lets strangers register (`github.io`) count as public. Null where there is none.
 */
export const registrableDomain = (domain: string): string | null =>
  getDomain(domain, { allowPrivateDomains: true })?.toLowerCase() ?? null

/** The registrable domain of a company's own mail, or null for a mailbox provider's or no domain at all. */
export const companyDomain = (address: string): string | null => {
  const domain = registrableDomain(
    address
      .slice(address.lastIndexOf('@') + 1)
      .trim()
      .toLowerCase(),
  )
  return domain !== null && (domain === RESERVED || !FREEMAIL.has(domain)) ? domain : null
}

/** Registrable domains of a client: those of the account, and those that its people write from. Candidates do not. */
export const clientDomains = (account: {
  readonly domains: readonly string[]
  readonly contacts: readonly Pick<Contact, 'emails' | 'candidate'>[]
}): readonly string[] => {
  const addresses = account.contacts.filter(({ candidate }) => !candidate).flatMap(({ emails }) => emails)
  const known = [...account.domains, ...addresses].map(companyDomain).filter(domain => domain !== null)
  return [...new Set(known)].slice(0, MOST_DOMAINS)
}
