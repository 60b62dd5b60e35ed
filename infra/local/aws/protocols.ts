import { randomUUID } from 'node:crypto'
import type { Answer, Call } from '../door.ts'

/** The few wire formats in which AWS services ask and answer. */

/** `DynamoDB_20120810.PutItem`: what a JSON service is asked for. */
export const targetOf = (headers: Call['headers']): string => headers['x-amz-target']?.split('.')[1] ?? ''

export const jsonOf = (body: Buffer): Record<string, unknown> => (body.length === 0 ? {} : JSON.parse(body.toString()))

export const answerJson = (value: unknown, status = 200): Answer => ({
  status,
  headers: { 'content-type': 'application/x-amz-json-1.1', 'x-amzn-requestid': randomUUID() },
  body: JSON.stringify(value),
})

export const failJson = (error: string, status: number, message = `${error} by injection`): Answer => {
  const answer = answerJson({ __type: error, message }, status)
  return { ...answer, headers: { ...answer.headers, 'x-amzn-errortype': error } }
}

export const answerXml = (body: string, status = 200): Answer => ({
  status,
  headers: { 'content-type': 'text/xml', 'x-amzn-requestid': randomUUID() },
  body,
})

/** The query protocol of the older services. */
export const failQuery = (error: string, status: number): Answer =>
  answerXml(
    `<ErrorResponse><Error><Type>${status < 500 ? 'Sender' : 'Receiver'}</Type><Code>${error}</Code>` +
      `<Message>${error} by injection</Message></Error></ErrorResponse>`,
    status,
  )
