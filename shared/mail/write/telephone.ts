/** "918 555 0142 x12" as a link that dials. */
export const telephone = (number: string): string => {
  const [line = '', extension = ''] = number.toLowerCase().split(/x|ext/, 2)
  const digits = (text: string) => text.replace(/\D/g, '')
  const plus = line.trimStart().startsWith('+') ? '+' : ''
  return `tel:${plus}${digits(line)}${digits(extension) ? `;ext=${digits(extension)}` : ''}`
}
