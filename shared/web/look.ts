import { type Colours, DARK, LIGHT } from '../mail/write/colours.ts'
import { EDGE, FACES, roomAround, SPACE, THUMB, TYPE, type Type } from '../mail/write/measures.ts'

/**
 * What all our pages look like: one column of words, and whatever lies beside it on a wider screen. Colours, type and
 * spaces are those of the mail.
 */

const variables = (values: Colours | Readonly<Record<string, string>>): string =>
  Object.entries(values)
    .map(([name, value]) => `--${name}: ${value};`)
    .join(' ')

/** Sizes grow with the browser's own letters. */
const rem = (pixels: number): string => `${pixels / 16}rem`
const type = ({ size, line }: Type): string => `font-size: ${rem(size)}; line-height: ${line / size};`
/** A drawing is as wide as its own units; on a narrower screen its words grow by what it shrinks. */
const DRAWN_ON = 360

const spaces = Object.fromEntries(Object.entries(SPACE).map(([name, pixels]) => [name, rem(pixels)]))

export const CSS = `
:root { color-scheme: light dark; ${variables({ ...LIGHT, ...spaces })} }
@media screen and (prefers-color-scheme: dark) { :root { ${variables(DARK)} } }
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body { margin: 0; background: var(--paper); color: var(--ink); ${type(TYPE.text)} font-family: ${FACES}; overflow-wrap: anywhere; }
a { color: var(--link); }
:focus-visible { outline: ${EDGE.head}px solid var(--link); outline-offset: 2px; border-radius: 2px; }

.skip { position: absolute; left: -100vw; padding: var(--half) var(--whole); background: var(--paper); }
.skip:focus { left: 0; top: 0; z-index: 1; }
.top { max-width: 64rem; margin: 0 auto; padding: var(--hair) var(--whole); border-bottom: ${EDGE.head}px solid var(--leaf); }
.brand, .top li { display: inline-block; margin: 0 var(--half) 0 0; }
.brand { font-weight: 700; }
.brand a, .top nav a { display: inline-block; padding: ${rem(roomAround(TYPE.text))} 0; color: inherit; text-decoration: none; }
.top nav, .top ul { display: inline; padding: 0; }
.top a:hover { text-decoration: underline; }
.top a[aria-current] { font-weight: 600; box-shadow: inset 0 -${EDGE.head}px var(--leaf); }

main { max-width: 64rem; margin: 0 auto; padding: var(--wide) var(--whole) var(--gap); }
main:not(.wide) > * { max-width: 40rem; }
main:focus { outline: none; }
.foot { max-width: 64rem; margin: 0 auto; padding: var(--half) var(--whole) var(--gap); color: var(--faint); ${type(TYPE.small)} }
h1 { ${type(TYPE.title)} margin: 0 0 var(--whole); }
h2 { ${type(TYPE.name)} margin: var(--gap) 0 var(--thin); }
h3 { ${type(TYPE.lead)} margin: var(--whole) 0 var(--hair); }
h4 { ${type(TYPE.small)} margin: var(--whole) 0 var(--hair); }
p, ul, ol, dl, table, figure { margin: 0 0 var(--whole); }
a[href^="tel:"] { ${type(TYPE.name)} display: inline-block; padding: ${rem(roomAround(TYPE.name))} 0; font-weight: 600; }
summary { padding: ${rem(roomAround(TYPE.text))} 0; cursor: pointer; }
.hint, .faint { color: var(--faint); ${type(TYPE.small)} font-weight: 400; }
.late { color: var(--alarm); font-weight: 600; }

.field { margin: 0 0 var(--whole); }
label, legend { display: block; font-weight: 600; margin: 0 0 var(--hair); padding: 0; }
fieldset { border: 0; margin: 0 0 var(--whole); padding: 0; min-width: 0; }
.choice .hint, label > .hint, legend > .hint { display: block; }
.choice { display: flex; align-items: baseline; gap: var(--thin); font-weight: 400; margin: 0; padding: ${rem(roomAround(TYPE.text))} 0; }
input, select, textarea { font: inherit; color: inherit; background: var(--paper); max-width: 100%; min-height: ${rem(THUMB)}; padding: var(--thin); border: ${EDGE.rule}px solid var(--edge); border-radius: ${EDGE.round}px; }
input[type=radio], input[type=checkbox] { flex: none; width: 1.25rem; height: 1.25rem; min-height: 0; margin: 0; align-self: center; accent-color: var(--leaf); }
input[type=text], input[type=email], input[type=tel], textarea { width: 100%; }
textarea { min-height: 5.5rem; resize: vertical; }
.pair { display: flex; flex-wrap: wrap; gap: 0 var(--whole); }
.pair legend { float: left; width: 100%; }
.pair .field { margin: 0; }
.pair label { font-weight: 400; }
[aria-invalid=true] { border: 2px solid var(--alarm); }
.wrong { color: var(--alarm); font-weight: 600; margin: 0 0 var(--thin); }
.wrongs { border-left: ${EDGE.bar}px solid var(--alarm); padding: var(--hair) 0 var(--hair) var(--half); margin: 0 0 var(--whole); font-weight: 600; }

button, .button { display: inline-block; font: inherit; font-weight: 600; min-height: ${rem(THUMB)}; padding: ${rem(roomAround(TYPE.text) - EDGE.rule)} var(--whole); margin: 0 var(--thin) var(--thin) 0; border: ${EDGE.rule}px solid var(--leaf); border-radius: ${EDGE.round}px; background: var(--leaf); color: var(--onLeaf); text-decoration: none; cursor: pointer; }
button.quiet, .button { background: none; color: var(--leaf); }
button:hover, .button:hover { box-shadow: 0 0 0 2px var(--leaf); }

.rows { list-style: none; padding: 0; }
.rows > li { padding: var(--whole) 0; border-top: ${EDGE.rule}px solid var(--rule); }
.rows h2, .rows h3 { margin: 0 0 var(--hair); }
.rows p { margin: 0 0 var(--hair); }
.story > li { padding: var(--half) 0; }
.facts { display: grid; grid-template-columns: max-content 1fr; gap: var(--hair) var(--whole); }
.facts dt { color: var(--faint); }
.facts dd { margin: 0; }
.facts .facts { margin: var(--hair) 0; padding-left: var(--thin); border-left: ${EDGE.rule}px solid var(--rule); }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; vertical-align: top; padding: var(--thin) var(--half) var(--thin) 0; border-bottom: ${EDGE.rule}px solid var(--rule); }
.as-written { white-space: pre-wrap; }
blockquote { margin: 0 0 var(--whole); padding: 0 0 0 var(--half); border-left: ${EDGE.bar}px solid var(--ember); }

.filter { align-items: end; gap: var(--half) var(--whole); margin: 0 0 var(--wide); }
.filter input { width: 16rem; }
.filter button { margin: 0; }
.timeline { display: block; width: 100%; max-width: ${rem(DRAWN_ON)}; height: auto; overflow: visible; }
.timeline text { font-size: ${TYPE.small.size}px; fill: var(--faint); }
.end { text-anchor: end; }
.lane { stroke: var(--rule); }
.mark { fill: var(--leaf); stroke: var(--paper); stroke-width: .75; }
.hollow { fill: var(--paper); stroke: var(--leaf); stroke-width: 1.75; }
.missed, .halo { fill: none; stroke: var(--alarm); stroke-width: 2.5; }
.halo { stroke: var(--paper); stroke-width: 5.5; }
.silence { fill: var(--ember); stroke: var(--edge); stroke-width: .75; }
.window { fill: none; stroke: var(--edge); stroke-dasharray: 2 2; }
.today { stroke: var(--edge); }
.legend span { white-space: nowrap; margin-right: var(--half); }
.legend svg { width: 1em; height: 1em; vertical-align: -.125em; }
@media (min-width: 48rem) {
  .top { display: flex; }
  .top nav { flex: 1; }
  .top ul { display: flex; margin: 0; }
  .top li:last-child { margin: 0 0 0 auto; }
  .board > li { display: grid; grid-template-columns: 1fr ${rem(DRAWN_ON)}; gap: var(--wide); align-items: center; }
}
@media (max-width: 30rem) {
  .facts { grid-template-columns: 1fr; gap: 0; }
  .facts dd { margin: 0 0 var(--thin); }
  .timeline text { font-size: ${TYPE.small.size * 1.1}px; }
}
@media print {
  body { font-size: 11pt; }
  .top, .skip, .foot, form, .button, [aria-labelledby=say], .story details { display: none !important; }
  main { padding: 0; }
  main, main:not(.wide) > * { max-width: none; }
  a { color: inherit; }
  h1, h2, h3, h4 { break-after: avoid; }
  .rows > li, blockquote, .timeline { break-inside: avoid; }
  .rows > li { padding: var(--thin) 0; }
}
`
