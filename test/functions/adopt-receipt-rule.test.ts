import { SESClient } from '@aws-sdk/client-ses'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { handler } from '../../functions/adopt-receipt-rule/handler.ts'

/** What SES holds of receipt rules in a region. */
type Region = { active: string | undefined; readonly sets: Map<string, string[]> }

const OURS = { RuleSet: 'relight-rules', Rule: 'relight-rule' }

const regionWith = (active?: string, rules: string[] = []): Region => {
  const region: Region = { active, sets: new Map([[OURS.RuleSet, [OURS.Rule]]]) }
  if (active) region.sets.set(active, rules)
  const answer = (command: string, input: { RuleSetName?: string; RuleName?: string; Rule?: { Name: string } }) => {
    const set = input.RuleSetName ?? ''
    const held = region.sets.get(set) ?? []
    switch (command) {
      case 'DescribeActiveReceiptRuleSetCommand':
        return region.active === undefined
          ? {}
          : {
              Metadata: { Name: region.active },
              Rules: region.sets.get(region.active)?.map(Name => ({ Name })),
            }
      case 'DescribeReceiptRuleCommand':
        return { Rule: { Name: input.RuleName } }
      case 'SetActiveReceiptRuleSetCommand':
        region.active = input.RuleSetName
        return {}
      case 'CreateReceiptRuleCommand':
        region.sets.set(set, [input.Rule?.Name ?? '', ...held])
        return {}
      case 'UpdateReceiptRuleCommand':
        expect(held).toContain(input.Rule?.Name)
        return {}
      case 'DeleteReceiptRuleCommand':
        region.sets.set(
          set,
          held.filter(name => name !== input.RuleName),
        )
        return {}
      default:
        return expect.fail(command)
    }
  }
  vi.spyOn(SESClient.prototype, 'send').mockImplementation(async command =>
    answer(command.constructor.name, command.input as object),
  )
  return region
}

const deploy = (RequestType: 'Create' | 'Update' | 'Delete') => handler({ RequestType, ResourceProperties: OURS })

afterEach(() => {
  vi.restoreAllMocks()
})

describe('the receipt rule of a region', () => {
  test('becomes active with our own set where there is none', async () => {
    const region = regionWith()
    await deploy('Create')
    expect(region.active).toBe(OURS.RuleSet)
  })

  test('joins the active set, ahead of all others and in place of none', async () => {
    const region = regionWith('theirs', ['sales', 'catch-all'])
    await deploy('Create')
    expect(region.active).toBe('theirs')
    expect(region.sets.get('theirs')).toEqual([OURS.Rule, 'sales', 'catch-all'])
  })

  test('is brought up to date where it joined before, and not added twice', async () => {
    const region = regionWith('theirs', ['sales'])
    await deploy('Create')
    await deploy('Update')
    expect(region.sets.get('theirs')).toEqual([OURS.Rule, 'sales'])
  })

  test('goes with the stack, and leaves the others as they were', async () => {
    const region = regionWith('theirs', ['sales'])
    await deploy('Create')
    await deploy('Delete')
    expect(region.active).toBe('theirs')
    expect(region.sets.get('theirs')).toEqual(['sales'])
  })

  test('goes with the stack, and no set is active where ours was', async () => {
    const region = regionWith()
    await deploy('Create')
    await deploy('Delete')
    expect(region.active).toBeUndefined()
  })
})
