import { open, seal } from './keys'
import { callerOpenId, sdk } from './sdk'
import { dataOf, templatesOf, type WxTemplate, type WxWords } from './wechat-templates'

export interface WxMessage extends WxWords {
  /** Whom, as `sealCaller` sealed it, and the member that they are. */
  to: string
  memberId: string
  template: WxTemplate
}

/** `noCredit`: the person takes no more; `refused`: for certain not sent; `unknown`: it may have been. */
export type WxOutcome = 'sent' | 'noCredit' | 'refused' | 'unknown'

/** What the product asks of WeChat's servers. Nobody outside the kit ever holds an openid. */
export interface WxPlatform {
  /** Empty where the deployment has none: then nothing is asked and nothing is sent. */
  templates: readonly WxTemplate[]
  /** The caller's openid, readable to the kit alone and of use for this member alone. */
  sealCaller(): string
  send(message: WxMessage): Promise<WxOutcome>
}

/** Of the sealing key: what is sealed for it only the kit opens. */
export const purpose = 'openid'

/** Where a tap on the message leads: the inbox names the thing itself. */
const page = 'features/inbox/messages'

/**
 * @param memberId who calls; null for nobody and for timers
 * @param sealedAtDesk the caller's openid where WeChat does not say it: as the phone left it with the desk
 */
export const wxPlatform = (memberId: string | null, sealedAtDesk?: string): WxPlatform => ({
  templates: templatesOf(process.env),
  sealCaller: () => sealedAtDesk ?? seal(purpose, callerOpenId(), memberId ?? ''),
  send: async ({ to, memberId, template, ...shown }) => {
    const touser = open(purpose, to, memberId)
    if (!touser) return 'refused'
    const requestData = { touser, templateId: template.id, page, data: dataOf(template, shown) }
    try {
      const reply = await sdk().callWxOpenApi({ apiName: 'subscribeMessage.send', requestData })
      return outcomeOf(reply)
    } catch {
      return 'unknown'
    }
  },
})

/** 43101: the person refused, or has no more credits (developers.weixin.qq.com, subscribeMessage.send). */
const noCreditCode = 43101

/** The SDK spells the code in two ways; an answer without one says nothing. */
function outcomeOf({ result }: { result?: unknown }): WxOutcome {
  const { errcode, errCode } = (result ?? {}) as { errcode?: unknown; errCode?: unknown }
  const code = errcode ?? errCode
  if (code === 0) return 'sent'
  if (code === noCreditCode) return 'noCredit'
  return typeof code === 'number' ? 'refused' : 'unknown'
}
