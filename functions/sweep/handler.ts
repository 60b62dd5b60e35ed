import { dynamoDb, sqs } from '../../shared/runtime/clients.ts'
import { environment } from '../../shared/runtime/env.ts'
import { handle } from '../../shared/runtime/handle.ts'
import { createMornings } from '../../shared/runtime/mornings.ts'
import { createDueIndex } from '../../shared/views/due.ts'
import { sweep } from './sweep.ts'

const { VIEWS_TABLE, MORNINGS_QUEUE_URL } = environment(['VIEWS_TABLE', 'MORNINGS_QUEUE_URL'])
const index = createDueIndex(dynamoDb(), VIEWS_TABLE)
const mornings = createMornings(sqs(), MORNINGS_QUEUE_URL)

export const handler = handle('sweep', (event: unknown) => sweep(index, mornings, event))
