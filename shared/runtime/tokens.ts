import { createHash, randomBytes } from 'node:crypto'

/** Secrets that stand for a recruiter. Whoever does not know one can't guess it. */

const BASE32 = 'abcdefghijklmnopqrstuvwxyz234567'

/** 128 bits in lower-case base32, which survive whatever mail programs do to an address. */
export const newInboundToken = (): string => {
  const bits = [...randomBytes(16)].map(byte => byte.toString(2).padStart(8, '0')).join('')
  return (bits.match(/.{1,5}/g) ?? []).map(five => BASE32.charAt(Number.parseInt(five.padEnd(5, '0'), 2))).join('')
}

/** The secret part of the address of a calendar feed: 192 bits. */
export const newFeedToken = (): string => randomBytes(24).toString('base64url')

/** A token for the API, and all of it that is kept. */
export const newApiToken = (): { readonly token: string; readonly hash: string } => {
  const token = randomBytes(24).toString('base64url')
  return { token, hash: createHash('sha256').update(token).digest('hex') }
}
