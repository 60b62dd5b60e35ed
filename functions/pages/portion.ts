import { type Html, html } from '../../shared/mail/write/html.ts'

/** A long list a hundred at a time, so that a page of it stays quick on a phone. */

const PORTION = 100

export type Portion<Item> = {
  readonly shown: readonly Item[]
  /** The ways to the newer and the older ones, where there are any. */
  readonly ways: Html | undefined
}

/** The part of a list, the newest first, that `?skip=` asks for at a path. */
export const portionOf = <Item>(items: readonly Item[], path: string, query: URLSearchParams): Portion<Item> => {
  const skip = startOf(Number(query.get('skip')))
  const start = skip < items.length ? skip : 0
  const end = start + PORTION
  const way = (to: number, words: string) => html`<a class="button" href="${portionPath(path, to)}">${words}</a> `
  return {
    shown: items.slice(start, end),
    ways:
      items.length > PORTION
        ? html`<p>${start > 0 && way(start - PORTION, 'Newer ones')}${end < items.length && way(end, 'Older ones')}</p>`
        : undefined,
  }
}

/** Where the item at an index of the list stands. */
export const portionPath = (path: string, index: number): string => {
  const start = startOf(index)
  return start === 0 ? path : `${path}?skip=${start}`
}

const startOf = (index: number): number =>
  Number.isSafeInteger(index) && index > 0 ? Math.floor(index / PORTION) * PORTION : 0
