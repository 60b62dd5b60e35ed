import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3'

/** Raw messages as SES stored them, by their key. */
export const createMailStore =
  (bucket: string, client: S3Client = new S3Client({})) =>
  async (object: string): Promise<Uint8Array> => {
    const { Body } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: object }))
    if (!Body) throw new Error('the stored message has no content')
    return Body.transformToByteArray()
  }
