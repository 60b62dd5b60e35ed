import type { Html } from '../../shared/mail/write/html.ts'
import { type Field, selectField } from './fields.ts'

/** Node lists these cities by names that they no longer go by; either is the same zone. */
const CALLED_TODAY: Readonly<Record<string, string>> = {
  'America/Godthab': 'America/Nuuk',
  'Asia/Calcutta': 'Asia/Kolkata',
  'Asia/Katmandu': 'Asia/Kathmandu',
  'Asia/Rangoon': 'Asia/Yangon',
  'Asia/Saigon': 'Asia/Ho_Chi_Minh',
  'Europe/Kiev': 'Europe/Kyiv',
}

/**
 * A time zone out of all there are. One that is kept under a name that is not listed (a link such as `US/Eastern`)
 * stands among them: a list without it would show, and save, the first of the world's zones instead.
 */
export const zoneField = (field: Field): Html => {
  const listed = Intl.supportedValuesOf('timeZone').map(zone => CALLED_TODAY[zone] ?? zone)
  const zones = new Set([...listed, 'UTC', ...(field.value ? [field.value] : [])])
  return selectField(
    field,
    [...zones].toSorted().map(zone => ({ value: zone, label: zone })),
  )
}
