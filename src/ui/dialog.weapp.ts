import { useRef, type RefObject } from 'react'

/** WeChat's attributes of a dialog. */
export const dialogProps = (label: string): Record<string, unknown> => ({
  ariaRole: 'dialog',
  ariaModal: 'true',
  ariaLabel: label,
})

/** WeChat has no keyboard to keep inside. */
export const useDialog = (_open: boolean, _onClose: () => void): RefObject<HTMLElement> =>
  useRef<HTMLElement>(null)

/** Closing by a tap beside the dialog is a shortcut: a screen reader is told of the cross alone. */
export const veilProps: Record<string, string> = { ariaHidden: 'true' }
