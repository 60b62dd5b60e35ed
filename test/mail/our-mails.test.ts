import { caniemail } from 'caniemail'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { localDate } from '../../shared/domain/calendar/days.ts'
import { openTasks } from '../../shared/domain/engagement/state.ts'
import { defaultPolicy } from '../../shared/domain/policy.ts'
import { assess } from '../../shared/domain/silence/assess.ts'
import { writeDigest } from '../../shared/mail/write/digest.ts'
import { history } from '../domain/support/histories.ts'
import { acmeTried } from '../domain/support/stories.ts'
import { busyAccounts, empty, everyMail, morning } from '../support/mail/every-mail.ts'

/** What every mail of ours has in common, whatever it says: mail programs show it whole, and its text says all of it. */

const kinds = Object.entries(await everyMail())
const all = kinds.flatMap(([kind, mails]) => mails.map((mail, index) => ({ ...mail, name: `${kind} ${index + 1}` })))

/**
 * Outlook for Windows as it was and as it is (`outlook-com`: the new one is the web's), on a Mac, and on telephones. The
 * older `@jsx-email/doiuse-email` has no new Outlook, and knows what programs did in 2024.
 */
const PROGRAMS = [
  'outlook.windows',
  'outlook.outlook-com',
  'outlook.macos',
  'outlook.ios',
  'outlook.android',
  'gmail.*',
  'apple-mail.*',
] as const

/** What a program of these leaves out, in which, and why the mail is as good without it. */
const LEFT_OUT: Readonly<Record<string, { readonly by: readonly string[]; readonly why: string }>> = {
  '@media': {
    by: ['gmail.mobile-webmail', 'outlook.windows'],
    why: 'turns colours at night, and nothing else; these show the light mail, or make it dark themselves',
  },
  '<style> element': { by: ['gmail.mobile-webmail'], why: 'holds that alone' },
  'color-scheme meta tag': {
    by: [
      'apple-mail.ios',
      'gmail.android',
      'gmail.desktop-webmail',
      'gmail.ios',
      'gmail.mobile-webmail',
      'outlook.android',
      'outlook.ios',
      'outlook.macos',
      'outlook.outlook-com',
      'outlook.windows',
    ],
    why: 'tells Apple Mail on a Mac that the mail has colours for the night',
  },
  '<body> element': { by: ['outlook.macos'], why: 'has no margin and no room, and that is all it has' },
  'border-radius': { by: ['outlook.windows'], why: 'its buttons have corners' },
  'table-layout': { by: ['outlook.windows'], why: 'each column of the picture says how wide it is' },
  'display:none': { by: ['gmail.mobile-webmail'], why: 'hides the preview, which no height hides there' },
  'max-height property': { by: ['outlook.windows'], why: 'hides the preview, which is not displayed there' },
  overflow: { by: ['outlook.windows'], why: 'goes with that height' },
}

/** What some of them keep in part, and that our part is one that they keep. */
const KEPT_IN_PART: Readonly<Record<string, string>> = {
  '@media': 'one rule, by colour scheme, nothing nested',
  '<style> element': 'one, in the head, under 16 KB; loss of it is loss of the night',
  '<body> element': 'becomes a block',
  '<ul>, <ol> and <dl>': 'a plain list, neither reversed nor numbered',
  'align attribute': 'on cells and rows alone: left on a table is what is not kept',
  border: 'on cells alone, and no wider than 4 px',
  display: '`none` on a block for the preview; `block` and `inline-block` give links height where there is room',
  'display:none': 'on a block that holds words only',
  'font-size': 'in px',
  'font-weight': '`bold`',
  'line-height': 'in px: lines of Outlook for Windows may stand farther apart, never on each other',
  margin: 'neither negative nor `auto`, and on paragraphs, headings and tables only',
  'max-width': 'on a table for Outlook for Windows, and on the block around it for Apple Mail',
  overflow: '`hidden`, for the preview',
  padding: 'on cells; on links it is height to press, and in a button `mso-padding-alt` on the cell stands in for it',
  'table-layout': 'no layout of ours needs it',
  'text-decoration': 'one value, `underline` or `none`',
  'width attribute': 'on tables and cells, no image',
  'word-break': '`break-word`, for an address longer than a telephone is wide; anywhere is as good',
}

describe('a feature of a mail', () => {
  const found = { errors: new Map<string, Set<string>>(), warnings: new Map<string, Set<string>>() }
  for (const { html } of all) {
    const { issues } = caniemail({ clients: [...PROGRAMS], html })
    for (const kind of ['errors', 'warnings'] as const)
      for (const [program, features] of issues[kind])
        for (const { title } of features) found[kind].set(title, (found[kind].get(title) ?? new Set()).add(program))
  }

  it('is dropped by no program of Outlook, Gmail and Apple, save these that nobody misses', () => {
    const dropped = Object.fromEntries([...found.errors].map(([title, by]) => [title, [...by].toSorted()]))
    const expected = Object.fromEntries(Object.entries(LEFT_OUT).map(([title, { by }]) => [title, by]))
    expect(dropped).toEqual(expected)
  })

  it('that one of them keeps in part is used in that part', () => {
    expect([...found.warnings.keys()].toSorted()).toEqual(Object.keys(KEPT_IN_PART).toSorted())
  })

  it('hides the preview in each of them: who shows the undisplayed keeps the height, and the other way round', () => {
    const height = new Set([
      ...(found.errors.get('max-height property') ?? []),
      ...(found.errors.get('overflow') ?? []),
    ])
    for (const program of found.errors.get('display:none') ?? []) expect(height).not.toContain(program)
  })
})

type Styled = { readonly tag: string; readonly inside: string; readonly property: string; readonly value: string }

/** Every inline declaration, with its element and what that stands in. */
const declarations = (html: string): readonly Styled[] => {
  const open: string[] = []
  return [...html.matchAll(/<(\/?)([a-z]\w*)([^>]*)>/g)].flatMap(([, end, tag = '', attributes = '']) => {
    if (end) open.splice(open.lastIndexOf(tag))
    else if (!['meta', 'br'].includes(tag)) open.push(tag)
    const style = end ? '' : (/ style="([^"]*)"/.exec(attributes)?.[1] ?? '')
    return style
      .split(';')
      .filter(declaration => declaration !== '')
      .map(declaration => {
        const [property = '', value = ''] = declaration.split(/:(.*)/)
        return { tag, inside: open.at(-2) ?? '', property, value }
      })
  })
}

describe.each(all)('$name', ({ html, text }) => {
  const styles = declarations(html)

  it('keeps each rule by which features kept in part are used', () => {
    for (const { tag, property, value } of styles) {
      const rule = `${tag} ${property}:${value}`
      if (property.startsWith('border')) expect(['td'], rule).toContain(tag)
      if (property === 'padding') expect(['body', 'td', 'a'], rule).toContain(tag)
      if (property === 'margin') {
        expect(['body', 'p', 'li', 'h2', 'h3', 'table'], rule).toContain(tag)
        expect(value, rule).not.toMatch(/-|auto/)
      }
      if (property === 'max-width') expect(['div', 'table'], rule).toContain(tag)
      if (property === 'font-weight') expect(value, rule).toBe('bold')
      if (property === 'text-decoration') expect(value, rule).toMatch(/^(underline|none)$/)
      if (property === 'font-size') expect(Number(/^(\d+)px$/.exec(value)?.[1]), rule).toBeGreaterThanOrEqual(14)
    }
    expect(styles.some(({ tag, property }) => tag === 'td' && property === 'mso-padding-alt')).toBe(
      html.includes('class="button"'),
    )
  })

  it('loads nothing: what pictures it has are drawn in cells', () => {
    expect(html).not.toMatch(/<img|<script|<link|url\(|@import|src=|background=/)
  })

  it('says in its text all that it says', () => {
    expect(missingFrom(text, html)).toEqual([])
  })
})

// The text beside the HTML

const flat = (words: string): string => words.replaceAll(/[“”]/g, '"').replaceAll(/\s+/g, ' ').trim()
const undone = (markup: string): string =>
  markup
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')

/** Of HTML alone: what presses, what is drawn, and how to press. Each has its like in the text, asked for below. */
const HTML_ONLY = [
  /^[●×·]$/,
  /^(Them|You|Or:)$/,
  / to today, a (day|week) each\. ● contact, × missed, shaded: silence\.$/,
  /^Press a button, or reply with the number and a word, or in your own words\. I read all three\.$/,
]

/** What of a mail's HTML its text lacks: words outside links, numbers to dial, drafts, addresses, the picture's story. */
const missingFrom = (text: string, html: string): readonly string[] => {
  const said = flat(text)
  const body = /<body[\s\S]*<\/body>/.exec(html)?.[0] ?? ''
  const words = body
    .replaceAll(/<a [\s\S]*?<\/a>/g, '<a>')
    .split(/<[^>]*>/)
    .map(node => flat(undone(node)))
    .filter(node => node !== '' && !HTML_ONLY.some(known => known.test(node)))
  const drawn = [...body.matchAll(/aria-label="([^"]*)"/g)].map(([, label = '']) => flat(undone(label)))
  const links = [...body.matchAll(/<a href="([^"]*)"[^>]*>([^<]*)</g)].flatMap(([, href = '', label = '']) =>
    meantBy(undone(href), flat(undone(label)), said),
  )
  return [...words, ...drawn, ...links].filter(each => !said.includes(each))
}

/** What the text has to say where the HTML has a link. */
const meantBy = (href: string, label: string, said: string): readonly string[] => {
  if (href.startsWith('tel:')) return [label]
  if (href.startsWith('mailto:')) {
    const { pathname, searchParams } = new URL(href)
    const body = searchParams.get('body')?.split('\r\n').map(flat) ?? []
    return [decodeURIComponent(pathname), ...body, ...['subject', 'bcc'].flatMap(name => searchParams.get(name) ?? [])]
  }
  // Each outcome of a numbered task is a word to reply with; the page that has them all is in the text.
  const word = /\/do\/.*\.([a-z-]+)$/.exec(href)?.[1]
  return word && new RegExp(`\\b\\d ${word}\\b`).test(said) ? [] : [href]
}

it('finds what a text lacks', () => {
  const html =
    '<body><p>Ring <a href="tel:1">918 555 0142</a> at <b>ten</b></p><a href="https://x.example/do/t.spoke">S</a></body>'
  expect(missingFrom('Ring at ten', html)).toEqual(['918 555 0142', 'https://x.example/do/t.spoke'])
  expect(missingFrom('Ring 918 555 0142 at ten. Reply: 1 spoke', html)).toEqual([])
})

it('a digest says in its text all that it says, whatever happened', async () => {
  await fc.assert(
    fc.asyncProperty(history(), async ({ state, calendar, now }) => {
      const assessment = assess(state, defaultPolicy, calendar, now)
      const entries = openTasks(state).map(task => ({ engagement: state, assessment, task }))
      const { text, html } = await writeDigest({ ...empty, calendar, today: localDate(calendar, now), entries })
      expect(missingFrom(text, html)).toEqual([])
    }),
    { numRuns: 40 },
  )
})

// How much of it there is

/** Gmail shows so many bytes, and hides the rest behind a link. */
const GMAIL_SHOWS = 102 * 1024

describe('a mail is never cut off', () => {
  it.each(all)('$name', ({ html }) => {
    expect(Buffer.byteLength(html)).toBeLessThan(GMAIL_SHOWS)
  })

  it('with seven tasks of the longest', async () => {
    const { html } = await morning(
      Array.from({ length: 7 }, () => acmeTried()),
      1,
    )
    expect(Buffer.byteLength(html)).toBeLessThan(GMAIL_SHOWS)
  })

  it.each([5, 60])('with seven tasks and lines of every kind, %i of each', async lines => {
    const { html, text } = await morning([...busyAccounts(), ...busyAccounts(), ...busyAccounts()], lines)
    expect(Buffer.byteLength(html)).toBeLessThan(GMAIL_SHOWS)
    expect(html).toContain('No more of these mails')
    expect(missingFrom(text, html)).toEqual([])
    expect(text.match(/^\d\. /gm)).toHaveLength(7)
  })

  it('and counts the lines that it has no room for', async () => {
    const { text } = await morning(busyAccounts(), 60)
    const section = /Held back:\n[\s\S]*?\n\n/.exec(text)?.[0] ?? ''
    const shown = section.match(/^- /gm)?.length ?? 0
    const [, more] =
      /And (\d+) more, too many for a mail\. See them all: (\S+)/.exec(section.replaceAll('\n', ' ')) ?? []
    expect(shown + Number(more)).toBe(60)
  })
})
