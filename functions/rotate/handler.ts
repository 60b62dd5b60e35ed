import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager'
import { handle } from '../../shared/runtime/handle.ts'
import { RotationStep, rotate } from './rotate.ts'

const client = new SecretsManagerClient({})

export const handler = handle('rotate', (event: unknown) => rotate(client, RotationStep.parse(event)))
