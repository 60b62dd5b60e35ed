import * as z from 'zod'

/** Bodies that a schema takes, made of the schema: so that a call that comes tomorrow is tried, too. */

type Schema = {
  readonly const?: unknown
  readonly enum?: readonly unknown[]
  readonly anyOf?: readonly Schema[]
  readonly oneOf?: readonly Schema[]
  readonly type?: string
  readonly format?: string
  readonly pattern?: string
  readonly minimum?: number
  readonly items?: Schema
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
}

/** What a text field takes, by its name. */
export type TextFor = (name: string) => string

/** One for each of its alternatives, every field filled in. */
export const samplesOf = (type: z.ZodType, textFor: TextFor): readonly unknown[] => {
  const schema = z.toJSONSchema(type, { io: 'input', unrepresentable: 'any' }) as Schema
  return (schema.oneOf ?? schema.anyOf ?? [schema]).map(each => sampleOf(each, '', textFor))
}

const sampleOf = (schema: Schema, name: string, textFor: TextFor): unknown => {
  if (schema.const !== undefined) return schema.const
  if (schema.enum) return schema.enum[0]
  const [first] = schema.anyOf ?? schema.oneOf ?? []
  if (first) return sampleOf(first, name, textFor)
  switch (schema.type) {
    case 'object':
      return Object.fromEntries(
        Object.entries(schema.properties ?? {}).map(([field, of]) => [field, sampleOf(of, field, textFor)]),
      )
    case 'array':
      return schema.items ? [sampleOf(schema.items, name, textFor)] : []
    case 'integer':
    case 'number':
      return Math.max(schema.minimum ?? 1, 1)
    case 'boolean':
      return true
    default:
      return textOf(schema, name, textFor)
  }
}

const textOf = ({ format, pattern }: Schema, name: string, textFor: TextFor): string => {
  if (format === 'date') return '2026-10-20'
  if (format === 'date-time') return '2026-10-14T11:00:00Z'
  if (format === 'email') return 'somebody@nowhere.example'
  return pattern?.includes('[DWM]') ? 'P3D' : textFor(name)
}
