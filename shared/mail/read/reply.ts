export const withoutQuotation = (text: string): string => text
export const writtenPart = (text: string): string => text
