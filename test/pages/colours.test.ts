import { describe, expect, it } from 'vitest'
import { type Colours, DARK, LIGHT } from '../../shared/mail/write/colours.ts'

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

it('black on white has the greatest contrast there is', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5)
})
