import * as z from 'zod'

/**
 * Marks a field as a personal detail (a name, an address, words, a phone number). The log's codec keeps marked
 * fields in one `personal` part of the stored event; everything else sees events flat.
 */
const marked = z.registry<{ personal: true }>()

export const personal = <Schema extends z.ZodType>(schema: Schema): Schema => {
  marked.add(schema, { personal: true })
  return schema
}

/** Whether a field's schema is marked, looking through optional, nullable and default wrappers. */
const isPersonal = (schema: z.ZodType): boolean => {
  if (marked.has(schema)) return true
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable || schema instanceof z.ZodDefault)
    return isPersonal(schema.unwrap() as z.ZodType)
  return false
}

/** The names of an event schema's personal fields. */
export const personalFields = (schema: z.ZodObject): readonly string[] =>
  Object.entries(schema.shape)
    .filter(([, field]) => isPersonal(field as z.ZodType))
    .map(([name]) => name)
