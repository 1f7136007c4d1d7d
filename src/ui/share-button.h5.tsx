/** Only WeChat has chats to send to. */
export const ShareButton = () => null
