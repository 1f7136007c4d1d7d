/** Whether this device can put a page on paper. */
export const canPrint = true

/** Opens the browser's dialog for printing. */
export const printPage = (): void => window.print()
