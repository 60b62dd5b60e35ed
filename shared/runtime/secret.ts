import { GetSecretValueCommand, ResourceNotFoundException, SecretsManagerClient } from '@aws-sdk/client-secrets-manager'

/** The secret that links and sessions are signed with. Rotated, the one before it is still believed. */

/** The secret in force, fetched once while the function is warm. */
export const createSecret = (
  arn: string,
  client: SecretsManagerClient = new SecretsManagerClient({}),
): (() => Promise<string>) => keptWhileGood(() => currentOf(client, arn))

/** The first signs; what any of them signed is ours. */
export type Keys = readonly [current: string, ...before: string[]]

export type KeyRing = {
  readonly keys: () => Promise<Keys>
  /**
   * The keys as they are by now, for a token that none of those at hand has signed: another function may know of a
   * rotation first. Asks at most once a minute, since anybody can send tokens that nobody signed.
   */
  readonly fresh: (now: string) => Promise<Keys>
}

const ASK_AGAIN_AFTER_MS = 60_000

export const createKeyRing = (arn: string, client: SecretsManagerClient = new SecretsManagerClient({})): KeyRing => {
  let keys = keptWhileGood(() => fetchKeys(client, arn))
  let askedAt: number | undefined
  return {
    keys: () => keys(),
    fresh: now => {
      const at = Date.parse(now)
      if (askedAt === undefined || at - askedAt >= ASK_AGAIN_AFTER_MS) {
        askedAt = at
        keys = keptWhileGood(() => fetchKeys(client, arn))
      }
      return keys()
    },
  }
}

const fetchKeys = async (client: SecretsManagerClient, arn: string): Promise<Keys> => {
  const [current, before] = await Promise.all([currentOf(client, arn), previousOf(client, arn)])
  return before ? [current, before] : [current]
}

const currentOf = async (client: SecretsManagerClient, arn: string): Promise<string> => {
  const current = await secretAt(client, arn, 'AWSCURRENT')
  if (!current) throw new Error('the link secret is empty')
  return current
}

/** Nothing, where it was never rotated. */
const previousOf = async (client: SecretsManagerClient, arn: string): Promise<string | undefined> => {
  try {
    return await secretAt(client, arn, 'AWSPREVIOUS')
  } catch (error) {
    if (error instanceof ResourceNotFoundException) return undefined
    throw error
  }
}

const secretAt = async (client: SecretsManagerClient, SecretId: string, VersionStage: string) =>
  (await client.send(new GetSecretValueCommand({ SecretId, VersionStage }))).SecretString

/** A failure is not kept: the next one who asks tries again. */
const keptWhileGood = <Value>(fetch: () => Promise<Value>): (() => Promise<Value>) => {
  let kept: Promise<Value> | undefined
  return () => {
    kept ??= fetch().catch((error: unknown) => {
      kept = undefined
      throw error
    })
    return kept
  }
}
