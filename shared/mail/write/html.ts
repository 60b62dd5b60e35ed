import { html as tagged } from 'hono/html'
import type { HtmlEscapedString } from 'hono/utils/html'

/** Markup whose every inserted string is escaped. */
export type Html = HtmlEscapedString
type Value = Html | string | number | false | undefined | readonly Value[]

/** Nothing of ours is awaited inside a template, so what comes back is never a promise. */
export const html = (strings: TemplateStringsArray, ...values: readonly Value[]): Html =>
  tagged(strings, ...values) as Html
