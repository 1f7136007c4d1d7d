/** The web build speaks HTTP: nothing to start. */
export const startCloud = (): void => undefined
