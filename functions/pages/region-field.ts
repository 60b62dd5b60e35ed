import type { Html } from '../../shared/mail/write/html.ts'
import { type Field, selectField } from './fields.ts'

/** The table of the world's days off weighs a megabyte: only a form that offers regions reads it. */
export const regional = () => import('../../shared/runtime/holidays.ts')

/** A region whose public holidays are kept, out of all there are. */
export const regionField = async (field: Field): Promise<Html> => {
  const { regions, NO_REGION } = await regional()
  const named = regions.map(({ code, name }) => ({ value: code, label: name }))
  return selectField(field, [{ value: NO_REGION, label: 'None' }, ...named])
}
