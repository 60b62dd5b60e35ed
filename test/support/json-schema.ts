import { registerSchema, setShouldValidateFormat, validate } from '@hyperjump/json-schema/draft-2020-12'
import '@hyperjump/json-schema/formats'

/** A validator that knows JSON Schema and nothing of us: what we serve is held against what we say it is. */

setShouldValidateFormat(true)

const DRAFT = 'https://json-schema.org/draft/2020-12/schema'
let registered = 0

/** Where a value does not fit a schema; empty where it does. */
export const misfits = async (schema: object, value: unknown): Promise<readonly string[]> => {
  const uri = `https://relight.example/schemas/${++registered}`
  registerSchema({ $schema: DRAFT, ...schema } as Parameters<typeof registerSchema>[0], uri)
  const output = await validate(uri, JSON.parse(JSON.stringify(value)), 'BASIC')
  return output.valid
    ? []
    : (output.errors ?? []).map(
        ({ instanceLocation, absoluteKeywordLocation }) => `${instanceLocation}: ${absoluteKeywordLocation}`,
      )
}
