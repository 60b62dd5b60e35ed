import type { Contact } from './state.ts'

/** Whom of these an account of the same client knows too: one mailbox is one person, and so is one full name there. */
export const samePersonIn = (
  contacts: readonly Contact[],
  { name, emails }: Pick<Contact, 'name' | 'emails'>,
): Contact | undefined =>
  contacts.find(contact => contact.emails.some(email => emails.some(other => isSame(email, other)))) ??
  contacts.find(contact => name.trim().includes(' ') && isSame(contact.name, name))

/** Whether two addresses or two names are written alike, however they are capitalised. */
export const isSame = (one: string, other: string): boolean => one.trim().toLowerCase() === other.trim().toLowerCase()
