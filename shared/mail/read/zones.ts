/** Minutes east of UTC of the zone names that mail programs write. */
const OFFSETS: Readonly<Record<string, number>> = {
  z: 0,
  ut: 0,
  utc: 0,
  gmt: 0,
  est: -300,
  edt: -240,
  cst: -360,
  cdt: -300,
  mst: -420,
  mdt: -360,
  pst: -480,
  pdt: -420,
  akst: -540,
  akdt: -480,
  hst: -600,
  nst: -210,
  ndt: -150,
  adt: -180,
  brt: -180,
  wet: 0,
  west: 60,
  bst: 60,
  cet: 60,
  cest: 120,
  mez: 60,
  mesz: 120,
  seč: 60,
  selč: 120,
  eet: 120,
  eest: 180,
  oez: 120,
  oesz: 180,
  msk: 180,
  trt: 180,
  sast: 120,
  gst: 240,
  pkt: 300,
  ist: 330,
  sgt: 480,
  hkt: 480,
  awst: 480,
  jst: 540,
  kst: 540,
  acst: 570,
  acdt: 630,
  aest: 600,
  aedt: 660,
  nzst: 720,
  nzdt: 780,
}

/** Names that mean another zone to the people of these regions: Irish or Israeli time, China's, Bangladesh's. */
const ELSEWHERE: Readonly<Record<string, readonly [region: string, offset: number][]>> = {
  ist: [
    ['Europe/Dublin', 60],
    ['Asia/Jerusalem', 120],
    ['Asia/Tel_Aviv', 120],
  ],
  cst: [
    ['Asia/Shanghai', 480],
    ['Asia/Taipei', 480],
    ['America/Havana', -300],
  ],
  bst: [['Asia/Dhaka', 360]],
}

/** Names whose use says that the writer's program counts month before day. */
const AMERICAN = new Set(['est', 'edt', 'cst', 'cdt', 'mst', 'mdt', 'pst', 'pdt', 'akst', 'akdt', 'hst'])

export const isAmericanZone = (name: string): boolean => AMERICAN.has(name.toLowerCase())

/** Minutes east of UTC of a zone's name as someone in `zone` means it; null for a name that is not known. */
export const namedOffset = (name: string, zone: string): number | null => {
  const key = name.toLowerCase()
  return ELSEWHERE[key]?.find(([region]) => region === zone)?.[1] ?? OFFSETS[key] ?? null
}

/** Minutes east of UTC of `+0200`, `-04:00`, `GMT+3` or `UTC+05:30`; null for anything else. */
export const numericOffset = (text: string): number | null => {
  const parts = /^(?:gmt|utc)?\s?([+\-−])(\d{1,2})(?::?(\d\d))?$/i.exec(text)
  if (!parts) return null
  const minutes = Number(parts[2]) * 60 + Number(parts[3] ?? 0)
  return minutes > 14 * 60 ? null : parts[1] === '+' ? minutes : -minutes
}
