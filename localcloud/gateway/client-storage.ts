import type { IncomingMessage, ServerResponse } from 'node:http'
import type { CloudContext } from '../context'
import { signedInAs } from './clients'
import { GatewayError, HttpError } from './errors'
import { parseJson, readBody, sendJson } from './http'

const MAX_BODY_BYTES = 64 * 1024
const MAX_OBJECTS = 50
const LINK_SECONDS = 600

type Reply = Record<string, unknown>
type Action = (cloud: CloudContext, object: Record<string, unknown>) => Promise<Reply>

/** One object after the other, as @cloudbase/js-sdk 3.7 asks for them in GATEWAY mode. */
const ACTIONS: Record<string, Action> = {
  'get-objects-upload-info': async (cloud, { objectId }) => {
    const ticket = cloud.storage.uploadTicket(textOf(objectId))
    const { url: uploadUrl, fileId: cloudObjectId, cosFileId: cloudObjectMeta, ...others } = ticket
    return { objectId, ...others, uploadUrl, cloudObjectId, cloudObjectMeta, downloadUrl: '' }
  },
  'get-objects-download-info': async (cloud, { cloudObjectId }) => {
    const { code, tempFileURL } = await cloud.storage.link(textOf(cloudObjectId), LINK_SECONDS)
    return code === 'SUCCESS' ? { cloudObjectId, downloadUrl: tempFileURL } : missing(cloudObjectId)
  },
  'delete-objects': async (cloud, { cloudObjectId }) => {
    const { code } = await cloud.storage.remove(textOf(cloudObjectId))
    return code === 'SUCCESS' ? { cloudObjectId } : missing(cloudObjectId)
  },
}

/** `POST /v1/storages/<action>`: files of clients. Closed unless the manifest opens storage to who is signed in. */
export async function serveClientStorage(
  cloud: CloudContext,
  request: IncomingMessage,
  response: ServerResponse,
  name: string,
): Promise<void> {
  const action = Object.hasOwn(ACTIONS, name) ? ACTIONS[name] : undefined
  if (!action) throw new HttpError(404, 'NOT_FOUND', 'no such address')
  if (cloud.manifest.clientStorage !== 'signedIn') {
    throw new HttpError(403, 'STORAGE_PERMISSION_DENIED', 'storage is closed to clients')
  }
  if (signedInAs(cloud, request) === null) throw new HttpError(401, 'UNAUTHENTICATED', 'sign in first')
  const objects = parseJson((await readBody(request, MAX_BODY_BYTES)).toString('utf8'))
  if (!Array.isArray(objects) || objects.length === 0 || objects.length > MAX_OBJECTS) {
    throw new HttpError(400, 'INVALID_PARAM', `a list of 1 to ${MAX_OBJECTS} objects is needed`)
  }
  const replies: Reply[] = []
  for (const object of objects as unknown[]) {
    replies.push(await action(cloud, (object ?? {}) as Record<string, unknown>).catch(refused))
  }
  sendJson(response, 200, replies)
}

function missing(cloudObjectId: unknown): Reply {
  return { cloudObjectId, code: 'STORAGE_FILE_NONEXIST', message: 'no such file' }
}

/** One object that is at fault does not spoil the others. */
function refused(error: unknown): Reply {
  if (error instanceof GatewayError) return { code: error.code, message: error.message }
  throw error
}

function textOf(value: unknown): string {
  if (typeof value !== 'string') throw new GatewayError('INVALID_PARAM', 'a path or an id is needed')
  return value
}
