/**
 * The colours of what Relight writes, mail and pages alike. Text stands out from what is behind it by 4.5 to 1 and
 * more, an edge or a sign that means something by 3 to 1.
 */

export type Colours = {
  readonly paper: string
  readonly ink: string
  /** What may be passed over. */
  readonly faint: string
  /** Lines between things; they carry no meaning. */
  readonly rule: string
  /** The edge of a field, by which it is found. */
  readonly edge: string
  /** What can be pressed, and what stands on it where it is filled; contact in a drawing. */
  readonly leaf: string
  readonly onLeaf: string
  readonly link: string
  /** Something is wrong, late or missed. */
  readonly alarm: string
  readonly onAlarm: string
  /** Beside words to be said, and silence in a drawing. Never the only sign of anything. */
  readonly ember: string
  readonly onEmber: string
  /** A time in a drawing in which nothing was. */
  readonly calm: string
}

export const LIGHT: Colours = {
  paper: '#ffffff',
  ink: '#20272c',
  faint: '#5f666d',
  rule: '#c9cdd1',
  edge: '#7a828a',
  leaf: '#2f6f5e',
  onLeaf: '#ffffff',
  link: '#1f6b8f',
  alarm: '#b3472b',
  onAlarm: '#ffffff',
  ember: '#f0b54a',
  onEmber: '#5c3d00',
  calm: '#e4e6e8',
}

export const DARK: Colours = {
  paper: '#14181b',
  ink: '#e7ebed',
  faint: '#a8b0b7',
  rule: '#3b434a',
  edge: '#808a93',
  leaf: '#8fd3bd',
  onLeaf: '#10231d',
  link: '#8ecae6',
  alarm: '#ff9d7a',
  onAlarm: '#2b0f05',
  ember: '#f0b54a',
  onEmber: '#5c3d00',
  calm: '#2a3137',
}
