import { ResourceNotFoundException, type SecretsManagerClient } from '@aws-sdk/client-secrets-manager'
import { describe, expect, it } from 'vitest'
import { createKeyRing, createSecret } from '../../shared/runtime/secret.ts'

/** Secrets Manager with one secret; `asked` counts what it was asked for by stage. */
const keeper = (versions: Record<string, string>) => {
  const asked: string[] = []
  const client = {
    send: async ({ input }: { input: { VersionStage: string } }) => {
      asked.push(input.VersionStage)
      const SecretString = versions[input.VersionStage]
      if (SecretString === undefined) throw new ResourceNotFoundException({ message: 'none', $metadata: {} })
      return { SecretString }
    },
  } as unknown as SecretsManagerClient
  return { client, asked, versions }
}

const noon = '2026-10-12T12:00:00Z'

describe('the keys', () => {
  it('are one until the secret is rotated, and then the new one before the old', async () => {
    const { client, versions } = keeper({ AWSCURRENT: 'first' })
    const ring = createKeyRing('arn', client)
    expect(await ring.keys()).toEqual(['first'])
    Object.assign(versions, { AWSCURRENT: 'second', AWSPREVIOUS: 'first' })
    expect(await ring.keys()).toEqual(['first'])
    expect(await ring.fresh(noon)).toEqual(['second', 'first'])
    expect(await ring.keys()).toEqual(['second', 'first'])
  })

  it('are asked for once while warm, and anew at most once a minute', async () => {
    const { client, asked } = keeper({ AWSCURRENT: 'first', AWSPREVIOUS: 'zeroth' })
    const ring = createKeyRing('arn', client)
    await Promise.all([ring.keys(), ring.keys()])
    expect(asked).toHaveLength(2)
    for (const second of ['00', '20', '59']) await ring.fresh(`2026-10-12T12:00:${second}Z`)
    expect(asked).toHaveLength(4)
    await ring.fresh('2026-10-12T12:01:00Z')
    expect(asked).toHaveLength(6)
  })

  it('that could not be had are asked for again by the next one', async () => {
    const { client, versions } = keeper({})
    const ring = createKeyRing('arn', client)
    await expect(ring.keys()).rejects.toThrow()
    versions['AWSCURRENT'] = 'first'
    expect(await ring.keys()).toEqual(['first'])
  })
})

describe('the secret that mail is signed with', () => {
  it('is the one in force, and the one before it is not asked for', async () => {
    const { client, asked } = keeper({ AWSCURRENT: 'second', AWSPREVIOUS: 'first' })
    const secret = createSecret('arn', client)
    expect(await secret()).toBe('second')
    expect(await secret()).toBe('second')
    expect(asked).toEqual(['AWSCURRENT'])
  })
})
