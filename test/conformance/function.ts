import cloudbase from '@cloudbase/node-sdk'

const app = cloudbase.init({ env: cloudbase.SYMBOL_CURRENT_ENV, keepalive: true })

/** The function that the cases call. In a real environment it must be deployed as `conformance` once. */
export async function main(event: { action: string; input?: unknown }, context: object): Promise<unknown> {
  switch (event.action) {
    case 'echo':
      return event.input
    case 'nothing':
      return undefined
    case 'throw':
      throw new Error('as asked')
    case 'who':
      return who(context)
    case 'inner':
      return (await app.callFunction({ name: 'conformance', data: { action: 'who' } })).result
    default:
      throw new Error(`there is no action ${event.action}`)
  }
}

function who(context: object): unknown {
  const { openId, appId, uid } = app.auth().getUserInfo()
  const { TCB_SOURCE } = cloudbase.getCloudbaseContext()
  const { functionName } = cloudbase.parseContext(context as never)
  return { openId, appId, uid, source: TCB_SOURCE, functionName }
}
