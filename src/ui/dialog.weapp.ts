import { useRef, type RefObject } from 'react'

/** WeChat's attributes of a dialog. */
export const dialogProps = (label: string): Record<string, unknown> => ({
  ariaRole: 'dialog',
  ariaLabel: label,
})

/** WeChat has no keyboard to keep inside. */
export const useDialog = (_open: boolean, _onClose: () => void): RefObject<HTMLElement> =>
  useRef<HTMLElement>(null)

/** WeChat's screen reader passes over what has no name. */
export const veilProps: Record<string, string> = {}
