import type { CloudContext } from '../context'
import type { AdminCaller } from './admin'
import type { WireParams, WireReply } from './database'
import { GatewayError, HttpError } from './errors'

type PlatformAction = (cloud: CloudContext, params: WireParams, caller: AdminCaller) => Promise<WireReply>

const MAX_FILES = 50
/** As CloudBase's default for links. */
const DEFAULT_LINK_SECONDS = 3600
const MAX_LINK_SECONDS = 7 * 24 * 3600

/** The rest of the wire protocol: functions, storage and WeChat, as @cloudbase/node-sdk 3.18.3 sends it. */
export const platformActions: Record<string, PlatformAction> = {
  'functions.invokeFunction': async (cloud, params, caller) => {
    const event = textOf(params.request_data, 'request_data', '{}') || '{}'
    const source = caller.source
    try {
      const reply = await cloud.invoke(textOf(params.function_name, 'function_name'), event, { source })
      return { data: { response_data: reply } }
    } catch (error) {
      throw error instanceof HttpError ? new GatewayError(error.code, error.message) : error
    }
  },

  'storage.getUploadMetadata': async (cloud, params) => ({
    data: cloud.storage.uploadTicket(textOf(params.path, 'path')),
  }),

  'storage.batchGetDownloadUrl': async (cloud, params) => ({
    data: {
      download_list: await Promise.all(
        listOf(params.file_list, 'file_list').map((entry) => {
          const { fileid, max_age } = (entry ?? {}) as WireParams
          return cloud.storage.link(textOf(fileid, 'fileid'), lifeOf(max_age))
        }),
      ),
    },
  }),

  'storage.batchDeleteFile': async (cloud, params) => {
    const deleted: WireReply[] = []
    // One after the other, so that an id given twice is deleted once.
    for (const id of listOf(params.fileid_list, 'fileid_list')) {
      deleted.push(await cloud.storage.remove(textOf(id, 'fileid_list')))
    }
    return { data: { delete_list: deleted } }
  },

  'wx.api': async (cloud, params) => {
    const apiName = textOf(params.apiName, 'apiName')
    const text = textOf(params.requestData, 'requestData', '')
    const { body, delayMs } = cloud.wx.answer(apiName, text ? (JSON.parse(text) as unknown) : {}, cloud.now())
    if (delayMs > 0) await new Promise((resolve) => setTimeout(resolve, delayMs))
    return { data: { responseData: JSON.stringify(body) } }
  },
}

function textOf(value: unknown, name: string, fallback?: string): string {
  const text = value ?? fallback
  if (typeof text !== 'string') throw new GatewayError('INVALID_PARAM', `${name} must be a text`)
  return text
}

function listOf(value: unknown, name: string): unknown[] {
  if (!Array.isArray(value) || value.length > MAX_FILES) {
    throw new GatewayError('INVALID_PARAM', `${name} must be a list of at most ${MAX_FILES}`)
  }
  return value
}

function lifeOf(value: unknown): number {
  return typeof value === 'number' && value > 0 ? Math.min(value, MAX_LINK_SECONDS) : DEFAULT_LINK_SECONDS
}
