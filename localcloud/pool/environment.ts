import type { Keys } from '../keys'

/** Who a call comes from. Nothing set: the operator, or an anonymous client. */
export interface Identity {
  /** WeChat's open id of the person; absent for a caller who is not signed in. */
  openId?: string
  /** The user id of a caller who signed in with a ticket of a function instead. */
  userId?: string
  /** CloudBase's TCB_SOURCE: `wx_client` for a client, `timer` for a timer, a chain such as `wx_client,scf`. */
  source?: string
}

/** The mini program's id that functions see locally. */
const APP_ID = 'wx0000000000000000'
const REGION = 'ap-shanghai'

/**
 * The environment of one instance, as SCF sets it for CloudBase. The instance's id is part of the gateway's
 * address, so that the gateway can tell which call a database request belongs to.
 * Source: @cloudbase/node-sdk 3.18.3 `utils/tcbcontext.ts`, `utils/tcbapiendpoint.ts`.
 */
export function instanceEnvironment(options: {
  instanceId: string
  gatewayUrl: string
  envId: string
  keys: Keys
  addressVariable?: string
  signInKeyVariable?: string
}): Record<string, string> {
  const { instanceId, gatewayUrl, envId, keys, addressVariable, signInKeyVariable } = options
  return {
    ...keys.secrets,
    ...(addressVariable ? { [addressVariable]: gatewayUrl } : {}),
    ...(signInKeyVariable ? { [signInKeyVariable]: JSON.stringify(keys.signIn) } : {}),
    PATH: process.env.PATH ?? '',
    TZ: 'UTC',
    NODE_ENV: 'production',
    TENCENTCLOUD_RUNENV: 'SCF',
    TENCENTCLOUD_REGION: REGION,
    TENCENTCLOUD_SECRETID: keys.secretId,
    TENCENTCLOUD_SECRETKEY: keys.secretKey,
    SCF_NAMESPACE: envId,
    TCB_ENV: envId,
    TCB_CONTEXT_CNFG: JSON.stringify({ URL: `${gatewayUrl}/admin/${instanceId}` }),
  }
}

/**
 * The variables of one call. Those listed in WX_CONTEXT_KEYS and TCB_CONTEXT_KEYS are what the SDK's
 * `getCloudbaseContext()` gives.
 */
export function callEnvironment({ openId, userId, source }: Identity): Record<string, string> {
  const timer = source === 'timer'
  return {
    TCB_CONTEXT_KEYS: `TCB_ENV,TCB_SOURCE${userId ? ',TCB_CUSTOM_USER_ID' : ''}`,
    TCB_SOURCE: source ?? '',
    ...(userId ? { TCB_CUSTOM_USER_ID: userId } : {}),
    ...(timer ? { TRIGGER_SRC: 'timer' } : {}),
    ...(openId ? { WX_CONTEXT_KEYS: 'WX_OPENID,WX_APPID', WX_OPENID: openId, WX_APPID: APP_ID } : {}),
  }
}
