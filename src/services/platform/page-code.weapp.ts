/** WeChat fetches the code of pages by itself, and says so when it cannot. */
export const watchPageCode = (): void => undefined
