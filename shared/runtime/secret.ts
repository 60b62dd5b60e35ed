import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager'

/** The secret that links are signed with, fetched once while the function is warm. */
export const createSecret = (
  arn: string,
  client: SecretsManagerClient = new SecretsManagerClient({}),
): (() => Promise<string>) => {
  let secret: Promise<string> | undefined
  const fetch = async (): Promise<string> => {
    const { SecretString } = await client.send(new GetSecretValueCommand({ SecretId: arn }))
    if (!SecretString) throw new Error('the link secret is empty')
    return SecretString
  }
  return () => {
    secret ??= fetch().catch((error: unknown) => {
      // A failure is not kept: the next one who asks tries again.
      secret = undefined
      throw error
    })
    return secret
  }
}
