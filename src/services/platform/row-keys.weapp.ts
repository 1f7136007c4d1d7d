/** A phone has no keys to move by. */
export const useRowKeys = (_row: string, _onBack: () => void): void => undefined

export const goBeside = (_column: string): void => undefined
