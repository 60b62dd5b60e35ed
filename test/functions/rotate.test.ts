import {
  DescribeSecretCommand,
  GetSecretValueCommand,
  PutSecretValueCommand,
  ResourceNotFoundException,
  type SecretsManagerClient,
  UpdateSecretVersionStageCommand,
} from '@aws-sdk/client-secrets-manager'
import { describe, expect, it } from 'vitest'
import { RotationStep, rotate } from '../../functions/rotate/rotate.ts'
import { createKeyRing } from '../../shared/runtime/secret.ts'

/** One secret as Secrets Manager keeps it: moving AWSCURRENT leaves AWSPREVIOUS where it was. */
const keeper = () => {
  const values = new Map([['v1', 'the first secret']])
  const stages = new Map([['AWSCURRENT', 'v1']])
  const send = async (command: unknown): Promise<object> => {
    if (command instanceof GetSecretValueCommand) {
      const { VersionId, VersionStage = 'AWSCURRENT' } = command.input
      const version = stages.get(VersionStage)
      if (!version || (VersionId && VersionId !== version))
        throw new ResourceNotFoundException({ message: 'none', $metadata: {} })
      return { SecretString: values.get(version) }
    }
    if (command instanceof PutSecretValueCommand) {
      const { ClientRequestToken = '', SecretString = '' } = command.input
      values.set(ClientRequestToken, SecretString)
      stages.set('AWSPENDING', ClientRequestToken)
      return {}
    }
    if (command instanceof DescribeSecretCommand) {
      const of = (version: string) => [...stages].filter(([, holds]) => holds === version).map(([stage]) => stage)
      return { VersionIdsToStages: Object.fromEntries([...values.keys()].map(version => [version, of(version)])) }
    }
    if (command instanceof UpdateSecretVersionStageCommand) {
      const { MoveToVersionId = '', RemoveFromVersionId = '' } = command.input
      expect(stages.get('AWSCURRENT')).toBe(RemoveFromVersionId)
      stages.set('AWSPREVIOUS', RemoveFromVersionId)
      stages.set('AWSCURRENT', MoveToVersionId)
      return {}
    }
    throw new Error('nobody asks that')
  }
  return { send } as unknown as SecretsManagerClient
}

const steps = (version: string): RotationStep[] =>
  ['createSecret', 'setSecret', 'testSecret', 'finishSecret'].map(Step =>
    RotationStep.parse({ Step, SecretId: 'arn', ClientRequestToken: version }),
  )

describe('a rotation', () => {
  it('puts a new secret in force, and the one before is still believed', async () => {
    const client = keeper()
    for (const step of steps('v2')) await rotate(client, step)
    const [current, before, ...others] = await createKeyRing('arn', client).keys()
    expect(current).toMatch(/^[\w-]{64}$/)
    expect(before).toBe('the first secret')
    expect(others).toEqual([])
  })

  it('comes to the same where each of its steps comes twice', async () => {
    const client = keeper()
    for (const step of steps('v2')) await rotate(client, step)
    const once = await createKeyRing('arn', client).keys()
    for (const step of steps('v2').flatMap(step => [step, step])) await rotate(client, step)
    expect(await createKeyRing('arn', client).keys()).toEqual(once)
  })

  it('makes another secret each time', async () => {
    const client = keeper()
    for (const step of [...steps('v2'), ...steps('v3')]) await rotate(client, step)
    const [current, before] = await createKeyRing('arn', client).keys()
    expect(current).not.toBe(before)
    expect(before).not.toBe('the first secret')
  })
})
