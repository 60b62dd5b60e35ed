import { errors, jwtVerify, SignJWT } from 'jose'
import type * as z from 'zod'

/** Signed texts that stand for something until an instant: links in mail, and sessions. */

/** The token of a payload, good for `seconds` from `now`, a UTC instant. The same one made at the same time is the same. */
export const signToken = (key: string, payload: object, now: string, seconds: number): Promise<string> =>
  new SignJWT({ ...payload })
    .setProtectedHeader({ alg: 'HS256' })
    .setExpirationTime(Math.floor(Date.parse(now) / 1000) + seconds)
    .sign(bytesOf(key))

/** What a token stands for at an instant, signed by any of the keys; whatever they did not sign is forged. */
export const openToken = async <Payload extends z.ZodType>(
  keys: readonly string[],
  schema: Payload,
  token: string,
  now: string,
): Promise<z.infer<Payload> | 'expired' | 'forged'> => {
  for (const key of keys) {
    try {
      const { payload } = await jwtVerify(token, bytesOf(key), {
        algorithms: ['HS256'],
        requiredClaims: ['exp'],
        currentDate: new Date(now),
      })
      return schema.safeParse(payload).data ?? 'forged'
    } catch (error) {
      if (error instanceof errors.JWTExpired) return 'expired'
    }
  }
  return 'forged'
}

const bytesOf = (key: string): Uint8Array => new TextEncoder().encode(key)
