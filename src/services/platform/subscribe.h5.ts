import type { MessageTemplate } from '../wechat-messages'

/** WeChat's messages are WeChat's. */
export const canSubscribe = false

/** @returns the templates of which one message may be sent */
export const askToSubscribe = async (_templates: readonly MessageTemplate[]): Promise<MessageTemplate[]> => []
