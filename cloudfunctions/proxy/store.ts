import { z } from 'zod'
import { Day, ProxyId } from '../contract/fields'
import { bounds } from '../contract/proxy-bounds'
import { collection } from '../kit/collection'

export { proxies, type Act, type Proxy } from '../kit/proxies'

/** What bounds a helper: one 代办 at a time, and so many a day. */
const ProxyHelper = z.object({
  /** The helper's member id. */
  _id: z.string(),
  schemaVersion: z.literal(1),
  /** The latest. */
  proxyId: ProxyId,
  /** In China. */
  day: Day,
  /** Begun on that day. */
  count: z.int().min(1).max(bounds.perDay),
})

export type ProxyHelper = z.infer<typeof ProxyHelper>

export const proxyHelpers = collection<ProxyHelper>('proxy_helpers', ProxyHelper)
