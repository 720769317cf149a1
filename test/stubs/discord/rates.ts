import { type Answer, type Call, limitHeaders, rateLimited } from './http.js'

/** So many posts in so many seconds, for each channel. */
export interface Rates {
  readonly limit: number
  readonly seconds: number
}

/** Answers 429 to posts beyond the rate, and tells on each how many are left; without a rate everything passes. */
export function rates(now: () => number, rate: Rates | undefined): (call: Call, serve: () => Answer) => Answer {
  const windows = new Map<string, { readonly end: number; readonly used: number }>()
  return ({ method, path }, serve) => {
    if (!rate || method !== 'POST' || !/^\/channels\/\d+\/messages$/u.test(path)) return serve()
    const window = windows.get(path)
    const isOpen = window !== undefined && window.end > now()
    const end = isOpen ? window.end : now() + rate.seconds * 1000
    const used = (isOpen ? window.used : 0) + 1
    const left = (end - now()) / 1000
    if (used > rate.limit) return rateLimited(left, false)
    windows.set(path, { end, used })
    const answer = serve()
    return {
      ...answer,
      headers: { ...answer.headers, ...limitHeaders(rate.limit, rate.limit - used, left, 'messages') },
    }
  }
}
