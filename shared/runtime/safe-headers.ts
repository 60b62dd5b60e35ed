/**
 * What a browser is told about every answer of ours, pages, programs' answers and refusals alike: nothing of it is
 * kept, guessed at, framed, loaded from elsewhere or passed on. A page says more of itself.
 */
export const SAFE_HEADERS: Readonly<Record<string, string>> = {
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'x-robots-tag': 'noindex, nofollow',
  // Browsers heed it over https alone, so it says nothing where there is none.
  'strict-transport-security': 'max-age=31536000',
}
