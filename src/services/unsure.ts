import { isDefinite, type Failure } from './replies'

/** Whether another wish may be sent now: it was refused, or it never left this device, now and before. */
export const mayChangeAfter = (reply: Failure, wasUnsure: boolean): boolean =>
  isDefinite(reply) || (!wasUnsure && reply.code === 'OFFLINE')
