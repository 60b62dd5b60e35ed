import type { Response } from '../../../functions/pages/page.ts'
import type { Visitor } from './office.ts'

/** Reads pages as a browser would: the ways on from them, and their forms. */

export type Form = {
  readonly action: string
  /** The fields by name with all the values that they may be sent with; an empty list where anything may be typed. */
  readonly fields: ReadonlyMap<string, Field>
}
export type Field = { readonly type: string; readonly values: readonly string[] }

const unescaped = (text: string): string =>
  text
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')

const attribute = (tag: string, name: string): string | undefined => {
  const found = new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1]
  return found === undefined ? undefined : unescaped(found)
}

/** Where a page leads to on this site, without what names a place within a page. */
export const linksIn = (body: string): readonly string[] =>
  [...body.matchAll(/<a [^>]*>/g)]
    .map(([tag]) => attribute(tag, 'href')?.replace('https://relight.example', '').replace(/#.*/, '') ?? '')
    .filter(path => path.startsWith('/'))

/** The forms that record something; those that only ask for another page are ways like any other. */
export const formsIn = (body: string, path: string): readonly Form[] =>
  [...body.matchAll(/<form( [^>]*method="post"[^>]*)>(.*?)<\/form>/gs)].map(([, tag = '', inside = '']) => {
    const fields = new Map<string, Field>()
    const controls = /<(input|textarea|button)( [^>]*)>|<select( [^>]*)>(.*?)<\/select>/gs
    for (const [, kind = 'select', of, select, options = ''] of inside.matchAll(controls)) {
      const name = attribute(of ?? select ?? '', 'name')
      if (!name) continue
      const type = kind === 'input' ? (attribute(of ?? '', 'type') ?? 'text') : kind
      const values = select
        ? [...options.matchAll(/<option( [^>]*)?>([^<]*)/g)].map(
            ([, option = '', text = '']) => attribute(option, 'value') ?? unescaped(text),
          )
        : TYPED.has(type)
          ? []
          : [attribute(of ?? '', 'value') ?? 'on']
      fields.set(name, { type, values: [...(fields.get(name)?.values ?? []), ...values] })
    }
    return { action: attribute(tag, 'action') ?? path, fields }
  })
const TYPED: ReadonlySet<string> = new Set(['text', 'email', 'tel', 'date', 'time', 'number', 'textarea'])

/** Something that each kind of field takes. */
const TYPICAL: Readonly<Record<string, string>> = {
  date: '2026-10-13',
  time: '10:15',
  number: '3',
  email: 'somebody@nowhere.example',
}

/** A form filled in: the `nth` of each choice, or the last there is, and something that fits where it is typed. */
export const filled = ({ fields }: Form, nth = 0): Record<string, string> =>
  Object.fromEntries(
    [...fields].map(([name, { type, values }]) => [
      name,
      values[Math.min(nth, values.length - 1)] ?? TYPICAL[type] ?? 'something',
    ]),
  )

export type Crawled = { readonly pages: ReadonlyMap<string, Response>; readonly forms: readonly Form[] }

const MOST_PAGES = 500

/** Every page that a visitor is led to from some, each once, by GET. */
export const crawl = async (visitor: Pick<Visitor, 'get'>, from: readonly string[]): Promise<Crawled> => {
  const pages = new Map<string, Response>()
  const forms: Form[] = []
  const ahead = [...from]
  for (let path = ahead.shift(); path !== undefined; path = ahead.shift()) {
    if (pages.has(path)) continue
    if (pages.size === MOST_PAGES) throw new Error('these pages lead on without end')
    const response = await visitor.get(path)
    pages.set(path, response)
    forms.push(...formsIn(response.body, path))
    ahead.push(...linksIn(response.body))
    const { location } = response.headers
    if (location?.startsWith('/')) ahead.push(location)
  }
  return { pages, forms }
}
