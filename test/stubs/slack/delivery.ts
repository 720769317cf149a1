/** What Slack sends to the app, over a socket or over HTTP. */
import { bodyOf, type HttpTarget, sendSigned } from './signed.js'
import { envelope, type Sockets } from './socket.js'
import type { Json, World } from './world.js'

export interface Delivery {
  readonly payload: Json
  /** By which `sockets` knows it. */
  readonly envelopeId: string
  /** The very same once more: on another socket where there is one, or as a retry over HTTP. */
  again(): void
  /** The very same once on every socket that is open. */
  everywhere(): void
  /** How often it was acknowledged. */
  acknowledged(): number
  /** What the acknowledgements said, where they said anything. */
  responses(): readonly Json[]
  /** Milliseconds to the slowest acknowledgement; null where there is none. */
  slowest(): number | null
}

/** Delivers, at first and as often as told; over sockets where there is no `target`. */
export function deliver(
  { world, sockets, target }: { readonly world: World; readonly sockets: Sockets; readonly target: HttpTarget | null },
  type: string,
  payload: Json,
): Delivery {
  const sent = envelope(world, type, payload)
  const envelopeId = String(sent['envelope_id'])
  const overHttp: number[] = []
  const saidOverHttp: Json[] = []
  const took = () => (target === null ? sockets.acknowledgements(envelopeId) : overHttp)
  let times = 0
  const again = (): void => {
    times += 1
    if (target === null) return sockets.send(sent, sockets.open[(times - 1) % Math.max(1, sockets.open.length)])
    const began = performance.now()
    const { url, signingSecret } = target
    const count = async (response: Response): Promise<void> => {
      const said = await response.text()
      if (said.startsWith('{')) saidOverHttp.push(JSON.parse(said))
      if (response.ok) overHttp.push(performance.now() - began)
    }
    void sendSigned(url, { ...bodyOf(type, payload), signingSecret, at: world.now(), retry: times - 1 }).then(
      count,
      () => {},
    )
  }
  again()
  return {
    payload,
    envelopeId,
    again,
    everywhere() {
      for (const socket of sockets.open) sockets.send(sent, socket)
    },
    acknowledged: () => took().length,
    responses: () => (target === null ? sockets.responses(envelopeId) : saidOverHttp),
    slowest: () => (took().length > 0 ? Math.max(...took()) : null),
  }
}
