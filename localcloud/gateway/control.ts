import type { IncomingMessage, ServerResponse } from 'node:http'
import type { CloudContext } from '../context'
import type { FaultPlan } from '../faults'
import { HttpError } from './errors'
import { parseJson, readBody, sendJson } from './http'

const MAX_PLAN_BYTES = 64 * 1024

/** `POST /__faults`, `GET` and `DELETE /__stats`: for tests; they exist only with `--faults`. */
export async function serveControl(
  cloud: CloudContext,
  request: IncomingMessage,
  response: ServerResponse,
  name: string,
): Promise<void> {
  if (!cloud.controllable) throw new HttpError(404, 'NOT_FOUND', 'no such page')
  switch (`${request.method} ${name}`) {
    case 'POST faults':
      cloud.faults.set(parseJson((await readBody(request, MAX_PLAN_BYTES)).toString('utf8')) as FaultPlan)
      break
    case 'DELETE stats':
      cloud.stats.reset()
      break
    case 'GET stats':
      break
    default:
      throw new HttpError(405, 'METHOD_NOT_ALLOWED', 'POST /__faults, GET or DELETE /__stats')
  }
  sendJson(response, 200, name === 'stats' ? cloud.stats.report() : {})
}
