/** A mini program has one window. */
export const onStoredElsewhere = (_key: string, _listener: () => void): void => undefined
