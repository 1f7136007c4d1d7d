/** A browser at a desk has no scanner: the page offers the digits instead. */
export const canScan = false

/** @returns what the code holds; null when the person gave up */
export const scanCode = async (): Promise<string | null> => null
