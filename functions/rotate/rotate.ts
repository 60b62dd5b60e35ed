import { randomBytes } from 'node:crypto'
import {
  DescribeSecretCommand,
  GetSecretValueCommand,
  PutSecretValueCommand,
  ResourceNotFoundException,
  type SecretsManagerClient,
  UpdateSecretVersionStageCommand,
} from '@aws-sdk/client-secrets-manager'
import * as z from 'zod'

/** What Secrets Manager says of a rotation: one of four steps, each of which may come twice. */
export const RotationStep = z.object({
  Step: z.enum(['createSecret', 'setSecret', 'testSecret', 'finishSecret']),
  SecretId: z.string().min(1),
  /** The version that is to be. */
  ClientRequestToken: z.string().min(1),
})
export type RotationStep = z.infer<typeof RotationStep>

const BYTES = 48

/**
 * Makes a new secret, and puts it in force. Nobody else has to be told of it, so two of the steps are nothing. The one
 * before stays as AWSPREVIOUS, and what it signed is believed until the next rotation.
 */
export const rotate = async (client: SecretsManagerClient, step: RotationStep): Promise<void> => {
  if (step.Step === 'createSecret') await create(client, step)
  if (step.Step === 'finishSecret') await putInForce(client, step)
}

const create = async (client: SecretsManagerClient, { SecretId, ClientRequestToken }: RotationStep): Promise<void> => {
  try {
    await client.send(
      new GetSecretValueCommand({ SecretId, VersionId: ClientRequestToken, VersionStage: 'AWSPENDING' }),
    )
  } catch (error) {
    if (!(error instanceof ResourceNotFoundException)) throw error
    await client.send(
      new PutSecretValueCommand({
        SecretId,
        ClientRequestToken,
        SecretString: randomBytes(BYTES).toString('base64url'),
        VersionStages: ['AWSPENDING'],
      }),
    )
  }
}

const putInForce = async (
  client: SecretsManagerClient,
  { SecretId, ClientRequestToken }: RotationStep,
): Promise<void> => {
  const { VersionIdsToStages = {} } = await client.send(new DescribeSecretCommand({ SecretId }))
  const [current] = Object.entries(VersionIdsToStages).find(([, stages]) => stages.includes('AWSCURRENT')) ?? []
  if (current === ClientRequestToken) return
  await client.send(
    new UpdateSecretVersionStageCommand({
      SecretId,
      VersionStage: 'AWSCURRENT',
      MoveToVersionId: ClientRequestToken,
      RemoveFromVersionId: current,
    }),
  )
}
