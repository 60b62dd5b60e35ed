import { describe, expect, it } from 'vitest'
import { type Colours, DARK, LIGHT } from '../../shared/mail/write/colours.ts'
import { FACES, TYPE } from '../../shared/mail/write/measures.ts'
import { CSS } from '../../shared/web/look.ts'
import { everyMail } from '../support/mail/every-mail.ts'

/** WCAG 2.2, relative luminance and contrast ratio. */
const luminance = (colour: string): number => {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map(at => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
const contrast = (one: string, other: string): number => {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b)
  return (light + 0.05) / (dark + 0.05)
}

const TEXT = ['ink', 'faint', 'leaf', 'link', 'alarm'] as const

describe.each<[string, Colours]>([
  ['by day', LIGHT],
  ['by night', DARK],
])('the colours %s', (_, colours) => {
  it.each(TEXT)('show %s as text on their paper', name => {
    expect(contrast(colours[name], colours.paper)).toBeGreaterThanOrEqual(4.5)
  })

  it.each(['Leaf', 'Alarm', 'Ember'] as const)('show what stands on a filled %s', name => {
    const filled = { Leaf: colours.leaf, Alarm: colours.alarm, Ember: colours.ember }[name]
    expect(contrast(colours[`on${name}`], filled)).toBeGreaterThanOrEqual(4.5)
  })

  it('show the edge of a field, and each thing of a drawing beside the times in which nothing was', () => {
    expect(contrast(colours.edge, colours.paper)).toBeGreaterThanOrEqual(3)
    expect(contrast(colours.leaf, colours.calm)).toBeGreaterThanOrEqual(3)
    expect(contrast(colours.alarm, colours.calm)).toBeGreaterThanOrEqual(3)
  })
})

const LOOKS = [CSS, ...Object.values(await everyMail()).flatMap(mails => mails.map(({ html }) => html))]
const inAll = (pattern: RegExp): Set<string> =>
  new Set(LOOKS.flatMap(look => [...look.matchAll(pattern)].map(([, value = '']) => value)))

describe('mail and pages are of one family', () => {
  it('in their colours', () => {
    const named = [...Object.values(LIGHT), ...Object.values(DARK)]
    for (const colour of inAll(/(#[0-9a-f]{3,8})\b(?=[;"\s])/g)) expect(named).toContain(colour)
  })

  it('in their faces', () => {
    expect([...inAll(/font-family: ?([^;"]+)/g)]).toEqual([FACES])
  })

  it('in the sizes of their words, of which none is under 14 px', () => {
    const sizes = Object.values(TYPE).map(({ size }) => size)
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(14)
    for (const size of inAll(/font-size: ?(\d+)px/g)) expect(sizes).toContain(Number(size))
    for (const size of inAll(/font-size: ?([\d.]+)rem/g)) expect(sizes).toContain(Number(size) * 16)
  })
})

it('black on white has the greatest contrast there is', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5)
})
