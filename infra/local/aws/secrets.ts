import { randomBytes } from 'node:crypto'
import * as z from 'zod'
import type { Service } from '../door.ts'
import type { Store } from '../store.ts'
import type { Resource, Site } from '../template.ts'
import { answerJson, failJson, jsonOf, targetOf } from './protocols.ts'

/** Secrets that the template lets generate, each made once and kept. */

const Secret = z.object({ GenerateSecretString: z.object({ PasswordLength: z.int() }) })

export const openSecrets = (store: Store, resources: readonly Resource[], site: Site): Service => {
  const generated = new Map(
    resources
      .filter(({ type }) => type === 'AWS::SecretsManager::Secret')
      .map(({ id, properties }) => {
        const name = `secret ${id}`
        const length = Secret.parse(properties).GenerateSecretString.PasswordLength
        if (store.get(name) === undefined) store.set(name, randomBytes(length).toString('hex').slice(0, length))
        return [arnOf(id, site), String(store.get(name))] as const
      }),
  )
  return {
    ask: ({ headers, body }) => ({ operation: targetOf(headers), resource: String(jsonOf(body)['SecretId'] ?? '') }),
    answer: async ({ operation, body }) => {
      const id = String(jsonOf(body)['SecretId'])
      const secret = generated.get(id)
      if (operation !== 'GetSecretValue') return failJson('InvalidRequestException', 400, `no ${operation} here`)
      if (secret === undefined) return failJson('ResourceNotFoundException', 400, 'no such secret')
      // None is ever rotated here.
      if ((jsonOf(body)['VersionStage'] ?? 'AWSCURRENT') !== 'AWSCURRENT')
        return failJson('ResourceNotFoundException', 400, 'no version of that stage')
      return answerJson({ ARN: id, Name: id, SecretString: secret, VersionId: 'one' })
    },
    fail: failJson,
  }
}

const arnOf = (id: string, { region, account }: Site): string =>
  `arn:aws:secretsmanager:${region}:${account}:secret:${id}`
