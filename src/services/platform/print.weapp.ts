/** WeChat cannot put a page on paper. */
export const canPrint = false

export const printPage = (): void => undefined
