import type { Call, Fault } from './http.js'

/** Faults that tests ordered, each for some requests to come: the first that fits is used up first. */
export function faultList() {
  const orders: { readonly route: RegExp; readonly fault: Fault; left: number }[] = []
  return {
    /** `pattern` is as in `routePattern`. */
    add(pattern: string, fault: Fault, times: number): void {
      orders.push({ route: routePattern(pattern), fault, left: times })
    },
    take({ method, path }: Call): Fault | undefined {
      const order = orders.find(({ route, left }) => left > 0 && route.test(`${method} ${path}`))
      if (order) order.left -= 1
      return order?.fault
    },
  }
}

/** Method and path without `/api/v10`, where `:word` stands for any one segment: `POST /channels/:id/messages`. */
export function routePattern(pattern: string): RegExp {
  const parts = pattern.split(/:\w+/u).map((part) => part.replaceAll(/[.+*?^${}()|[\]\\]/gu, '\\$&'))
  return new RegExp(`^${parts.join('[^/]+')}$`, 'u')
}
