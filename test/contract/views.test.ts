import { describe } from 'vitest'
import { createMemoryViews } from '../../shared/views/memory.ts'
import { dynamoViewsContract } from './dynamo-views-contract.ts'
import { startDynalite } from './support/dynalite.ts'
import { viewsContract } from './views-contract.ts'

describe('the views in memory', () => {
  viewsContract(async () => createMemoryViews())
})

describe('the views on dynalite', () => {
  dynamoViewsContract(startDynalite)
})
