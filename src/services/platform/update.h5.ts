/** A browser fetches the pages anew by itself, and page-code.h5.ts sees to what it finds missing. */
export const watchUpdates = (): void => undefined
