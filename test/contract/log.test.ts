import { describe } from 'vitest'
import type { Commit } from '../../shared/log/codec.ts'
import { createMemoryLog } from '../../shared/log/memory.ts'
import type { StreamName } from '../../shared/log/streams.ts'
import { dynamoLogContract } from './dynamo-log-contract.ts'
import { logContract } from './log-contract.ts'
import { startDynalite } from './support/dynalite.ts'

describe('the log in memory', () => {
  logContract(async () => {
    const commits = new Map<StreamName, Commit[]>()
    return {
      log: () => createMemoryLog(commits),
      forge: async (stream, position, events) => {
        commits.set(
          stream,
          [...(commits.get(stream) ?? []), { position, events }].toSorted((a, b) => a.position - b.position),
        )
      },
    }
  })
})

describe('the log on dynalite', () => {
  dynamoLogContract(startDynalite)
})
