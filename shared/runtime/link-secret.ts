import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager'

/** The key that links are signed with: fetched once, and kept while the function stays warm. */
export const linkSecret = (arn: string): (() => Promise<string>) => {
  const client = new SecretsManagerClient({})
  let fetched: Promise<string> | undefined
  const fetch = async (): Promise<string> => {
    const { SecretString } = await client.send(new GetSecretValueCommand({ SecretId: arn }))
    if (!SecretString) throw new Error('the secret that signs links is empty')
    return SecretString
  }
  return () => {
    fetched ??= fetch().catch(error => {
      fetched = undefined
      throw error
    })
    return fetched
  }
}
