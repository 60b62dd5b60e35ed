import type * as z from 'zod'
import { nonsenseIn, Policy, type PolicyOverride, WINDOW_MEANS } from '../../shared/domain/policy.ts'
import { type Html, html } from '../../shared/mail/write/html.ts'
import { inputField } from './fields.ts'

/** A window of silence as a field, in the same words wherever it can be set: for a firm, and for one account. */

type Name = keyof Policy
/** Which window cannot stand as it was typed, and why: "must be …". */
export type WrongWindow = { readonly field: Name; readonly says: string }

const COUNTS: ReadonlySet<Name> = new Set([
  'sameTextCompanies',
  'attemptsPerApproach',
  'shrinkAfterDigests',
  'askAfterDigests',
])

/** "3 days"; a count by itself. */
export const sayWindow = (name: Name, value: number): string =>
  COUNTS.has(name) ? String(value) : `${value} ${value === 1 ? 'day' : 'days'}`

/** `unchanged` says what holds as long as nobody sets it: "3 unless changed". */
export const windowField = (
  name: Name,
  value: string,
  unchanged: string,
  { wrong, isRequired }: { readonly wrong?: WrongWindow | undefined; readonly isRequired: boolean },
): Html => {
  const { minValue, maxValue } = Policy.shape[name].unwrap()
  return inputField(
    {
      name,
      label: WINDOW_MEANS[name],
      hint: `${COUNTS.has(name) ? 'a number' : 'days'}; ${unchanged}`,
      value,
      wrong: wrong?.field === name ? wrong.says : undefined,
    },
    html`type="number" inputmode="numeric" min="${String(minValue)}" max="${String(maxValue)}"${isRequired && html` required`}`,
  )
}

/** "An offer is out: must be a whole number from 1 to 365." */
export const sayWrongWindow = ({ field, says }: WrongWindow): string => `${WINDOW_MEANS[field]}: ${says}.`

/** Windows as they were typed, those left empty apart: they become `schema`'s, or the first of them that cannot stand. */
export const readWindows = <Windows extends PolicyOverride>(
  schema: z.ZodType<Windows>,
  names: readonly Name[],
  form: URLSearchParams,
): { readonly windows: Windows } | { readonly wrong: WrongWindow } => {
  const typed = names.flatMap(name => {
    const text = (form.get(name) ?? '').trim()
    return text === '' ? [] : [[name, Number(text)] as const]
  })
  const read = schema.safeParse(Object.fromEntries(typed))
  if (!read.success) {
    const [issue] = read.error.issues
    return { wrong: { field: issue?.path[0] as Name, says: issue?.message ?? 'could not be read' } }
  }
  const nonsense = nonsenseIn(read.data)
  return nonsense ? { wrong: nonsense } : { windows: read.data }
}
