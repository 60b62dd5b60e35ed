import { type Colours, DARK, LIGHT } from '../../shared/mail/write/colours.ts'
import { FACES } from '../../shared/mail/write/stationery.ts'

/**
 * What all our pages look like: one column of words, and whatever lies beside it on a wider screen. Spaces are halves
 * and wholes of a line; what can be pressed is 44 px high.
 */

const variables = (colours: Colours): string =>
  Object.entries(colours)
    .map(([name, value]) => `--${name}: ${value};`)
    .join(' ')

export const CSS = `
:root { color-scheme: light dark; ${variables(LIGHT)} }
@media screen and (prefers-color-scheme: dark) { :root { ${variables(DARK)} } }
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1.0625rem/1.5 ${FACES}; overflow-wrap: anywhere; }
a { color: var(--link); }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; border-radius: 2px; }

.skip { position: absolute; left: -100vw; padding: .75rem 1rem; background: var(--paper); }
.skip:focus { left: 0; top: 0; z-index: 1; }
.top { display: flex; flex-wrap: wrap; align-items: flex-start; gap: 0 1.25rem; max-width: 64rem; margin: 0 auto; padding: .25rem 1rem; border-bottom: 3px solid var(--leaf); }
.brand { margin: 0; font-weight: 700; }
.brand a, .top nav a { display: inline-block; padding: .625rem 0; color: inherit; text-decoration: none; }
.top nav { flex: 1; }
.top ul { display: flex; flex-wrap: wrap; gap: 0 1.25rem; list-style: none; margin: 0; padding: 0; }
.top li:last-child { margin-left: auto; }
.top a:hover { text-decoration: underline; }
.top a[aria-current] { font-weight: 600; box-shadow: inset 0 -3px var(--leaf); }

main { max-width: 40rem; margin: 0 auto; padding: 1.5rem 1rem 3rem; }
main.wide { max-width: 64rem; }
main:focus { outline: none; }
.foot { max-width: 40rem; margin: 0 auto; padding: .75rem 1rem 2rem; color: var(--faint); font-size: .9375rem; }
h1 { font-size: 1.5rem; line-height: 1.25; margin: 0 0 1rem; }
h2 { font-size: 1.1875rem; line-height: 1.3; margin: 2rem 0 .5rem; }
h3 { font-size: 1.0625rem; margin: 1rem 0 .25rem; }
p, ul, ol, dl, table { margin: 0 0 1rem; }
.hint, .faint { color: var(--faint); font-size: .9375rem; font-weight: 400; }
.late { color: var(--alarm); font-weight: 600; }

.field { margin: 0 0 1.25rem; }
label, legend { display: block; font-weight: 600; margin: 0 0 .25rem; padding: 0; }
fieldset { border: 0; margin: 0 0 1.25rem; padding: 0; min-width: 0; }
.choice .hint { display: block; }
.choice { display: flex; align-items: baseline; gap: .625rem; font-weight: 400; margin: 0; padding: .625rem 0; }
input, select, textarea { font: inherit; color: inherit; background: var(--paper); max-width: 100%; min-height: 2.75rem; padding: .5rem .625rem; border: 1px solid var(--edge); border-radius: 6px; }
input[type=radio], input[type=checkbox] { flex: none; width: 1.25rem; height: 1.25rem; min-height: 0; margin: 0; align-self: center; accent-color: var(--leaf); }
input[type=text], input[type=email], input[type=tel], textarea { width: 100%; }
textarea { min-height: 5.5rem; resize: vertical; }
.pair { display: flex; flex-wrap: wrap; gap: 0 1rem; }
.pair legend { float: left; width: 100%; }
.pair .field { margin: 0; }
.pair label { font-weight: 400; }
[aria-invalid=true] { border: 2px solid var(--alarm); }
.wrong { color: var(--alarm); font-weight: 600; margin: 0 0 .5rem; }
.wrongs { border-left: 4px solid var(--alarm); padding: .25rem 0 .25rem .75rem; margin: 0 0 1.25rem; font-weight: 600; }

button, .button { display: inline-block; font: inherit; font-weight: 600; line-height: 1.25rem; min-height: 2.75rem; padding: .75rem 1.25rem; margin: 0 .5rem .5rem 0; border: 1px solid var(--leaf); border-radius: 6px; background: var(--leaf); color: var(--onLeaf); text-decoration: none; cursor: pointer; }
button.quiet, .button { background: none; color: var(--leaf); }
button:hover, .button:hover { box-shadow: 0 0 0 2px var(--leaf); }

.rows { list-style: none; padding: 0; }
.rows > li { padding: 1rem 0; border-top: 1px solid var(--rule); }
.rows h2, .rows h3 { margin: 0; font-size: 1.1875rem; }
.rows p { margin: 0 0 .375rem; }
.facts { display: grid; grid-template-columns: max-content 1fr; gap: .25rem 1rem; }
.facts dt { color: var(--faint); }
.facts dd { margin: 0; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; vertical-align: top; padding: .5rem .75rem .5rem 0; border-bottom: 1px solid var(--rule); }
.as-written { white-space: pre-wrap; }
blockquote { margin: 0 0 1rem; padding: .125rem 0 .125rem .75rem; border-left: 4px solid var(--ember); }

.filter { align-items: end; gap: .75rem 1rem; margin: 0 0 1.25rem; }
.filter input { width: 16rem; }
.filter button { margin: 0; }
.timeline { display: block; width: 100%; max-width: 30rem; height: auto; overflow: visible; }
.timeline text { font-size: 12px; fill: var(--faint); }
.end { text-anchor: end; }
.lane { stroke: var(--rule); }
.mark { fill: var(--leaf); stroke: var(--paper); stroke-width: .75; }
.hollow { fill: var(--paper); stroke: var(--leaf); stroke-width: 1.75; }
.missed { fill: none; stroke: var(--alarm); stroke-width: 2.5; }
.silence { fill: var(--ember); stroke: var(--edge); stroke-width: .75; }
.window { fill: none; stroke: var(--edge); stroke-dasharray: 2 2; }
.today { stroke: var(--edge); }
.legend span { white-space: nowrap; margin-right: .75rem; }
.legend svg { width: 1em; height: 1em; vertical-align: -.125em; }
@media (min-width: 48rem) {
  .board > li { display: grid; grid-template-columns: 1fr 30rem; gap: 1.5rem; align-items: center; }
}
@media (max-width: 30rem) {
  .facts { grid-template-columns: 1fr; gap: 0; }
  .facts dd { margin: 0 0 .5rem; }
  .wide-only { display: none; }
}
@media print {
  body { font-size: 11pt; }
  .top nav, .skip, .foot, form, .button { display: none; }
  main, main.wide { max-width: none; padding: 1rem 0; }
  a { color: inherit; text-decoration: none; }
  .rows > li { break-inside: avoid; }
}
`
