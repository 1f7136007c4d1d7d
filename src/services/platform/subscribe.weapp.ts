import Taro from '@tarojs/taro'
import type { MessageTemplate } from '../wechat-messages'

export const canSubscribe = true

/**
 * Asks for one message of each template; inside a tap, or WeChat refuses. Whoever switched messages off, or says no,
 * is not asked why.
 * @returns the templates of which one message may be sent
 */
export const askToSubscribe = async (templates: readonly MessageTemplate[]): Promise<MessageTemplate[]> => {
  try {
    const answers = (await Taro.requestSubscribeMessage({
      tmplIds: templates.map(({ id }) => id),
      entityIds: [],
    })) as unknown as Record<string, string>
    return templates.filter(({ id }) => answers[id] === 'accept')
  } catch {
    return []
  }
}
